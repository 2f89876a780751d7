"""Long work: a row with a lease, a progress and a result, run by a thread or by `poise work`."""

from trainer.jobs.kinds import KINDS
from trainer.jobs.queries import job_of, latest_jobs
from trainer.jobs.services import cancel, queue, remove
from trainer.jobs.work import Timing, Work
from trainer.jobs.worker import Worker, run_pending

__all__ = [
    "KINDS",
    "Timing",
    "Work",
    "Worker",
    "cancel",
    "job_of",
    "latest_jobs",
    "queue",
    "remove",
    "run_pending",
]
