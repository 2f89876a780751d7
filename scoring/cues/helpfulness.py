"""What the customer can use: answers, steps, routes, safety."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading

_ASKS = re.compile(r"\b(?:please|pls) (?:dm|send|email|share|provide|contact|message)\b[^.!?;]*")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of helpfulness in the reply."""
    for match in _ASKS.finditer(reading.reply.folded):
        yield reading.move("asks_details", match.start(), match.end())
