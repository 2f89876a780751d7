"""How a run ends, and what it refuses."""

import pytest
import yaml

from scenarios import EventOrderError, RunFinished, refusal, replay
from scenarios.course import LONGEST_RUN
from scenarios.play import Play
from tests.scenarios.builders import SCENARIO, make_reply, make_ungraded, make_version
from tests.scenarios.engine.playing import SEED, VERSION, play


def test_run_that_is_finished_early_has_no_ending():
    state = play(make_reply(10, 80), RunFinished(minute=12), until=500)

    assert (state.is_over, state.ending, state.minute, state.thread_score) == (True, None, 12, 80)


@pytest.mark.parametrize(("minute", "score"), [(59, None), (60, 0)])
def test_run_finished_without_an_answer_fails_once_the_target_has_passed(minute, score):
    data = yaml.safe_load(SCENARIO)
    del data["beats"][0]["silence"]
    data["beats"] = [beat for beat in data["beats"] if beat["id"] != "nudge"]
    data["beats"][1]["silence"]["go"] = "gone"
    version = make_version(beats=data["beats"])

    assert replay(version, SEED, (RunFinished(minute=minute),), minute).thread_score == score


@pytest.mark.parametrize("minute", [61, 5000])
def test_run_in_which_every_answer_was_ungraded_has_no_score(minute):
    mumble = make_reply(10, assessment=make_ungraded())

    state = play(mumble, RunFinished(minute=minute))

    assert (state.is_over, state.thread_score) == (True, None)


def test_run_that_ends_on_a_holding_reply_has_no_answer():
    timed = make_reply(10, 40, action="hold", due=30)
    untimed = make_reply(10, 40, action="hold", due=30, speed=None)
    mumbled = make_reply(10, action="hold", due=30, assessment=make_ungraded())

    scores = [play(hold, RunFinished(minute=80)).thread_score for hold in (timed, untimed, mumbled)]

    assert scores == [0, None, None]


def test_run_that_nobody_looks_after_is_over_in_a_week():
    state = play(make_reply(1, assessment=make_ungraded()), until=10 * LONGEST_RUN)

    assert (state.is_over, state.minute, state.ending) == (True, LONGEST_RUN, None)


@pytest.mark.parametrize(
    "events",
    [
        pytest.param([make_reply(20), make_reply(10)], id="out of order"),
        pytest.param([make_reply(-1)], id="before the start"),
        pytest.param([make_reply(float("nan"))], id="at no minute"),
        pytest.param([make_reply(1001)], id="beyond the end"),
        pytest.param([RunFinished(minute=5), make_reply(6)], id="after the run was finished"),
        pytest.param([RunFinished(minute=5), RunFinished(minute=5)], id="finished twice"),
        pytest.param([make_reply(200)], id="after the story ended"),
        pytest.param([make_reply(5, action="shout")], id="no action"),
        pytest.param([make_reply(5, action="delete")] * 2, id="deleted twice"),
        pytest.param([make_reply(5), make_reply(6, action="hold", due=9)], id="nothing to hold"),
        pytest.param(
            [make_reply(5, action="hold", due=9), make_reply(6, action="hold", due=12)],
            id="held twice",
        ),
    ],
)
def test_event_that_can_not_be_is_refused(events):
    with pytest.raises(EventOrderError):
        replay(VERSION, SEED, events, 1000)


def test_refused_event_leaves_the_run_as_it_was():
    run = Play(VERSION, SEED)
    run.take(make_reply(10, 80))

    with pytest.raises(EventOrderError):
        run.take(make_reply(5))

    assert run.state(12) == play(make_reply(10, 80), until=12)


def test_refusal_says_why_in_plain_words():
    waiting, answered = play(), play(make_reply(10, 80), until=11)
    held = play(make_reply(10, 40, action="hold", due=30), until=12)
    over = play(RunFinished(minute=5))

    assert refusal(waiting, "reply") is None
    assert refusal(waiting, "hold") is None
    assert "nothing to hold" in refusal(answered, "hold")
    assert "already said" in refusal(held, "hold")
    assert "over" in refusal(over, "reply")
    assert "not an action" in refusal(waiting, "shout")


def test_deletion_is_refused_where_there_is_nothing_to_delete():
    gone = play(make_reply(10, action="delete"), until=10)
    whispered = play(
        make_reply(10, 80, action="private"), make_reply(20, 80, action="private"), until=22
    )

    assert "already gone" in refusal(gone, "delete")
    assert "private message" in refusal(whispered, "delete")
