"""Gratitude: thanks for something particular (75), in one clause after the concern (100)."""

from scoring.assessment import Dimension, Move
from scoring.case import Case, Flag
from scoring.rubric.rounding import half_up

_WORTH = {"generic_thanks": 25.0, "thanks_for_telling": 50.0, "specific_thanks": 100.0}
# Under a complaint nobody misses thanks, so their absence counts as much as a formula.
_NOT_DUE = 25
_MOCKED = "sarcastic_thanks"


def gratitude(moves: tuple[Move, ...], case: Case) -> Dimension:
    """Return gratitude, 0-100, with the thanks that earned it."""
    used = tuple(move for move in moves if move.name in _WORTH or move.name == _MOCKED)
    if any(move.name == _MOCKED for move in used):
        return Dimension(value=0, spans=used, limit="The thanks are meant to sting.")
    is_due = Flag.PRAISE in case.flags
    floor = 0 if is_due else _NOT_DUE
    earned = max((_WORTH[move.name] * move.strength for move in used), default=0.0)
    value = max(floor, half_up(earned))
    return Dimension(value=value, spans=used, limit=_limit(value, is_due, bool(used)))


def _limit(value: int, is_due: bool, is_given: bool) -> str:
    if not is_given:
        return "Praise went without thanks." if is_due else "No thanks given."
    return "" if value > _WORTH["thanks_for_telling"] else "The thanks name nothing that helped."
