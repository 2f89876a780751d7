"""A job runs once for whoever queued it, survives a killed worker, and can be stopped."""

import io
import json
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from tests.trainer.factories import NOON, make_job, make_member, make_organisation
from trainer import jobs
from trainer.errors import FileMissingError, InputError, JobNotFoundError
from trainer.files import FileStore
from trainer.jobs import lease as leases
from trainer.jobs.kinds import KINDS
from trainer.jobs.work import Timing, Work
from trainer.models import Job, JobState

KEY = "a-key-of-a-form"
MINUTE = timedelta(minutes=1)
ENDS = {"done", "failed", "cancelled"}


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def kinds(monkeypatch):
    """Kinds for these tests: `count` counts to params["to"]; the rest misbehave."""

    def count(work: Work) -> dict[str, int]:
        for number in range(work.params["to"]):
            work.progress(number, work.params["to"])
        return {"counted": work.params["to"]}

    def loop(work: Work) -> dict[str, int]:
        while True:
            work.progress(work.done + 1, None)
            time.sleep(0.005)

    def stumble(work: Work) -> dict[str, int]:
        raise ZeroDivisionError("1/0")

    for kind in (count, loop, stumble):
        monkeypatch.setitem(KINDS, kind.__name__, kind)


def wait_until(is_true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 15
    while not is_true():
        assert time.monotonic() < deadline, "it did not happen within 15 seconds"
        time.sleep(0.01)


def quick(**overrides: object) -> Timing:
    return Timing(**{"beat": 0.02, "pause": 0.02, "lease": timedelta(seconds=5)} | overrides)


def test_queue_with_the_same_key_returns_the_same_job(session, alice, kinds):
    first = jobs.queue(session, member=alice, kind="count", params={"to": 2}, key=KEY, now=NOON)

    again = jobs.queue(session, member=alice, kind="count", params={"to": 9}, key=KEY, now=NOON)

    assert again is first
    assert (first.state, first.params, first.is_over) == ("queued", {"to": 2}, False)


def test_queue_refuses_an_unknown_kind(session, alice):
    with pytest.raises(InputError, match="score_file"):
        jobs.queue(session, member=alice, kind="mow", params={}, key=KEY, now=NOON)


def test_worker_runs_every_organisations_jobs_and_stores_what_came_of_them(
    database, settings, session, other_session, alice, bob, kinds
):
    mine = make_job(session, alice, params={"to": 3})
    theirs = make_job(other_session, bob, params={"to": 4})
    failing = make_job(session, alice, kind="stumble")
    unknown = make_job(session, alice, kind="from-the-future")

    with jobs.Worker(database, settings, timing=quick()):
        for own, member, job in ((session, alice, unknown), (other_session, bob, theirs)):
            wait_until(lambda own=own, member=member, job=job: _state(own, member, job) in ENDS)

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


def test_waiting_job_is_cancelled_at_once(session, alice):
    job = make_job(session, alice)

    cancelled = jobs.cancel(session, member=alice, job_id=job.public_id, now=NOON)

    assert (cancelled.state, cancelled.finished_at) == ("cancelled", NOON)
    assert leases.claim(session, now=NOON, length=MINUTE) is None


def test_running_job_is_cancelled_when_its_worker_looks_up(
    database, settings, session, alice, kinds
):
    job = make_job(session, alice, kind="loop")

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: _state(session, alice, job) == "running")
        now = Timing().now()
        jobs.cancel(session, member=alice, job_id=job.public_id, now=now)
        wait_until(lambda: _state(session, alice, job) == "cancelled")

    assert job.result is None


def test_job_that_is_over_stays_as_it_is(session, alice):
    job = make_job(session, alice, state=JobState.DONE, result={"rows": 1})

    jobs.cancel(session, member=alice, job_id=job.public_id, now=NOON)

    assert (job.state, job.result) == ("done", {"rows": 1})


def test_worker_that_closes_gives_its_job_back(database, settings, session, alice, kinds):
    job = make_job(session, alice, kind="loop")

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: _state(session, alice, job) == "running")

    assert _state(session, alice, job) == "queued"
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
        wait_until(lambda: _state(session, alice, job) == "done")

    assert "trying again" in caplog.text


def test_somebody_elses_job_is_not_found(session, other_session, alice, bob):
    job = make_job(session, alice)
    carol = make_member(session)

    for own, member in ((session, carol), (other_session, bob)):
        assert jobs.job_of(own, member=member, job_id=job.public_id) is None
        assert jobs.latest_jobs(own, member=member) == ()
        with pytest.raises(JobNotFoundError):
            jobs.cancel(own, member=member, job_id=job.public_id, now=NOON)


# --- Files -----------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path) -> FileStore:
    return FileStore(folder=tmp_path / "files", limit_mb=1)


def test_upload_is_kept_under_an_opaque_name(store):
    stored = store.save(io.BytesIO(b"a,b\n"), suffix=".csv")

    assert store.path(stored.name).read_bytes() == b"a,b\n"
    assert (stored.size, stored.name[-4:], len(stored.name)) == (4, ".csv", 26)
    store.remove(stored.name)
    with pytest.raises(FileMissingError):
        store.path(stored.name)


def test_upload_that_is_too_large_leaves_nothing(store):
    with pytest.raises(InputError, match="at most 1 MB"):
        store.save(io.BytesIO(b"x" * (1 << 20) + b"y"), suffix=".csv")

    assert list(store.folder.iterdir()) == []


def test_sweep_removes_only_old_drafts(store):
    kept = store.save(io.BytesIO(b"a,b\n"), suffix=".csv")
    old, new = (store.folder / f"{'a' * 22}.csv.part", store.folder / f"{'b' * 22}.csv.part")
    for path in (old, new, store.path(kept.name)):
        path.write_bytes(b"half")
        os.utime(path, (1000, 1000) if path != new else (3000, 3000))

    store.sweep(before=2000)

    assert {path.name for path in store.folder.iterdir()} == {kept.name, new.name}


@pytest.mark.parametrize("name", ["../poise.db", "/etc/passwd", "", "x.csv", "a" * 22 + ".sh"])
def test_store_gives_out_no_other_file(store, tmp_path, name):
    (tmp_path / "poise.db").write_text("private")
    store.folder.mkdir()
    (store.folder / "x.csv").touch()

    with pytest.raises(FileMissingError):
        store.path(name)


# --- Scoring a file --------------------------------------------------------------------------

ROWS = (
    {"id": "1", "complaint": "My chair is late.", "reply": "Sorry, it leaves the depot today."},
    {"id": "2", "complaint": "My chair is late.", "reply": ""},
    {"id": "3", "complaint": "My chair is late."},
)
FILE = "".join(json.dumps(row) + "\n" for row in ROWS).encode()


def queue_file(session, alice, settings, content: bytes, **params: str) -> Job:
    files = FileStore(folder=settings.files, limit_mb=1)
    stored = files.save(io.BytesIO(content), suffix=".jsonl")
    return jobs.queue(
        session,
        member=alice,
        kind="score_file",
        params={"file": stored.name, "shown": "replies.jsonl", **params},
        key=KEY,
        now=NOON,
    )


def test_score_file_job_writes_results_and_rejected_rows(database, settings, session, alice):
    job = queue_file(session, alice, settings, FILE)

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: _state(session, alice, job) in ENDS)

    assert job.error is None
    assert (job.done, job.total) == (3, 3)
    files = FileStore(folder=settings.files, limit_mb=1)
    results = files.path(job.result["results"]).read_text(encoding="utf-8").splitlines()
    rejects = files.path(job.result["rejects"]).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in results] == ["1", "2"]
    assert [json.loads(line)["line"] for line in rejects] == [3]
    counts = {name: job.result[name] for name in ("rows", "graded", "ungraded", "rejected")}
    assert counts == {"rows": 3, "graded": 1, "ungraded": 1, "rejected": 1}


def test_score_file_job_of_an_unreadable_file_fails_in_words_and_leaves_no_file(
    database, settings, session, alice
):
    job = queue_file(session, alice, settings, "id,complaint,reply".encode("utf-16"))

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: _state(session, alice, job) in ENDS)
        wait_until(lambda: not (settings.files / job.params["file"]).exists())

    assert job.state == "failed"
    assert "UTF-8" in job.error
    assert list(settings.files.iterdir()) == []


def test_upload_of_a_job_that_is_done_is_let_go_and_its_results_are_kept(
    database, settings, session, alice
):
    job = queue_file(session, alice, settings, FILE)

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: _state(session, alice, job) in ENDS)
        wait_until(lambda: not (settings.files / job.params["file"]).exists())

    kept = {path.name for path in settings.files.iterdir()}
    assert kept == {job.result["results"], job.result["rejects"]}


def test_upload_of_a_job_that_was_cancelled_while_it_waited_is_let_go(
    database, settings, session, alice
):
    job = queue_file(session, alice, settings, FILE)
    jobs.cancel(session, member=alice, job_id=job.public_id, now=NOON)

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: not list(settings.files.iterdir()))

    assert _state(session, alice, job) == "cancelled"


def test_upload_of_a_job_that_ended_while_no_worker_ran_is_let_go_later(
    database, settings, session, alice
):
    job = queue_file(session, alice, settings, FILE)
    job.state, job.finished_at = JobState.FAILED, NOON - timedelta(days=400)
    session.commit()

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: not list(settings.files.iterdir()))


def test_upload_of_a_job_that_goes_back_to_the_queue_is_kept(
    database, settings, session, alice, monkeypatch
):
    started = threading.Event()

    def loop(work: Work) -> dict[str, int]:
        started.set()
        while True:
            work.progress(0, None)
            time.sleep(0.005)

    monkeypatch.setitem(KINDS, "score_file", loop)
    job = queue_file(session, alice, settings, FILE)

    with jobs.Worker(database, settings, timing=quick()):
        started.wait(15)

    assert _state(session, alice, job) == "queued"
    assert (settings.files / job.params["file"]).exists()


def test_jobs_are_taken_oldest_first(session, alice):
    late = make_job(session, alice, created_at=NOON + MINUTE)
    early = make_job(session, alice, created_at=NOON)

    order = [leases.claim(session, now=NOON, length=MINUTE).job_id for _ in range(2)]

    assert order == [early.id, late.id]


def test_claim_never_reaches_another_organisation(database, session, alice):
    make_job(session, alice)
    other = make_organisation(database)

    with database.session_for(other.id) as own:
        assert leases.claim(own, now=NOON, length=MINUTE) is None
        assert own.scalars(select(Job)).all() == []


def _state(session, member, job: Job) -> str:
    session.commit()  # Ends the look that was, so that this one sees what workers wrote.
    return jobs.job_of(session, member=member, job_id=job.public_id).state
