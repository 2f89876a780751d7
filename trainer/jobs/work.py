"""What a kind of job is given: its parameters, the files, and a way to say how far it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event

from trainer.errors import PoiseError
from trainer.files import FileStore
from trainer.models.types import JsonObject


class JobInterruptedError(PoiseError):
    """The job must stop now: it was cancelled, its lease was lost, or the worker is closing."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Timing:
    """How a worker keeps time.

    A lease of `lease` is held on every `beat` seconds; an idle worker looks again after `pause`
    seconds.
    """

    lease: timedelta = timedelta(seconds=30)
    beat: float = 2.0
    pause: float = 0.5
    now: Callable[[], datetime] = _now


@dataclass(kw_only=True)
class Work:
    """One job being run. `progress` is the only thing that a kind has to call."""

    params: JsonObject
    files: FileStore
    done: int = 0
    total: int | None = None
    is_cancelled: Event = field(default_factory=Event)
    is_lost: Event = field(default_factory=Event)
    is_closing: Event = field(default_factory=Event)

    def progress(self, done: int, total: int | None) -> None:
        """Note how far the job is; call it often, it costs nothing.

        Raises:
            JobInterruptedError: Stop at once and leave nothing behind.
        """
        self.done, self.total = done, total
        if self.is_cancelled.is_set() or self.is_lost.is_set() or self.is_closing.is_set():
            raise JobInterruptedError("the job was stopped")


Kind = Callable[[Work], JsonObject]
"""Runs a job from the start and returns its result; a second run must not double anything.

An upload of `params["file"]` is the job's own: it is removed once the job is over.
"""
