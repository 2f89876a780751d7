"""A database that is busy, full or away is told in words, and nothing is lost."""

import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from tests.trainer.factories import make_organisation
from trainer.database import Trouble, begin_writing, trouble

PARCEL = "late-birthday-parcel"
REPLY = "I'm sorry, Adaeze. It comes by 14:30. ^Jo"
on_sqlite = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)


@contextmanager
def held(settings):
    """Hold the write lock, as another process would."""
    with closing(sqlite3.connect(Path(settings.url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@on_sqlite
def test_busy_database_asks_to_send_it_again_and_the_same_form_then_counts_once(
    settings, monkeypatch, visitor
):
    monkeypatch.setattr("trainer.database.PAGE_BUSY_MS", 50)
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": REPLY}
    with held(settings):
        refused = visitor.post(f"{desk.path}/actions", fields)
        shown = visitor.get(desk.path)

    taken = visitor.post(f"{desk.path}/actions", fields)

    assert refused.status == 503
    assert "Poise is busy." in refused.text
    assert shown.status == taken.status == 200
    assert "It comes by 14:30" not in shown.text
    assert "It comes by 14:30" in taken.text


@on_sqlite
def test_page_tells_within_seconds_that_the_database_is_busy(settings, visitor):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": REPLY}
    began = time.monotonic()

    with held(settings):
        refused = visitor.post(f"{desk.path}/actions", fields)

    assert refused.status == 503
    assert 3 < time.monotonic() - began < 15


@on_sqlite
def test_one_connection_waits_longer_for_a_job_than_for_a_page(settings, database):
    organisation = make_organisation(database)
    patience = []

    for for_page in (True, False, True):
        with database.session_for(organisation.id, for_page=for_page) as session:
            begin_writing(session)
            asked = session.connection().exec_driver_sql("PRAGMA busy_timeout")
            patience.append(asked.scalar())

    assert patience == [4_000, 30_000, 4_000]


@on_sqlite
def test_full_disk_is_told_and_pages_are_still_shown(app, visitor):
    engine = app.extensions["poise"].database.engine
    desk = visitor.start(PARCEL)

    def stop_growing(connection, _record, _proxy):
        connection.execute("PRAGMA max_page_count = 1").close()

    event.listen(engine, "checkout", stop_growing)
    # What room is left inside the file's pages is used up first.
    pages = [visitor.start(PARCEL) for _ in range(100)]
    shown = visitor.get(desk.path)

    assert {page.status for page in pages} == {200, 503}
    assert pages[-1].status == 503
    assert "The disk is full." in pages[-1].text
    assert shown.status == 200


@pytest.mark.postgres
@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
def test_row_that_somebody_holds_is_busy_and_a_cut_connection_is_away(settings, database):
    with database.engine.connect() as one, database.engine.connect() as two:
        one.execute(text("LOCK TABLE run IN ACCESS EXCLUSIVE MODE"))
        two.execute(text("SET lock_timeout = '50ms'"))
        with pytest.raises(OperationalError) as held:
            two.execute(text("SELECT id FROM run"))
        two.rollback()
        pid = two.execute(text("SELECT pg_backend_pid()")).scalar_one()
        one.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
        with pytest.raises(OperationalError) as cut:
            two.execute(text("SELECT 1"))

    assert trouble(held.value) is Trouble.BUSY
    assert trouble(cut.value) is Trouble.AWAY


def test_statement_that_is_wrong_is_nobody_elses_trouble(database):
    with database.engine.connect() as connection, pytest.raises(DBAPIError) as wrong:
        connection.execute(text("SELECT nothing FROM nowhere"))

    assert trouble(wrong.value) is None
