"""A pause is free, and told: how often, how long, and what starts the clock again."""

import pytest
from sqlalchemy import select

from scenarios import Segment
from tests.trainer.factories import NOON
from tests.trainer.practice.practising import clock, count, finish, minutes, send, start, view
from tests.trainer.stories import SOURCE
from trainer.library_sync import sync_library
from trainer.models import Event
from trainer.practice.pauses import Pauses, pauses_of
from trainer.practice.presence import Move, PageWord


def segments(*pairs):
    """Segments that begin so many real minutes after noon, each with its rate."""
    return [Segment(wall=(NOON + minutes(at)).timestamp(), rate=rate) for at, rate in pairs]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([(0, 5)], Pauses(), id="none"),
        pytest.param([(0, 5), (2, 0), (5, 5)], Pauses(count=1, minutes=3), id="one"),
        pytest.param(
            [(0, 5), (2, 0), (3, 20), (4, 0), (6, 5)], Pauses(count=2, minutes=3), id="two"
        ),
        pytest.param([(0, 5), (2, 0), (3, 0), (5, 5)], Pauses(count=1, minutes=3), id="told twice"),
        pytest.param([(0, 5), (8, 0)], Pauses(count=1, minutes=2), id="up to now"),
        pytest.param([(0, 5), (2, 0), (2.01, 5)], Pauses(), id="a page that is loaded again"),
    ],
)
def test_pauses_are_counted_with_their_real_minutes(pairs, expected):
    found = pauses_of(segments(*pairs), NOON + minutes(10))

    assert (found.count, found.minutes) == (expected.count, pytest.approx(expected.minutes))


@pytest.mark.parametrize(
    ("pauses", "says"),
    [
        (Pauses(), ""),
        (Pauses(count=1, minutes=0.2), "Paused once, under a minute. "),
        (Pauses(count=2, minutes=4), "Paused twice, 4 min in all. "),
        (Pauses(count=3, minutes=75), "Paused 3 times, 1 h 15 min in all. "),
    ],
)
def test_pauses_say_how_often_and_how_long(pauses, says):
    assert pauses.says.startswith(says)
    assert bool(pauses.says) is bool(says)


def test_run_knows_its_pauses_by_hand_and_by_leaving(session, alice, story):
    run = start(session, alice)
    clock(session, alice, run, 0, 1, "a")
    clock(session, alice, run, 5, 3, "b")
    clock(session, alice, run, 0, 4, "c", PageWord(page="some-page", number=1, move=Move.AWAY))

    assert view(session, alice, run, after=9).pauses == Pauses(count=2, minutes=7)


def test_pause_ends_with_the_run_and_an_untimed_run_has_none(session, alice, story):
    run, untimed = start(session, alice), start(session, alice, key="other-key", timed=False)
    clock(session, alice, run, 0, 1)
    clock(session, alice, untimed, 0, 1)

    finish(session, alice, run, after=3)

    assert view(session, alice, run, after=600).pauses == Pauses(count=1, minutes=2)
    assert view(session, alice, untimed, after=600).pauses == Pauses()


@pytest.mark.parametrize("action", ["reply", "private", "hold", "delete"])
def test_whoever_acts_in_a_pause_is_back(session, alice, story, action):
    run = start(session, alice)
    clock(session, alice, run, 0, 1)
    due_in = 20.0 if action == "hold" else None

    sent = send(session, alice, run, action=action, due_in=due_in, now=NOON + minutes(9))
    again = send(session, alice, run, action=action, due_in=due_in, now=NOON + minutes(9.1))

    assert again == sent
    assert sent.event.event.minute == 5
    shown = view(session, alice, run, after=9.2)
    assert (shown.is_paused, shown.rate) == (False, 5)
    assert shown.minute == pytest.approx(6)
    assert shown.pauses == Pauses(count=1, minutes=8)
    kinds = session.scalars(select(Event.kind).order_by(Event.seq)).all()
    assert kinds == ["clock", "clock", action, "clock"]


def test_guided_run_goes_on_in_real_time(session, alice, story):
    guided = SOURCE.text.replace("fault: ours", "fault: ours\nguided: true")
    sync_library(session, now=NOON, sources=[type(SOURCE)(slug="guided-chair", text=guided)])
    run = start(session, alice, slug="guided-chair")
    clock(session, alice, run, 0, 1)

    send(session, alice, run, now=NOON + minutes(2))

    assert view(session, alice, run, after=2.5).rate == 1


def test_action_in_a_clock_that_runs_leaves_it_alone(session, alice, story):
    run = start(session, alice)

    send(session, alice, run)

    assert count(session, Event) == 2


def test_action_that_is_refused_resumes_nothing(session, alice, story):
    run = start(session, alice)
    clock(session, alice, run, 0, 1)

    send(session, alice, run, text=" ")

    assert view(session, alice, run, after=9).is_paused
