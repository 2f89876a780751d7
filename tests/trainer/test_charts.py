import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.charts import Point, Step, curve, dial, ring


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


def clock(minute: float) -> str:
    return f"{minute:.0f} min"


minutes = st.floats(0, 5000)
values = st.floats(-200, 200)
steps = st.builds(Step, minute=minutes, sign=st.just("1"), before=values, after=values)


@given(st.lists(st.builds(Point, minute=minutes, value=values), min_size=1), st.lists(steps))
def test_a_curve_stays_in_its_box(points, happened):
    points.sort(key=lambda point: point.minute)
    happened.sort(key=lambda step: step.minute)

    drawn = curve(points, steps=happened, name_of=clock)

    numbers = [pair.split() for pair in drawn.path.removeprefix("M").split("L")]
    assert all(34 <= float(x) <= 300 and 34 <= float(y) <= 172 for x, y in numbers)
    assert all(34 <= mark.label.x <= 300 and 34 <= mark.x <= 300 for mark in drawn.marks)


def test_a_step_inside_a_minute_goes_straight_down_where_it_happened():
    points = [Point(minute=0, value=60), Point(minute=1, value=47)]
    step = Step(minute=0.25, sign="1", before=60, after=47)

    drawn = curve(points, steps=[step], name_of=clock)

    start, before, after, end = (pair.split() for pair in drawn.path[1:].split("L"))
    (mark,) = drawn.marks
    assert before[0] == after[0] == f"{mark.x:.1f}"
    assert start[1] == before[1] == f"{mark.before_y:.1f}"
    assert after[1] == end[1] == f"{mark.after_y:.1f}"


@given(st.lists(minutes, min_size=2, max_size=32))
def test_signs_of_steps_never_touch(happened):
    happened.sort()
    marked = [Step(minute=each, sign="22", before=50, after=40) for each in happened]

    drawn = curve([Point(minute=0, value=50)], steps=marked, name_of=clock)

    places = [(mark.label.x, mark.label.y) for mark in drawn.marks]
    near = [
        (one, other)
        for number, one in enumerate(places)
        for other in places[number + 1 :]
        if abs(one[0] - other[0]) < 16 and abs(one[1] - other[1]) < 13
    ]
    assert not near


def test_the_axis_names_each_moment_once():
    short = curve([Point(minute=0, value=1)], name_of=lambda _minute: "12:55")
    long = curve([Point(minute=0, value=1), Point(minute=60, value=2)], name_of=clock)

    assert [label.text for label in short.x_labels] == ["12:55"]
    assert sorted(label.text for label in long.x_labels) == ["0 min", "30 min", "60 min"]


def test_a_curve_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one point"):
        curve([], name_of=clock)
