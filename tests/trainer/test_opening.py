"""A first start makes everything, a second changes nothing, and several at once do not collide."""

import multiprocessing
import stat
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from scenarios import library
from tests.trainer.factories import NOON
from tests.trainer.stories import BROKEN, EDITED, SOURCE
from trainer.config import Settings, load_settings
from trainer.errors import ScenarioUnknownError
from trainer.library_sync import sync_library
from trainer.local import ensure_local_identity, local_member
from trainer.models import Member, Organisation, Playbook, Scenario, ScenarioVersion
from trainer.opening import open_local
from trainer.practice.cards import scenario_cards
from trainer.practice.queries import view_of
from trainer.practice.services import start_run
from trainer.scope import ScopedSession


def versions(session: ScopedSession, slug: str) -> list[tuple[int, str]]:
    """The stored versions of a scenario: number and source, oldest first."""
    rows = session.execute(
        select(ScenarioVersion.number, ScenarioVersion.source)
        .join(Scenario, ScenarioVersion.scenario_id == Scenario.id)
        .where(Scenario.slug == slug)
        .order_by(ScenarioVersion.number)
    )
    return [(number, source) for number, source in rows]


def current(session: ScopedSession, slug: str) -> str:
    """The source that new runs of a scenario play."""
    return session.scalars(
        select(ScenarioVersion.source)
        .join(Scenario, ScenarioVersion.scenario_id == Scenario.id)
        .where(Scenario.slug == slug, Scenario.content_hash == ScenarioVersion.content_hash)
    ).one()


def test_first_start_makes_an_organisation_a_member_a_playbook_and_the_library(settings):
    with (
        open_local(settings, now=NOON) as local,
        local.database.session_for(local.organisation_id) as session,
    ):
        member = local_member(session, local.member_id)
        organisation = session.scalars(select(Organisation)).one()
        playbook = session.scalars(select(Playbook)).one()
        slugs = set(session.scalars(select(Scenario.slug)))

    assert (organisation.name, member.name, playbook.version) == ("Practice", "You", 1)
    assert slugs == {version.slug for version in library.all()} == set(local.library.added)
    assert local.library.problems == library.problems()


def test_what_people_wrote_is_private_in_a_folder_that_others_may_read(tmp_path):
    tmp_path.chmod(0o755)
    settings = load_settings(home=tmp_path)

    with open_local(settings, now=NOON) as local, local.database.engine.connect():
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("poise.*")}

    assert modes["poise.db"] == 0o600
    assert set(modes.values()) == {0o600}


def test_second_start_changes_nothing(settings):
    with open_local(settings, now=NOON) as first:
        pass

    with (
        open_local(settings, now=NOON) as second,
        second.database.session_for(second.organisation_id) as session,
    ):
        members = session.scalar(select(func.count(Member.id)))

    assert (second.organisation_id, second.member_id) == (first.organisation_id, first.member_id)
    assert second.library.added == ()
    assert second.library.unchanged == len(first.library.added)
    assert members == 1


def test_threads_that_start_at_once_make_one_member(database):
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: ensure_local_identity(database, now=NOON), range(4)))

    assert len(made) == 1


def _start(home: Path) -> int:
    with open_local(load_settings(home=home), now=NOON) as local:
        return local.member_id


@pytest.mark.slow
def test_processes_that_start_at_once_on_nothing_make_one_member(tmp_path):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        members = set(pool.map(_start, [tmp_path / "home"] * 2))

    assert len(members) == 1


def test_edited_file_adds_a_version_and_changes_none(session):
    sync_library(session, now=NOON, sources=[SOURCE])

    report = sync_library(session, now=NOON, sources=[EDITED])

    assert report.added == (SOURCE.slug,)
    assert versions(session, SOURCE.slug) == [(1, SOURCE.text), (2, EDITED.text)]
    assert current(session, SOURCE.slug) == EDITED.text


def test_older_file_is_offered_again_without_a_new_version(session):
    for source in (SOURCE, EDITED):
        sync_library(session, now=NOON, sources=[source])

    report = sync_library(session, now=NOON, sources=[SOURCE])

    assert (report.added, report.unchanged) == ((), 1)
    assert len(versions(session, SOURCE.slug)) == 2
    assert current(session, SOURCE.slug) == SOURCE.text


def test_broken_file_is_reported_and_hides_no_other(session):
    sync_library(session, now=NOON, sources=[SOURCE])
    broken = type(SOURCE)(slug=SOURCE.slug, text=BROKEN.text)

    report = sync_library(session, now=NOON, sources=[broken, BROKEN, *library.sources()[:1]])

    assert {problem.file for problem in report.problems} == {"late-chair.yaml", "broken.yaml"}
    assert len(report.added) == 1
    assert current(session, SOURCE.slug) == SOURCE.text


def test_file_that_left_the_library_is_offered_no_more_until_it_is_back(session, alice, story):
    first = sync_library(session, now=NOON)
    again = sync_library(session, now=NOON)

    assert (first.withdrawn, again.withdrawn) == ((story,), ())
    assert story not in {card.slug for card in scenario_cards(session, member=alice).cards}
    assert versions(session, story) == [(1, SOURCE.text)]
    assert sync_library(session, now=NOON, sources=[SOURCE]).added == ()
    assert current(session, story) == SOURCE.text


def test_run_goes_on_when_its_scenario_has_left_the_library(session, alice, story):
    run = start_run(session, member=alice, slug=story, timed=False, key="start-key", now=NOON)

    sync_library(session, now=NOON)

    view = view_of(session, member=alice, run_id=run.public_id, now=NOON)
    assert view is not None
    assert view.slug == story
    with pytest.raises(ScenarioUnknownError):
        start_run(session, member=alice, slug=story, timed=False, key="other-key", now=NOON)


def test_file_of_the_library_that_is_broken_stays_on_offer(session, alice, story, monkeypatch):
    broken = sync_library(session, now=NOON, sources=[BROKEN]).problems[0]
    monkeypatch.setattr(library, "problems", lambda: (replace(broken, file=f"{story}.yaml"),))

    assert sync_library(session, now=NOON).withdrawn == ()
    assert current(session, story) == SOURCE.text


def test_comment_in_a_file_is_no_new_version(session):
    sync_library(session, now=NOON, sources=[SOURCE])
    commented = type(SOURCE)(slug=SOURCE.slug, text=f"# A note.\n{SOURCE.text}")

    report = sync_library(session, now=NOON, sources=[commented])

    assert report.added == ()


def test_two_organisations_have_libraries_of_their_own(session, other_session):
    sync_library(session, now=NOON, sources=[SOURCE])

    report = sync_library(other_session, now=NOON, sources=[EDITED])

    assert report.added == (SOURCE.slug,)
    assert current(session, SOURCE.slug) == SOURCE.text
    assert current(other_session, SOURCE.slug) == EDITED.text


def test_local_start_leaves_other_organisations_alone(settings: Settings, database, session, alice):
    with open_local(settings, now=NOON) as local:
        assert local.organisation_id != session.organisation_id

    assert session.scalars(select(Member)).all() == [alice]
