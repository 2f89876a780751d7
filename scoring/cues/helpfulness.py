"""What the customer can use: answers, instructions, routes, safety, a way on if it fails."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues import again, answers, parts
from scoring.cues.once import sound
from scoring.cues.phrases import matches
from scoring.cues.sense import sensible
from scoring.cues.usable import ASKS, SELLS, USES, WAYS
from scoring.reading import Reading
from scoring.text import Text

_CLOSED = re.compile(r"(?:\bnot|n't|\bnever|\bunable to|\bcannot|\bno)\b[^.]{0,6}$")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of helpfulness in the reply; a row of keywords makes none."""
    yield from sound(reading, sensible(reading, _found(reading)))


def _found(reading: Reading) -> Iterator[Move]:
    yield from matches(reading, ASKS)
    yield from matches(reading, USES)
    yield from matches(reading, SELLS)
    yield from _ways(reading)
    yield from answers.find(reading)
    yield from parts.find(reading)
    yield from again.find(reading)


def _ways(reading: Reading) -> Iterator[Move]:
    """A way that is open to the customer, unless the words before it close it."""
    for move in matches(reading, WAYS):
        before = Text(reading.reply.typed[max(0, move.start - 12) : move.start]).folded
        if not _CLOSED.search(before):
            yield move
