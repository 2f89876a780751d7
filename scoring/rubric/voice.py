"""Voice: from template (0) over natural (50) to one person, plain and particular, signed (100).

The conditions of RUBRIC 2.5 each carry a share of the score; a signature carries 15 of the 100
points, 100% for a first name or initials and half for a team. Stock phrases shrink the rest.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from scoring.assessment import Dimension, Move
from scoring.case import Case
from scoring.rubric.amounts import filled
from scoring.rubric.rounding import half_up

_BODY: Mapping[str, float] = MappingProxyType(
    {"plain_words": 30.0, "first_person": 20.0, "concrete_detail": 27.0, "greets_by_name": 8.0}
)
_SIGNED: Mapping[str, float] = MappingProxyType({"signs_name": 15.0, "signs_team": 7.5})
_SHRINKS: Mapping[str, float] = MappingProxyType(
    {"template_phrase": 0.6, "canned_empathy": 0.35, "runs_long": 0.25}
)
_TAKES: Mapping[str, float] = MappingProxyType({"shouting": 10.0, "grovelling": 10.0})
_CEILINGS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "unfilled_template": (0, "A template went out with its blanks unfilled."),
        "wrong_name": (0, "The customer is called by another name."),
        "copy_paste": (25, "The same words went out in another recent reply."),
    }
)
_HUMOUR = 10.0
_USED = (*_BODY, *_SIGNED, *_SHRINKS, *_TAKES, *_CEILINGS, "humour_with")
_CLEAR = 0.5
_NATURAL = 75


def voice(moves: tuple[Move, ...], _case: Case) -> Dimension:
    """Return voice, 0-100, with the moves that made it and what held it there."""
    used = tuple(move for move in moves if move.name in _USED and move.strength > 0)
    amounts = filled(used)
    body = math.fsum(share * amounts.get(name, 0.0) for name, share in _BODY.items())
    kept = math.exp(-math.fsum(cost * amounts.get(name, 0.0) for name, cost in _SHRINKS.items()))
    signed = max(share * amounts.get(name, 0.0) for name, share in _SIGNED.items())
    taken = math.fsum(cost * amounts.get(name, 0.0) for name, cost in _TAKES.items())
    value = half_up(min(100.0, max(0.0, body * kept + signed + _joked(amounts) - taken)))
    for name, (ceiling, reason) in _CEILINGS.items():
        if amounts.get(name, 0.0) >= _CLEAR and value >= ceiling:
            return Dimension(value=ceiling, spans=used, limit=reason)
    return Dimension(value=value, spans=used, limit=_limit(value, kept, amounts))


def _joked(amounts: Mapping[str, float]) -> float:
    return _HUMOUR * amounts.get("humour_with", 0.0)


def _limit(value: int, kept: float, amounts: Mapping[str, float]) -> str:
    if value >= _NATURAL:
        return ""
    if kept < 0.75:
        return "Stock phrases make it sound like a template."
    if amounts.get("concrete_detail", 0.0) < _CLEAR:
        return "It could stand under any post: nothing of this one is in it."
    if amounts.get("first_person", 0.0) < 1:
        return "Nobody says I, so no person is heard."
    return "Nobody has signed it."
