"""Holding a lease on, beside the work: a thread that says "still here" and listens."""

import logging
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy.exc import SQLAlchemyError

from trainer.jobs.lease import Lease, beat
from trainer.jobs.work import Timing, Work
from trainer.scope import ScopedSession

_log = logging.getLogger(__name__)


class Heart:
    """Beats for as long as the `with` block lasts."""

    def __init__(
        self, sessions: Callable[[], ScopedSession], lease: Lease, work: Work, timing: Timing
    ) -> None:
        self._sessions = sessions
        self._lease = lease
        self._work = work
        self._timing = timing
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="poise-jobs-heart", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._timing.beat):
            try:
                self._beat()
            except SQLAlchemyError:
                # One missed beat is no loss: the lease outlasts several.
                _log.warning("a heartbeat was missed", exc_info=True)

    def _beat(self) -> None:
        with self._sessions() as session:
            pulse = beat(
                session,
                self._lease,
                until=self._timing.now() + self._timing.lease,
                done=self._work.done,
                total=self._work.total,
            )
        if pulse.is_cancelled:
            self._work.is_cancelled.set()
        if not pulse.is_ours:
            self._work.is_lost.set()
