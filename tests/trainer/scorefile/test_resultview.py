"""The finding of a scored file, in words and in bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenarios.builders import make_assessment, make_ungraded
from trainer.scorefile.histogram import histogram
from trainer.scorefile.resultview import result_view
from trainer.scorefile.tally import Tally


def view_of(*cards):
    tally = Tally()
    for card in cards:
        tally.add(card)
    return result_view(tally.totals())


@pytest.mark.parametrize(
    ("overalls", "says"),
    [
        pytest.param([], "None of these replies could be scored.", id="none"),
        pytest.param([61], "The one graded reply scores 61 of 100.", id="one"),
        pytest.param([10, 50, 90], "Half of these replies score 50 or less.", id="an odd number"),
        pytest.param([44, 45], "Half of these replies score 44 or less.", id="an even number"),
    ],
)
def test_finding_names_the_middle(overalls, says):
    view = view_of(make_ungraded(), *(make_assessment(overall=each) for each in overalls))

    assert view.finding == says
    assert (view.chart is None) == (not overalls)


@pytest.mark.parametrize(
    ("scores", "says"),
    [
        pytest.param(
            {"speed": 90, "empathy": 40, "ownership": 60, "defensiveness": 30},
            "Empathy is furthest from its target: 40.0 on average, 75 or more is wanted.",
            id="too low",
        ),
        pytest.param(
            {"speed": 90, "empathy": 70, "ownership": 70, "defensiveness": 60},
            "Defensiveness is furthest from its target: 60.0 on average, 25 or less is wanted.",
            id="too high",
        ),
        pytest.param(
            {"speed": None, "empathy": 80, "ownership": 75, "defensiveness": 25},
            "On average, every headline score is on target.",
            id="on target",
        ),
    ],
)
def test_the_score_furthest_from_its_target_is_named(scores, says):
    assert view_of(make_assessment(overall=50, **scores)).furthest == says


def test_nothing_is_said_of_scores_that_no_row_has():
    view = view_of(make_ungraded())

    assert view.furthest == ""
    assert {(line.rows, line.mean, line.median) for line in view.spreads} == {("0", "–", "–")}


def test_untimed_file_says_so():
    assert view_of(make_assessment(speed=None)).is_untimed
    assert not view_of(make_assessment(speed=None), make_assessment(speed=3)).is_untimed


def test_chart_says_in_words_what_it_draws():
    view = view_of(*(make_assessment(overall=each) for each in (5, 5, 85)))

    assert view.chart_says == "Totals: 2 at 0–19, 0 at 20–39, 0 at 40–59, 0 at 60–79, 1 at 80–100."
    assert [bar.count.text for bar in view.chart.bars] == ["2", "0", "0", "0", "1"]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=9))
def test_bars_stay_in_their_box_and_rise_with_their_counts(counts):
    drawn = histogram([(str(place), count) for place, count in enumerate(counts)])

    assert all(0 <= bar.x <= bar.x + drawn.width <= 340.1 for bar in drawn.bars)
    assert all(bar.count.y >= 0 and bar.y + bar.height <= 172.1 for bar in drawn.bars)
    by_count = sorted(drawn.bars, key=lambda bar: int(bar.count.text.replace(",", "")))
    assert [bar.height for bar in by_count] == sorted(bar.height for bar in drawn.bars)


def test_histogram_needs_a_group():
    with pytest.raises(ValueError, match="at least one group"):
        histogram([])
