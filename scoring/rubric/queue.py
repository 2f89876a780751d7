"""Speed over a queue of complaints: whose wait counts, and what was answered out of order.

Times are simulated minutes. The weights and the share of unstaffed time are design choices.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from scoring.case import Severity
from scoring.rubric.speed import speed_curve

UNSTAFFED_SHARE = 0.25
"""Share of unstaffed minutes that counts for the agent; the customer's own clock never stops."""

WEIGHTS = {Severity.P1: 4.0, Severity.P2: 2.0, Severity.P3: 1.0, Severity.P4: 0.5}
"""What one complaint of each severity weighs in a queue's speed."""


@dataclass(frozen=True, kw_only=True)
class Queued:
    """One complaint of a queue.

    `answered` is None for silence: then the wait runs to the end of the session. `busy` is the
    time spent, while it waited, on writing something at least as urgent.
    """

    severity: Severity
    target: float
    arrived: float
    answered: float | None = None
    busy: float = 0.0


def staffed_wait(
    staffed: float, unstaffed: float, *, severity: Severity, route_posted: bool = False
) -> float:
    """Return the agent's wait: staffed minutes and a share of the unstaffed ones.

    All of them count for P1; none do if hours and an emergency route were posted.
    """
    if severity is Severity.P1:
        return staffed + unstaffed
    return staffed + (0.0 if route_posted else UNSTAFFED_SHARE) * unstaffed


def queue_wait(item: Queued, end: float) -> float:
    """Return the wait that counts: not the time spent on something at least as urgent."""
    waited = (end if item.answered is None else item.answered) - item.arrived
    return max(0.0, waited - min(item.busy, item.target))


def queue_speed(items: Sequence[Queued], end: float) -> float | None:
    """Return the queue's speed, 0-100, weighted by severity; None for an empty queue."""
    if not items:
        return None
    weights = [WEIGHTS[item.severity] for item in items]
    return fmean((speed_curve(queue_wait(item, end) / item.target) for item in items), weights)


def priority_inversions(items: Sequence[Queued]) -> int:
    """Return how often a complaint was answered while a graver one was already waiting."""
    return sum(
        _jumps(first, graver)
        for first in items
        for graver in items
        if WEIGHTS[graver.severity] > WEIGHTS[first.severity]
    )


def _jumps(first: Queued, graver: Queued) -> bool:
    if first.answered is None or graver.arrived > first.answered:
        return False
    return graver.answered is None or graver.answered > first.answered
