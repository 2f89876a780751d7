"""The score of a whole thread, from the scores of its public brand turns."""

from collections.abc import Sequence
from statistics import fmean

from scoring.rubric.rounding import half_up

FIRST_SHARE = 0.7
"""Share of the first reply in a thread's speed; the rest is the mean of the follow-ups."""


def thread_score(overalls: Sequence[int], *, auto_failed: bool = False) -> int:
    """Return 0-100 for the turns' overall scores, in order (RUBRIC 2.8).

    0.7 of the weighted mean plus 0.3 of the worst turn. An auto-failed turn
    makes the thread 0.

    Raises:
        ValueError: There is no turn.
    """
    if not overalls:
        raise ValueError("a thread score needs at least one graded turn")
    if auto_failed:
        return 0
    return half_up(0.7 * _turns_mean(overalls) + 0.3 * min(overalls))


def thread_speed(first: float, follow_ups: Sequence[float]) -> float:
    """Return the thread's speed, 0-100: 0.7 of the first reply, 0.3 of the follow-ups' mean."""
    if not follow_ups:
        return first
    return FIRST_SHARE * first + (1 - FIRST_SHARE) * fmean(follow_ups)


def _turns_mean(overalls: Sequence[int]) -> float:
    if len(overalls) == 1:
        return float(overalls[0])
    first, *middle, last = overalls
    if not middle:
        return 0.55 * first + 0.45 * last
    return 0.4 * first + 0.3 * fmean(middle) + 0.3 * last
