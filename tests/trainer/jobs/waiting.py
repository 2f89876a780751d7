"""Workers that hurry, and waiting for what they do."""

import time
from collections.abc import Callable
from datetime import timedelta

from trainer import jobs
from trainer.jobs.work import Timing
from trainer.models import Job

ENDS = {"done", "failed", "cancelled"}


def wait_until(is_true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not is_true():
        assert time.monotonic() < deadline, "it did not happen within 15 seconds"
        time.sleep(0.01)


def quick(**overrides: object) -> Timing:
    return Timing(**{"beat": 0.02, "pause": 0.02, "lease": timedelta(seconds=5)} | overrides)


def state_of(session, member, job: Job) -> str:
    session.commit()  # Ends the look that was, so that this one sees what workers wrote.
    return jobs.job_of(session, member=member, job_id=job.public_id).state
