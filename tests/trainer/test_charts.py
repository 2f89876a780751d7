import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.charts import Point, curve, dial, ring


@given(st.floats(0, 100), st.booleans())
def test_dial_draws_every_score(value, lower):
    shape = dial(value, lower_is_better=lower)

    assert shape.run.startswith("M24.0 88.0A64 64")
    assert "nan" not in repr(shape)


def test_the_target_of_defensiveness_lies_at_the_low_end():
    assert dial(10, lower_is_better=True).zone.startswith("M13.0 88.0")
    assert dial(10).zone.endswith("163.0 88.0")


@pytest.mark.parametrize(
    ("waited", "state", "number", "says"),
    [
        pytest.param(0, "", "60", "60 min left", id="plenty"),
        pytest.param(50, "soon", "10", "10 min left", id="nearly due"),
        pytest.param(60, "soon", "0", "0 min left", id="on the dot"),
        pytest.param(66, "late", "+6", "6 min late", id="late"),
        pytest.param(None, "done", "✓", "Answered", id="answered"),
        pytest.param(300, "late", "+4", "4 h late", id="hours late"),
    ],
)
def test_ring_says_how_long_is_left(waited, state, number, says):
    shown = ring(waited=waited, target=60)

    assert (shown.state, shown.number, shown.says) == (state, number, says)


def test_an_untimed_ring_counts_nothing():
    assert ring(waited=5, target=60, timed=False).says == "Untimed"


@given(
    st.lists(st.tuples(st.floats(0, 5000), st.floats(-200, 200)), min_size=1, max_size=30),
)
def test_a_curve_stays_in_its_box(raw):
    points = [Point(minute=minute, value=value) for minute, value in sorted(raw)]

    drawn = curve(points, events=points[:3])

    numbers = [pair.split() for pair in drawn.path.removeprefix("M").split("L")]
    assert all(34 <= float(x) <= 300 and 26 <= float(y) <= 172 for x, y in numbers)


def test_a_curve_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one point"):
        curve([])
