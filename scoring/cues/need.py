"""What the complaint asks for emotionally: a courtesy, a plain answer, or care."""

import re
from dataclasses import dataclass

from scoring.case import Flag, Severity
from scoring.cues.wordings import pattern
from scoring.reading import Reading, quantised
from scoring.text import Text

UNKNOWN = 0.7
"""The need where the complaint is missing: something is wrong, or nobody would be writing."""

CALM = 0.1
"""The need of praise and of a plain question."""

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

_WARM_WORDS = 3
"""Warm words that make praise where nothing opens it and nothing went wrong."""

_SHORT_QUESTION = 25
"""Words; a question this short may lack its question mark."""


@dataclass(frozen=True, kw_only=True)
class Need:
    """Emotion need, 0 (neutral question) to 1 (angry or hurt), and the kind of post."""

    emotion: float
    is_praise: bool
    is_question: bool


def judged(reading: Reading) -> Need:
    """Return the need of the case: its flags and severity decide first, then the words."""
    flags, found = reading.case.flags, judged_text(reading.complaint)
    if Flag.PRAISE in flags or Flag.QUESTION in flags:
        return Need(
            emotion=CALM, is_praise=Flag.PRAISE in flags, is_question=Flag.QUESTION in flags
        )
    if reading.case.severity is Severity.P4 and found.emotion > CALM:
        asks = "?" in reading.complaint.folded
        return Need(emotion=CALM, is_praise=not asks, is_question=asks)
    return found


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
