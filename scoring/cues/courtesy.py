"""Courtesy: what praise and plain questions are owed in place of concern."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.need import is_courtesy_due
from scoring.cues.phrases import matches
from scoring.cues.ties import bearing
from scoring.cues.wordings import wordings
from scoring.reading import Reading

_ANSWERS = 0.7
_TO_SOMEBODY = re.compile(
    r"\b(?:you|your|yours|i|i'm|i've|i'll|we|we're|we've|we'll|us|thanks?|hi|hiya|hello|hey|dear|"
    r"good (?:morning|afternoon|evening|day)|yes|no|not|what|glad|happy)\b"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield the courtesies of a reply to praise or a question; none under a complaint."""
    if not is_courtesy_due(reading):
        return
    for first in bearing(reading)[:1]:
        if not (_TO_SOMEBODY.search(reading.reply.part(first)) or reading.details_in(first)):
            continue
        yield reading.move("courtesy", first.start, first.end, _ANSWERS)
    yield from matches(reading, wordings("joy"))
