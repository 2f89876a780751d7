"""Where `poise score-file` writes: files that take their name only once whole, or streams."""

import io
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

from trainer.scorefile import BadRow, ScoreFileError, reject_line

PIPE = "-"


@dataclass(frozen=True, kw_only=True)
class Outlets:
    """Where results and rejected rows go; None is standard output and standard error.

    `direct` is set when the results go to a device or a named pipe, which is written as it
    stands and never replaced.
    """

    results: Path | None
    rejects: Path | None
    direct: bool = False

    @property
    def written(self) -> tuple[Path, ...]:
        """Every path that a run may write or replace."""
        named = [] if self.direct else [self.results]
        kept = [path for path in (*named, self.rejects) if path is not None]
        return (*kept, *(_part(path) for path in kept))


def outlets(source: str, out: str | None) -> Outlets:
    """Return where a run writes.

    Raises:
        ScoreFileError: The run would overwrite its own input, or has nowhere to write.
    """
    if out is None and sys.stdout is None:
        raise ScoreFileError("standard output is closed; name a file with --out")
    if out is not None:
        _check_out(out)
    chosen = _chosen(source, out)
    for path in chosen.written:
        if source != PIPE and path.exists() and path.samefile(source):
            raise ScoreFileError(f"{path} is the input itself; name another file with --out")
    return chosen


def _check_out(out: str) -> None:
    path = Path(out).resolve()
    if path.is_dir():
        raise ScoreFileError(f"--out is {out!r}, a folder; name a file in it")
    if not path.parent.is_dir():
        raise ScoreFileError(f"--out is {out!r}: there is no folder {path.parent}; make it first")


def _chosen(source: str, out: str | None) -> Outlets:
    if out is None:
        from_file = source != PIPE and Path(source).is_file()
        return Outlets(results=None, rejects=_rejects_of(source) if from_file else None)
    path = Path(out).resolve()
    if _is_special(path):
        return Outlets(results=path, rejects=None, direct=True)
    return Outlets(results=path, rejects=_rejects_of(out).resolve())


def _rejects_of(name: str) -> Path:
    return Path(f"{name}.rejects.jsonl")


def _is_special(path: Path) -> bool:
    return path.exists() and not stat.S_ISREG(path.stat().st_mode)


@contextmanager
def results_to(outlet: Outlets) -> Iterator[TextIO]:
    """Give a stream for the results; a file takes its name only if the run ends well."""
    if outlet.results is None:
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
        try:
            yield stream
        finally:
            stream.detach()  # flushed, and standard output stays open
    elif outlet.direct:
        with outlet.results.open("w", encoding="utf-8", newline="\n") as device:
            yield device
    else:
        with _replaced(outlet.results) as whole:
            yield whole


@contextmanager
def rejects_to(outlet: Outlets) -> Iterator[Callable[[BadRow], None]]:
    """Give a sink for rejected rows. Their file is there after a run only if there was one."""
    if outlet.rejects is None:
        yield lambda bad: click.echo(reject_line(bad), err=True, nl=False)
        return
    sink = _RejectsFile(outlet.rejects)
    with ExitStack() as stack:
        yield lambda bad: sink.write(bad, stack)
    if not sink.was_opened:
        outlet.rejects.unlink(missing_ok=True)  # an earlier run's, which no longer holds


class _RejectsFile:
    """A file opened at the first rejected row; standard error where it can't be made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream: TextIO | None = None
        self.was_opened = False

    def write(self, bad: BadRow, stack: ExitStack) -> None:
        if not self.was_opened:
            self.was_opened = True
            self._stream = self._opened(stack)
        if self._stream is None:
            click.echo(reject_line(bad), err=True, nl=False)
        else:
            self._stream.write(reject_line(bad))

    def _opened(self, stack: ExitStack) -> TextIO | None:
        try:
            return stack.enter_context(_replaced(self._path))
        except OSError as error:
            click.echo(f"{self._path} can't be written ({error.strerror}); see below", err=True)
            return None


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    part = _part(path)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")
