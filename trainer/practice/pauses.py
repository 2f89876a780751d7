"""How often and how long a run stood still: speed is simulated time, so a pause flatters it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scenarios import Segment
from trainer.practice import words

SHORTEST = 2.0
"""Real seconds; a page that is loaded again stands still for less, and that is no pause."""


@dataclass(frozen=True, kw_only=True)
class Pauses:
    """The pauses of a run, by hand or because its page was left; `minutes` are real ones."""

    count: int = 0
    minutes: float = 0.0

    @property
    def says(self) -> str:
        """The pauses in words for the debrief; empty where there was none."""
        if not self.count:
            return ""
        times = "once" if self.count == 1 else "twice" if self.count == 2 else f"{self.count} times"
        length = words.minutes(self.minutes) + (" in all" if self.count > 1 else "")
        return f"Paused {times}, {length}. Speed counts simulated minutes, and a pause adds none."


def pauses_of(segments: Sequence[Segment], until: datetime) -> Pauses:
    """Return the pauses of a clock's segments, the last one up to `until`."""
    ends = [*(segment.wall for segment in segments[1:]), until.timestamp()]
    lengths: list[float] = []
    was_paused = False
    for segment, end in zip(segments, ends, strict=True):
        is_paused = segment.rate == 0
        if is_paused:
            if not was_paused:
                lengths.append(0.0)
            lengths[-1] += max(0.0, end - segment.wall)
        was_paused = is_paused
    counted = [seconds for seconds in lengths if seconds >= SHORTEST]
    return Pauses(count=len(counted), minutes=sum(counted) / 60)
