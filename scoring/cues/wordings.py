"""Lists of wordings kept as text: one pattern a line, grouped by the move they show.

A file of `scoring/lexicons` holds groups such as

    HARD = awful|horrible
    [names_feeling 0.6]
    that must have been (?:{HARD})

A name in capitals is a part that later lines may use in braces; a group's head gives
the move and how explicit its wordings are, 0 to 1. A line `unless X` drops matches whose
sentence holds X. `#` starts a comment line.
Files without groups are read whole by `pattern` and `alternatives`.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from scoring.cues.phrases import Phrase, phrase
from scoring.errors import CatalogueError
from scoring.lexicons import lines

_PART = re.compile(r"([A-Z][A-Z_]*) = (.+)")
_HEAD = re.compile(r"\[([a-z_]+) (0?\.\d+|1(?:\.0)?)\]")
_UNLESS = "unless "
_USE = re.compile(r"\{([A-Z][A-Z_]*)\}")


@dataclass(slots=True)
class _Group:
    move: str
    strength: float
    lines: list[str] = field(default_factory=list)
    unless: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        exception = line.removeprefix(_UNLESS)
        (self.lines if exception == line else self.unless).append(exception)

    def phrase(self) -> Phrase:
        return phrase(self.move, self.strength, *self.lines, unless="|".join(self.unless) or None)


@cache
def wordings(name: str) -> tuple[Phrase, ...]:
    """Return the groups of `<name>.txt` as phrases, in the file's order.

    Raises:
        CatalogueError: A wording stands before any group, or uses a part that isn't there.
        FileNotFoundError: There is no such list.
    """
    parts: dict[str, str] = {}
    groups: list[_Group] = []
    for line in lines(name):
        part, head = _PART.fullmatch(line), _HEAD.fullmatch(line)
        if part:
            parts[part[1]] = part[2]
        elif head:
            groups.append(_Group(head[1], float(head[2])))
        elif not groups:
            raise CatalogueError(f"{name}.txt: {line!r} stands before any [move strength] group")
        else:
            groups[-1].add(_USE.sub(lambda use: _part(name, parts, use[1]), line))
    return tuple(group.phrase() for group in groups)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return the wordings of a file without groups as one pattern on word borders."""
    return phrase(name, 1.0, *lines(name)).pattern


@cache
def alternatives(name: str) -> str:
    """Return the wordings of a file without groups, to build into a longer pattern."""
    return "|".join(lines(name))


def _part(name: str, parts: dict[str, str], wanted: str) -> str:
    if wanted not in parts:
        raise CatalogueError(f"{name}.txt: {{{wanted}}} is used but not given above")
    return parts[wanted]
