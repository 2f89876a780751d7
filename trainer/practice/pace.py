"""How fast a run's clock goes: 5x while somebody waits, 20x while nobody does.

The server decides. A fast stretch is stored with the minute at which the thread next changes by
itself, and ends there, so a page that sleeps or asks late never burns a customer's wait at 20x.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scenarios import RunState, Segment
from trainer.models import Event as EventRow
from trainer.models import EventKind
from trainer.models.types import JsonObject

PAUSED, GUIDED, STEADY, FAST = 0.0, 1.0, 5.0, 20.0
RATES = (PAUSED, GUIDED, STEADY, FAST)
"""Simulated minutes per real minute that a form may ask for; 0 is a pause."""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """A rate in simulated minutes per real one; `until` is the run's minute at which it ends.

    From there on, or from the member's next action if that comes first, the rate is `STEADY`.
    """

    rate: float
    until: float | None = None

    def as_dict(self) -> JsonObject:
        """Return what is stored of it."""
        return {"rate": self.rate} | ({} if self.until is None else {"until": self.until})


def opening_pace(*, is_guided: bool) -> Pace:
    """Return the pace that a run starts with: one that works without script."""
    return Pace(rate=GUIDED if is_guided else STEADY)


def fastest(state: RunState, *, is_guided: bool) -> float:
    """Return the fastest rate that the clock may have now: 20 only while nobody waits."""
    if is_guided:
        return GUIDED
    return FAST if state.waiting_since is None and not state.is_over else STEADY


def allowed(rate: float, state: RunState, *, is_guided: bool) -> Pace:
    """Return the pace that a member who asks for this rate gets."""
    given = min(rate, fastest(state, is_guided=is_guided))
    return Pace(rate=given, until=state.next_due if given == FAST else None)


def segments_of(rows: Iterable[EventRow]) -> tuple[Segment, ...]:
    """Return the clock's segments by a run's stored events, in their order.

    The last ones may begin later than now: that is where a fast stretch will end.
    """
    found: list[Segment] = []
    end: float | None = None
    for row in rows:
        wall = row.wall_at.timestamp()
        while found and found[-1].wall > wall:
            found.pop()  # Something came before the fast stretch was over.
        is_fast = bool(found) and end is not None and found[-1].rate == FAST
        if row.kind == EventKind.CLOCK:
            found.extend(_stretch(row, wall))
            end = row.payload.get("until")
        elif is_fast:
            found.append(Segment(wall=wall, rate=STEADY))
            end = None
    return tuple(found)


def _stretch(row: EventRow, wall: float) -> Iterator[Segment]:
    rate, until = row.payload["rate"], row.payload.get("until")
    yield Segment(wall=wall, rate=rate)
    if until is not None:
        yield Segment(wall=wall + 60 * max(0.0, until - row.minute) / rate, rate=STEADY)
