"""What the complaint asks for emotionally: a courtesy, a plain answer, or care."""

import re
from functools import lru_cache

from scoring.cues.wordings import alternatives, pattern
from scoring.need import CALM, Need, settled
from scoring.reading import Reading, quantised
from scoring.text import Text

UNKNOWN = 0.7
"""The need where the complaint is missing: something is wrong, or nobody would be writing."""

_WEAK = 0.3
"""What a word of mere negation counts beside a word of grievance."""

_WARM_MARK = re.compile("[❤♥💙-💜🥰🥹🙌🌟⭐]")
_HEAT = re.compile(
    r"!{2,}|[?!]*\?[?!]+|[😭😢😡🤬💀😤]|"
    r"\b(?:wtf|omg|disgusting|furious|livid|crying|shaking|scared|terrified|please please)\b"
)
_AMOUNT = re.compile(r"[£$€]\d")
_CAPITALS = re.compile(r"(?<![@\w])[A-Z]{3,}\b")
_QUESTION = re.compile(
    r"(?<!\w)(?:do|does|did|is|are|can|could|will|would|how|what|when|where|which|who|may|should|any)"
    r"(?!\w)"
)
_TOLD = re.compile(
    r"\b(?:you|they|he|she|your \w+|the (?:man|woman|lad|girl|driver)) "
    r"(?:just |always |only |never )?(?:says?|said|tells?|told|keeps?|kept|took|sent|left"
    r"|refused?|promised|charged?|never)\b"
)
"""Somebody's part in it: a post that tells this asks in order to complain."""

_MOCKED = re.compile(
    r"\b(?:thank(?:s| you)|kudos|hats off|shout ?out|well done|bravo|congrat\w+|big up|credit)\b"
    rf"[^.!?]{{0,40}}?\b(?:for|on|who|by) (?:\w+ly )?(?:{alternatives('mock_praise')})\b"
)
"""Thanks for a harm: praise in its words alone."""

_WARM_WORDS = 3
"""Warm words that make praise where nothing opens it and nothing went wrong."""

_SHORT_QUESTION = 25
"""Words; a question this short may lack its question mark."""


@lru_cache(maxsize=4)
def judged(reading: Reading) -> Need:
    """Return the need of the case: what it says itself decides first, then the words."""
    return settled(reading.case, judged_text(reading.complaint))


def is_courtesy_due(reading: Reading) -> bool:
    """Say whether the post is praise or a plain question rather than a complaint."""
    return judged(reading).is_courtesy


def judged_text(complaint: Text) -> Need:
    """Return the need that a complaint's words show."""
    if not complaint.words:
        return Need(emotion=UNKNOWN, is_praise=False, is_question=False)
    length = max(25, len(complaint.words))
    grief = _grief(complaint)
    if _is_praise(complaint, grief):
        return Need(emotion=CALM, is_praise=True, is_question=False)
    if _is_plain_question(complaint, grief):
        return Need(emotion=CALM, is_praise=False, is_question=True)
    emotion = 0.5 + 2.0 * grief / length
    return Need(emotion=quantised(min(1.0, emotion)), is_praise=False, is_question=False)


def _grief(complaint: Text) -> float:
    folded, typed = complaint.folded, complaint.typed
    heat = _count(_HEAT, folded) + min(3, _count(_CAPITALS, typed))
    weak = _count(pattern("negation"), folded) + _count(_AMOUNT, folded)
    return _count(pattern("grievance"), folded) + _WEAK * weak + heat


def _is_praise(complaint: Text, grief: float) -> bool:
    opens = _count(pattern("opens_praise"), complaint.folded)
    mocks = _count(_MOCKED, complaint.folded)
    if mocks and mocks >= opens:
        return False
    praise = _count(pattern("praise"), complaint.folded) + _count(_WARM_MARK, complaint.typed)
    return (opens > 0 and 3 * opens + praise > 1.5 * grief) or (praise >= _WARM_WORDS and grief < 1)


def _is_plain_question(complaint: Text, grief: float) -> bool:
    """Say whether it asks plainly, with hardly a grievance (a small one makes it a complaint)."""
    folded = complaint.folded
    asks = (
        pattern("plain_question").search(folded) is not None
        and _QUESTION.search(folded) is not None
    )
    is_short = len(complaint.words) <= _SHORT_QUESTION
    return asks and ("?" in folded or is_short) and grief + _count(_TOLD, folded) < 1.0


def _count(wanted: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in wanted.finditer(text))
