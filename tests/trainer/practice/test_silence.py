"""The debrief of a run that nobody answered, or only seemed to answer."""

import pytest

from tests.trainer.factories import NOON
from tests.trainer.practice.practising import finish, minutes, send, start, view
from tests.trainer.stories import GOOD
from trainer.practice.debrief import Debrief, debrief_of
from trainer.practice.findings import NOTHING

# Nothing here asks the database for more than a run.
pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

BACK = "Back in 20 minutes with an answer, Sam. ^Jo"


@pytest.fixture
def run(session, alice, story):
    """A run of alice's that has just begun."""
    return start(session, alice)


def debriefed(session, alice, run, after: float = 9) -> Debrief:
    return debrief_of(view(session, alice, run, after=after))


def test_a_thread_left_to_close_shows_what_everyone_saw_and_why_it_is_0(session, alice, run):
    shown = debriefed(session, alice, run, after=100)

    silence = shown.silence
    assert shown.reply is None
    assert silence.headline == "Sam got no answer."
    assert "After 3 h the thread closed by itself." in silence.summary
    assert (silence.score, silence.band.name) == (0, "Redo")
    assert "The target was 1 h." in silence.why
    assert [post.kind for post in silence.posts] == ["customer", "customer"]
    assert silence.posts_title == "What everyone saw"
    assert silence.posts_say == "2 posts, and no answer"
    assert [change.verdict.split()[-1] for change in silence.changes] == [
        "angrier",
        "lost",
        "colder",
    ]


def test_a_run_ended_before_its_target_is_not_scored(session, alice, run):
    finish(session, alice, run, after=2)

    silence = debriefed(session, alice, run).silence

    assert silence.score is None
    assert "The run ended after 10 min" in silence.summary
    assert "It doesn’t count against you." in silence.why


def test_silence_without_the_clock_costs_no_score(session, alice, story):
    run = start(session, alice, timed=False)
    finish(session, alice, run, after=60)

    silence = debriefed(session, alice, run, after=61).silence

    assert silence.score is None
    assert "without the clock" in silence.why


def test_a_thread_that_is_still_open_says_there_is_time(session, alice, run):
    assert "still time to answer" in debriefed(session, alice, run, after=2).silence.summary


def test_a_first_answer_is_described_and_never_written(session, alice, run):
    finish(session, alice, run, after=2)

    steps = debriefed(session, alice, run).first_steps

    assert 3 <= len(steps) <= 5
    assert any("matter most to Sam" in step for step in steps)
    assert any("at our end" in step for step in steps)
    assert any("“Where is the chair?”" in step for step in steps)
    assert any("within 1 h" in step for step in steps)


@pytest.mark.parametrize(
    ("act", "headline"),
    [
        pytest.param({"text": "asdf qwer zxcv"}, "This one wasn’t scored.", id="ungraded"),
        pytest.param({"action": "hold", "text": BACK, "due_in": 20}, "It buys time.", id="hold"),
        pytest.param({"action": "delete", "text": ""}, "A complaint was taken down", id="delete"),
    ],
)
def test_an_act_that_answers_nothing_gets_steps_and_no_model(session, alice, run, act, headline):
    send(session, alice, run, **act)
    finish(session, alice, run, after=3)

    shown = debriefed(session, alice, run)

    assert shown.reply.scorecard.headline.startswith(headline)
    assert shown.first_steps
    assert shown.reply.models == ()


def test_a_holding_reply_is_said_not_to_count(session, alice, run):
    send(session, alice, run, action="hold", text=BACK, due_in=20)

    reply = debriefed(session, alice, run, after=3).reply

    assert reply.scorecard.aside == "Not counted: it only holds"
    assert "the thread doesn’t count it" in reply.note


def test_a_holding_reply_that_sneers_is_told_so(session, alice, run):
    sneer = "Calm down, you should have ordered earlier. Back in 20 minutes. ^Jo"
    send(session, alice, run, action="hold", text=sneer, due_in=20)

    card = debriefed(session, alice, run, after=3).reply.scorecard

    assert card.headline != "It buys time. The answer is still to come."
    assert "bad" in {why.tone for why in card.findings.first}


def test_a_private_message_is_an_attempt_that_the_crowd_does_not_see(session, alice, run):
    send(session, alice, run, action="private")

    shown = debriefed(session, alice, run, after=3)

    assert shown.first_steps == ()
    assert "Only Sam can read this." in shown.reply.note
    assert shown.reply.changes[2].verdict == "no change"


def test_a_deletion_shows_no_scores_of_words(session, alice, run):
    send(session, alice, run, action="delete", text="")

    card = debriefed(session, alice, run, after=3).reply.scorecard

    assert (card.overall, card.gauges, card.bars, card.findings) == (0, (), (), NOTHING)
    assert card.ceilings[0].name == "Gate: a complaint was taken down"


def test_once_the_run_is_over_an_attempt_elsewhere_in_it_will_do(session, alice, run):
    send(session, alice, run, action="hold", text=BACK, due_in=20)
    send(session, alice, run, text=GOOD, key="second-key", now=NOON + minutes(3))

    for number in (1, 2):
        shown = debrief_of(view(session, alice, run, after=3.1), number=number)
        assert bool(shown.first_steps) == (number == 1)
