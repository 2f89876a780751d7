"""The same run, to the bit, however and whenever it is looked at."""

from copy import deepcopy

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from scenarios import EventOrderError, mood_curve, replay, settled_minute
from scenarios.play import Play
from tests.scenarios.builders import (
    SCENARIO,
    make_assessment,
    make_reply,
    make_ungraded,
    make_version,
)
from tests.scenarios.engine.playing import CHIMES, SEED, VERSION, texts

CHIMED = make_version(
    beats=[beat | {"chimes": deepcopy(CHIMES)} for beat in yaml.safe_load(SCENARIO)["beats"]]
)


@st.composite
def logs(draw):
    """A log that can be replayed: anything is tried, and what is refused is left out."""
    run, minute, events = Play(VERSION, SEED), 0.0, []
    for _ in range(draw(st.integers(0, 6))):
        minute += draw(st.floats(0, 60).map(lambda gap: round(gap, 3)))
        action = draw(st.sampled_from(["reply", "reply", "private", "hold", "delete", "none"]))
        card = make_assessment(
            overall=draw(st.integers(0, 100)),
            defensiveness=draw(st.integers(0, 100)),
            empathy=draw(st.integers(0, 100)),
        )
        can_promise = action == "hold" or (action != "delete" and draw(st.booleans()))
        due = minute + draw(st.floats(0, 60)) if can_promise else None
        card = draw(st.sampled_from([card, card, card, make_ungraded()]))
        event = make_reply(minute, action=action, due=due, assessment=card)
        try:
            run.take(event)
        except EventOrderError:
            continue
        events.append(event)
    return events


@given(logs(), st.floats(0, 300), st.lists(st.floats(0, 700), max_size=6))
def test_looking_at_a_run_in_between_changes_no_bit(events, wait, looks):
    end = max([event.minute for event in events], default=0.0) + wait
    run, waiting = Play(CHIMED, SEED), list(events)

    for look in sorted(look for look in looks if look <= end):
        while waiting and waiting[0].minute <= look:
            run.take(waiting.pop(0))
        assert run.state(look) == replay(CHIMED, SEED, events[: len(events) - len(waiting)], look)
    for event in waiting:
        run.take(event)

    assert run.state(end) == replay(CHIMED, SEED, events, end)


@given(logs(), st.floats(0, 600))
def test_what_has_been_never_changes(events, wait):
    end = max([event.minute for event in events], default=0.0) + wait

    state = replay(CHIMED, SEED, events, end)

    for count in range(len(events)):
        earlier = replay(CHIMED, SEED, events[:count], events[count].minute)
        assert texts(earlier) == texts(state)[: len(earlier.posts)]
        assert earlier.turns == state.turns[: len(earlier.turns)]
    posted = [post.minute for post in state.posts]
    assert posted == sorted(posted)


@given(logs())
def test_customer_answers_in_their_time_whatever_else_is_sent(events):
    longest = max(way.after for beat in VERSION.beats for way in beat.next)
    replies = [event for event in events if event.action in ("reply", "private")]
    answers = [event for event in replies if event.assessment.graded]
    assume(answers)

    state = replay(VERSION, SEED, events, max(event.minute for event in events) + longest)

    first = answers[0].minute
    assert state.is_over or any(
        first < post.minute <= first + longest
        for post in state.posts
        if post.author.kind in ("customer", "bystander")
    )


@given(logs(), st.floats(0, 600))
def test_next_due_lies_ahead_and_nothing_shows_before_it(events, wait):
    minute = max([event.minute for event in events], default=0.0) + wait

    state = replay(CHIMED, SEED, events, minute)

    if state.is_over:
        assert state.next_due is None
        return
    assert state.next_due > minute
    between = replay(CHIMED, SEED, events, (minute + state.next_due) / 2)
    assert texts(between) == texts(state)
    assert replay(CHIMED, SEED, events, state.next_due) != state


@given(logs(), st.floats(0, 600))
def test_crowd_moves_no_feeling_by_a_bit(events, wait):
    minute = max([event.minute for event in events], default=0.0) + wait

    plain, chimed = (replay(version, SEED, events, minute) for version in (VERSION, CHIMED))

    assert (chimed.mood, chimed.turns, chimed.beat) == (plain.mood, plain.turns, plain.beat)
    assert (chimed.thread_score, chimed.ending) == (plain.thread_score, plain.ending)


def test_curve_shows_the_mood_at_every_step_and_at_the_end():
    events = (make_reply(10.5, 85),)

    curve = mood_curve(VERSION, SEED, events, 20.5, step=5)

    assert [point.minute for point in curve] == [0, 5, 10, 15, 20, 20.5]
    for point in curve:
        seen = [event for event in events if event.minute <= point.minute]
        mood = replay(VERSION, SEED, seen, point.minute).mood
        assert (point.anger, point.trust, point.sentiment) == (
            mood.anger,
            mood.trust,
            mood.sentiment,
        )


def test_curve_refuses_a_step_of_nothing_and_events_beyond_its_end():
    with pytest.raises(ValueError, match="step"):
        mood_curve(VERSION, SEED, (), 10, step=0)
    with pytest.raises(EventOrderError):
        mood_curve(VERSION, SEED, (make_reply(20),), 10)


def test_untimed_run_stands_where_the_answer_is():
    first = make_reply(0, 85, speed=None)
    second = make_reply(4, 85, speed=None)

    assert settled_minute(VERSION, SEED, ()) == 0
    assert settled_minute(VERSION, SEED, (first,)) == 4
    assert settled_minute(VERSION, SEED, (first, second)) == 9
    assert replay(VERSION, SEED, (first, second), 9).ending.id == "thanked"
