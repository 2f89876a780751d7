"""What a member does with jobs. Each function commits once, at its end."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from trainer.database import begin_writing
from trainer.errors import InputError, JobNotFoundError
from trainer.files import FileStore
from trainer.intake import check_key
from trainer.jobs.kinds import KINDS
from trainer.jobs.queries import job_of
from trainer.models import Job, JobState, Member
from trainer.models.types import JsonObject
from trainer.scope import ScopedSession

_RESULT_FILES = ("results", "rejects", "shown")


def queue(
    session: ScopedSession,
    *,
    member: Member,
    kind: str,
    params: JsonObject,
    key: str,
    now: datetime,
) -> Job:
    """Put work in the queue and return its job; the same key returns it again.

    Raises:
        InputError: The kind or the key is unknown.
    """
    check_key(key)
    if kind not in KINDS:
        raise InputError("kind", kind, f"use one of {', '.join(sorted(KINDS))}")
    by_key = select(Job).where(Job.member_id == member.id, Job.key == key)
    if (saved := session.scalars(by_key).one_or_none()) is not None:
        return saved
    begin_writing(session)
    job = Job(member_id=member.id, kind=kind, params=params, key=key, created_at=now)
    try:
        session.add(job)
        session.commit()
    except IntegrityError:
        # The same form came twice, and the other one was first.
        session.rollback()
        return session.scalars(by_key).one()
    return job


def cancel(session: ScopedSession, *, member: Member, job_id: str, now: datetime) -> Job:
    """Stop a job and return it: at once if it waits, else as soon as its worker looks up.

    One that is over stays as it is.

    Raises:
        JobNotFoundError: This member has no such job.
    """
    begin_writing(session)
    job = job_of(session, member=member, job_id=job_id)
    if job is None:
        session.commit()
        raise JobNotFoundError(job_id)
    # PostgreSQL: a worker may be taking it at this moment.
    session.refresh(job, with_for_update=True)
    is_held = job.state == JobState.RUNNING and job.lease_until and job.lease_until > now
    if is_held:
        job.cancel_requested = True
    elif not job.is_over:
        job.state, job.finished_at, job.lease_owner = JobState.CANCELLED, now, None
    session.commit()
    return job


def remove(session: ScopedSession, *, member: Member, job_id: str, files: FileStore) -> None:
    """Forget a job that is over, with its upload and its results; one that is not stays.

    Raises:
        JobNotFoundError: This member has no such job.
    """
    begin_writing(session)
    job = job_of(session, member=member, job_id=job_id)
    if job is None:
        session.commit()
        raise JobNotFoundError(job_id)
    # PostgreSQL: a worker may be finishing it at this moment.
    session.refresh(job, with_for_update=True)
    if not job.is_over:
        session.commit()
        return
    names = (job.params.get("file"), *((job.result or {}).get(each) for each in _RESULT_FILES))
    session.delete(job)
    session.commit()
    # After the commit: a file without a job is only clutter, a job without its file is broken.
    for name in filter(None, names):
        files.remove(name)
