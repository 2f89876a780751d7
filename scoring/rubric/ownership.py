"""Ownership: who takes the problem and the next step (RUBRIC 2.3)."""

from collections.abc import Iterable

from scoring.assessment import Dimension, Move
from scoring.case import Case
from scoring.rubric.rounding import half_up


def ownership(moves: Iterable[Move], case: Case) -> Dimension:
    """Return ownership, 0-100, from the moves and the case's facts."""
    found = tuple(m for m in moves if m.name in {"admits_fault", "concrete_step", "repair"})
    share = 1.0
    for move in found:
        share *= 1 - 0.6 * move.strength
    return Dimension(value=half_up(100 * (1 - share)), spans=found)
