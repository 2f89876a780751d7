"""What bystanders add, and that it moves nothing."""

import pytest
import yaml

from scenarios import RunFinished, replay, settled_minute
from tests.scenarios.builders import SCENARIO, make_reply, make_ungraded, make_version
from tests.scenarios.engine.playing import CHIMES, SEED, VERSION, kinds, make_version_with, texts


def with_chimes(beat="late", chimes=CHIMES, **fields):
    return make_version_with(beat, chimes=chimes, **fields)


def test_bystanders_add_their_word_when_its_minutes_have_passed():
    version = with_chimes()

    before, after = (replay(version, SEED, (), minute) for minute in (2.9, 3))

    assert (kinds(before), before.next_due) == (["customer"], 3)
    assert (kinds(after), after.next_due) == (["customer", "bystander"], 8)
    post = after.posts[-1]
    assert (post.author.handle, post.minute, post.private) == ("@priya_s", 3, False)
    assert post.text in CHIMES[0]["says"]


def test_chimes_change_nothing_but_what_is_seen():
    events = (make_reply(4.3, 80), make_reply(20.7, 80))
    seen = {post.text for post in replay(VERSION, SEED, events, 23).posts}

    plain, chimed = (
        replay(version, SEED, events, 23) for version in (VERSION, with_chimes(says=["No parcel."]))
    )

    assert (chimed.mood, chimed.beat, chimed.next_due) == (plain.mood, plain.beat, plain.next_due)
    assert chimed.asked_posts[-1].text == plain.asked_posts[-1].text
    assert [post.text for post in chimed.posts if post.text not in {*seen, "No parcel."}]


def test_seed_picks_what_bystanders_say_and_a_beat_that_comes_again_varies_it():
    version = with_chimes("huh", [{"by": "@priya_s", "after": 1, "says": ["a", "b", "c"]}])
    mumbles = [make_reply(5.0 * number, assessment=make_ungraded()) for number in range(1, 4)]

    said = [
        [text for text in texts(replay(version, seed, mumbles, 30)) if text in ("a", "b", "c")]
        for seed in (*range(8), 0)
    ]

    assert all(sorted(each) == ["a", "b", "c"] for each in said)
    assert len({tuple(each) for each in said}) > 1
    assert said[0] == said[-1]


def test_bystanders_speak_though_the_trainee_has_answered_until_the_customer_does():
    state = replay(with_chimes(), SEED, (make_reply(2, 85),), 20)

    assert [post.minute for post in state.posts] == [0, 2, 3, 6]


def test_chime_due_with_the_next_post_comes_just_before_it():
    state = replay(with_chimes(), SEED, (make_reply(4, 85),), 20)

    assert [post.minute for post in state.posts] == [0, 3, 4, 8, 8]
    assert texts(state)[-2:] == ["Still nothing?", "Will you do the same for me?"]


def test_nobody_hears_a_private_post_so_nobody_adds_to_it():
    events = (make_reply(10, 80, action="private"), make_reply(20, 80, action="private"))

    state = replay(with_chimes("whisper"), SEED, events, 60)

    assert (state.beat, kinds(state).count("bystander")) == ("whisper", 0)


@pytest.mark.parametrize(("action", "said"), [("reply", ["Bravo."]), ("private", [])])
def test_ending_is_followed_by_what_bystanders_add_where_it_is_public(action, said):
    endings = yaml.safe_load(SCENARIO)["endings"]
    endings[0]["chimes"] = [{"by": "@priya_s", "after": 30, "says": ["Bravo."]}]
    version = make_version(endings=endings)

    state = replay(version, SEED, (make_reply(10, 80), make_reply(20, 80, action=action)), 60)

    assert (state.is_over, state.minute, state.ending.id) == (True, 25, "thanked")
    assert texts(state)[3:] == [state.posts[3].text, "Thanks.", *said]
    assert {post.minute for post in state.posts[4:]} == {25}


def test_run_that_is_over_hears_no_more_of_bystanders():
    state = replay(with_chimes(), SEED, (RunFinished(minute=5),), 60)

    assert [post.minute for post in state.posts] == [0, 3]


def test_untimed_run_does_not_wait_for_bystanders():
    version, reply = with_chimes(), make_reply(0, 85, speed=None)

    assert settled_minute(version, SEED, ()) == 0
    assert settled_minute(version, SEED, (reply,)) == 4
