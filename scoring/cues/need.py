"""What the complaint asks for emotionally: nothing, courtesy, or care."""

import re
from dataclasses import dataclass

from scoring.reading import Reading

_PRAISE = re.compile(
    r"(?<!\w)(?:thank you|thanks|love|lovely|brilliant|amazing|kind|shout ?out|well done)(?!\w)"
)


@dataclass(frozen=True, kw_only=True)
class Need:
    """Emotion need, 0 (neutral question) to 1 (angry or hurt), and the kind of post."""

    emotion: float
    is_praise: bool
    is_question: bool


def judged(reading: Reading) -> Need:
    """Return the need that the complaint's words show."""
    text = reading.complaint.folded
    if not text.strip():
        return Need(emotion=0.8, is_praise=False, is_question=False)
    if len(_PRAISE.findall(text)) >= 2:
        return Need(emotion=0.1, is_praise=True, is_question=False)
    return Need(emotion=0.8, is_praise=False, is_question=False)
