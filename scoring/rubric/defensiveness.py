"""Defensiveness D: how far the reply defends the company instead of helping. 0 is best."""

import math
from collections.abc import Iterable

from scoring.assessment import Dimension, Move
from scoring.case import Flag
from scoring.catalogue import catalogue
from scoring.rubric.rounding import half_up

DOUBLED = "doubts_customer"
"""The cue that weighs double where a vulnerable person is doubted (RUBRIC 2.7)."""

_NO_FLAGS: frozenset[Flag] = frozenset()


def cue_defensiveness(moves: Iterable[Move], flags: frozenset[Flag] = _NO_FLAGS) -> float:
    """Return D from the cues found, 0-100 unrounded: 100 * (1 - prod(1 - w * s)).

    Each kind of cue counts once, at its strongest: saying the same thing twice is one cue.
    """
    strongest = _strongest(moves).values()
    return 100 * (1 - math.prod(1 - _weight(move, flags) * move.strength for move in strongest))


def defensiveness(moves: Iterable[Move], flags: frozenset[Flag] = _NO_FLAGS) -> Dimension:
    """Return D as a rounded dimension with the cues that cost points."""
    found = tuple(move for move in moves if _weight(move) and move.strength)
    worst = max(found, key=lambda move: _weight(move, flags) * move.strength, default=None)
    limit = "" if worst is None else catalogue()[worst.name].why
    return Dimension(value=half_up(cue_defensiveness(found, flags)), spans=found, limit=limit)


def _weight(move: Move, flags: frozenset[Flag] = _NO_FLAGS) -> float:
    kind = catalogue().get(move.name)
    weight = (kind.weight or 0.0) if kind else 0.0
    is_doubled = move.name == DOUBLED and Flag.VULNERABLE in flags
    return min(1.0, 2 * weight) if is_doubled else weight


def _strongest(moves: Iterable[Move]) -> dict[str, Move]:
    best: dict[str, Move] = {}
    for move in moves:
        if _weight(move) and (move.name not in best or best[move.name].strength < move.strength):
            best[move.name] = move
    return best
