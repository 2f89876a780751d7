"""How much of each kind of move a reply shows, when one more adds less than the one before."""

from collections.abc import Iterable

from scoring.assessment import Move


def filled(moves: Iterable[Move], once: float = 1.0) -> dict[str, float]:
    """Return each name's amount, 0 to 1: 1 - prod(1 - once * strength) over its moves.

    `once` is how far one explicit move fills its name.
    """
    left: dict[str, float] = {}
    for move in moves:
        left[move.name] = left.get(move.name, 1.0) * (1 - once * move.strength)
    return {name: 1 - rest for name, rest in left.items()}
