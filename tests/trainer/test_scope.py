"""Rows of different organisations never meet, whichever way they are asked for."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, exists, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased, joinedload, selectinload

import trainer
from tests.trainer.factories import NOON, make_job, make_member, make_playbook, make_run
from trainer.database import Database
from trainer.errors import ScopeError
from trainer.models import Job, Member, Model, Organisation, Playbook, Run, Scenario, Scoped
from trainer.scope import ScopedSession

UNTOLD_READS: dict[str, Callable[[ScopedSession], object]] = {
    "select": lambda session: session.scalars(select(Member)).all(),
    "count": lambda session: session.scalar(select(func.count()).select_from(Member)),
    "get": lambda session: session.get(Member, 1),
    "legacy query": lambda session: session.query(Member).all(),
    "update": lambda session: session.execute(update(Member).values(name="X")),
    "delete": lambda session: session.execute(delete(Job)),
    "join": lambda session: session.execute(select(Organisation, Member)).all(),
}


def test_every_table_but_the_organisation_has_an_organisation():
    unscoped = {
        mapper.class_ for mapper in Model.registry.mappers if not issubclass(mapper.class_, Scoped)
    }

    assert unscoped == {Organisation}


@pytest.mark.parametrize("read", UNTOLD_READS.values(), ids=UNTOLD_READS.keys())
def test_session_without_organisation_refuses_scoped_models(database, alice, read):
    with database.session() as session, pytest.raises(ScopeError):
        read(session)


def test_session_without_organisation_sees_no_rows_through_a_subquery(database, alice):
    with database.session() as session:
        found = session.scalars(select(Organisation).where(exists(select(Member.id)))).all()

    assert found == []


def test_session_without_organisation_refuses_to_add_scoped_rows(database):
    with database.session() as session, pytest.raises(ScopeError):
        make_member(session)


def test_insert_is_stamped_with_the_sessions_organisation(session, alice):
    assert alice.organisation_id == session.organisation_id


def test_insert_for_another_organisation_is_refused(session, other_session):
    with pytest.raises(ScopeError):
        make_member(session, organisation_id=other_session.organisation_id)


def test_change_of_organisation_is_refused(session, other_session, alice):
    alice.organisation_id = other_session.organisation_id

    with pytest.raises(ScopeError):
        session.commit()


def test_reads_return_nothing_of_another_organisation(session, other_session, alice, bob):
    renamed = aliased(Member)

    assert session.scalars(select(Member)).all() == [alice]
    assert session.scalars(select(renamed)).all() == [alice]
    assert session.scalar(select(func.count(Member.id))) == 1
    assert session.scalars(select(Member.name)).all() == ["Alice"]
    assert session.get(Member, bob.id) is None
    assert session.query(Member).all() == [alice]


def test_reads_see_only_their_own_organisation(session, other_session):
    found = session.scalars(select(Organisation)).all()

    assert [row.id for row in found] == [session.organisation_id]


def test_subqueries_see_nothing_of_another_organisation(session, other_session, alice, bob):
    names = select(Member.name).where(Member.id == bob.id)

    assert session.scalar(select(Member.id).where(exists(names))) is None
    assert session.execute(select(Member.id, names.scalar_subquery())).all() == [(alice.id, None)]
    assert session.scalars(select(Member.id).where(Member.name.in_(names))).all() == []


def test_relationship_loads_return_nothing_of_another_organisation(
    database, session, other_session, alice, bob
):
    run = make_run(session, alice)

    with database.session_for(session.organisation_id) as fresh:
        for option in (joinedload(Run.member), selectinload(Run.member)):
            found = fresh.scalars(select(Run).options(option)).all()
            assert [row.member.name for row in found] == ["Alice"]
            fresh.expunge_all()
    with database.session_for(other_session.organisation_id) as fresh:
        assert fresh.scalars(select(Run).options(selectinload(Run.member))).all() == []
        assert fresh.get(Run, run.id) is None


def test_refresh_and_merge_find_nothing_of_another_organisation(session, other_session, alice, bob):
    other_session.expunge(bob)

    merged = session.merge(bob)

    with pytest.raises(ScopeError):
        session.flush()
    assert merged is not bob


def test_row_of_another_organisation_attached_by_hand_cannot_be_changed(
    session, other_session, bob
):
    other_session.expunge(bob)
    session.add(bob)
    bob.name = "Mallory"

    with pytest.raises(ScopeError):
        session.flush()


def test_row_of_another_organisation_attached_by_hand_cannot_be_deleted(
    session, other_session, bob
):
    other_session.expunge(bob)
    session.delete(bob)

    with pytest.raises(ScopeError):
        session.flush()


def test_bulk_update_and_delete_touch_one_organisation_only(session, other_session, alice, bob):
    make_job(session, alice)
    make_job(other_session, bob)

    session.execute(update(Member).values(name="Everyone"))
    session.execute(delete(Job))
    session.commit()

    other_session.refresh(bob)
    assert bob.name == "Bob"
    assert session.scalars(select(Job)).all() == []
    assert len(other_session.scalars(select(Job)).all()) == 1


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(text("SELECT name FROM member"), id="text"),
        pytest.param(select(Member.__table__), id="table"),
        pytest.param(select(Member.__table__.c.name), id="column of a table"),
        pytest.param(update(Member.__table__).values(name="X"), id="update of a table"),
        pytest.param(select(func.count()).select_from(Member), id="count of no column"),
    ],
)
def test_statements_that_go_round_the_models_are_refused(session, alice, statement):
    with pytest.raises(ScopeError):
        session.execute(statement)


def test_bulk_inserts_are_refused(session):
    row = {"slug": "a", "content_hash": "b", "created_at": NOON}

    with pytest.raises(ScopeError):
        session.execute(insert(Scenario), [row])
    with pytest.raises(ScopeError):
        session.bulk_insert_mappings(Scenario, [row])
    with pytest.raises(ScopeError):
        session.bulk_save_objects([Scenario(**row)])


def test_database_itself_refuses_a_reference_across_organisations(
    session, other_session, alice, bob
):
    playbook = make_playbook(other_session)

    with pytest.raises(IntegrityError):
        make_run(session, alice, playbook_id=playbook.id)
    session.rollback()
    with pytest.raises(IntegrityError):
        make_run(session, bob)


def test_application_never_goes_past_its_models():
    # A bare table beside a model in one statement would not be filtered, so nobody may name one;
    # and nothing at all is filtered that is asked of the connection itself.
    package = Path(trainer.__file__).parent
    files = [path for path in package.rglob("*.py") if "migrations" not in path.parts]
    bare = [
        path.name
        for path in files
        if re.search(
            r"__table__|\.exec_driver_sql|\.connection\(|sqlalchemy import .*\btext\b",
            path.read_text(encoding="utf-8"),
        )
    ]

    assert bare == ["database.py"]


def test_sessions_of_two_organisations_use_one_statement_with_their_own_numbers(
    database: Database, session, other_session
):
    make_playbook(session, body={"tone": "ours"})
    make_playbook(other_session, body={"tone": "theirs"})

    for _ in range(3):
        assert [row.body["tone"] for row in session.scalars(select(Playbook))] == ["ours"]
        assert [row.body["tone"] for row in other_session.scalars(select(Playbook))] == ["theirs"]
