"""What the other actions do: ungraded, private, deleted, none."""

from dataclasses import replace

from tests.scenarios.builders import make_reply, make_ungraded
from tests.scenarios.engine.playing import play, texts


def test_ungraded_reply_changes_nothing_and_the_wait_goes_on():
    silent, mumbled = play(until=30), play(make_reply(10, assessment=make_ungraded()), until=30)

    assert mumbled.mood == silent.mood
    assert mumbled.waiting_since == 0
    assert (mumbled.thread_score, mumbled.public_turns) == (None, 0)
    assert mumbled.turns[0].mood_before == mumbled.turns[0].mood_after
    assert [post.text for post in mumbled.asked_posts] == [
        mumbled.posts[0].text,
        "What does that mean?",
    ]


def test_ungraded_reply_leaves_an_answer_that_is_on_its_way():
    mumble = make_reply(11, assessment=make_ungraded())

    assert play(make_reply(10, 85), mumble, until=14).beat == "softer"


def test_private_message_stays_private_and_the_customer_may_answer_in_public():
    message = make_reply(10, 80, action="private")
    whisper = make_reply(20, 80, action="private")

    state = play(message, whisper, until=22)

    assert [post.private for post in state.posts] == [False, True, False, True, True]
    assert state.beat == "whisper"


def test_private_message_leaves_the_audience_unmoved():
    public, private = (play(make_reply(10, 85, action=way)) for way in ("reply", "private"))

    assert private.mood.sentiment < public.mood.sentiment
    assert private.mood.anger == public.mood.anger
    assert (public.public_turns, private.public_turns) == (1, 0)
    assert private.thread_score == public.thread_score


def test_deletion_takes_the_post_down_brings_a_screenshot_and_fails_the_thread():
    state = play(make_reply(10, action="delete"), make_reply(20, 90), until=21)

    assert state.posts[0].deleted
    assert texts(state)[1] == "They deleted this. Here it is again."
    assert state.thread_score == 0
    assert state.turns[0].mood_after.anger == 100
    assert state.turns[0].mood_after.sentiment == -100


def test_no_reply_is_in_the_log_and_nowhere_else():
    nothing = make_reply(10, action="none", assessment=make_ungraded())

    state = play(nothing, until=20)

    assert replace(state, posts=()) == replace(play(until=20), posts=())
