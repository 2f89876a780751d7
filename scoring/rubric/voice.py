"""Voice: from template (0) to a person who speaks plainly about this post (100)."""

from scoring.assessment import Dimension, Move
from scoring.case import Case
from scoring.rubric.rounding import half_up

_WORTH = {"first_person": 25.0, "concrete_detail": 25.0, "signs_name": 15.0}
_PLAIN = 30.0


def voice(moves: tuple[Move, ...], case: Case) -> Dimension:
    """Return voice, 0-100, with the moves that made it."""
    used = tuple(move for move in moves if move.name in _WORTH or move.name == "unfilled_template")
    if any(move.name == "unfilled_template" for move in used):
        return Dimension(value=0, spans=used, limit="A template was sent with its blanks empty.")
    names = {move.name for move in used}
    return Dimension(value=half_up(_PLAIN + sum(_WORTH[name] for name in names)), spans=used)
