"""Gratitude cues: thanks, and what they are for."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading

_THANKS = re.compile(r"\b(?:thanks|thank you)\b(?: (?:so much|very much))?(?: for [^.!?,;]{2,60})?")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the gratitude moves of a reply."""
    for match in _THANKS.finditer(reading.reply.folded):
        yield reading.move("generic_thanks", *match.span())
