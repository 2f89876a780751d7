import pytest
import yaml

from scenarios import case_for, replay
from scenarios.casework import RECENT
from scoring import Action, Channel, Fault, Flag, Holding, Severity, Turn
from tests.scenarios.builders import SCENARIO, make_reply, make_ungraded, make_version

VERSION = make_version()


def case(*events, minute, action="reply", version=VERSION, **more):
    state = replay(version, 1, events, minute)
    details = {"text": "I'm on it.", "timed": True} | more
    return case_for(version, state, action=action, minute=minute, **details)


def test_case_holds_what_the_scenario_says():
    found = case(minute=12.5)

    assert found.complaint in VERSION.beat("late").says
    assert (found.reply, found.minutes, found.target_minutes) == ("I'm on it.", 12.5, 60)
    assert (found.channel, found.severity, found.fault) == (Channel.X, Severity.P3, Fault.OURS)
    assert (found.turn, found.action) == (Turn.FIRST, Action.REPLY)
    assert found.parts == ("Where is the parcel?",)
    assert [fact.label for fact in found.facts] == ["Parcel"]
    assert [(offer.action, offer.within) for offer in found.allowed] == [
        ("A replacement by courier today", 300)
    ]
    assert found.history == ()
    assert found.anger == pytest.approx(55, abs=1)


def test_untimed_case_has_no_minutes():
    assert case(minute=12.5, timed=False).minutes is None


def test_beat_overrides_what_it_names_and_adds_its_facts():
    found = case(minute=45)

    assert found.flags == {Flag.VULNERABLE}
    assert [fact.label for fact in found.facts] == ["Parcel", "Van"]
    assert found.parts == ("Where is the parcel?",)
    assert case(make_reply(1, 80), minute=6).parts == ("And me?",)


def test_posts_that_nobody_answered_are_one_complaint_on_the_first_one_s_clock():
    found = case(minute=45)

    assert found.complaint.endswith("\n\nAnyone there?")
    assert (found.minutes, found.turn) == (45, Turn.FIRST)


def test_follow_up_counts_from_its_own_post_and_remembers_the_rest():
    found = case(make_reply(10, 30, text="Hm."), minute=20)

    assert (found.complaint, found.minutes, found.turn) == ("Useless.", 8, Turn.MIDDLE)
    assert [(post.author, post.is_brand) for post in found.history] == [
        ("Sam Kowalski", False),
        ("Tallow & Pine", True),
    ]


def test_private_message_is_a_reply_in_a_direct_channel():
    found = case(minute=5, action="private")

    assert (found.channel, found.action, found.target_minutes) == (Channel.DIRECT, Action.REPLY, 60)


@pytest.mark.parametrize("action", ["hold", "delete", "none"])
def test_action_is_handed_on(action):
    assert case(minute=5, action=action).action == action


def test_holding_reply_says_when_it_was_sent_and_till_when():
    assert case(minute=5, action="hold", due=30).holding == Holding(sent=5, due=30)
    assert case(minute=5, action="hold").holding is None
    assert case(minute=5, action="hold", due=3).holding is None


def test_answer_after_a_holding_reply_knows_of_it():
    hold = make_reply(10, 40, action="hold", due=30)

    found = case(hold, minute=20)

    assert found.holding == Holding(sent=10, due=31)
    assert [promise.kept for promise in found.promises] == [None]


@pytest.mark.parametrize(
    "hold",
    [
        pytest.param(make_reply(10, 40, action="hold"), id="without a time"),
        pytest.param(make_reply(10, 40, action="hold", due=30, defensiveness=60), id="blaming"),
        pytest.param(
            make_reply(10, action="hold", due=30, assessment=make_ungraded()), id="ungraded"
        ),
    ],
)
def test_hold_that_holds_nothing_is_left_out(hold):
    assert case(hold, minute=20).holding is None


def test_missed_promise_is_handed_on_until_an_answer_follows_it():
    hold = make_reply(10, 40, action="hold", due=30)
    owned = make_reply(40, 30)

    assert [promise.kept for promise in case(hold, minute=36).promises] == [False]
    assert case(hold, owned, minute=41).promises == ()


def test_what_bystanders_add_is_heard_and_not_asked():
    beats = yaml.safe_load(SCENARIO)["beats"]
    beats[0]["chimes"] = [{"by": "@priya_s", "after": 3, "says": ["Same here."]}]
    version = make_version(beats=beats)

    found = case(minute=5, version=version)

    assert found.complaint in VERSION.beat("late").says
    assert [(post.author, post.text) for post in found.history] == [("Priya S", "Same here.")]


@pytest.mark.parametrize("action", ["hold", "reply"])
def test_kept_promise_is_handed_on_to_the_one_answer_that_follows_it(action):
    promise, kept = make_reply(10, 40, action=action, due=500), make_reply(20, 60)

    assert [each.kept for each in case(promise, minute=18).promises] == [None]
    assert [each.kept for each in case(promise, kept, minute=21).promises] == [True]
    assert case(promise, kept, make_reply(21, 60), minute=21).promises == ()


def test_note_that_nobody_wrote_is_no_part_of_the_history():
    hold = make_reply(10, 40, action="hold", due=30)

    found = case(hold, minute=36)

    assert all("has passed" not in post.text for post in found.history)


def test_recent_replies_are_the_last_of_earlier_runs_and_this_one():
    earlier = [f"reply {number}" for number in range(30)]

    found = case(make_reply(10, 30, text="Hm."), minute=20, recent_replies=earlier)

    assert len(found.recent_replies) == RECENT
    assert found.recent_replies[-2:] == ("reply 29", "Hm.")


def test_playful_brand_and_emotion_need_are_handed_on():
    brand = {"name": "Tallow & Pine", "handle": "@tallowandpine", "playful": True}
    version = make_version(brand=brand, emotion_need=0.4)

    found = case(minute=5, version=version)

    assert (found.playful_brand, found.emotion_need) == (True, 0.4)
