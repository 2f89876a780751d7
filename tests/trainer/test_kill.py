"""A process killed with -9 loses nothing that was answered, and nothing is done twice."""

import io
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.trainer.factories import NOON
from tests.trainer.stories import GOOD
from trainer import jobs
from trainer.config import Settings
from trainer.files import FileStore
from trainer.jobs.work import Timing
from trainer.models import AssessmentRow, Event
from trainer.practice import queries, services

pytestmark = pytest.mark.slow

SERVER = """
    import sys
    from datetime import UTC, datetime
    from trainer.config import load_settings
    from trainer.database import connect
    from trainer.local import local_member
    from trainer.practice import services

    organisation_id, member_id, run_id = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    database = connect(load_settings())
    for number in range(1000):
        with database.session_for(organisation_id) as session:
            sent = services.submit_action(
                session, member=local_member(session, member_id), run_id=run_id, action="none",
                text="", key=f"request-{number}", now=datetime(2026, 11, 22, 12, 1, tzinfo=UTC),
            )
        print(f"request-{number}", sent.event.seq, flush=True)
"""

WORKER = """
    import threading, time
    from datetime import timedelta
    from trainer.config import load_settings
    from trainer.database import connect
    from trainer.jobs import KINDS, Timing, Work, run_pending

    class Slow(Work):
        def progress(self, done, total):
            super().progress(done, total)
            if total is not None:
                time.sleep(0.05)

    quick = KINDS["score_file"]
    KINDS["score_file"] = lambda work: quick(Slow(params=work.params, files=work.files))
    settings = load_settings()
    print("ready", flush=True)
    run_pending(connect(settings), settings, threading.Event(),
                timing=Timing(lease=timedelta(seconds=1), beat=0.05, pause=0.05))
"""


@contextmanager
def started(script: str, settings: Settings, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A Python process on the same database, killed with -9 at the end of the block."""
    environment = os.environ | {"POISE_HOME": str(settings.home)}
    if settings.database_url is not None:
        environment["POISE_DATABASE_URL"] = settings.database_url.get_secret_value()
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()


def test_server_killed_between_and_in_requests_loses_and_doubles_nothing(
    settings, session, alice, story
):
    run = services.start_run(
        session, member=alice, slug=story, timed=True, key="start-key", now=NOON
    )
    with started(SERVER, settings, alice.organisation_id, alice.id, run.public_id) as server:
        answered = [server.stdout.readline().split() for _ in range(5)]
        time.sleep(0.05)
        server.send_signal(signal.SIGKILL)
        answered += [line.split() for line in server.stdout if line.endswith("\n")]

    stored = session.execute(select(Event.key, Event.seq).order_by(Event.seq)).all()
    sequence = {key.removeprefix("do:"): seq for key, seq in stored}
    for key, seq in answered:
        assert sequence[key] == int(seq)
    assert [seq for _, seq in stored] == list(range(len(stored)))
    assert session.scalar(select(func.count(AssessmentRow.id))) == len(stored) - 1

    again = _send(session, alice, run, key=answered[-1][0], action="none")
    later = _send(session, alice, run, key="after-the-kill", action="reply")

    assert again.event.seq == int(answered[-1][1])
    assert later.event.seq == len(stored)
    shown = queries.view_of(
        session, member=alice, run_id=run.public_id, now=NOON + timedelta(minutes=3)
    )
    assert len(shown.events) == len(stored)


def test_job_of_a_killed_worker_is_taken_up_again_and_doubles_no_row(
    settings, database, session, alice
):
    rows = [
        {"id": str(number), "complaint": "My chair is late.", "reply": f"Sorry. It is {number}."}
        for number in range(200)
    ]
    files = FileStore(folder=settings.files, limit_mb=1)
    upload = files.save(
        io.BytesIO("\n".join(json.dumps(row) for row in rows).encode()), suffix=".jsonl"
    )
    job = jobs.queue(
        session,
        member=alice,
        kind="score_file",
        params={"file": upload.name, "shown": "replies.jsonl"},
        key="file-key-1",
        now=NOON,
    )

    with started(WORKER, settings) as worker:
        worker.stdout.readline()
        _wait_until(lambda: any(settings.files.glob("*.part")))
        time.sleep(0.2)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    timing = Timing(lease=timedelta(seconds=5), beat=0.05, pause=0.05)
    with jobs.Worker(database, settings, timing=timing):
        _wait_until(lambda: _is_over(session, alice, job.public_id))

    done = jobs.job_of(session, member=alice, job_id=job.public_id)
    assert (done.state, done.attempts, done.error) == ("done", 2, None)
    results = files.path(done.result["results"]).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in results] == [row["id"] for row in rows]
    assert (done.done, done.total) == (200, 200)


def _send(session, member, run, *, key: str, action: str) -> services.Submission:
    return services.submit_action(
        session,
        member=member,
        run_id=run.public_id,
        action=action,
        text=GOOD,
        key=key,
        now=NOON + timedelta(minutes=2),
    )


def _is_over(session, member, job_id: str) -> bool:
    session.commit()  # Ends the look that was, so that this one sees what workers wrote.
    return jobs.job_of(session, member=member, job_id=job_id).is_over


def _wait_until(is_true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_true():
        assert time.monotonic() < deadline, "it did not happen within a minute"
        time.sleep(0.02)
