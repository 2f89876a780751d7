"""A member's jobs, as they stand."""

from sqlalchemy import select

from trainer.models import Job, Member
from trainer.scope import ScopedSession


def job_of(session: ScopedSession, *, member: Member, job_id: str) -> Job | None:
    """Return a member's job by its public id as it is now, or None: not theirs, or no such job."""
    return session.scalars(
        select(Job)
        .where(Job.public_id == job_id, Job.member_id == member.id)
        # A worker changes the row; what this session read before is old.
        .execution_options(populate_existing=True)
    ).one_or_none()


def latest_jobs(session: ScopedSession, *, member: Member, limit: int = 10) -> tuple[Job, ...]:
    """Return a member's last jobs, newest first."""
    rows = session.scalars(
        select(Job)
        .where(Job.member_id == member.id)
        .order_by(Job.created_at.desc(), Job.id.desc())
        .limit(limit)
        .execution_options(populate_existing=True)
    )
    return tuple(rows)
