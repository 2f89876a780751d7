"""The clock on the desk: what it shows now, and what a script needs to let it run on."""

from dataclasses import dataclass

from scenarios import clock_label
from trainer.practice.pace import FAST, GUIDED, STEADY, fastest
from trainer.practice.queries import RunView


@dataclass(frozen=True, kw_only=True)
class ClockView:
    """The simulated clock.

    `rate`, `writing_rate` and `waiting_rate` are simulated minutes per real one: as it goes, as
    it goes while something is being written, and the fastest that is allowed now. `due_ms` is in
    how many real milliseconds the thread will change by itself. `was_left`: it was paused because
    its page was left, so it goes on once that is looked at again.
    """

    label: str
    minute: float
    starts: int
    rate: float
    writing_rate: float
    waiting_rate: float
    due_ms: int | None
    is_timed: bool
    is_paused: bool
    was_left: bool
    says: str


def _minute_of_day(starts_at: str) -> int:
    hours, minutes = starts_at.split(":")
    return int(hours) * 60 + int(minutes)


def clock_of(view: RunView) -> ClockView:
    """Return the clock of a run as it stands now."""
    guided = view.run.guided
    due = view.state.next_due
    due_ms = None
    if due is not None and view.rate > 0:
        due_ms = max(0, round((due - view.minute) / view.rate * 60_000))
    return ClockView(
        label=clock_label(view.version.starts_at, view.minute),
        minute=view.minute,
        starts=_minute_of_day(view.version.starts_at),
        rate=view.rate,
        writing_rate=GUIDED if guided else STEADY,
        waiting_rate=fastest(view.state, is_guided=guided),
        due_ms=due_ms,
        is_timed=view.run.timed,
        is_paused=view.is_paused,
        was_left=view.was_left,
        says=_rate_words(view),
    )


def _rate_words(view: RunView) -> str:
    if not view.run.timed:
        return "Untimed"
    if view.state.is_over:
        return "It’s over"
    if view.is_paused:
        return "Paused"
    if view.rate == GUIDED:
        return "Real time"
    if view.rate == FAST or view.state.waiting_since is None:
        return f"{view.rate:g}×, nobody is waiting"
    return f"{view.rate:g}×, {view.version.customer.name.split()[0]} is waiting"
