"""What a post asks for emotionally, once the case's own facts have had their say."""

from dataclasses import dataclass

from scoring.case import Case, Flag, Severity
from scoring.rubric.overall import LOW_EMOTION

CALM = 0.1
"""The need of praise and of a plain question."""


@dataclass(frozen=True, kw_only=True)
class Need:
    """Emotion need, 0 (neutral question) to 1 (angry or hurt), and the kind of post."""

    emotion: float
    is_praise: bool
    is_question: bool

    @property
    def is_courtesy(self) -> bool:
        """Praise or a plain question: what is due is a courtesy or an answer, not concern."""
        return self.is_praise or self.is_question


def settled(case: Case, judged: Need) -> Need:
    """Return the need that counts: the case's flags, its emotion need, its severity, the words.

    The first of them that says something decides. `judged` is what the words show; settling
    what is settled changes nothing.
    """
    is_praise, is_question = Flag.PRAISE in case.flags, Flag.QUESTION in case.flags
    if is_praise or is_question:
        emotion = CALM if case.emotion_need is None else case.emotion_need
        return Need(emotion=emotion, is_praise=is_praise, is_question=is_question)
    if case.emotion_need is not None:
        return _of_kind(case.emotion_need, is_praise=judged.is_praise)
    if case.severity is Severity.P4 and judged.emotion >= LOW_EMOTION:
        return _of_kind(CALM, is_praise="?" not in case.complaint)
    return _of_kind(judged.emotion, is_praise=judged.is_praise)


def _of_kind(emotion: float, *, is_praise: bool) -> Need:
    """Return a complaint, or below the need of one praise or a plain question."""
    is_calm = emotion < LOW_EMOTION
    return Need(
        emotion=emotion, is_praise=is_calm and is_praise, is_question=is_calm and not is_praise
    )
