"""Helpfulness: what of the complaint is answered or acted on (RUBRIC 2.5)."""

from collections.abc import Iterable

from scoring.assessment import Dimension, Move
from scoring.case import Case
from scoring.rubric.rounding import half_up

_WORTH = {"concrete_step": 0.6, "repair": 0.7, "answers_part": 0.7, "asks_details": 0.25}


def helpfulness(moves: Iterable[Move], case: Case) -> Dimension:
    """Return helpfulness, 0-100, from the moves and the case's facts."""
    found = tuple(m for m in moves if m.name in _WORTH)
    best = max((_WORTH[m.name] * m.strength for m in found), default=0.0)
    return Dimension(value=half_up(100 * best), spans=found)
