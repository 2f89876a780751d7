"""What is shown of practice: the latest runs, the library, and what can no longer be opened."""

from datetime import timedelta

import pytest
from sqlalchemy import event, text

from scoring import thread_score
from tests.trainer.factories import NOON, make_event, make_member, make_run, make_version
from tests.trainer.stories import GOOD, SOURCE
from trainer.errors import ScenarioUnreadableError
from trainer.models import EventKind, Member
from trainer.practice import queries, services
from trainer.practice.queries import RunSummary
from trainer.scope import ScopedSession

MINUTE = timedelta(minutes=1)


def play(session: ScopedSession, member: Member, *replies: str, key: str = "play-key") -> str:
    """Start a run, answer once every four minutes, and return its id."""
    run = services.start_run(
        session, member=member, slug=SOURCE.slug, timed=True, key=key, now=NOON
    )
    for number, reply in enumerate(replies, start=1):
        sent = services.submit_action(
            session,
            member=member,
            run_id=run.public_id,
            action="reply",
            text=reply,
            key=f"reply-key-{number}",
            now=NOON + 4 * number * MINUTE,
        )
        assert sent.refused is None
    return run.public_id


def latest(session: ScopedSession, member: Member, after: float = 60) -> tuple[RunSummary, ...]:
    return queries.latest_runs(session, member=member, now=NOON + after * MINUTE)


def test_latest_runs_are_newest_first_with_their_scores(session, alice, story):
    first = play(session, alice, GOOD, f"{GOOD} Anything else?")
    second = services.start_run(
        session, member=alice, slug=story, timed=True, key="second-key", now=NOON + 50 * MINUTE
    )

    open_one, finished = latest(session, alice)

    assert (open_one.run_id, open_one.overall, open_one.scores) == (second.public_id, None, None)
    assert (open_one.turns, open_one.is_over) == (0, False)
    assert (finished.run_id, finished.title) == (first, "The chair that came late")
    assert (finished.turns, finished.is_over, finished.outcome) == (2, True, "settled")
    shown = queries.view_of(session, member=alice, run_id=first, now=NOON + 60 * MINUTE)
    last = shown.state.turns[-1].assessment
    assert finished.overall == shown.state.thread_score
    assert finished.scores.empathy == last.empathy.value
    assert finished.scores.defensiveness == last.defensiveness.value


def test_open_run_is_the_newest_that_is_not_over(session, alice, story):
    older = play(session, alice)
    newer = play(session, alice, key="newer-key")
    services.finish_run(session, member=alice, run_id=newer, key="finish-key", now=NOON + MINUTE)

    found = queries.open_run(session, member=alice, now=NOON + 2 * MINUTE)

    assert found.run_id == older
    assert queries.open_run(session, member=alice, now=NOON + timedelta(days=99)) is None


@pytest.mark.parametrize("is_finished", [True, False], ids=["ended by hand", "ended by itself"])
def test_open_run_is_found_behind_many_that_are_over(session, alice, story, is_finished):
    left = services.start_run(
        session, member=alice, slug=story, timed=False, key="left-key", now=NOON
    )
    for number in range(25):
        key = f"later-key-{number}"
        newer = play(session, alice, key=key)
        if is_finished:
            services.finish_run(session, member=alice, run_id=newer, key=key, now=NOON + MINUTE)

    found = queries.open_run(session, member=alice, now=NOON + timedelta(days=99))

    assert found is not None
    assert found.run_id == left.public_id


def test_runs_can_be_read_page_by_page(session, alice, story):
    for number in range(5):
        play(session, alice, key=f"page-key-{number}")

    pages = [
        queries.latest_runs(session, member=alice, now=NOON, limit=2, skip=skip)
        for skip in (0, 2, 4, 6)
    ]

    assert [len(page) for page in pages] == [2, 2, 1, 0]
    assert len({run.run_id for page in pages for run in page}) == 5
    assert queries.run_count(session, member=alice) == 5


def test_cards_show_the_best_thread_score_and_the_attempts(session, alice, story):
    carol = make_member(session)
    for number, replies in enumerate([(GOOD,), ("Sorry.",), ()]):
        play(session, alice, *replies, key=f"play-key-{number}")

    (card,) = queries.scenario_cards(session, member=alice).cards
    (untried,) = queries.scenario_cards(session, member=carol).cards

    scores = [run.overall for run in latest(session, alice, after=5) if run.overall is not None]
    assert (card.best, card.attempts) == (max(scores), 3)
    assert (untried.best, untried.attempts) == (None, 0)
    assert (card.slug, card.channel, card.severity, card.difficulty) == (story, "x", "P3", 1)


def test_best_score_is_the_one_that_the_engine_gives(session, alice, story):
    run_id = play(session, alice, GOOD, "ok")
    shown = queries.view_of(session, member=alice, run_id=run_id, now=NOON + 60 * MINUTE)

    (card,) = queries.scenario_cards(session, member=alice).cards

    overalls = [turn.assessment.overall for turn in shown.state.turns if turn.assessment.graded]
    assert card.best == shown.state.thread_score == thread_score(overalls)


def test_deleting_the_post_makes_the_best_score_0(session, alice, story):
    run_id = play(session, alice)
    services.submit_action(
        session,
        member=alice,
        run_id=run_id,
        action="delete",
        text="",
        key="delete-key",
        now=NOON + MINUTE,
    )

    (card,) = queries.scenario_cards(session, member=alice).cards

    assert card.best == 0


def test_stored_scenario_that_cannot_be_read_is_named_and_hides_no_other(session, alice, story):
    play(session, alice)
    version = make_version(session, slug="from-the-future", source="format: 9\n")
    run = make_run(
        session, alice, scenario_version_id=version.id, started_at=NOON + timedelta(hours=1)
    )

    cards = queries.scenario_cards(session, member=alice)
    unreadable, readable = latest(session, alice)

    assert [card.slug for card in cards.cards] == [story]
    assert len(cards.problems) == 1
    assert "from-the-future" in cards.problems[0]
    assert "from-the-future" in unreadable.problem
    assert readable.problem is None
    with pytest.raises(ScenarioUnreadableError, match="from-the-future"):
        queries.view_of(session, member=alice, run_id=run.public_id, now=NOON)
    with pytest.raises(ScenarioUnreadableError, match="from-the-future"):
        services.start_run(
            session, member=alice, slug="from-the-future", timed=True, key="new-key-1", now=NOON
        )


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param({"kind": "moved"}, id="unknown kind"),
        pytest.param(
            {"kind": "reply_sent", "minute": 1.0, "action": "reply", "text": "x", "assessment": {}},
            id="another assessment",
        ),
    ],
)
def test_stored_event_that_cannot_be_read_is_named(session, alice, story, payload):
    run = services.start_run(
        session, member=alice, slug=story, timed=True, key="start-key", now=NOON
    )
    make_event(session, run, seq=1, kind=EventKind.REPLY, payload=payload, minute=1.0)

    (summary,) = latest(session, alice)

    assert story in summary.problem
    with pytest.raises(ScenarioUnreadableError, match=story):
        queries.view_of(session, member=alice, run_id=run.public_id, now=NOON)


def test_started_guided_run_is_welcome_enough(session, alice, story):
    make_run(session, alice, guided=True)

    assert not queries.needs_welcome(session, member=alice)


def test_page_of_a_run_asks_for_run_events_and_playbook(database, session, alice, story):
    run_id = play(session, alice, GOOD)
    statements: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        statements.append(statement)

    with database.session_for(alice.organisation_id) as fresh:
        event.listen(database.engine, "before_cursor_execute", note)
        queries.view_of(fresh, member=alice, run_id=run_id, now=NOON + 9 * MINUTE)
        event.remove(database.engine, "before_cursor_execute", note)

    assert len([each for each in statements if each.startswith("SELECT")]) == 3


def test_run_that_was_saved_is_read_the_same_by_another_connection(database, session, alice, story):
    run_id = play(session, alice, f"{GOOD} \U0001f44d\u0301\r\n<b>bold</b> مرحبا")
    own = queries.view_of(session, member=alice, run_id=run_id, now=NOON + 5 * MINUTE)

    with database.session_for(alice.organisation_id) as fresh:
        other = queries.view_of(fresh, member=alice, run_id=run_id, now=NOON + 5 * MINUTE)
        with database.engine.connect() as connection:
            stored = connection.execute(text("SELECT payload FROM event WHERE seq = 1")).scalar()

    assert other.state == own.state
    assert other.events == own.events
    assert stored
