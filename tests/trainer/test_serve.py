"""The server as it is really started: what it refuses, and what it keeps when it is killed."""

import os
import subprocess
import sys
import threading
import time
from importlib import import_module

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select

from tests.trainer.running import Connection, Server, serving, variables_of
from trainer.cli import main
from trainer.config import Settings, load_settings
from trainer.database import Database
from trainer.models import AssessmentRow, Event, Organisation, Run

pytestmark = pytest.mark.slow

PARCEL = "late-birthday-parcel"
FIRST = "Adaeze, our driver left her costume at the wrong door and I'm sorry. ^Jo"
SECOND = "I'm sending the same green dragon by bike now, at your door by 14:30. ^Jo"
KILLS = {"sqlite": 7, "postgresql": 3}


def test_command_line_reaches_the_server_past_a_wrong_variable(tmp_path):
    settings = load_settings(home=tmp_path / "home")

    with serving(settings, "--host", "127.0.0.1", POISE_PORT="eighty", POISE_HOST="") as server:
        page = Connection(address=server.address).get("/healthz")

    assert page.status == 200


@pytest.mark.parametrize("content", [b"", b"\xff\xfe"])
def test_key_file_that_cannot_be_used_stops_the_start_in_one_line(tmp_path, content):
    path = tmp_path / "secret.key"
    path.write_bytes(content)

    ended = subprocess.run(
        [sys.executable, "-c", "from trainer.cli import main; main()", "serve", "--port", "0"],
        env=os.environ | variables_of(load_settings(home=tmp_path)),
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert ended.returncode == 1
    assert str(path) in ended.stderr
    assert "Delete it" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "http://" not in ended.stdout


def test_killed_server_loses_no_reply_and_doubles_none(settings: Settings, database: Database):
    kills = KILLS[settings.url.get_backend_name()]
    browser = Connection()
    sent: list[tuple[str, dict[str, str]]] = []

    for number in range(kills):
        with serving(settings) as server:
            browser.address = server.address
            for address, fields in sent[-1:]:
                _send_again(browser, database, address, fields)
            address, fields, seconds = _first_reply(browser, key=f"first-reply-{number}")
            # From before the request is read until after it was answered.
            answer = _kill_during_reply(
                browser, server, address, fields, seconds * 1.2 * number / kills
            )
        sent.append((address, fields))
        stored = _events(database, address, fields["key"])
        assert len(stored) == (1 if answer == 303 else len(stored)) <= 1
        assert len(_events(database, address, f"first-reply-{number}")) == 1

    with database.session_for(_organisation(database)) as session:
        replies = select(func.count(Event.id)).where(Event.key.startswith("do:"))
        assert session.scalar(select(func.count(AssessmentRow.id))) == session.scalar(replies)
        runs = session.scalars(select(Run.id)).all()
        logs = [
            session.scalars(select(Event.seq).where(Event.run_id == run).order_by(Event.seq)).all()
            for run in runs
        ]
    assert len(runs) == kills
    assert all(log == list(range(len(log))) for log in logs)


def _first_reply(browser: Connection, *, key: str) -> tuple[str, dict[str, str], float]:
    """Play a run as far as its second reply: where that goes, its form, and how long one takes."""
    library = browser.get("/practise").form("/runs").fields
    desk = browser.post("/runs", library | {"slug": PARCEL, "timed": "no"})
    form = desk.form("/actions")
    began = time.monotonic()
    browser.send("POST", form.action, form.fields | {"text": FIRST, "key": key})
    assert browser.status() == 303
    seconds = time.monotonic() - began
    form = browser.get(desk.path).form("/actions")
    return form.action, form.fields | {"text": SECOND}, seconds


def _kill_during_reply(
    browser: Connection, server: Server, address: str, fields: dict[str, str], delay: float
) -> int | None:
    """Send a reply, kill the server `delay` seconds later, return the status that still came."""
    browser.send("POST", address, fields)
    time.sleep(delay)
    server.kill()
    return browser.status()


def _send_again(
    browser: Connection, database: Database, address: str, fields: dict[str, str]
) -> None:
    """Send the same form after the restart: it stands in the thread, and is stored once."""
    before = _events(database, address, fields["key"])

    page = browser.post(address, fields)
    again = browser.post(address, fields)

    after = _events(database, address, fields["key"])
    assert page.status == again.status == 200
    assert "at your door by 14:30" in again.text
    assert len(after) == 1
    assert before in ([], after)


def _events(database: Database, address: str, key: str) -> list[tuple[int, object]]:
    """What is stored under a form's key in the run of this address: number and payload."""
    run_id = address.split("/")[2]
    with database.session_for(_organisation(database)) as session:
        rows = session.execute(
            select(Event.seq, Event.payload)
            .join(Run, Event.run_id == Run.id)
            .where(Run.public_id == run_id, Event.key == f"do:{key}")
        )
        return [(seq, payload) for seq, payload in rows]


def _organisation(database: Database) -> int:
    with database.session() as session:
        return session.scalars(select(Organisation.id).where(Organisation.slug == "practice")).one()


def test_nothing_runs_in_the_process_that_the_server_forks_from(tmp_path, monkeypatch):
    # A lock that a thread holds while the server forks stays locked in its process for ever.
    threads: list[list[str]] = []
    monkeypatch.setenv("POISE_HOME", str(tmp_path))
    module = import_module("trainer.cli.serve")
    monkeypatch.setattr(module, "hand_on", lambda _settings: None)  # it sets this process's own
    monkeypatch.setattr(
        module, "_serve", lambda *_: threads.append([each.name for each in threading.enumerate()])
    )
    before = [each.name for each in threading.enumerate()]

    done = CliRunner().invoke(main, ["serve", "--port", "0"])

    assert done.exit_code == 0, done.output
    assert threads == [before]
