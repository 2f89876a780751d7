"""Cues that a pattern can see: a name, how explicit it is, and the words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.assessment import Move
from scoring.reading import Reading


@dataclass(frozen=True, slots=True)
class Phrase:
    """One pattern over folded text, the move it shows and how explicit it is (0 to 1)."""

    name: str
    strength: float
    pattern: re.Pattern[str]


def phrase(name: str, strength: float, *alternatives: str) -> Phrase:
    """Return a phrase that matches any of the alternatives on word borders."""
    joined = "|".join(f"(?:{part})" for part in alternatives)
    return Phrase(name, strength, re.compile(rf"(?<!\w)(?:{joined})(?!\w)"))


def matches(reading: Reading, phrases: Iterable[Phrase]) -> Iterator[Move]:
    """Yield a move for every place where a phrase stands in the reply."""
    folded = reading.reply.folded
    for item in phrases:
        for found in item.pattern.finditer(folded):
            yield reading.move(item.name, found.start(), found.end(), item.strength)
