"""Times that the trainee promised: open, kept or missed."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from scenarios.events import ReplySent
from scoring import Promise

GRACE = 1.0
"""Minutes after a promised time that still keep it: the clock on screen shows whole minutes."""


@dataclass(frozen=True, kw_only=True)
class Pledge:
    """A time promised by a holding reply or by an answer. An untimed one never falls due."""

    promise: Promise
    is_hold: bool
    is_timed: bool

    @property
    def is_open(self) -> bool:
        """Whether it is neither kept nor missed yet."""
        return self.promise.kept is None

    @property
    def last_minute(self) -> float:
        """The minute at which it counts as missed."""
        return self.promise.due + GRACE


class Pledges:
    """Every promise of a run, oldest first."""

    def __init__(self) -> None:
        self._pledges: list[Pledge] = []

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The promises as the scorer knows them; `due` in the run's minutes."""
        return tuple(pledge.promise for pledge in self._pledges)

    @property
    def latest_due(self) -> float | None:
        """The minute promised last, kept or not."""
        return self._pledges[-1].promise.due if self._pledges else None

    @property
    def open_hold(self) -> Pledge | None:
        """The holding reply that is still to be followed by an answer."""
        return next((pledge for pledge in self._pledges if pledge.is_hold and pledge.is_open), None)

    @property
    def next_open(self) -> Pledge | None:
        """The open promise for the earliest time, though it be an untimed one."""
        return _first(pledge for pledge in self._pledges if pledge.is_open)

    @property
    def falling_due(self) -> Pledge | None:
        """The open promise that falls due first."""
        return _first(pledge for pledge in self._pledges if pledge.is_open and pledge.is_timed)

    def add(self, event: ReplySent) -> bool:
        """Note the time that an action promises; return whether there is one to come."""
        if event.due is None or not event.minute < event.due < math.inf:
            return False
        pledge = Pledge(
            promise=Promise(text=event.text, due=event.due),
            is_hold=event.action == "hold",
            is_timed=event.assessment.speed is not None,
        )
        self._pledges.append(pledge)
        return True

    def keep(self) -> None:
        """Mark every open promise as kept: an answer with substance has come."""
        self._pledges = [
            _settled(pledge, kept=True) if pledge.is_open else pledge for pledge in self._pledges
        ]

    def miss(self, missed: Pledge) -> None:
        """Mark a promise as missed, and with it whatever else was promised for that minute."""
        self._pledges = [
            _settled(pledge, kept=False)
            if pledge.is_open and pledge.is_timed and pledge.promise.due == missed.promise.due
            else pledge
            for pledge in self._pledges
        ]


def _first(pledges: Iterable[Pledge]) -> Pledge | None:
    return min(pledges, key=lambda pledge: pledge.last_minute, default=None)


def _settled(pledge: Pledge, *, kept: bool) -> Pledge:
    return replace(pledge, promise=replace(pledge.promise, kept=kept))
