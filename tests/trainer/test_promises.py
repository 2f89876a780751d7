"""What the desk and the debrief say of a time that was promised."""

import pytest

from scenarios import replay
from tests.scenarios.builders import make_reply, make_version
from trainer.practice.promises import promise_after, promise_of

VERSION = make_version()
HOLD = make_reply(5, action="hold", due=20.0)  # The run opens at 13:05.


def state_at(minute, *replies):
    return replay(VERSION, 1, [HOLD, *replies], minute)


def test_an_open_promise_names_its_time():
    shown = promise_of(state_at(10), VERSION)

    assert shown.says == "You said you’d be back by 13:25."
    assert shown.tone == "time"


def test_a_missed_promise_is_told_until_somebody_answers():
    missed = promise_of(state_at(30), VERSION)
    answered = promise_of(state_at(31, make_reply(31)), VERSION)

    assert (missed.word, missed.tone) == ("Missed", "bad")
    assert "13:25" in missed.says
    assert answered is None


@pytest.mark.parametrize(
    ("minute", "replies", "word"),
    [
        pytest.param(15, [make_reply(15)], "Kept", id="answered in time"),
        pytest.param(40, [make_reply(40)], "Missed", id="answered late"),
        pytest.param(10, [], "Open", id="not due yet"),
    ],
)
def test_the_debrief_says_what_became_of_it(minute, replies, word):
    state = state_at(minute, *replies)

    after = promise_after(state, VERSION, state.holds[0])

    assert after.word == word
    assert "13:25" in after.says


@pytest.mark.parametrize(
    ("minute", "replies", "word", "says"),
    [
        pytest.param(15, [make_reply(15)], "Kept", "an answer came by then.", id="back in time"),
        pytest.param(30, [], "Missed", "People notice.", id="never back"),
    ],
)
def test_an_answer_that_promised_a_time_is_held_to_it(minute, replies, word, says):
    promising = make_reply(5, due=20.0)
    state = replay(VERSION, 1, [promising, *replies], minute)

    after = promise_after(state, VERSION, state.turns[0])

    assert after.word == word
    assert after.says.startswith("You said 13:25, ")
    assert after.says.endswith(says)
    assert "counts" not in after.says


def test_a_plain_reply_promised_nothing():
    state = replay(VERSION, 1, [make_reply(5)], 6)

    assert promise_after(state, VERSION, state.turns[0]) is None
    assert promise_of(state, VERSION) is None
