"""From the wall's clock to the run's: simulated minutes, as stored segments say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scenarios.errors import ClockError

_DAY = 24 * 60


@dataclass(frozen=True, kw_only=True)
class Segment:
    """From the moment `wall` (seconds since the epoch) on, the run's clock has this `rate`.

    `rate` is simulated minutes per real minute, 0 or more; 0 is paused.
    """

    wall: float
    rate: float


def minute_at(segments: Sequence[Segment], wall: float) -> float:
    """Return the run's minute at a moment of the wall's clock, 0 or more.

    Before the first segment, and without any, it is 0. The last segment goes on for ever.

    Raises:
        ClockError: Segments are out of order, or a rate is negative.
    """
    if not segments or wall <= segments[0].wall:
        _check(segments)
        return 0.0
    _check(segments)
    ends = [segment.wall for segment in segments[1:]] + [wall]
    spans = (
        max(0.0, min(end, wall) - segment.wall) * segment.rate
        for segment, end in zip(segments, ends, strict=True)
    )
    return sum(spans) / 60


def clock_label(starts_at: str, minute: float) -> str:
    """Return the time on screen, e.g. "13:25", for a run that opens at `starts_at` ("13:05")."""
    hours, minutes = starts_at.split(":")
    total = (int(hours) * 60 + int(minutes) + int(minute)) % _DAY
    return f"{total // 60:02d}:{total % 60:02d}"


def _check(segments: Sequence[Segment]) -> None:
    for segment in segments:
        if not segment.rate >= 0:
            raise ClockError(f"rate is {segment.rate!r}: use 0 (paused) or more")
    for earlier, later in pairwise(segments):
        if later.wall < earlier.wall:
            raise ClockError(
                f"a segment at {later.wall!r} follows one at {earlier.wall!r}: sort them by wall"
            )
