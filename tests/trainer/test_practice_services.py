"""What a member does is saved once, at the minute that the server's clock says, or not at all."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from scenarios import ReplySent
from scoring import DIMENSIONS, Assessment
from tests.trainer.factories import NOON, make_member, make_playbook
from tests.trainer.stories import GOOD, SOURCE
from trainer.errors import (
    EventNotFoundError,
    InputError,
    NotFoundError,
    RunNotFoundError,
    ScenarioUnknownError,
)
from trainer.library_sync import sync_library
from trainer.local import local_member
from trainer.models import AssessmentRow, Dispute, Event, Member, Run
from trainer.practice import limits, queries, services
from trainer.practice.services import Submission
from trainer.scope import ScopedSession

KEY = "a-key-of-a-form"


def minutes(count: float) -> timedelta:
    """Real minutes; a run that isn't guided starts at 5 simulated ones each."""
    return timedelta(minutes=count)


def start(session: ScopedSession, member: Member, **overrides: Any) -> Run:
    values = {"slug": SOURCE.slug, "timed": True, "key": "start-key", "now": NOON}
    return services.start_run(session, member=member, **values | overrides)


def send(session: ScopedSession, member: Member, run: Run, **overrides: Any) -> Submission:
    values = {"action": "reply", "text": GOOD, "key": KEY, "now": NOON + minutes(2)}
    return services.submit_action(
        session, member=member, run_id=run.public_id, **values | overrides
    )


def view(session: ScopedSession, member: Member, run: Run, after: float) -> queries.RunView:
    now = NOON + minutes(after)
    found = queries.view_of(session, member=member, run_id=run.public_id, now=now)
    assert found is not None
    return found


def count(session: ScopedSession, model: type[Any]) -> int:
    return session.scalar(select(func.count(model.id))) or 0


# --- Starting --------------------------------------------------------------------------------


def test_start_run_pins_everything_that_it_depends_on(session, alice, story):
    run = start(session, alice)

    assert run.scorer
    assert (run.rubric, run.engine, run.guided) == ("2026.1", services.ENGINE, False)
    assert run.playbook_id == queries.playbook_current(session).id
    shown = view(session, alice, run, after=0)
    assert (shown.minute, shown.rate, shown.clock_label) == (0, 5, "13:00")
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


# --- Acting ----------------------------------------------------------------------------------


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
        pytest.param({"text": "x" * 100_000}, "100,000 characters", id="100,000 characters"),
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
    services.finish_run(
        session, member=alice, run_id=run.public_id, key="finish-key", now=NOON + minutes(1)
    )

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


def test_one_key_may_serve_all_forms_of_a_page(session, alice, story):
    run = start(session, alice, key=KEY)
    services.set_clock(
        session, member=alice, run_id=run.public_id, rate=0, now=NOON + minutes(1), key=KEY
    )

    send(session, alice, run)
    services.finish_run(session, member=alice, run_id=run.public_id, key=KEY, now=NOON + minutes(3))

    kinds = session.scalars(select(Event.kind).order_by(Event.seq)).all()
    assert kinds == ["clock", "clock", "reply", "finish"]


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


# --- The clock -------------------------------------------------------------------------------


def clock(session: ScopedSession, member: Member, run: Run, rate: float, after: float, key: str):
    services.set_clock(
        session,
        member=member,
        run_id=run.public_id,
        rate=rate,
        now=NOON + minutes(after),
        key=f"clock-key-{key}",
    )


def test_clock_follows_the_rates_and_stands_still_in_a_pause(session, alice, story):
    run = start(session, alice)

    assert view(session, alice, run, after=0.5).minute == 2.5
    clock(session, alice, run, 1, 1, "a")
    assert view(session, alice, run, after=3).minute == 7
    clock(session, alice, run, 0, 4, "b")

    assert view(session, alice, run, after=4).minute == 8
    assert view(session, alice, run, after=600).minute == 8
    assert view(session, alice, run, after=600).is_paused
    clock(session, alice, run, 5, 600, "c")
    assert view(session, alice, run, after=601).minute == pytest.approx(13)


def test_clock_never_runs_fast_while_somebody_waits(session, alice, story):
    run = start(session, alice)

    clock(session, alice, run, 20, 1, "a")

    assert view(session, alice, run, after=2).rate == 5
    assert count(session, Event) == 1


def test_fast_clock_ends_when_the_customer_writes_however_late_the_page_asks(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(2))  # Minute 10; Sam writes back at 14.
    clock(session, alice, run, 20, 2, "a")

    assert view(session, alice, run, after=2.1).rate == 20
    shown = view(session, alice, run, after=3)

    # 4 minutes at 20 take 0.2 real ones; the other 0.8 go at 5.
    assert shown.minute == pytest.approx(14 + 0.8 * 5)
    assert (shown.rate, shown.state.beat) == (5, "louder")
    assert view(session, alice, run, after=12).minute == pytest.approx(14 + 9.8 * 5)


def test_fast_clock_ends_with_the_next_action_and_with_a_pause(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(2))
    clock(session, alice, run, 20, 2, "a")
    send(session, alice, run, key="second-form", now=NOON + minutes(2.1))  # Minute 12.

    assert view(session, alice, run, after=2.1).rate == 5
    assert view(session, alice, run, after=2.3).minute == pytest.approx(13)
    clock(session, alice, run, 20, 2.3, "b")
    clock(session, alice, run, 0, 2.32, "c")

    assert view(session, alice, run, after=500).minute == pytest.approx(13.4)
    clock(session, alice, run, 5, 500, "d")
    assert view(session, alice, run, after=500.1).minute == pytest.approx(13.9)


def test_guided_run_always_has_its_clock_and_goes_at_1(session, alice, story):
    guided = SOURCE.text.replace("fault: ours", "fault: ours\nguided: true")
    sync_library(session, now=NOON, sources=[type(SOURCE)(slug="guided-chair", text=guided)])

    run = start(session, alice, slug="guided-chair", timed=False)
    clock(session, alice, run, 20, 1, "a")

    assert run.timed
    assert view(session, alice, run, after=3).minute == pytest.approx(3)


def test_pausing_a_paused_run_is_a_no_op(session, alice, story):
    run = start(session, alice)

    for key in "abc":
        clock(session, alice, run, 0, 1, key)

    assert count(session, Event) == 2


def test_one_page_can_pause_go_on_and_pause_again(session, alice, story):
    run = start(session, alice)
    clock(session, alice, run, 0, 1, "a")
    clock(session, alice, run, 5, 2, "a")

    clock(session, alice, run, 0, 3, "a")

    assert view(session, alice, run, after=9).is_paused
    assert view(session, alice, run, after=9).minute == 10


def test_pause_sent_five_times_at_once_is_stored_once(database, session, alice, story):
    run = start(session, alice)

    def pause(_: int) -> None:
        with database.session_for(run.organisation_id) as own:
            clock(own, local_member(own, alice.id), run, 0, 1, "a")

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(pause, range(5)))

    assert count(session, Event) == 2


def test_clock_of_an_untimed_or_finished_run_changes_nothing(session, alice, story):
    untimed = start(session, alice, timed=False)
    finished = start(session, alice, key="finished-key")
    services.finish_run(
        session, member=alice, run_id=finished.public_id, key="finish-key", now=NOON
    )

    clock(session, alice, untimed, 20, 1, "a")
    clock(session, alice, finished, 20, 1, "a")

    assert count(session, Event) == 3


def test_unknown_rate_is_refused(session, alice, story):
    run = start(session, alice)

    with pytest.raises(InputError, match="rate is 1000000"):
        clock(session, alice, run, 1_000_000, 1, "a")


def test_server_clock_set_back_never_takes_a_run_back(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(2))

    shown = view(session, alice, run, after=-60)
    again = send(session, alice, run, key="second-reply", now=NOON - minutes(60))

    assert shown.minute == 10
    assert again.event.event.minute == 10
    assert view(session, alice, run, after=-60).state.turns[1].minute == 10


# --- Ending, disputing -----------------------------------------------------------------------


def test_finish_run_ends_it_once(session, alice, story):
    run = start(session, alice)

    for number in range(3):
        services.finish_run(
            session,
            member=alice,
            run_id=run.public_id,
            key=f"finish-{number}-key",
            now=NOON + minutes(3 + number),
        )

    shown = view(session, alice, run, after=50)
    assert shown.state.is_over
    assert shown.state.minute == 15
    assert count(session, Event) == 2


def object_to(session: ScopedSession, member: Member, run: Run, **overrides: Any) -> Dispute:
    values = {
        "event_seq": 1,
        "target": "score:empathy",
        "reason": "I named the feeling.",
        "key": "dispute-key",
        "now": NOON + minutes(5),
    }
    return services.dispute(session, member=member, run_id=run.public_id, **values | overrides)


def test_dispute_is_stored_once_and_listed_with_the_words(session, alice, story):
    run = start(session, alice)
    card = send(session, alice, run).assessment
    move = card.moves[0]

    first = object_to(session, alice, run, target="move:0")
    again = object_to(session, alice, run, target="move:0")
    object_to(session, alice, run, key="other-dispute", now=NOON + minutes(6))

    assert again is first
    newest, oldest = queries.disputes(session)
    assert (newest.name, newest.value, newest.quote) == ("empathy", card.empathy.value, None)
    assert (oldest.name, oldest.quote) == (move.name, GOOD[move.start : move.end])
    assert oldest.member_name == "Alice"
    assert "three days late" in oldest.complaint
    assert (oldest.title, oldest.reply) == ("The chair that came late", GOOD)


@pytest.mark.parametrize("name", ["overall", "speed", *DIMENSIONS])
def test_every_score_can_be_disputed(session, alice, story, name):
    run = start(session, alice)
    send(session, alice, run)

    assert object_to(session, alice, run, target=f"score:{name}").target == f"score:{name}"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        pytest.param({"target": "score:charm"}, InputError, id="unknown score"),
        pytest.param({"target": "move:9999"}, InputError, id="no such move"),
        pytest.param({"target": "move:-1"}, InputError, id="negative move"),
        pytest.param({"target": "move:¹"}, InputError, id="not a digit"),
        pytest.param({"target": "moves"}, InputError, id="no target"),
        pytest.param({"reason": "  no "}, InputError, id="too short"),
        pytest.param({"reason": "x" * 1001}, InputError, id="too long"),
        pytest.param({"event_seq": 0}, EventNotFoundError, id="the clock's event"),
        pytest.param({"event_seq": 7}, EventNotFoundError, id="no such event"),
    ],
)
def test_wrong_dispute_is_refused(session, alice, story, change, error):
    run = start(session, alice)
    send(session, alice, run)

    with pytest.raises(error):
        object_to(session, alice, run, **change)

    assert count(session, Dispute) == 0


# --- Somebody else's -------------------------------------------------------------------------


def test_somebody_elses_run_is_not_found_whatever_is_asked(
    session, other_session, alice, bob, story
):
    run = start(session, alice)
    send(session, alice, run)
    carol = make_member(session)

    for own, member in ((session, carol), (other_session, bob)):
        who = {"member": member, "run_id": run.public_id}
        assert queries.run_of(own, **who) is None
        assert queries.view_of(own, **who, now=NOON) is None
        with pytest.raises(NotFoundError):
            send(own, member, run)
        with pytest.raises(NotFoundError):
            services.set_clock(own, **who, rate=0, now=NOON, key="clock-key")
        with pytest.raises(NotFoundError):
            services.finish_run(own, **who, key="finish-key", now=NOON)
        with pytest.raises(NotFoundError):
            object_to(own, member, run)
    assert queries.disputes(other_session) == ()


def test_another_organisation_has_no_scenario_of_ours(other_session, bob, story):
    make_playbook(other_session)

    with pytest.raises(ScenarioUnknownError):
        start(other_session, bob)
    assert queries.scenario_cards(other_session, member=bob).cards == ()


# --- Welcome ---------------------------------------------------------------------------------


def test_welcome_is_needed_until_it_is_skipped(session, alice, story):
    assert queries.needs_welcome(session, member=alice)

    services.skip_welcome(session, member=alice, now=NOON)
    services.skip_welcome(session, member=alice, now=NOON + minutes(5))

    assert not queries.needs_welcome(session, member=alice)
    assert alice.welcomed_at == NOON
