"""Speed's curve and targets, holding replies, and the score of a whole thread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Case, Holding, speed_curve, target_minutes, thread_score, thread_speed
from scoring.rubric.speed import effective_wait, speed


def test_no_wait_is_100_and_the_target_is_80():
    assert speed_curve(0) == 100
    assert speed_curve(1) == 80


@pytest.mark.parametrize(
    ("share", "value"),
    [(0.25, 97.0), (0.5, 91.9), (1.5, 68.5), (2, 58.6), (4, 33.3), (8, 15.0), (24, 3.3)],
)
def test_curve_gives_the_printed_points(share, value):
    assert round(speed_curve(share), 1) == value


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_longer_waits_never_score_more(first, second):
    sooner, later = sorted((first, second))

    assert speed_curve(sooner) >= speed_curve(later)


@pytest.mark.parametrize(
    ("channel", "severity", "minutes"),
    [
        ("x", "P3", 60),
        ("x", "P1", 15),
        ("facebook", "P2", 90),
        ("instagram", "P3", 180),
        ("review", "P4", 5760),
        ("direct", "P3", 60),
    ],
)
def test_target_goes_by_channel_and_severity(channel, severity, minutes):
    case = Case(complaint="c", reply="r", channel=channel, severity=severity)

    assert target_minutes(case) == minutes


@pytest.mark.parametrize("flag", ["vulnerable", "safety"])
def test_a_danger_or_a_vulnerable_person_is_urgent(flag):
    case = Case(complaint="c", reply="r", flags={flag})

    assert target_minutes(case) == 15


def test_an_answer_to_a_troll_has_no_speed():
    assert speed(Case(complaint="c", reply="r", minutes=5)) is not None
    assert speed(Case(complaint="c", reply="r", minutes=5, flags={"troll"})) is None


@pytest.mark.parametrize(
    ("minutes", "wait"),
    [
        pytest.param(40, 25, id="kept: half the time after it counts"),
        pytest.param(60, 35, id="kept to the minute"),
        pytest.param(61, 61, id="broken: all of it counts"),
    ],
)
def test_holding_reply_counts_only_when_kept(minutes, wait):
    assert effective_wait(minutes, Holding(sent=10, due=60)) == wait


def test_untimed_reply_has_no_speed():
    assert speed(Case(complaint="c", reply="r")) is None


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        pytest.param([80], 80, id="one"),
        pytest.param([80, 60], 68, id="two: .7 * (.55*80 + .45*60) + .3*60"),
        pytest.param([80, 40, 60, 90], 64, id="four: .7 * (.4*80 + .3*50 + .3*90) + .3*40"),
    ],
)
def test_thread_score_weighs_the_turns_and_the_worst(turns, value):
    assert thread_score(turns) == value


def test_an_auto_failed_turn_fails_the_thread():
    assert thread_score([90, 0, 90], auto_failed=True) == 0


def test_a_thread_without_turns_is_refused():
    with pytest.raises(ValueError, match="at least one graded turn"):
        thread_score([])


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8))
def test_thread_score_stays_among_its_turns(turns):
    assert min(turns) <= thread_score(turns) <= max(turns)


def test_thread_speed_is_mostly_the_first_reply():
    assert thread_speed(80, []) == 80
    assert thread_speed(80, [40, 60]) == pytest.approx(71)
