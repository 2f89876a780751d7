"""Who runs a job. Whoever writes here holds the job's lease, or changes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, and_, or_, select, update

from trainer.database import begin_writing
from trainer.identifiers import new_public_id
from trainer.models import Job, JobState
from trainer.models.types import JsonObject
from trainer.scope import ScopedSession

MOST_ATTEMPTS = 3
"""A job whose worker died so often is given up: it is probably what kills them."""


@dataclass(frozen=True, kw_only=True)
class Lease:
    """The right to run a job, for as long as its owner says so in time."""

    job_id: int
    owner: str
    kind: str
    params: JsonObject


@dataclass(frozen=True, kw_only=True)
class Pulse:
    """What a heartbeat hears: whether the lease is still ours, and whether to stop."""

    is_ours: bool
    is_cancelled: bool


def claim(session: ScopedSession, *, now: datetime, length: timedelta) -> Lease | None:
    """Take the oldest job that nobody runs, and commit; None if there is none.

    A job whose lease ran out starts again from nothing.
    """
    if session.scalar(_free(now).with_only_columns(Job.id)) is None:
        session.commit()
        return None
    begin_writing(session)
    lease = None
    while lease is None and (job := _next_free(session, now)) is not None:
        if not _settle(job, now):
            lease = _take(job, now + length)
        session.flush()  # The next look must not find it again.
    session.commit()
    return lease


def beat(
    session: ScopedSession, lease: Lease, *, until: datetime, done: int, total: int | None
) -> Pulse:
    """Hold the lease on, note the progress, and say what was heard."""
    begin_writing(session)
    row = session.execute(
        update(Job)
        .where(Job.id == lease.job_id, Job.lease_owner == lease.owner)
        .where(Job.state == JobState.RUNNING)
        .values(lease_until=until, done=done, total=total)
        .returning(Job.cancel_requested)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    session.commit()
    return Pulse(is_ours=row is not None, is_cancelled=row is not None and row[0])


def finish(
    session: ScopedSession,
    lease: Lease,
    state: JobState,
    *,
    now: datetime,
    done: int,
    total: int | None,
    result: JsonObject | None = None,
    error: str | None = None,
) -> bool:
    """End the job; False, and nothing changed, if the lease went to somebody else."""
    return _release(
        session,
        lease,
        state=state,
        done=done,
        total=total,
        result=result,
        error=error,
        finished_at=now,
    )


def give_back(session: ScopedSession, lease: Lease) -> bool:
    """Put the job back in the queue, as if it had never been taken."""
    return _release(
        session, lease, state=JobState.QUEUED, attempts=Job.attempts - 1, done=0, total=None
    )


def _free(now: datetime) -> Select[Job]:
    is_abandoned = and_(Job.state == JobState.RUNNING, Job.lease_until < now)
    return (
        select(Job)
        .where(or_(Job.state == JobState.QUEUED, is_abandoned))
        .order_by(Job.created_at, Job.id)
        .limit(1)
        .execution_options(populate_existing=True)
    )


def _next_free(session: ScopedSession, now: datetime) -> Job | None:
    return session.scalars(_free(now).with_for_update(skip_locked=True)).one_or_none()


def _settle(job: Job, now: datetime) -> bool:
    """End a free job that must not run again; return whether it was one."""
    if job.cancel_requested:
        job.state = JobState.CANCELLED
    elif job.attempts >= MOST_ATTEMPTS:
        job.state = JobState.FAILED
        job.error = f"It was begun {MOST_ATTEMPTS} times, and each time Poise stopped in between."
    else:
        return False
    job.finished_at, job.lease_owner = now, None
    return True


def _take(job: Job, until: datetime) -> Lease:
    job.state, job.lease_until, job.lease_owner = JobState.RUNNING, until, new_public_id()
    job.attempts, job.done, job.total = job.attempts + 1, 0, None
    return Lease(job_id=job.id, owner=job.lease_owner, kind=job.kind, params=dict(job.params))


def _release(session: ScopedSession, lease: Lease, **values: object) -> bool:
    begin_writing(session)
    row = session.execute(
        update(Job)
        .where(Job.id == lease.job_id, Job.lease_owner == lease.owner)
        .where(Job.state == JobState.RUNNING)
        .values(lease_owner=None, lease_until=None, **values)
        .returning(Job.id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    session.commit()
    return row is not None
