"""Empathy cues, from every side: apology, feeling, situation, care and tone."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues import apology, care, courtesy, feeling, situation, tone
from scoring.reading import Reading

_SIDES = (apology.find, feeling.find, situation.find, care.find, courtesy.find, tone.find)


def find(reading: Reading) -> Iterator[Move]:
    """Yield the empathy moves of a reply."""
    for side in _SIDES:
        yield from side(reading)
