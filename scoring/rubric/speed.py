"""Speed S: how soon the answer came, against the target for its channel and severity."""

import math

from scoring.case import Case, Flag, Holding, Severity
from scoring.rubric import Rubric, load
from scoring.rubric.rounding import half_up

_AT_ONCE = frozenset({Flag.SAFETY, Flag.VULNERABLE})

HOLDING_DISCOUNT = 0.5
"""Share of the time after a kept holding reply that still counts as waiting."""


def speed_curve(u: float) -> float:
    """Return S(u) = 100 / (1 + 0.25 u^1.5) for the wait as a share of the target, u >= 0.

    Flat near 0 (zone of tolerance, Hogreve et al. 2017), 80 at the target, a long
    tail. The form and the 0.25 are design choices.
    """
    return 100 / (1 + 0.25 * math.pow(u, 1.5))


def target_minutes(case: Case, rubric: Rubric | None = None) -> float:
    """Return the target first-reply time in minutes.

    A danger or a vulnerable person is treated as P1, whatever severity is given. Follower count
    never enters.
    """
    if case.target_minutes is not None:
        return case.target_minutes
    numbers = rubric or load()
    severity = Severity.P1 if _AT_ONCE & case.flags else case.severity
    return numbers.target_minutes[case.channel] * numbers.severity_factor[severity]


def effective_wait(minutes: float, holding: Holding | None) -> float:
    """Return the wait that counts: half the time after a holding reply that was kept."""
    if holding is None or minutes > holding.due or minutes < holding.sent:
        return minutes
    return holding.sent + HOLDING_DISCOUNT * (minutes - holding.sent)


def speed(case: Case) -> int | None:
    """Return S as an integer 0-100, or None when the case is untimed or answers a troll."""
    if case.minutes is None or Flag.TROLL in case.flags:
        return None
    return half_up(speed_curve(wait_share(case) or 0.0))


def wait_share(case: Case) -> float | None:
    """Return u, the effective wait as a share of the target, or None when untimed."""
    if case.minutes is None:
        return None
    return effective_wait(case.minutes, case.holding) / target_minutes(case)
