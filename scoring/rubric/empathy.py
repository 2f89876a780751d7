"""Empathy: from formula (25) over feeling or fact (50) to both, carried into the next step (100)."""

from scoring.assessment import Dimension, Move
from scoring.case import Case
from scoring.rubric.rounding import half_up

_WORTH = {"formula_apology": 15.0, "apology": 10.0, "restates_situation": 40.0}


def empathy(moves: tuple[Move, ...], case: Case) -> Dimension:
    """Return empathy, 0-100, with the moves that earned it."""
    best: dict[str, float] = {}
    for move in moves:
        if move.name in _WORTH:
            best[move.name] = max(best.get(move.name, 0.0), _WORTH[move.name] * move.strength)
    spans = tuple(move for move in moves if move.name in _WORTH)
    return Dimension(value=min(100, half_up(sum(best.values()))), spans=spans)
