"""Of a thread's end is said what is true: by whom, or by what, it ended."""

from dataclasses import replace

from tests.trainer.practice.practising import finish, start, view
from trainer.practice.debrief import debrief_of
from trainer.practice.desk import desk_of
from trainer.practice.endings import FINISHED, LAPSED, STILL_OPEN, closing_of


def test_a_thread_that_is_open_is_said_to_be_open(session, alice, story):
    run = start(session, alice)

    assert closing_of(view(session, alice, run, after=1)) == STILL_OPEN


def test_who_finished_the_run_is_told_so(session, alice, story):
    run = start(session, alice)
    finish(session, alice, run, after=1)

    assert closing_of(view(session, alice, run, after=2)) == FINISHED


def test_a_thread_that_the_story_ended_has_the_storys_words(session, alice, story):
    run = start(session, alice)

    closing = closing_of(view(session, alice, run, after=1_000_000))

    assert closing not in {STILL_OPEN, FINISHED, LAPSED}
    assert closing.title.endswith(".")
    assert closing.tone in {"good", "time", "bad"}


def test_a_thread_that_ran_out_of_time_is_not_said_to_be_ended_by_anybody(session, alice, story):
    over = view(session, alice, start(session, alice), after=1_000_000)

    # What the engine makes of a week in which the story found no end (tests/scenarios/engine).
    lapsed = replace(over, state=replace(over.state, ending=None))

    assert closing_of(lapsed) == LAPSED
    assert desk_of(lapsed).closing == debrief_of(lapsed).closing == LAPSED
