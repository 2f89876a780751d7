"""Insults, mockery and discrimination: what gate K3 stops, whatever else is said."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading

_I_AM = re.compile(
    r"\b(?:i'm|i am|i've been|my \w+ is|who is|being) (?:\w+ly |so |very |both )?([a-z]+)\b"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield insults aimed at the customer; hard words about ourselves are none.

    What customers say of themselves ("I'm deaf") is no insult when it is said back to them.
    """
    told = _told_of_themselves(reading)
    for move in matches(reading, wordings("insults")):
        said = reading.reply.typed[move.start : move.end].lower().split()[-1]
        if said not in told:
            yield move


def _told_of_themselves(reading: Reading) -> frozenset[str]:
    return frozenset(found[1] for found in _I_AM.finditer(reading.complaint.folded))
