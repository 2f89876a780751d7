"""Counts, means, medians and levels of a file's scores."""

import json
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenarios.builders import make_assessment, make_ungraded
from trainer.scorefile import Totals
from trainer.scorefile.tally import MOST_REASONS, OTHER_REASONS, TALLIED, Tally

scores = st.integers(0, 100)


def totals_of(*cards) -> Totals:
    tally = Tally()
    for card in cards:
        tally.add(card)
    return tally.totals()


@given(st.lists(scores, min_size=1, max_size=40))
def test_mean_and_median_are_those_of_the_values(values):
    spread = totals_of(*(make_assessment(overall=each) for each in values)).spreads["overall"]

    assert spread.rows == len(values)
    assert spread.mean == pytest.approx(statistics.fmean(values))
    assert spread.median == statistics.median(values)
    assert sum(spread.levels) == len(values)


@pytest.mark.parametrize(
    ("value", "levels"),
    [
        pytest.param(0, (1, 0, 0, 0, 0), id="lowest of the first"),
        pytest.param(19, (1, 0, 0, 0, 0), id="highest of the first"),
        pytest.param(20, (0, 1, 0, 0, 0), id="lowest of the second"),
        pytest.param(79, (0, 0, 0, 1, 0), id="highest of the fourth"),
        pytest.param(80, (0, 0, 0, 0, 1), id="lowest of the fifth"),
        pytest.param(100, (0, 0, 0, 0, 1), id="the best there is"),
    ],
)
def test_levels_hold_their_bounds(value, levels):
    assert totals_of(make_assessment(overall=value)).spreads["overall"].levels == levels


def test_each_score_counts_only_the_rows_that_have_it():
    timed, untimed = make_assessment(speed=80), make_assessment(speed=None, ownership=None)

    spreads = totals_of(timed, untimed, make_ungraded()).spreads

    assert {name: spread.rows for name, spread in spreads.items()} == {
        "overall": 2,
        "speed": 1,
        "empathy": 2,
        "ownership": 1,
        "defensiveness": 2,
    }


def test_a_score_that_no_row_has_has_no_mean_and_no_made_up_0():
    spread = totals_of(make_ungraded()).spreads["overall"]

    assert (spread.rows, spread.mean, spread.median) == (0, None, None)


def test_reasons_are_counted_most_frequent_first():
    cards = [make_ungraded("No words."), *[make_ungraded("Not English.")] * 2]

    reasons = totals_of(*cards).reasons

    assert [(each.text, each.rows) for each in reasons] == [("Not English.", 2), ("No words.", 1)]


def test_reasons_without_end_take_no_memory_without_end():
    cards = [make_ungraded(f"It is {number:,} characters long.") for number in range(1000)]

    reasons = totals_of(*cards).reasons

    assert len(reasons) == MOST_REASONS + 1
    assert (reasons[0].text, reasons[0].rows) == (OTHER_REASONS, 1000 - MOST_REASONS)


@given(st.lists(st.none() | scores, max_size=8))
def test_totals_are_read_back_as_they_were_written(values):
    totals = totals_of(
        *(make_ungraded() if each is None else make_assessment(overall=each) for each in values)
    )

    assert Totals.from_dict(json.loads(json.dumps(totals.as_dict()))) == totals
    assert tuple(totals.spreads) == TALLIED
