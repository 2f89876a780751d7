"""Who may queue a job, see it, and stop it."""

from datetime import timedelta

import pytest

from tests.trainer.factories import NOON, make_job, make_member
from trainer import jobs
from trainer.errors import InputError, JobNotFoundError
from trainer.jobs import lease as leases
from trainer.models import JobState

KEY = "a-key-of-a-form"


def test_queue_with_the_same_key_returns_the_same_job(session, alice, kinds):
    first = jobs.queue(session, member=alice, kind="count", params={"to": 2}, key=KEY, now=NOON)

    again = jobs.queue(session, member=alice, kind="count", params={"to": 9}, key=KEY, now=NOON)

    assert again is first
    assert (first.state, first.params, first.is_over) == ("queued", {"to": 2}, False)


def test_queue_refuses_an_unknown_kind(session, alice):
    with pytest.raises(InputError, match="score_file"):
        jobs.queue(session, member=alice, kind="mow", params={}, key=KEY, now=NOON)


def test_waiting_job_is_cancelled_at_once(session, alice):
    job = make_job(session, alice)

    cancelled = jobs.cancel(session, member=alice, job_id=job.public_id, now=NOON)

    assert (cancelled.state, cancelled.finished_at) == ("cancelled", NOON)
    assert leases.claim(session, now=NOON, length=timedelta(minutes=1)) is None


def test_job_that_is_over_stays_as_it_is(session, alice):
    job = make_job(session, alice, state=JobState.DONE, result={"rows": 1})

    jobs.cancel(session, member=alice, job_id=job.public_id, now=NOON)

    assert (job.state, job.result) == ("done", {"rows": 1})


def test_somebody_elses_job_is_not_found(session, other_session, alice, bob):
    job = make_job(session, alice)
    carol = make_member(session)

    for own, member in ((session, carol), (other_session, bob)):
        assert jobs.job_of(own, member=member, job_id=job.public_id) is None
        assert jobs.latest_jobs(own, member=member) == ()
        with pytest.raises(JobNotFoundError):
            jobs.cancel(own, member=member, job_id=job.public_id, now=NOON)
