"""What a member does is saved and scored once, at the minute that the server's clock says."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from scenarios import ReplySent
from scoring import LONGEST_REPLY, Assessment
from tests.trainer.factories import NOON
from tests.trainer.practice.practising import (
    KEY,
    clock,
    count,
    finish,
    minutes,
    send,
    start,
    view,
)
from tests.trainer.stories import GOOD, SOURCE
from trainer.errors import InputError
from trainer.library_sync import sync_library
from trainer.local import local_member
from trainer.models import AssessmentRow, Event, Run
from trainer.practice import clocking, limits, queries, services
from trainer.practice.services import Submission


def test_submit_action_scores_at_the_servers_minute_and_embeds_the_assessment(
    session, alice, story
):
    run = start(session, alice)

    sent = send(session, alice, run, now=NOON + minutes(2))

    assert sent.refused is None
    assert sent.event.event.minute == 10.0
    assert sent.assessment.graded
    assert sent.assessment.speed is not None
    row = session.scalars(select(AssessmentRow)).one()
    assert Assessment.from_dict(row.body) == sent.assessment
    assert (row.branch, row.overall) == ("original", sent.assessment.overall)
    shown = view(session, alice, run, after=2)
    assert shown.events == (sent.event,)
    assert shown.state.turns[0].assessment == sent.assessment
    assert shown.events[shown.state.turns[0].event_index].seq == sent.event.seq


def test_same_form_sent_again_stores_and_scores_nothing_twice(session, alice, story):
    run = start(session, alice)
    first = send(session, alice, run)

    later = [
        send(session, alice, run, text="Something else", now=NOON + minutes(n)) for n in (2, 3, 90)
    ]

    assert all(again == first for again in later)
    assert count(session, AssessmentRow) == 1


def test_same_form_sent_five_times_at_once_stores_one_event(database, session, alice, story):
    run = start(session, alice)

    def post(_: int) -> Submission:
        with database.session_for(run.organisation_id) as own:
            return send(own, local_member(own, alice.id), run)

    with ThreadPoolExecutor(5) as pool:
        sent = list(pool.map(post, range(5)))

    assert {submission.event.seq for submission in sent} == {1}
    assert all(submission.assessment == sent[0].assessment for submission in sent)
    assert count(session, AssessmentRow) == 1
    assert count(session, Event) == 2


def test_different_forms_at_once_get_numbers_of_their_own(database, session, alice, story):
    run = start(session, alice)

    def post(number: int) -> Submission:
        with database.session_for(run.organisation_id) as own:
            member = local_member(own, alice.id)
            return send(own, member, run, text=f"{GOOD} {number}", key=f"another-{number}")

    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(post, range(4)))

    stored = [submission.event.seq for submission in sent if submission.event]
    assert sorted(stored) == list(range(1, len(stored) + 1))
    assert view(session, alice, run, after=90).state.turns


def test_of_two_tabs_at_once_only_the_first_is_taken(database, session, alice, story):
    run = start(session, alice)

    def post(number: int) -> Submission:
        with database.session_for(run.organisation_id) as own:
            member = local_member(own, alice.id)
            return send(own, member, run, seen=0, text=f"{GOOD} {number}", key=f"tab-{number:05}")

    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(post, range(4)))

    assert [each.refused for each in sent].count(limits.STALE) == 3
    assert count(session, AssessmentRow) == 1
    assert count(session, Event) == 2


def test_tab_that_is_behind_is_refused_but_its_own_form_again_is_not(session, alice, story):
    run = start(session, alice)
    first = send(session, alice, run, seen=0)

    again = send(session, alice, run, seen=0)
    behind = send(session, alice, run, seen=0, key="another-form")
    clock(session, alice, run, 0, 2, "a")
    current = send(session, alice, run, seen=1, key="a-third-form")

    assert again == first
    assert (behind.event, behind.refused) == (None, limits.STALE)
    assert current.refused is None
    assert count(session, AssessmentRow) == 2


def test_untimed_run_scores_no_speed_and_moves_by_the_story(session, alice, story):
    run = start(session, alice, timed=False)

    sent = send(session, alice, run, now=NOON + minutes(500))

    assert sent.event.event.minute == 0
    assert sent.assessment.speed is None
    shown = view(session, alice, run, after=9000)
    assert (shown.minute, shown.rate, shown.is_paused) == (4.0, 0, False)
    assert shown.state.beat == "louder"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"text": ""}, "no words", id="empty"),
        pytest.param({"text": " \n\t\u00a0"}, "no words", id="only spaces"),
        pytest.param({"text": "\x00\x00"}, "no words", id="only NUL"),
        pytest.param({"text": "x" * (LONGEST_REPLY + 1)}, "10,001 characters", id="too long"),
        pytest.param({"action": "hold"}, "when you will be back", id="hold without a time"),
    ],
)
def test_refused_action_says_why_and_changes_nothing(session, alice, story, change, reason):
    run = start(session, alice)

    sent = send(session, alice, run, **change)

    assert reason in sent.refused
    assert sent.event is None
    assert count(session, Event) == 1
    assert send(session, alice, run).assessment is not None


def test_action_in_a_finished_run_is_refused(session, alice, story):
    run = start(session, alice)
    finish(session, alice, run, after=1)

    sent = send(session, alice, run)

    assert "over" in sent.refused
    assert view(session, alice, run, after=99).state.is_over


def test_run_left_alone_ends_by_itself_and_refuses_what_comes_late(session, alice, story):
    run = start(session, alice)

    sent = send(session, alice, run, now=NOON + timedelta(days=300))

    assert "over" in sent.refused
    assert view(session, alice, run, after=1_000_000).state.ending.id == "gone"


@pytest.mark.parametrize(
    "change",
    [
        {"action": "escalate"},
        {"key": "short"},
        {"key": "x" * 65},
        {"key": "nul\x00inside-the-key"},
        {"action": "hold", "due_in": -5.0},
        {"action": "hold", "due_in": float("nan")},
        {"action": "hold", "due_in": 1e9},
    ],
)
def test_what_no_form_of_ours_sends_is_refused_by_its_name(session, alice, story, change):
    run = start(session, alice)

    with pytest.raises(InputError) as refused:
        send(session, alice, run, **change)

    assert refused.value.field in str(refused.value)
    assert count(session, Event) == 1


@pytest.mark.parametrize("action", ["private", "delete", "none", "hold"])
def test_every_action_is_stored_under_its_own_kind(session, alice, story, action):
    run = start(session, alice)

    sent = send(session, alice, run, action=action, due_in=20.0 if action == "hold" else None)

    assert isinstance(sent.event.event, ReplySent)
    kinds = session.scalars(select(Event.kind).order_by(Event.seq)).all()
    assert kinds == ["clock", action]


@pytest.mark.parametrize(("action", "due"), [("reply", 30.0), ("private", 30.0), ("delete", None)])
def test_time_is_promised_by_whatever_sends_words(session, alice, story, action, due):
    run = start(session, alice)

    sent = send(session, alice, run, action=action, due_in=20.0)

    assert sent.event.event.due == due
    promised = [each.due for each in view(session, alice, run, after=2).state.promises]
    assert promised == ([] if due is None else [due])


def test_post_that_is_not_the_newest_any_more_is_not_deleted(session, alice, story):
    run = start(session, alice)
    first = view(session, alice, run, after=1).state.asked_posts[-1].id
    later = NOON + minutes(13)  # Sam has written again at minute 60.

    sent = send(session, alice, run, action="delete", post=first, now=later)

    assert sent.refused == limits.NEWER_POST
    newest = view(session, alice, run, after=13).state.asked_posts[-1].id
    assert newest != first
    again = send(session, alice, run, action="delete", post=newest, now=later)
    assert again.refused is None


def test_one_key_may_serve_all_forms_of_a_page(session, alice, story):
    run = start(session, alice, key=KEY)
    clocking.set_clock(
        session, member=alice, run_id=run.public_id, rate=0, now=NOON + minutes(1), key=KEY
    )

    send(session, alice, run)
    services.finish_run(session, member=alice, run_id=run.public_id, key=KEY, now=NOON + minutes(3))

    kinds = session.scalars(select(Event.kind).order_by(Event.seq)).all()
    assert kinds == ["clock", "clock", "reply", "clock", "finish"]


def test_recent_replies_are_those_to_other_scenarios(session, alice, story):
    other = SOURCE.text.replace("The chair", "The desk")
    sync_library(session, now=NOON, sources=[type(SOURCE)(slug="late-desk", text=other)])
    for number in range(22):
        run = start(session, alice, slug="late-desk", key=f"desk-key-{number}")
        send(session, alice, run, text=f"Desk answer {number}")
    same = start(session, alice, key="chair-key-1")
    send(session, alice, same, text="An earlier try")

    now_playing = start(session, alice, key="chair-key-2")
    found = queries.recent_replies(session, now_playing)

    assert found == tuple(f"Desk answer {number}" for number in range(2, 22))


@given(text=st.text(max_size=200))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_stored_as_it_was_scored_or_refused(session, alice, story, text):
    key = f"any-text-{count(session, Run)}"
    run = start(session, alice, key=key, timed=False)

    sent = send(session, alice, run, text=text)

    if sent.refused is None:
        stored = session.scalars(select(Event).where(Event.run_id == run.id, Event.seq == 1)).one()
        assert stored.payload["text"] == limits.clean(text)
        card = sent.assessment
        assert card.graded or card.reason
