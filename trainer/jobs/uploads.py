"""Letting go of uploads: once a job is over, nothing reads its file again."""

from datetime import datetime

from sqlalchemy import select

from trainer.files import FileStore
from trainer.models import Job, JobState
from trainer.scope import ScopedSession

_OVER = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def forget_uploads(session: ScopedSession, files: FileStore, *, since: datetime | None) -> None:
    """Remove the file of `params["file"]` of every job that ended at `since` or later.

    Whoever ended it may have no store at hand, or be killed before it came to this; so it is
    done from the rows, and doing it again is harmless. A job that goes back to the queue keeps
    its file.
    """
    ended = select(Job.params).where(Job.state.in_(_OVER))
    if since is not None:
        ended = ended.where(Job.finished_at >= since)
    for params in session.scalars(ended):
        files.remove(str(params.get("file", "")))
    session.commit()
