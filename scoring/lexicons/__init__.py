"""Word lists. Each file opens with its source and licence; lines from `#` on are comments."""

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of `<name>.txt` as they stand, in order, without comments and blank ones.

    Raises:
        FileNotFoundError: There is no such list.
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def load(name: str) -> frozenset[str]:
    """Return the entries of `<name>.txt`, folded to lower case.

    Raises:
        FileNotFoundError: There is no such list.
    """
    return frozenset(line.strip().lower() for line in lines(name))
