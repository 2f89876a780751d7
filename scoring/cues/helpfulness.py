"""What the customer can use: answers, instructions, routes, safety, a way on if it fails."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues import again, answers
from scoring.cues.phrases import matches
from scoring.cues.sense import sensible
from scoring.cues.usable import ASKS, SELLS, USES
from scoring.reading import Reading


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of helpfulness in the reply; a row of keywords makes none."""
    yield from sensible(reading, _found(reading))


def _found(reading: Reading) -> Iterator[Move]:
    yield from matches(reading, ASKS)
    yield from matches(reading, USES)
    yield from matches(reading, SELLS)
    yield from answers.find(reading)
    yield from again.find(reading)
