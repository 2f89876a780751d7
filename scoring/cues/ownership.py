"""Who takes the problem on: responsibility, a named owner, a step, a time."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading

_ADMITS = re.compile(
    r"\b(?:(?:that|this|it)(?:'s| is| was) (?:on us|on me|our (?:fault|mistake|error)|my (?:fault|mistake))"
    r"|(?:we|i) (?:got (?:it|this|that) wrong|let you down|failed you|made a mistake|messed up))\b"
)
_STEP = re.compile(r"\b(?:i've|i'll|i'm|i have|i am|i will|we've|we'll|we have|we will)\s+\w+[^.!?;]*")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of ownership in the reply."""
    for match in _ADMITS.finditer(reading.reply.folded):
        yield reading.move("admits_fault", match.start(), match.end())
    for match in _STEP.finditer(reading.reply.folded):
        yield reading.move("concrete_step", match.start(), match.end(), 0.6)
