"""Gratitude: thanks for something particular, after the concern."""

from scoring.assessment import Dimension, Move
from scoring.case import Case

_WORTH = {"generic_thanks": 25, "thanks_for_telling": 50, "specific_thanks": 75}


def gratitude(moves: tuple[Move, ...], case: Case) -> Dimension:
    """Return gratitude, 0-100, with the thanks that earned it."""
    used = tuple(move for move in moves if move.name in _WORTH)
    return Dimension(value=max((_WORTH[move.name] for move in used), default=0), spans=used)
