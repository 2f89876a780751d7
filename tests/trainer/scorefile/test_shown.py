"""The few rows of a file that its page shows whole."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import LONGEST_REPLY, Case, assess
from tests.scenarios.builders import make_ungraded
from tests.trainer.scorefile.rows import make_row
from trainer.scorefile import ScoredRow, ScoreFileError, ShownRows
from trainer.scorefile.shown import SHOWN, first_rows, lowest_rows, read_shown


def kept_of(*rows: ScoredRow) -> tuple[ScoredRow, ...]:
    """What is read back of what was kept of these rows."""
    shown, stream = ShownRows(), io.StringIO()
    for row in rows:
        shown.add(row)
    shown.write(stream)
    stream.seek(0)
    return read_shown(stream)


@given(st.lists(st.none() | st.integers(0, 9), max_size=3 * SHOWN))
def test_first_and_lowest_are_those_of_the_whole_file(totals):
    rows = [make_row(line, overall) for line, overall in enumerate(totals, start=1)]
    graded = [row for row in rows if row.card.overall is not None]

    kept = kept_of(*rows)

    assert [row.line for row in first_rows(kept)] == [row.line for row in rows[:SHOWN]]
    lowest = sorted(graded, key=lambda row: (row.card.overall, row.line))[:SHOWN]
    assert [row.line for row in lowest_rows(kept)] == [row.line for row in lowest]
    assert len(kept) <= 2 * SHOWN


def test_row_is_read_back_as_it_was_scored():
    case = Case(
        complaint="Late! ☂", reply="Sorry, Kit. I'll ring at 5.", minutes=7, channel="review"
    )
    row = ScoredRow(line=3, id=12, case=case, card=assess(case))

    assert kept_of(row) == (row,)


def test_texts_that_no_page_could_show_are_cut():
    long = "never again " * LONGEST_REPLY
    row = make_row(overall=None, complaint=long, reply=long)

    (kept,) = kept_of(row)

    assert len(kept.case.complaint) == len(kept.case.reply) == LONGEST_REPLY
    assert kept.card == make_ungraded()


def test_graded_reply_keeps_every_character_beside_a_complaint_that_is_cut():
    case = Case(complaint="late " * LONGEST_REPLY, reply="I'm sorry. I'll ring you by 5 today.")
    row = ScoredRow(line=1, id="a", case=case, card=assess(case))

    (kept,) = kept_of(row)

    assert kept.case.reply == case.reply
    assert kept.card == row.card


def test_long_file_keeps_no_more_rows_in_memory():
    shown = ShownRows()
    for line in range(1, 5_000):
        shown.add(make_row(line, 99 - line % 100))

    stream = io.StringIO()
    shown.write(stream)

    assert len(stream.getvalue().splitlines()) == 2 * SHOWN


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="no JSON"),
        pytest.param('{"line": 1}', id="a field is missing"),
        pytest.param(
            json.dumps({"line": 1, "id": "a", "case": {"complaint": "", "tone": 1}, "card": {}}),
            id="a field from the future",
        ),
        pytest.param(
            json.dumps(
                {
                    "line": 1,
                    "id": "a",
                    "case": {"complaint": "", "reply": "", "channel": "fax"},
                    "card": {},
                }
            ),
            id="a network from the future",
        ),
    ],
)
def test_rows_of_another_version_are_refused_with_the_fix(line):
    with pytest.raises(ScoreFileError, match="score the file again"):
        read_shown(io.StringIO(line + "\n"))
