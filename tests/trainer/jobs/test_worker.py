"""What a worker does with jobs that end, that stumble, and that are stopped."""

import threading
from datetime import datetime

from sqlalchemy.exc import OperationalError

from tests.trainer.factories import NOON, make_job
from tests.trainer.jobs.waiting import ENDS, quick, state_of, wait_until
from trainer import jobs
from trainer.jobs.work import Timing


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_worker_runs_every_organisations_jobs_and_stores_what_came_of_them(
    database, settings, session, other_session, alice, bob, kinds
):
    mine = make_job(session, alice, params={"to": 3})
    theirs = make_job(other_session, bob, params={"to": 4})
    failing = make_job(session, alice, kind="stumble")
    unknown = make_job(session, alice, kind="from-the-future")

    with jobs.Worker(database, settings, timing=quick()):
        for own, member, job in ((session, alice, unknown), (other_session, bob, theirs)):
            wait_until(lambda own=own, member=member, job=job: state_of(own, member, job) in ENDS)

    done = jobs.job_of(session, member=alice, job_id=mine.public_id)
    assert (done.state, done.result, done.done, done.total) == ("done", {"counted": 3}, 3, 3)
    assert (done.lease_owner, done.lease_until, done.attempts) == (None, None, 1)
    assert done.finished_at is not None
    other_session.refresh(theirs)
    assert theirs.result == {"counted": 4}
    session.refresh(failing)
    session.refresh(unknown)
    assert (failing.state, failing.result) == ("failed", None)
    assert "ZeroDivisionError" in failing.error
    assert "from-the-future" in unknown.error


def test_running_job_is_cancelled_when_its_worker_looks_up(
    database, settings, session, alice, kinds
):
    job = make_job(session, alice, kind="loop")

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: state_of(session, alice, job) == "running")
        now = Timing().now()
        jobs.cancel(session, member=alice, job_id=job.public_id, now=now)
        wait_until(lambda: state_of(session, alice, job) == "cancelled")

    assert job.result is None


def test_worker_that_closes_gives_its_job_back(database, settings, session, alice, kinds):
    job = make_job(session, alice, kind="loop")

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: state_of(session, alice, job) == "running")

    assert state_of(session, alice, job) == "queued"
    assert (job.attempts, job.lease_owner, job.done) == (0, None, 0)


def test_worker_goes_on_after_the_database_was_away(
    database, settings, session, alice, kinds, caplog
):
    clock = Clock()
    broken = threading.Event()

    def now() -> datetime:
        if not broken.is_set():
            broken.set()
            raise OperationalError("SELECT 1", {}, ConnectionError("away"))
        return clock.now

    job = make_job(session, alice)

    with jobs.Worker(database, settings, timing=quick(now=now)):
        wait_until(lambda: state_of(session, alice, job) == "done")

    assert "trying again" in caplog.text
