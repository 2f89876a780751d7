"""The repository as the guards see it: its own files, nothing that a build or an editor left."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def tracked_files() -> tuple[Path, ...]:
    """Return the files that Git holds or would add, relative to the root, and that still exist."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = sorted(set(listed.stdout.split("\0")) - {""})
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def python_files(*folders: str) -> tuple[Path, ...]:
    """Return the tracked Python files below these top-level folders."""
    return tuple(
        path for path in tracked_files() if path.suffix == ".py" and path.parts[0] in folders
    )


def texts() -> Iterator[tuple[Path, str]]:
    """Yield each tracked text file with its content; pictures and the like are passed over."""
    for path in tracked_files():
        try:
            yield path, (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
