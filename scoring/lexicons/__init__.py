"""Word lists. Each file's header gives its source and licence; `#` starts a comment."""

from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> frozenset[str]:
    """Return the entries of `<name>.txt`, folded to lower case.

    Raises:
        FileNotFoundError: There is no such list.
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip().lower() for line in text.splitlines())
    return frozenset(line for line in lines if line)
