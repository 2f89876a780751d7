"""One play-through in the terminal: its log, and its simulated clock."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from scenarios import (
    Event,
    ReplySent,
    RunFinished,
    RunState,
    ScenarioVersion,
    case_for,
    clock_label,
    replay,
    settled_minute,
)
from scoring import assess

_RATE = 5.0
"""Simulated minutes per real minute: the pace of a page whose composer has focus."""


@dataclass
class Game:
    """One play-through: the log so far and the simulated minute."""

    version: ScenarioVersion
    seed: int
    timed: bool
    wall: Callable[[], float] = time.monotonic
    events: list[Event] = field(default_factory=list)
    waited: float = 0.0

    def __post_init__(self) -> None:
        self._started = self.wall()

    @property
    def minute(self) -> float:
        """Simulated minutes since the opening post.

        Timed, the clock runs by itself and `waited` is what was skipped. Untimed, it stands
        where the last event's answer is there, and `waited` is what was asked for since.
        """
        if self.timed:
            last = self.events[-1].minute if self.events else 0.0
            return max(last, (self.wall() - self._started) / 60 * _RATE + self.waited)
        return self._settled + self.waited

    @property
    def _settled(self) -> float:
        return settled_minute(self.version, self.seed, self.events)

    def clock(self, minute: float) -> str:
        """Return the time of day at a minute, e.g. "13:25"."""
        return clock_label(self.version.starts_at, minute)

    def state(self) -> RunState:
        """Return the thread as it stands now."""
        return self._at(self.minute)

    def catch_up(self) -> None:
        """Skip to the answer that the last action sets off, if it is on its way.

        Never beyond a promised time, which is the player's to keep.
        """
        if self.timed:
            until = min(self._settled, self.promised or math.inf)
            self.waited += max(0.0, until - self.minute)

    @property
    def promised(self) -> float | None:
        """The minute of the open promise that falls due first, or None without any."""
        promises = self.state().promises
        return min((each.due for each in promises if each.kept is None), default=None)

    def act(self, action: str, text: str, due_in: float | None = None) -> ReplySent:
        """Score an action at this minute and add it to the log."""
        minute = self.minute
        due = None if due_in is None else minute + due_in
        case = case_for(
            self.version,
            self._at(minute),
            action=action,
            text=text,
            minute=minute,
            timed=self.timed,
            due=due,
        )
        event = ReplySent(minute=minute, action=action, text=text, assessment=assess(case), due=due)
        self.events.append(event)
        if not self.timed:
            self.waited = 0.0
        return event

    def finish(self) -> None:
        """End the run here, unless it is over by itself."""
        if not self.state().is_over:
            self.events.append(RunFinished(minute=self.minute))

    def _at(self, minute: float) -> RunState:
        return replay(self.version, self.seed, self.events, minute)
