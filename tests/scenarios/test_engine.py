from copy import deepcopy
from dataclasses import replace

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from scenarios import EventOrderError, RunFinished, mood_curve, refusal, replay, settled_minute
from scenarios.play import LONGEST_RUN, Play
from scenarios.promises import GRACE
from tests.scenarios.builders import (
    SCENARIO,
    make_assessment,
    make_reply,
    make_ungraded,
    make_version,
)

VERSION = make_version()
SEED = 7


def play(*events, until=None):
    last = events[-1].minute if events else 0.0
    return replay(VERSION, SEED, events, last if until is None else until)


def make_version_with(beat, **fields):
    """The scenario with fields of one beat replaced."""
    beats = yaml.safe_load(SCENARIO)["beats"]
    return make_version(
        beats=[each | (fields if each["id"] == beat else {}) for each in beats],
    )


def texts(state):
    return [post.text for post in state.posts]


def kinds(state):
    return [post.author.kind for post in state.posts]


# --- What is said, and when ----------------------------------------------------------------


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


# --- Ungraded, held, private, deleted ------------------------------------------------------


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


# --- A time promised in an ordinary answer -------------------------------------------------


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


# --- Follow-ups ----------------------------------------------------------------------------


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


# --- What bystanders add -------------------------------------------------------------------

CHIMES = [
    {"by": "@priya_s", "after": 3, "says": ["Same here.", "Me too.", "And me."]},
    {"by": "@priya_s", "after": 8, "says": ["Still nothing?"]},
]


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


# --- The end, and what can't be ------------------------------------------------------------


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


# --- The same, to the bit ------------------------------------------------------------------

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
