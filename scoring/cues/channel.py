"""Channel cues: what is taken to a private message, why, and what stays public."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading

_DM = re.compile(r"\b(?:dm|d\.m\.|direct message|private message|inbox|message us|pm)\b")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the channel moves of a reply."""
    for match in _DM.finditer(reading.reply.folded):
        yield reading.move("dm_request", *match.span())
