"""The migrations make exactly the tables that the models describe, and do so once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select
from sqlalchemy.exc import StatementError

from tests.trainer.factories import (
    make_answer,
    make_dispute,
    make_event,
    make_member,
    make_organisation,
    make_run,
)
from trainer.database import connect
from trainer.migrations import FOLDER, known_revisions, migrate, newest_revision, revision_of
from trainer.models import Dispute, Model, Organisation


def test_migrations_and_models_agree(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Model.metadata)

    assert differences == []


def test_every_constraint_has_a_name(database):
    inspector = inspect(database.engine)
    unnamed = [
        (table, constraint)
        for table in Model.metadata.tables
        for constraint in (
            inspector.get_pk_constraint(table),
            *inspector.get_foreign_keys(table),
            *inspector.get_unique_constraints(table),
            *inspector.get_check_constraints(table),
        )
        if not constraint["name"]
    ]

    assert unnamed == []


def test_checks_of_the_models_are_in_the_database(database):
    inspector = inspect(database.engine)

    for name, table in Model.metadata.tables.items():
        wanted = {
            str(constraint.name)
            for constraint in table.constraints
            if str(constraint.name).startswith("ck_")
        }
        assert {check["name"] for check in inspector.get_check_constraints(name)} == wanted


def test_migrate_again_changes_nothing(database):
    migrate(database.engine)

    with database.engine.connect() as connection:
        assert revision_of(connection) == newest_revision()
    assert newest_revision() in known_revisions()


def test_processes_that_start_at_once_migrate_an_empty_database_once(empty_settings):
    databases = [connect(empty_settings) for _ in range(4)]

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda database: migrate(database.engine), databases))

    with databases[0].engine.connect() as connection:
        assert revision_of(connection) == newest_revision()
    for database in databases:
        database.close()


def test_migration_that_stops_half_way_leaves_nothing_behind(empty_settings, monkeypatch):
    database = connect(empty_settings)
    upgrade = command.upgrade

    def stumble(*arguments):
        upgrade(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "upgrade", stumble)
    with pytest.raises(KeyboardInterrupt):
        migrate(database.engine)
    left = inspect(database.engine).get_table_names()
    monkeypatch.undo()
    migrate(database.engine)

    assert left == []
    assert set(inspect(database.engine).get_table_names()) > set(Model.metadata.tables)
    database.close()


def test_objections_stored_before_there_were_answers_can_be_answered(empty_settings, monkeypatch):
    database = connect(empty_settings)
    upgrade = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _to: upgrade(config, "2026_11_22"))
    migrate(database.engine)
    monkeypatch.undo()
    organisation = make_organisation(database)
    with database.session_for(organisation.id) as session:
        member = make_member(session)
        dispute = make_dispute(session, member, make_event(session, make_run(session, member)))

    migrate(database.engine)

    with database.session_for(organisation.id) as session:
        answer = make_answer(session, member, dispute)
        assert answer.organisation_id == organisation.id
        assert session.scalars(select(Dispute.reason)).all() == [dispute.reason]
    database.close()


def test_migrations_never_import_a_model():
    for path in (FOLDER / "versions").glob("*.py"):
        assert "trainer" not in path.read_text(encoding="utf-8")


def test_migration_files_begin_with_their_date():
    for path in (FOLDER / "versions").glob("*.py"):
        datetime.strptime(path.name[:10], "%Y_%m_%d").replace(tzinfo=UTC)


def test_moments_come_back_aware_and_in_utc(database):
    tokyo = timezone(timedelta(hours=9))
    made = make_organisation(database, created_at=datetime(2026, 1, 1, 9, 0, tzinfo=tokyo))

    with database.session() as session:
        found = session.scalars(select(Organisation).where(Organisation.id == made.id)).one()

    assert found.created_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert found.created_at.utcoffset() == timedelta(0)


def test_moments_without_a_zone_are_refused(database):
    with pytest.raises(StatementError, match="no time zone"):
        make_organisation(database, created_at=datetime(2026, 1, 1))  # noqa: DTZ001 - on purpose


def test_sqlite_keeps_a_log_checks_references_and_flushes_each_commit(database):
    if database.engine.dialect.name != "sqlite":
        return  # PostgreSQL does all three by itself.

    with database.engine.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }

    assert values == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "busy_timeout": 30_000,
    }
