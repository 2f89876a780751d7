"""Insults, mockery and discrimination: what gate K3 stops, whatever else is said."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading


def find(reading: Reading) -> Iterator[Move]:
    """Yield insults aimed at the customer; hard words about ourselves are none."""
    yield from matches(reading, wordings("insults"))
