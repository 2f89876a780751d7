"""The total: a weighted geometric mean under ceilings, the lowest of which wins.

A plain mean lets charm buy back contempt; observers remember the insult. So the
scores multiply, each headline score has its own ceiling, and gates come on top.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.assessment import Ceiling
from scoring.case import Turn
from scoring.rubric import load
from scoring.rubric.rounding import half_up

FLOOR = 5
"""A score below this counts as this much in the mean, so that one zero is not the whole story."""

LOW_EMOTION = 0.3
"""Below this emotion need, missing empathy sets no ceiling."""

_CAPS = ("cap_D", "cap_E", "cap_O", "cap_N", "cap_H", "cap_S")
_GATES = tuple(f"K{number}" for number in range(1, 12))
_TIE_ORDER = {rule: place for place, rule in enumerate((*_GATES, *_CAPS, "Q"))}


@dataclass(frozen=True, kw_only=True)
class Scores:
    """The eight scores, integers 0-100; None where unscored. D is 0 at best."""

    S: int | None
    E: int
    O: int | None  # noqa: E741 - the rubric's own letter
    D: int | None
    H: int
    V: int
    C: int
    G: int

    @property
    def N(self) -> int | None:  # noqa: N802 - the rubric's own letter
        """Openness, 100 - defensiveness."""
        return None if self.D is None else 100 - self.D


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What decides the weights and which caps apply.

    `emotion_need` runs from 0 to 1. `cue_defensiveness` is D from the cues found,
    which caps praise and questions too, where D itself is not scored.
    """

    turn: Turn
    emotion_need: float
    cue_defensiveness: float
    is_praise: bool = False
    is_question: bool = False

    @property
    def is_courtesy(self) -> bool:
        """Praise or a plain question: ownership and defensiveness are not scored."""
        return self.is_praise or self.is_question


def ceilings(
    scores: Scores, setting: Setting, gates: Iterable[Ceiling] = ()
) -> tuple[Ceiling, ...]:
    """Return every candidate for the total, lowest first.

    On a tie gates come first in number order, then caps, then the mean.
    """
    found = [*gates, *_caps(scores, setting), Ceiling(rule="Q", value=mean(scores, setting))]
    return tuple(sorted(found, key=lambda item: (item.value, _TIE_ORDER[item.rule])))


def total(candidates: tuple[Ceiling, ...]) -> int:
    """Return the overall score, 0-100: the lowest candidate, halves up, never below 0."""
    return max(0, half_up(candidates[0].value))


def mean(scores: Scores, setting: Setting) -> float:
    """Return Q, the weighted geometric mean of the scores that are there, 5 to 100."""
    weights = _weights(setting)
    values = {letter: getattr(scores, letter) for letter in weights}
    present = {letter: value for letter, value in values.items() if value is not None}
    whole = math.fsum(weights[letter] for letter in present)
    logs = math.fsum(weights[k] * math.log(max(value, FLOOR)) for k, value in present.items())
    return math.exp(logs / whole)


def _weights(setting: Setting) -> dict[str, float]:
    weights = load().weights[setting.turn].model_dump()
    if setting.is_courtesy:
        moved = weights["E"] * (1 - setting.emotion_need)
        weights["E"] -= moved
        weights["G" if setting.is_praise else "H"] += moved
        del weights["O"], weights["N"]
    return weights


def _caps(scores: Scores, setting: Setting) -> Iterable[Ceiling]:
    yield Ceiling(rule="cap_D", value=max(0.0, 100 - 1.25 * max(0.0, _cue_d(scores, setting) - 5)))
    if not setting.is_courtesy:
        empathy = 100 if setting.emotion_need < LOW_EMOTION else scores.E
        yield Ceiling(rule="cap_E", value=60 + 0.5 * empathy)
        if scores.O is not None:
            yield Ceiling(rule="cap_O", value=40 + 0.8 * scores.O)
        if scores.N is not None:
            yield Ceiling(rule="cap_N", value=40 + 0.8 * scores.N)
    yield Ceiling(rule="cap_H", value=min(100.0, 15.0 + scores.H))
    if scores.S is not None:
        yield Ceiling(rule="cap_S", value=50 + 0.625 * scores.S)


def _cue_d(scores: Scores, setting: Setting) -> float:
    return setting.cue_defensiveness if scores.D is None else scores.D
