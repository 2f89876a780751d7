"""Scoring an uploaded file as a job, and letting go of the upload."""

import io
import json
import threading
import time
from datetime import timedelta

from tests.trainer.factories import NOON
from tests.trainer.jobs.waiting import ENDS, quick, state_of, wait_until
from trainer import jobs
from trainer.files import FileStore
from trainer.jobs.kinds import KINDS
from trainer.jobs.work import Work
from trainer.models import Job, JobState

KEY = "a-key-of-a-form"

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
        wait_until(lambda: state_of(session, alice, job) in ENDS)

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
        wait_until(lambda: state_of(session, alice, job) in ENDS)
        wait_until(lambda: not (settings.files / job.params["file"]).exists())

    assert job.state == "failed"
    assert "UTF-8" in job.error
    assert list(settings.files.iterdir()) == []


def test_upload_of_a_job_that_is_done_is_let_go_and_its_results_are_kept(
    database, settings, session, alice
):
    job = queue_file(session, alice, settings, FILE)

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: state_of(session, alice, job) in ENDS)
        wait_until(lambda: not (settings.files / job.params["file"]).exists())

    kept = {path.name for path in settings.files.iterdir()}
    assert kept == {job.result[each] for each in ("results", "rejects", "shown")}


def test_upload_of_a_job_that_was_cancelled_while_it_waited_is_let_go(
    database, settings, session, alice
):
    job = queue_file(session, alice, settings, FILE)
    jobs.cancel(session, member=alice, job_id=job.public_id, now=NOON)

    with jobs.Worker(database, settings, timing=quick()):
        wait_until(lambda: not list(settings.files.iterdir()))

    assert state_of(session, alice, job) == "cancelled"


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

    assert state_of(session, alice, job) == "queued"
    assert (settings.files / job.params["file"]).exists()
