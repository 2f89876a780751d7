"""Times promised by a holding reply or by an answer: open, kept, missed."""

import pytest
import yaml

from scenarios import refusal, replay
from scenarios.promises import GRACE
from tests.scenarios.builders import (
    SCENARIO,
    make_assessment,
    make_reply,
    make_ungraded,
    make_version,
)
from tests.scenarios.engine.playing import SEED, VERSION, kinds, make_version_with, play, texts


def test_holding_reply_is_no_turn_and_sets_a_promise():
    state = play(make_reply(10, 40, action="hold", due=30), until=12)

    assert (state.turns, state.thread_score, state.public_turns) == ((), None, 0)
    assert len(state.holds) == 1
    assert [(promise.due, promise.kept) for promise in state.promises] == [(30, None)]
    assert state.waiting_since == 0
    assert state.next_due == 30 + GRACE
    assert texts(state)[-1] == "Fine, 13:35 then."


def test_silence_waits_for_the_promised_time():
    hold = make_reply(10, 40, action="hold", due=80)

    assert play(hold, until=80).beat == "patient"


@pytest.mark.parametrize("minute", [20, 30, 30.9])
def test_promise_is_kept_by_an_answer_with_substance_in_time(minute):
    state = play(make_reply(10, 40, action="hold", due=30), make_reply(minute, 75), until=60)

    assert [promise.kept for promise in state.promises] == [True]
    assert "system" not in kinds(state)


def test_promise_is_not_kept_by_an_answer_without_substance():
    empty = make_reply(20, 10, ownership=20, helpfulness=20)

    state = play(make_reply(10, 40, action="hold", due=30), empty, until=31)

    assert [promise.kept for promise in state.promises] == [False]


def test_missed_promise_shows_costs_and_is_mentioned():
    hold = make_reply(10, 40, action="hold", due=30)

    before, after = play(hold, until=30.9), play(hold, until=35)

    assert [promise.kept for promise in after.promises] == [False]
    assert after.mood.anger > before.mood.anger + 15
    assert after.mood.trust < before.mood.trust - 15
    assert (after.posts[-2].author.kind, after.posts[-2].minute) == ("system", 31)
    assert (after.beat, texts(after)[-1]) == ("broken", "You said 13:35.")


@pytest.mark.parametrize(
    ("overall", "next_due"),
    [
        pytest.param(80, 34, id="kept: the customer waits no longer than usual"),
        pytest.param(10, 2001, id="open: they wait for the promised time"),
    ],
)
def test_silence_waits_for_a_promise_only_while_it_is_open(overall, next_due):
    version = make_version_with("softer", silence={"after": 20, "go": "gone"})
    hold = make_reply(10, 40, action="hold", due=2000)

    state = replay(version, SEED, (hold, make_reply(12, overall)), 14)

    assert (state.beat, state.next_due) == ("softer", next_due)


def test_silence_after_a_missed_promise_never_lies_in_the_past():
    data = yaml.safe_load(SCENARIO)
    del data["beats"][1]["promise_missed"]
    data["beats"] = [beat for beat in data["beats"] if beat["id"] != "broken"]
    version = make_version(beats=data["beats"])
    hold = make_reply(10, 40, action="hold", due=80)

    state = replay(version, SEED, (hold,), 81)

    assert state.beat == "nudge"
    assert [post.minute for post in state.posts] == sorted(post.minute for post in state.posts)


def test_untimed_promise_never_falls_due():
    hold = make_reply(0, action="hold", due=5, assessment=make_assessment(overall=40, speed=None))

    state = replay(VERSION, SEED, (hold,), 60)

    assert [promise.kept for promise in state.promises] == [None]


@pytest.mark.parametrize("action", ["reply", "private"])
@pytest.mark.parametrize(
    ("minute", "kept"),
    [
        pytest.param(30.9, True, id="an answer within the minute of grace keeps it"),
        pytest.param(31, False, id="later it is missed"),
    ],
)
def test_time_promised_in_an_answer_is_kept_or_missed_and_the_answer_is_a_turn(
    action, minute, kept
):
    promise = make_reply(10, 80, action=action, due=30)

    made = play(promise, until=20)
    settled = play(promise, make_reply(minute, 80), until=40)

    assert [(each.due, each.kept) for each in made.promises] == [(30, None)]
    assert (made.next_due, made.has_open_hold) == (31, False)
    assert (len(made.turns), made.turns[0].due, made.holds) == (1, 30, ())
    assert [each.kept for each in settled.promises] == [kept]
    assert ("system" in kinds(settled)) is not kept


def test_time_promised_in_an_answer_angers_when_missed_and_leads_on():
    version = make_version(on_promise_missed={"go": "broken", "after": 1})
    promise = make_reply(10, 80, due=30)

    before, after = (replay(version, SEED, (promise,), minute) for minute in (30.9, 32))

    assert after.mood.anger > before.mood.anger + 15
    assert after.mood.trust < before.mood.trust - 10
    assert (after.beat, texts(after)[-1]) == ("broken", "You said 13:35.")
    assert (after.waiting_since, after.posts[-2].author.kind) == (14, "system")


def test_silence_waits_for_a_time_promised_in_an_answer():
    version = make_version_with("softer", silence={"after": 5, "go": "gone"})

    usual, promised, missed = (
        replay(version, SEED, (make_reply(10, 80, due=due),), minute)
        for due, minute in ((None, 15), (30, 15), (30, 31.5))
    )

    assert (usual.next_due, promised.next_due) == (19, 31)
    assert (missed.is_over, missed.minute) == (True, 31)


def test_promise_missed_before_the_customer_has_spoken_makes_them_wait_again():
    promise = make_reply(10, 80, due=12)

    state, later = play(promise, until=13), play(promise, until=14)

    assert (state.waiting_since, state.beat, later.beat) == (13, "late", "softer")
    assert refusal(state, "hold") is None


def test_missed_promise_is_named_by_its_own_time():
    version = make_version(on_promise_missed={"go": "broken", "after": 1})
    empty = make_reply(12, 10, due=100)

    state = replay(version, SEED, (make_reply(10, 80, due=30), empty), 32)

    assert texts(state)[-1] == "You said 13:35."
    assert [each.kept for each in state.promises] == [False, None]


def test_two_promises_of_one_time_are_missed_once():
    once = play(make_reply(10, 10, due=30), make_reply(10, 10), until=32)
    twice = play(make_reply(10, 10, due=30), make_reply(10, 10, due=30), until=32)

    assert kinds(twice).count("system") == 1
    assert [each.kept for each in twice.promises] == [False, False]
    assert twice.mood == once.mood


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(make_reply(10, due=30, assessment=make_ungraded()), id="ungraded"),
        pytest.param(make_reply(10, 80, due=10), id="no time to come"),
        pytest.param(make_reply(10, 80, due=float("nan")), id="no time at all"),
        pytest.param(make_reply(10, 80, due=float("inf")), id="never"),
        pytest.param(make_reply(10, 80, text="Back by 13:30."), id="a time in words alone"),
    ],
)
def test_answer_that_promises_no_time_sets_none(reply):
    assert play(reply, until=60).promises == ()
