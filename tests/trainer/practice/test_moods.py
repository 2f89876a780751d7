"""The curves of a debrief and the table beside them tell one story."""

import pytest

from tests.trainer.factories import NOON
from tests.trainer.practice.practising import finish, minutes, send, start, view
from trainer.practice.moods import Story, moment_name
from trainer.practice.moods import story as story_of

# Nothing here asks the database for more than a run.
on_sqlite = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)


def told(shown) -> Story:
    state = shown.state
    acts = sorted((*state.turns, *state.holds), key=lambda turn: turn.event_index)
    return story_of(shown, acts)


def values(text: str) -> list[int]:
    return [int(each.replace("−", "-")) for each in text.split("\u2009→\u2009")]


def height(value: float) -> float:
    """Where the chart draws a value, from 0 to 100."""
    return 172 - value / 100 * (172 - 34)


@on_sqlite
def test_what_happens_within_a_minute_is_in_the_chart_and_in_the_table(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(0.05))
    finish(session, alice, run, after=0.1)

    shown = told(view(session, alice, run, after=1))

    assert [(row.sign, row.what) for row in shown.rows] == [
        ("", "The start"),
        ("1", "Reply"),
        ("", "The end"),
    ]
    before, after = values(shown.rows[1].anger)
    (mark,) = shown.anger.marks
    assert before > after
    assert mark.before_y == pytest.approx(height(before), abs=1)
    assert mark.after_y == pytest.approx(height(after), abs=1)
    assert shown.anger.end_text == shown.rows[-1].anger


@on_sqlite
@pytest.mark.parametrize("timed", [True, False])
def test_every_mark_of_the_charts_is_a_row_of_the_table(session, alice, story, timed):
    run = start(session, alice, timed=timed)
    send(session, alice, run, text="Sorry if you were put out, but it is the courier.")
    send(session, alice, run, key="second-key", now=NOON + minutes(4))
    shown = told(view(session, alice, run, after=9))

    for chart, measure in ((shown.anger, "anger"), (shown.trust, "trust")):
        rows = [row for row in shown.rows if row.sign]
        assert [mark.label.text for mark in chart.marks] == [row.sign for row in rows]
        for mark, row in zip(chart.marks, rows, strict=True):
            ends = values(getattr(row, measure))
            assert mark.before_y == pytest.approx(height(ends[0]), abs=1)
            assert mark.after_y == pytest.approx(height(ends[-1]), abs=1)
    assert [row.sign for row in shown.rows if row.is_own] == ["1", "2"]
    assert "Sam writes" in [row.what for row in shown.rows if not row.is_own]


@on_sqlite
def test_a_run_without_a_reply_is_drawn_to_its_end(session, alice, story):
    run = start(session, alice)

    shown = told(view(session, alice, run, after=100))

    assert [row.what for row in shown.rows] == ["The start", "Sam writes", "The end"]
    assert [row.when for row in shown.rows] == ["13:00", "14:00", "16:00"]
    assert values(shown.rows[0].anger) < values(shown.rows[1].anger) < values(shown.rows[2].anger)


@on_sqlite
def test_a_missed_promise_is_a_step_of_its_own(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, action="hold", text="Back in 20 minutes. ^Jo", due_in=20)

    shown = told(view(session, alice, run, after=9))

    row = next(row for row in shown.rows if row.what == "A promise is missed")
    before, after = values(row.anger)
    assert after > before


def test_a_moment_past_midnight_says_which_day():
    assert moment_name("23:30", 29) == "23:59"
    assert moment_name("23:30", 40) == "00:10, day 2"
    assert moment_name("13:00", 2 * 1440) == "13:00, day 3"
