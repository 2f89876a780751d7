"""The clock of a customer who posts again."""

import yaml

from scenarios import replay
from tests.scenarios.builders import SCENARIO, make_reply, make_version
from tests.scenarios.engine.playing import SEED, play


def test_follow_up_has_its_own_clock_and_twice_the_target():
    state = play(make_reply(10, 30), until=12)

    assert (state.waiting_since, state.target_minutes) == (12, 2 * 30)


def test_follow_up_under_a_promise_has_the_promised_time_for_its_target():
    state = play(make_reply(10, 80, due=54), until=14)

    assert (state.beat, state.target_minutes) == ("softer", 40)


def test_post_of_a_vulnerable_person_shortens_the_target_of_the_same_wait():
    state = play(until=41)

    assert (state.waiting_since, state.target_minutes) == (0, 15)


def test_turn_tells_how_long_the_post_had_waited():
    state = play(make_reply(10, 30), make_reply(20, 80))

    assert [turn.minutes for turn in state.turns] == [10, 8]
    assert [turn.beat for turn in state.turns] == ["late", "angrier"]
    assert [turn.event_index for turn in state.turns] == [0, 1]
    assert state.thread_score == round(0.7 * (0.55 * 30 + 0.45 * 80) + 0.3 * 30)


def test_minutes_of_an_untimed_run_satisfy_no_guard():
    data = yaml.safe_load(SCENARIO)
    data["beats"][0]["next"][2]["when"] = "minutes < 60 or speed >= 0"
    version = make_version(beats=data["beats"])

    timed, untimed = (
        replay(version, SEED, (make_reply(5, 90, speed=speed),), 20).beat for speed in (90, None)
    )

    assert (timed, untimed) == ("softer", "angrier")
