"""A job runs once, for whoever holds its lease, and survives a killed worker."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import select

from tests.trainer.factories import NOON, make_job, make_organisation
from trainer import jobs
from trainer.jobs import lease as leases
from trainer.models import Job, JobState

MINUTE = timedelta(minutes=1)


def test_jobs_are_taken_oldest_first(session, alice):
    late = make_job(session, alice, created_at=NOON + MINUTE)
    early = make_job(session, alice, created_at=NOON)

    order = [leases.claim(session, now=NOON, length=MINUTE).job_id for _ in range(2)]

    assert order == [early.id, late.id]


def test_two_workers_never_take_the_same_job(database, session, alice):
    for _ in range(6):
        make_job(session, alice)

    def take(_: int) -> int | None:
        with database.session_for(alice.organisation_id) as own:
            lease = leases.claim(own, now=NOON, length=MINUTE)
        return None if lease is None else lease.job_id

    with ThreadPoolExecutor(4) as pool:
        taken = [job for job in pool.map(take, range(12)) if job is not None]

    # A claim may pass over a row that another has just locked, and come back empty.
    assert len(taken) == len(set(taken))
    left = take(0)
    while left is not None:
        taken.append(left)
        left = take(0)
    assert len(set(taken)) == len(taken) == 6


def test_expired_lease_is_taken_up_again_and_its_first_owner_can_store_nothing(session, alice):
    job = make_job(session, alice)
    first = leases.claim(session, now=NOON, length=MINUTE)

    assert leases.claim(session, now=NOON + 0.9 * MINUTE, length=MINUTE) is None
    second = leases.claim(session, now=NOON + 1.1 * MINUTE, length=MINUTE)

    assert second.job_id == first.job_id == job.id
    late = leases.beat(session, first, until=NOON + 9 * MINUTE, done=1, total=2)
    assert not late.is_ours
    end = {"now": NOON + 2 * MINUTE, "done": 1, "total": 1}
    assert not leases.finish(session, first, JobState.DONE, result={"by": "first"}, **end)
    assert leases.finish(session, second, JobState.DONE, result={"by": "second"}, **end)
    session.refresh(job)
    assert (job.result, job.attempts) == ({"by": "second"}, 2)


def test_heartbeat_holds_the_lease_and_shows_the_progress(session, alice):
    job = make_job(session, alice)
    lease = leases.claim(session, now=NOON, length=MINUTE)

    pulse = leases.beat(session, lease, until=NOON + 2 * MINUTE, done=5, total=10)

    assert (pulse.is_ours, pulse.is_cancelled) == (True, False)
    assert leases.claim(session, now=NOON + 1.5 * MINUTE, length=MINUTE) is None
    shown = jobs.job_of(session, member=alice, job_id=job.public_id)
    assert (shown.done, shown.total) == (5, 10)


def test_job_whose_worker_keeps_dying_is_given_up(session, alice):
    job = make_job(session, alice)
    for number in range(leases.MOST_ATTEMPTS):
        assert leases.claim(session, now=NOON + 2 * number * MINUTE, length=MINUTE) is not None

    assert leases.claim(session, now=NOON + 99 * MINUTE, length=MINUTE) is None

    session.refresh(job)
    assert job.state == "failed"
    assert "3 times" in job.error


def test_claim_never_reaches_another_organisation(database, session, alice):
    make_job(session, alice)
    other = make_organisation(database)

    with database.session_for(other.id) as own:
        assert leases.claim(own, now=NOON, length=MINUTE) is None
        assert own.scalars(select(Job)).all() == []
