"""Defensiveness D: how far the reply defends the company instead of helping. 0 is best."""

from collections.abc import Iterable

from scoring.assessment import Dimension, Move
from scoring.catalogue import catalogue
from scoring.rubric.rounding import half_up


def cue_defensiveness(moves: Iterable[Move]) -> float:
    """Return D from the cues found, 0-100 unrounded: 100 * (1 - prod(1 - w * s)).

    Each kind of cue counts once, at its strongest: saying the same thing twice is one cue.
    """
    kept = 1.0
    for name, move in _strongest(moves).items():
        kept *= 1 - (catalogue()[name].weight or 0.0) * move.strength
    return 100 * (1 - kept)


def defensiveness(moves: Iterable[Move]) -> Dimension:
    """Return D as a rounded dimension with the cues that cost points."""
    found = tuple(move for move in moves if _weight(move) and move.strength)
    worst = max(found, key=lambda move: _weight(move) * move.strength, default=None)
    limit = "" if worst is None else catalogue()[worst.name].why
    return Dimension(value=half_up(cue_defensiveness(found)), spans=found, limit=limit)


def _weight(move: Move) -> float:
    kind = catalogue().get(move.name)
    return (kind.weight or 0.0) if kind else 0.0


def _strongest(moves: Iterable[Move]) -> dict[str, Move]:
    best: dict[str, Move] = {}
    for move in moves:
        if _weight(move) and (move.name not in best or best[move.name].strength < move.strength):
            best[move.name] = move
    return best
