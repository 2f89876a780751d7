"""Channel cues: what is taken to a private message, why, by which route, and what stays public."""

from collections.abc import Iterator
from itertools import islice

from scoring.assessment import Move
from scoring.cues.once import sound
from scoring.cues.phrases import matches
from scoring.cues.wordings import pattern, wordings
from scoring.reading import Reading

_READ = 8  # asking for a message more often than this says nothing new
_ROUTE, _REASON = "private_route", "private_reason"


def find(reading: Reading) -> Iterator[Move]:
    """Yield requests to move to private, with their route and reason, and public updates."""
    yield from sound(reading, _moved(reading))


def _moved(reading: Reading) -> Iterator[Move]:
    yield from matches(reading, wordings("channel"))
    text = reading.reply
    for ask in wordings("private_ask"):
        for found in islice(ask.pattern.finditer(text.folded), _READ):
            yield reading.move(ask.name, found.start(), found.end(), ask.strength)
            sentence = text.sentence_at(found.start())
            for name in (_ROUTE, _REASON):
                detail = pattern(name).search(text.folded, sentence.start, sentence.end)
                if detail:
                    yield reading.move(name, detail.start(), detail.end())
