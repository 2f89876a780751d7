"""Empathy: from formula (25) over feeling or fact (50) to both, carried into the next step (100).

Every helping kind of move closes part of the distance to 100, and the costing kinds and
defensiveness take a share of what was earned:

    E = 100 * (1 - exp(-sum(help_k * x_k))) * exp(-sum(cost_k * x_k)) * (1 - D/100) ** 0.75

x_k is 1 - prod(1 - strength) over the moves of one kind: a second move of a kind adds less than
the first, and a third hardly anything. The shares were fitted, all of them kept at 0 or above,
to 2,160 replies written and rated by language models (Spearman .82 with their mean on complaints
left out of the fit, mean difference 10 points), then rounded. So the score rises with every
helping move, falls with every costing one, and every point of it stands on words of the reply.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from scoring.assessment import Dimension, Move
from scoring.case import Case
from scoring.catalogue import catalogue
from scoring.rubric.amounts import filled
from scoring.rubric.defensiveness import cue_defensiveness
from scoring.rubric.rounding import half_up
from scoring.text import Text

HELPS: Mapping[str, float] = MappingProxyType(
    {
        "apology": 0.16,
        "formula_apology": 0.14,
        "names_feeling": 0.33,
        "restates_situation": 0.28,
        "acknowledges_cost": 0.32,
        "sees_person": 0.28,
        "carries_cost_forward": 0.16,
        "caring_act": 0.18,
        "speaks_as_person": 0.46,
        "courtesy": 0.80,
        "admits_fault": 0.18,
        "repair": 0.24,
        "concrete_step": 0.16,
    }
)
COSTS: Mapping[str, float] = MappingProxyType(
    {
        "cancelled_empathy": 0.18,
        "grovelling": 0.20,
        "canned_empathy": 0.57,
        "same_experience": 0.25,
        "talks_past": 0.22,
        "chirpy": 0.42,
    }
)
_DEFENCE = 0.75

# What these words can't rise above, whatever stands beside them (RUBRIC 2.2 and 2.6).
_CEILINGS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "wrong_detail": (50, "A detail of their post is restated wrongly."),
        "copy_paste": (40, "The same words went out in another recent reply."),
        "grovelling": (60, "Apologising this much turns the reply towards the company."),
    }
)
_CLEAR = 0.5
_JABS = frozenset({"attacks", "insults"})
_BARE = 2
"""Words of a sentence that is only a laugh."""

_IF = 0.3
_CONDITIONAL_CEILING = 25
_SORRY_IF = "Sorry only if something happened leaves open whether it did."
_NO_FACT = "Nothing here is about this post in particular, so it reads as a formula."
_FORMULA_CEILING = 25
_FACTS = ("restates_situation", "acknowledges_cost", "names_feeling", "sees_person", "courtesy")
_FACTS_AT = 0.4
_MOSTLY = 75
_ANY_CARE = 0.08
"""Less care than this is a chance word: there is nothing for other words to take back."""


def empathy(moves: tuple[Move, ...], case: Case) -> Dimension:
    """Return empathy, 0-100, with the moves that earned or cost it and what held it there."""
    moves = _meant(moves, case)
    amounts = filled(moves)
    earned = 1 - math.exp(-_total(HELPS, amounts))
    open_share = 1 - cue_defensiveness(moves, case.flags) / 100
    kept = math.exp(-_total(COSTS, amounts)) * open_share**_DEFENCE
    ceiling, reason = _ceiling(moves, amounts)
    value = min(half_up(100 * earned * kept), ceiling)
    limit = reason if value == ceiling else _limit(value, kept, amounts, moves)
    return Dimension(value=value, spans=tuple(m for m in moves if _counts(m)), limit=limit)


def _meant(moves: tuple[Move, ...], case: Case) -> tuple[Move, ...]:
    """Return the moves but for care in a sentence that mocks: it earns nothing (RUBRIC 2.6)."""
    jabs = [move for move in moves if move.name in _JABS and move.strength >= _CLEAR]
    if not jabs:
        return moves
    mocking = list(_mocking(Text(case.reply), jabs))
    return tuple(
        move
        for move in moves
        if move.name not in HELPS or not any(a <= move.start < b for a, b in mocking)
    )


def _mocking(text: Text, jabs: Sequence[Move]) -> Iterator[tuple[int, int]]:
    """Yield the typed sentences that hold a jab; a bare "Haha." mocks the one before it, too."""
    before = 0
    for span in text.sentences:
        start, end = text.typed_span(span.start, span.end)
        if any(start <= jab.start < end for jab in jabs):
            yield (before if len(text.tokens_in(span)) <= _BARE else start), end
        before = start


def _is_only_conditional(moves: tuple[Move, ...]) -> bool:
    """Say whether the reply is sorry only if: no apology beside the "sorry if" stands by itself."""
    iffy = [move for move in moves if move.name == "conditional_apology" and move.strength >= _IF]
    meant = [move for move in moves if move.name == "apology" and move.strength >= _CLEAR]
    return bool(iffy) and all(
        any(other.start <= move.start < other.end for other in iffy) for move in meant
    )


def _total(shares: Mapping[str, float], amounts: Mapping[str, float]) -> float:
    return math.fsum(share * amounts.get(name, 0.0) for name, share in shares.items())


def _ceiling(moves: tuple[Move, ...], amounts: Mapping[str, float]) -> tuple[int, str]:
    """Return the lowest ceiling; without a fact of the post, care is formula and stops at 25."""
    fact = min(1.0, math.fsum(amounts.get(name, 0.0) for name in _FACTS) / _FACTS_AT)
    found = [(half_up(_FORMULA_CEILING + (100 - _FORMULA_CEILING) * fact), _NO_FACT)]
    for name, ceiling in _CEILINGS.items():
        if any(move.name == name and move.strength >= _CLEAR for move in moves):
            found.append(ceiling)
    if _is_only_conditional(moves):
        found.append((_CONDITIONAL_CEILING, _SORRY_IF))
    return min(found)


def _limit(value: int, kept: float, amounts: Mapping[str, float], moves: tuple[Move, ...]) -> str:
    if _total(HELPS, amounts) < _ANY_CARE:
        return "Nothing of what happened to them is named."
    if kept < 0.8:
        return "Words elsewhere in the reply take back the care it shows."
    if value >= _MOSTLY:
        return ""
    if amounts.get("restates_situation", 0.0) < 0.5:
        return "Little of what happened is said back in your own words."
    if not any(move.name in {"names_feeling", "acknowledges_cost"} for move in moves):
        return "What it felt like, or what it cost them, isn't named."
    if not any(move.name in {"caring_act", "carries_cost_forward"} for move in moves):
        return "The care stops short of an act that answers the cost."
    return ""


def _counts(move: Move) -> bool:
    if move.name in HELPS or move.name in COSTS or move.name in _CEILINGS:
        return move.strength > 0
    kind = catalogue().get(move.name)
    return kind is not None and kind.weight is not None and move.strength > 0
