"""Praise that mocks: delight, admiration or a mock promise under somebody's trouble.

None of its words is unkind. What gives it away is the place: it stands under a grievance, in
a reply that is sorry for nothing and does nothing.
"""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.need import judged
from scoring.cues.phrases import matches
from scoring.cues.wordings import pattern, wordings
from scoring.reading import Reading
from scoring.rubric.overall import LOW_EMOTION
from scoring.stance import TRAITS

_SERIOUS = re.compile(
    r"\b(?:sorry (?:we|that we|for|about|to hear|you|i|it)|so sorry|i'm sorry|apologi\w+"
    r"|(?:our|my) (?:fault|mistake)|you're right|let you down|got (?:it|this|that) wrong"
    r"|(?:i|we)'ve|i'll|please|could you|can you)\b"
)
_BURNING = 0.6
"""Need from which plain gladness is mockery; under a small grumble it is only deaf."""

_PLAIN = 0.8
"""Strength of gladness that no other mark turns into mockery."""


def find(reading: Reading) -> Iterator[Move]:
    """Yield mock praise, where the post is a complaint and the rest of the reply is no help."""
    need = judged(reading).emotion
    if need < LOW_EMOTION or _is_earnest(reading):
        return
    for item in wordings("mockery"):
        if item.strength > _PLAIN or (need >= _BURNING and not _liked_something(reading)):
            yield from matches(reading, (item,))


def _is_earnest(reading: Reading) -> bool:
    folded = reading.reply.folded
    return bool(_SERIOUS.search(folded) or TRAITS["repairs"].search(folded))


def _liked_something(reading: Reading) -> bool:
    """Say whether the post itself praises a thing, which gladness may then answer."""
    return pattern("praise").search(reading.complaint.folded) is not None
