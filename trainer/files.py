"""Uploads and results, as files under opaque names; a file has its name only once it is whole."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from trainer.errors import FileMissingError, InputError
from trainer.identifiers import PUBLIC_ID_LENGTH, new_public_id

SUFFIXES = (".csv", ".jsonl", ".rejects.jsonl", ".shown.jsonl")
_NAME = re.compile(
    rf"[A-Za-z0-9]{{{PUBLIC_ID_LENGTH}}}({'|'.join(re.escape(each) for each in SUFFIXES)})"
)
_CHUNK = 1 << 20
_MB = 1 << 20


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file in the store; `size` in bytes."""

    name: str
    size: int


@dataclass(frozen=True, kw_only=True)
class FileStore:
    """A folder of files. `limit_mb` bounds an upload, in megabytes of 1,048,576 bytes.

    The folder is made so that nobody else on the machine can look into it.
    """

    folder: Path
    limit_mb: int

    def save(self, stream: IO[bytes], *, suffix: str) -> StoredFile:
        """Keep an upload and return its name.

        Raises:
            InputError: It is larger than `limit_mb`; nothing of it was kept.
        """
        size = 0
        with self.draft(suffix) as (name, path), path.open("wb") as file:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > self.limit_mb * _MB:
                    fix = f"upload at most {self.limit_mb} MB, or split it"
                    raise InputError("file", f"more than {self.limit_mb} MB", fix)
                file.write(chunk)
        return StoredFile(name=name, size=size)

    @contextmanager
    def draft(self, suffix: str) -> Iterator[tuple[str, Path]]:
        """Yield a new name and the path to write; the name is given at the end, or never."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{new_public_id()}{suffix}"
        part = self.folder / f"{name}.part"
        try:
            yield name, part
            part.replace(self.folder / name)
        finally:
            part.unlink(missing_ok=True)

    def path(self, name: str) -> Path:
        """Return where a stored file is.

        Raises:
            FileMissingError: There is none of this name, or it is no name that the store gives.
        """
        path = self.folder / name
        if not _NAME.fullmatch(name) or not path.is_file():
            raise FileMissingError(name)
        return path

    def sweep(self, *, before: float) -> None:
        """Remove drafts that nobody has written to since `before`, in seconds since the epoch.

        A killed process leaves its drafts behind; nothing else does.
        """
        for part in self.folder.glob("*.part"):
            with suppress(FileNotFoundError):
                if part.stat().st_mtime < before:
                    part.unlink()

    def remove(self, name: str) -> None:
        """Forget a file; one that is gone already is fine."""
        if _NAME.fullmatch(name):
            (self.folder / name).unlink(missing_ok=True)
