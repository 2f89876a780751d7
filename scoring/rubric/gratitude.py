"""Gratitude: thanks for something particular (75), in one clause after the concern (100).

Under praise thanks are due, and joy that tells of the thing praised gives them without the word:
"Jory bakes them at four and this has made his week" is thanks for something particular. Its
anchor is 75, and 100 with thanks beside it (RUBRIC 2.5).
"""

from scoring.assessment import Dimension, Move
from scoring.case import Case
from scoring.rubric.rounding import half_up

_WORTH = {"generic_thanks": 25.0, "thanks_for_telling": 50.0, "specific_thanks": 100.0}
_JOY = "fits_praise"
_JOY_ALONE, _JOY_AND_THANKS = 75.0, 100.0
_PARTICULAR = 0.6
"""Strength from which joy is about the thing praised, and thanks beside it are too."""

# Under a complaint nobody misses thanks, so their absence counts as much as a formula.
_NOT_DUE = 25
_MOCKED = "sarcastic_thanks"


def gratitude(moves: tuple[Move, ...], _case: Case, *, is_due: bool = False) -> Dimension:
    """Return gratitude, 0-100, with the moves that earned it; thanks are due under praise."""
    used = tuple(move for move in moves if move.name in _WORTH or move.name == _MOCKED)
    if any(move.name == _MOCKED for move in used):
        return Dimension(value=0, spans=used, limit="The thanks are meant to sting.")
    earned = max((_WORTH[move.name] * move.strength for move in used), default=0.0)
    if is_due:
        joy = tuple(move for move in moves if move.name == _JOY)
        return _under_praise(max(earned, _joyful(joy, is_thanked=bool(used))), (*used, *joy))
    value = max(_NOT_DUE, half_up(earned))
    return Dimension(value=value, spans=used, limit=_limit(value) if used else "No thanks given.")


def _joyful(joy: tuple[Move, ...], *, is_thanked: bool) -> float:
    strongest = max((move.strength for move in joy), default=0.0)
    is_particular = is_thanked and strongest >= _PARTICULAR
    return strongest * (_JOY_AND_THANKS if is_particular else _JOY_ALONE)


def _under_praise(earned: float, spans: tuple[Move, ...]) -> Dimension:
    value = half_up(earned)
    return Dimension(
        value=value, spans=spans, limit=_limit(value) if spans else "Praise went without thanks."
    )


def _limit(value: int) -> str:
    return "" if value > _WORTH["thanks_for_telling"] else "The thanks name nothing that helped."
