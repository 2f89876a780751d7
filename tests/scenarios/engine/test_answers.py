"""What is said after an answer or none, and when."""

import pytest
import yaml

from scenarios import replay
from tests.scenarios.builders import SCENARIO, make_reply, make_ungraded, make_version
from tests.scenarios.engine.playing import SEED, VERSION, kinds, make_version_with, play, texts


def test_run_opens_with_the_complaint_and_a_waiting_customer():
    state = play()

    assert kinds(state) == ["customer"]
    assert (state.beat, state.waiting_since, state.target_minutes) == ("late", 0, 60)
    assert state.mood.anger == 55
    assert (state.turns, state.thread_score, state.ending) == ((), None, None)
    assert state.next_due == 40


def test_follow_up_appears_when_its_minutes_have_passed_and_never_before():
    reply = make_reply(10, 85)

    before, at = play(reply, until=13.99), play(reply, until=14)

    assert kinds(before) == ["customer", "brand"]
    assert (before.next_due, before.waiting_since) == (14, None)
    assert kinds(at) == ["customer", "brand", "bystander"]
    assert (at.posts[-1].minute, at.beat, at.waiting_since) == (14, "softer", 14)


@pytest.mark.parametrize(
    ("reply", "beat"),
    [
        pytest.param(make_reply(10, 70), "softer", id="the score is high enough"),
        pytest.param(make_reply(10, 69), "angrier", id="it is not"),
        pytest.param(
            make_reply(10, 90, moves=["blames_customer"]), "angrier", id="a move forbids it"
        ),
        pytest.param(
            make_reply(10, 70, action="private"), "public_again", id="the action leads on"
        ),
        pytest.param(make_reply(10, 70, action="hold", due=30), "patient", id="so does a hold"),
        pytest.param(make_reply(10, action="delete"), "screenshot", id="and a deletion"),
        pytest.param(make_reply(10, assessment=make_ungraded()), "huh", id="and no grade"),
    ],
)
def test_first_way_that_is_true_leads_on(reply, beat):
    assert play(reply, until=20).beat == beat


def test_same_seed_says_the_same_and_another_seed_something_else():
    openings = {replay(VERSION, seed, (), 0).posts[0].text for seed in range(30)}

    assert openings == set(VERSION.beat("late").says)
    assert texts(play(until=200)) == texts(play(until=200))


def test_seed_changes_no_score_and_no_mood():
    events = (make_reply(10, 60), make_reply(30, 90))

    first, second = (replay(VERSION, seed, events, 100) for seed in (1, 2))

    assert (first.mood, first.turns) == (second.mood, second.turns)


def test_beat_that_comes_again_says_something_else_while_it_can():
    data = yaml.safe_load(SCENARIO)
    data["beats"][3]["says"] = ["What?", "Pardon?", "Sorry?"]
    version = make_version(beats=data["beats"])
    mumbles = [make_reply(5.0 * number, assessment=make_ungraded()) for number in range(1, 4)]

    state = replay(version, SEED, mumbles, 30)

    said = [post.text for post in state.posts if post.author.kind == "customer"][1:]
    assert sorted(said) == ["Pardon?", "Sorry?", "What?"]


def test_silence_leads_on_and_ends_the_thread_for_whoever_never_answers():
    nudged, lost = play(until=40), play(until=500)

    assert (nudged.beat, nudged.posts[-1].minute) == ("nudge", 40)
    assert nudged.waiting_since == 0
    assert (lost.is_over, lost.minute, lost.ending.id, lost.next_due) == (True, 100, "gone", None)
    assert lost.thread_score == 0


def test_answer_in_time_keeps_silence_away():
    state = play(make_reply(39, 80), until=41)

    assert kinds(state) == ["customer", "brand"]


def test_ending_gives_the_last_word_and_stops_the_clock():
    state = play(make_reply(10, 80), make_reply(20, 90), until=500)

    assert state.is_over
    assert (state.ending.outcome, state.minute) == ("recovered", 25)
    assert texts(state)[-1] == "Thanks."
    assert state.waiting_since is None


def test_second_reply_before_the_customer_speaks_decides_the_way():
    state = play(make_reply(10, 30), make_reply(11, 85), until=16)

    assert state.beat == "softer"
    assert len(state.turns) == 2


def test_replying_again_and_again_never_postpones_the_customer():
    replies = [make_reply(minute, 85) for minute in (10, 11.5, 13, 13.9)]

    state = play(*replies, until=14)

    assert (state.beat, state.posts[-1].minute) == ("softer", 14)
    assert (len(state.turns), state.public_turns) == (4, 4)


@pytest.mark.parametrize(
    ("second", "beat", "minute"),
    [
        pytest.param(make_reply(15, 30), "angrier", 17, id="rude: they react at once"),
        pytest.param(make_reply(39, 30), "angrier", 40, id="rude, late: no later than they would"),
        pytest.param(make_reply(39, 85), "softer", 40, id="good again: when the first is due"),
    ],
)
def test_second_answer_leads_on_no_later_than_the_first_would(second, beat, minute):
    late = yaml.safe_load(SCENARIO)["beats"][0]["next"]
    late[2]["after"] = 30
    version = make_version_with("late", next=late, silence=None)

    state = replay(version, SEED, (make_reply(10, 85), second), minute)

    assert (state.beat, state.posts[-1].minute) == (beat, minute)


def test_slower_way_runs_from_the_first_answer():
    late = yaml.safe_load(SCENARIO)["beats"][0]["next"]
    late[2]["after"] = 30
    version = make_version_with("late", next=late, silence=None)

    state = replay(version, SEED, (make_reply(10, 30), make_reply(11, 85)), 40)

    assert (state.beat, state.posts[-1].minute) == ("softer", 40)


def test_reply_takes_back_no_deletion():
    state = play(make_reply(10, action="delete"), make_reply(10.5, 85), until=11)

    assert state.beat == "screenshot"
