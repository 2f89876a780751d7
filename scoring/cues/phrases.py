"""Cues that a pattern can see: a name, how explicit it is, and the words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring.assessment import Move
from scoring.reading import Reading
from scoring.text import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """One pattern over folded text, the move it shows and how explicit it is (0 to 1).

    `unless` is looked for in the sentence around a match; where it stands, the
    match says something else.
    """

    name: str
    strength: float
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None


def phrase(name: str, strength: float, *alternatives: str, unless: str | None = None) -> Phrase:
    """Return a phrase that matches any of the alternatives on word borders."""
    return Phrase(name, strength, _words(alternatives), _words([unless]) if unless else None)


def matches(reading: Reading, phrases: Iterable[Phrase]) -> Iterator[Move]:
    """Yield a move for every place where a phrase stands in the reply."""
    folded = reading.reply.folded
    for item in phrases:
        excused: dict[Span, bool] = {}
        for found in item.pattern.finditer(folded):
            sentence = reading.reply.sentence_at(found.start())
            if sentence not in excused:
                excused[sentence] = _is_excused(reading, item, sentence)
            if not excused[sentence]:
                yield reading.move(item.name, found.start(), found.end(), item.strength)


def _is_excused(reading: Reading, item: Phrase, sentence: Span) -> bool:
    return item.unless is not None and bool(
        item.unless.search(reading.reply.folded, sentence.start, sentence.end)
    )


def _words(alternatives: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{part})" for part in alternatives)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")
