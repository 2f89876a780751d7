"""Channel fit: what belongs in public stays there, what is private does not."""

from scoring.assessment import Dimension, Move
from scoring.case import Case

_PUBLIC_ANSWER = 75
_DM_ALONE = 25


def channel_fit(moves: tuple[Move, ...], case: Case) -> Dimension:
    """Return channel fit, 0-100, with the moves that set it."""
    used = tuple(move for move in moves if move.name == "dm_request")
    return Dimension(value=_DM_ALONE if used else _PUBLIC_ANSWER, spans=used)
