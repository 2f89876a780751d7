import pytest

from scenarios import ClockError, Segment, clock_label, minute_at

NOON = 1_800_000_000.0


def at(*segments):
    return [Segment(wall=NOON + wall, rate=rate) for wall, rate in segments]


@pytest.mark.parametrize(
    ("segments", "wall", "expected"),
    [
        pytest.param(at(), 60, 0, id="no segment"),
        pytest.param(at((0, 5)), -60, 0, id="before the start"),
        pytest.param(at((0, 5)), 0, 0, id="at the start"),
        pytest.param(at((0, 5)), 60, 5, id="one minute at five"),
        pytest.param(at((0, 5)), 90, 7.5, id="half a minute more"),
        pytest.param(at((0, 5), (60, 20)), 120, 25, id="faster after a minute"),
        pytest.param(at((0, 5), (60, 0)), 9999, 5, id="paused"),
        pytest.param(at((0, 5), (60, 0), (600, 1)), 660, 6, id="and resumed"),
        pytest.param(at((0, 5), (60, 20)), 30, 2.5, id="looked at in the past"),
        pytest.param(at((0, 5), (0, 1)), 60, 1, id="changed at once"),
    ],
)
def test_minute_adds_up_the_segments(segments, wall, expected):
    assert minute_at(segments, NOON + wall) == pytest.approx(expected)


@pytest.mark.parametrize(
    "segments",
    [
        pytest.param(at((60, 5), (0, 5)), id="out of order"),
        pytest.param(at((0, -1)), id="backwards"),
        pytest.param(at((0, float("nan"))), id="no rate"),
    ],
)
def test_segments_that_can_not_be_are_refused(segments):
    with pytest.raises(ClockError):
        minute_at(segments, NOON + 100)


@pytest.mark.parametrize(
    ("starts_at", "minute", "label"),
    [
        ("13:05", 0, "13:05"),
        ("13:05", 20.9, "13:25"),
        ("23:50", 15, "00:05"),
        ("00:00", 1500, "01:00"),
    ],
)
def test_label_is_the_time_on_screen(starts_at, minute, label):
    assert clock_label(starts_at, minute) == label
