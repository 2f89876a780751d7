"""A run starts once, with everything that it depends on, and ends once."""

import pytest

from tests.trainer.factories import NOON, make_member
from tests.trainer.practice.practising import count, finish, minutes, start, view
from trainer.errors import RunNotFoundError, ScenarioUnknownError
from trainer.models import Event, Run
from trainer.practice import queries, services


def test_start_run_pins_everything_that_it_depends_on(session, alice, story):
    run = start(session, alice)

    assert run.scorer
    assert (run.rubric, run.engine, run.guided) == ("2026.1", services.ENGINE, False)
    assert run.playbook_id == queries.playbook_current(session).id
    shown = view(session, alice, run, after=0)
    assert (shown.minute, shown.rate) == (0, 5)
    assert [post.author.name for post in shown.state.posts] == ["Sam Rowe"]


def test_start_run_with_the_same_key_returns_the_same_run(session, alice, story):
    first = start(session, alice)

    again = start(session, alice, now=NOON + minutes(9))

    assert again is first
    assert count(session, Run) == 1
    assert count(session, Event) == 1


def test_start_run_of_an_unknown_scenario_is_refused(session, alice, story):
    with pytest.raises(ScenarioUnknownError, match="nowhere"):
        start(session, alice, slug="nowhere")


def test_retry_keeps_its_parent_and_what_the_customer_says(session, alice, story):
    first = start(session, alice)

    second = start(session, alice, key="second-key", parent=first.public_id)

    assert (second.parent_id, second.seed) == (first.id, first.seed)
    assert second.public_id != first.public_id


def test_retry_of_somebody_elses_run_is_refused(session, alice, story):
    carol = make_member(session)
    theirs = start(session, carol)

    with pytest.raises(RunNotFoundError):
        start(session, alice, parent=theirs.public_id)


def test_finish_run_ends_it_once(session, alice, story):
    run = start(session, alice)

    for number in range(3):
        finish(session, alice, run, after=3 + number, key=str(number))

    shown = view(session, alice, run, after=50)
    assert shown.state.is_over
    assert shown.state.minute == 15
    assert count(session, Event) == 2


def test_welcome_is_needed_until_it_is_skipped(session, alice, story):
    assert queries.needs_welcome(session, member=alice)

    services.skip_welcome(session, member=alice, now=NOON)
    services.skip_welcome(session, member=alice, now=NOON + minutes(5))

    assert not queries.needs_welcome(session, member=alice)
    assert alice.welcomed_at == NOON
