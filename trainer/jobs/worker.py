"""Running jobs: take one, hold its lease while it runs, store what came of it."""

import logging
import threading
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from trainer.config import Settings
from trainer.database import Database
from trainer.errors import PoiseError
from trainer.files import FileStore
from trainer.intake import clean
from trainer.jobs import lease as leases
from trainer.jobs.heart import Heart
from trainer.jobs.kinds import KINDS
from trainer.jobs.lease import Lease
from trainer.jobs.uploads import forget_uploads
from trainer.jobs.work import JobInterruptedError, Timing, Work
from trainer.models import JobState, Organisation
from trainer.models.types import JsonObject
from trainer.scope import ScopedSession
from trainer.scorefile import ScoreFileError

_DRAFT_AGE = 24 * 3600.0  # Seconds; whoever still writes has written since.
_OVERLAP = timedelta(minutes=5)
"""How far the clocks of machines that share a database may be apart."""
_log = logging.getLogger(__name__)


class Worker:
    """A thread that runs queued jobs for as long as the `with` block lasts.

    Leaving the block gives a job that is running back to the queue.
    """

    def __init__(
        self, database: Database, settings: Settings, *, timing: Timing | None = None
    ) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=run_pending,
            args=(database, settings, self._stop),
            kwargs={"timing": timing},
            name="poise-jobs",
            daemon=True,
        )

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


def run_pending(
    database: Database,
    settings: Settings,
    stop: threading.Event,
    *,
    timing: Timing | None = None,
) -> None:
    """Run every organisation's jobs, one after the other, until `stop` is set."""
    runner = _Runner(database, settings, stop, timing or Timing())
    while not stop.is_set():
        try:
            is_idle = not runner.run_round()
        except (SQLAlchemyError, OSError):
            # The database or the disk may be away for a moment; the jobs are still there then.
            _log.exception("jobs can't be read; trying again")
            is_idle = True
        if is_idle:
            stop.wait(runner.timing.pause)


class _Runner:
    """One worker's rounds over the organisations."""

    def __init__(
        self, database: Database, settings: Settings, stop: threading.Event, timing: Timing
    ) -> None:
        self._database = database
        self._files = FileStore(folder=settings.files, limit_mb=settings.max_upload_mb)
        self._stop = stop
        self._tidied: dict[int, datetime] = {}
        self.timing = timing

    def run_round(self) -> bool:
        """Run at most one job of each organisation, in turn; return whether there was one."""
        # A worker that was killed has left its drafts behind.
        self._files.sweep(before=time.time() - _DRAFT_AGE)
        with self._database.session() as session:
            organisations = session.scalars(select(Organisation.id).order_by(Organisation.id)).all()
        # A list: one organisation's work must not keep the next from its turn.
        ran = [self._run_one(one) for one in organisations if not self._stop.is_set()]
        return any(ran)

    def _run_one(self, organisation_id: int) -> bool:
        def session() -> ScopedSession:
            return self._database.session_for(organisation_id)

        with session() as opened:
            self._tidy(opened, organisation_id)
            lease = leases.claim(opened, now=self.timing.now(), length=self.timing.lease)
        if lease is None:
            return False
        work = Work(params=lease.params, files=self._files, is_closing=self._stop)
        with Heart(session, lease, work, self.timing):
            outcome = _outcome(lease, work)
        with session() as opened:
            self._store(opened, lease, work, outcome)
        return True

    def _tidy(self, session: ScopedSession, organisation_id: int) -> None:
        """Let go of the uploads of jobs that ended since the last look, or ever at the first."""
        now = self.timing.now()
        since = self._tidied.get(organisation_id)
        forget_uploads(session, self._files, since=since and since - _OVERLAP)
        self._tidied[organisation_id] = now

    def _store(
        self, session: ScopedSession, lease: Lease, work: Work, outcome: "_Outcome | None"
    ) -> None:
        if outcome is None:
            leases.give_back(session, lease)
            return
        is_whole = outcome.state is JobState.DONE
        is_stored = leases.finish(
            session,
            lease,
            outcome.state,
            now=self.timing.now(),
            done=work.total if is_whole and work.total is not None else work.done,
            total=work.total,
            result=outcome.result,
            error=outcome.error,
        )
        if not is_stored:
            _log.warning("job %s went to another worker; this result is dropped", lease.job_id)
            for value in (outcome.result or {}).values():
                self._files.remove(str(value))


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    """How a job ended."""

    state: JobState
    result: JsonObject | None = None
    error: str | None = None


def _outcome(lease: Lease, work: Work) -> _Outcome | None:
    """Run the job and return how it ended, or None: it has to be run again, by whoever can."""
    kind = KINDS.get(lease.kind)
    if kind is None:
        error = f"This version of Poise knows no work called {lease.kind!r}."
        return _Outcome(state=JobState.FAILED, error=error)
    try:
        return _Outcome(state=JobState.DONE, result=kind(work))
    except JobInterruptedError:
        return _Outcome(state=JobState.CANCELLED) if work.is_cancelled.is_set() else None
    except (PoiseError, ScoreFileError) as error:
        # It may quote the file, and the file may hold what no database keeps.
        return _Outcome(state=JobState.FAILED, error=clean(str(error)))
    except Exception as error:  # noqa: BLE001 - a kind's fault must end its job, not the worker
        _log.exception("job %s failed", lease.job_id)
        reason = f"Poise itself made a mistake ({type(error).__name__}). The log says more."
        return _Outcome(state=JobState.FAILED, error=reason)
