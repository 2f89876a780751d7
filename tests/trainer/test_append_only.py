"""History can be added to and never changed: not by the ORM, not by SQL, not by a replacement."""

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from tests.trainer.factories import (
    make_answer,
    make_assessment,
    make_dispute,
    make_event,
    make_playbook,
    make_run,
    make_version,
)
from trainer.errors import AppendOnlyError
from trainer.models import (
    AppendOnly,
    AssessmentRow,
    Dispute,
    DisputeAnswer,
    Event,
    Model,
    Playbook,
    Run,
    ScenarioVersion,
)

CHANGES = {
    Run: {"seed": 8},
    Event: {"minute": 9.0},
    AssessmentRow: {"overall": 100},
    ScenarioVersion: {"source": "format: 2"},
    Dispute: {"reason": "changed"},
    DisputeAnswer: {"verdict": "stands"},
    Playbook: {"body": {"tone": "changed"}},
}
SET = {
    Run: "seed = 8",
    Event: "minute = 9",
    AssessmentRow: "overall = 100",
    ScenarioVersion: "source = 'x'",
    Dispute: "reason = 'x'",
    DisputeAnswer: "verdict = 'stands'",
    Playbook: "version = 9",
}


@pytest.fixture
def history(session, alice):
    """One row of each append-only table, by its model."""
    run = make_run(session, alice)
    event = make_event(session, run)
    dispute = make_dispute(session, alice, event)
    rows = (
        run,
        event,
        make_assessment(session, event),
        make_version(session),
        dispute,
        make_answer(session, alice, dispute),
        make_playbook(session, version=1_000_000),
    )
    return {type(row): row for row in rows}


def test_append_only_tables_are_the_ones_that_are_tested():
    guarded = {
        mapper.class_ for mapper in Model.registry.mappers if issubclass(mapper.class_, AppendOnly)
    }

    assert guarded == set(CHANGES) == set(SET)


@pytest.mark.parametrize("model", CHANGES, ids=lambda model: model.__tablename__)
def test_orm_refuses_to_change_a_row(session, history, model):
    for name, value in CHANGES[model].items():
        setattr(history[model], name, value)

    with pytest.raises(AppendOnlyError, match=model.__tablename__):
        session.commit()


@pytest.mark.parametrize("model", CHANGES, ids=lambda model: model.__tablename__)
def test_orm_refuses_to_delete_a_row(session, history, model):
    session.delete(history[model])

    with pytest.raises(AppendOnlyError, match=model.__tablename__):
        session.commit()


@pytest.mark.parametrize("model", CHANGES, ids=lambda model: model.__tablename__)
def test_orm_refuses_bulk_changes(session, history, model):
    with pytest.raises(AppendOnlyError):
        session.execute(update(model).values(**CHANGES[model]))
    with pytest.raises(AppendOnlyError):
        session.execute(delete(model))


@pytest.mark.parametrize("model", SET, ids=lambda model: model.__tablename__)
def test_database_refuses_to_change_or_delete_a_row(database, session, history, model):
    table = model.__tablename__
    verbs = [f"UPDATE {table} SET {SET[model]}", f"DELETE FROM {table}"]
    if database.engine.dialect.name == "postgresql":
        verbs.append(f"TRUNCATE {table} CASCADE")

    for statement in verbs:
        with database.engine.connect() as connection, pytest.raises(DBAPIError, match="only"):
            connection.execute(text(statement))

    assert session.scalars(select(model.id)).all() != []


def test_sqlite_refuses_to_replace_a_row_by_its_number(database, history):
    if database.engine.dialect.name != "sqlite":
        return  # Only SQLite knows INSERT OR REPLACE.
    columns = "id, organisation_id, version, body, created_at"

    with database.engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(
            text(f"INSERT OR REPLACE INTO playbook ({columns}) SELECT {columns} FROM playbook")
        )
