"""Words that follow a value: each band has its own, in order, and every value has one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import speed_curve
from trainer.practice.words import anger_feeling, band, minutes, patience_word


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.2, "under a minute"), (12, "12 min"), (60, "1 h"), (95, "1 h 35 min"), (5760, "4 days")],
)
def test_minutes_are_said_as_people_say_them(value, said):
    assert minutes(value) == said


@given(st.integers(0, 100))
def test_every_total_has_a_band(score):
    found = band(score)

    assert found.low <= score <= found.high


@given(st.floats(0, 100), st.floats(0, 100))
def test_the_horizon_leans_further_the_angrier_someone_is(one, other):
    low, high = sorted((one, other))

    assert anger_feeling(low).lean <= anger_feeling(high).lean


@pytest.mark.parametrize(
    ("targets", "word"),
    [
        pytest.param(0, "holding", id="at once"),
        pytest.param(0.3, "holding", id="a third of the target"),
        pytest.param(0.5, "thinning", id="half the target"),
        pytest.param(0.99, "thinning", id="just inside"),
        pytest.param(1.1, "short", id="just late"),
        pytest.param(2, "nearly gone", id="twice the target"),
        pytest.param(4, "used up", id="four times the target"),
    ],
)
def test_patience_is_said_by_how_much_of_the_target_is_gone(targets, word):
    patience = speed_curve(targets) / 100

    assert patience_word(patience) == word


@given(st.floats(0, 1), st.floats(0, 1))
def test_patience_never_reads_better_where_there_is_less_of_it(one, other):
    order = ["used up", "nearly gone", "short", "thinning", "holding"]
    less, more = sorted((one, other))

    assert order.index(patience_word(less)) <= order.index(patience_word(more))
