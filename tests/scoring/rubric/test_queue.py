import pytest

from scoring import Severity, speed_curve
from scoring.rubric.queue import (
    Queued,
    priority_inversions,
    queue_speed,
    queue_wait,
    staffed_wait,
)


def complaint(severity: str, arrived: float, answered: float | None, **facts: float) -> Queued:
    kind = Severity(severity)
    return Queued(severity=kind, target=60, arrived=arrived, answered=answered, **facts)


@pytest.mark.parametrize(
    ("severity", "posted", "wait"),
    [
        pytest.param("P3", False, 20, id="a quarter of the night counts"),
        pytest.param("P3", True, 10, id="an emergency route was posted"),
        pytest.param("P1", True, 50, id="safety never waits for office hours"),
    ],
)
def test_unstaffed_minutes_count_in_part(severity, posted, wait):
    waited = staffed_wait(10, 40, severity=Severity(severity), route_posted=posted)

    assert waited == wait


def test_time_spent_on_something_as_urgent_is_not_blamed_beyond_the_target():
    assert queue_wait(complaint("P3", 0, 50, busy=30), end=90) == 20
    assert queue_wait(complaint("P3", 0, 150, busy=100), end=200) == 90
    assert queue_wait(complaint("P3", 0, 10, busy=30), end=90) == 0


def test_silence_waits_to_the_end_of_the_session():
    assert queue_wait(complaint("P3", 30, None), end=90) == 60


def test_a_grave_complaint_weighs_most():
    late_grave = [complaint("P1", 0, 240), complaint("P4", 0, 0)]
    late_light = [complaint("P1", 0, 0), complaint("P4", 0, 240)]

    assert queue_speed(late_grave, 240) == pytest.approx((4 * speed_curve(4) + 0.5 * 100) / 4.5)
    assert queue_speed(late_grave, 240) < queue_speed(late_light, 240)


def test_an_empty_queue_has_no_speed():
    assert queue_speed([], 60) is None


def test_an_inversion_is_a_lighter_answer_while_a_graver_complaint_waits():
    grumble, safety = complaint("P3", 0, 10), complaint("P1", 5, 20)

    assert priority_inversions([grumble, safety]) == 1
    assert priority_inversions([grumble, complaint("P1", 5, None)]) == 1
    assert priority_inversions([complaint("P3", 0, 4), safety]) == 0
    assert priority_inversions([complaint("P1", 0, 10), complaint("P3", 0, 20)]) == 0


def test_of_two_answers_in_one_minute_neither_jumps_and_one_that_just_came_waits():
    grumble = complaint("P3", 0, 10)

    assert priority_inversions([grumble, complaint("P1", 5, 10)]) == 0
    assert priority_inversions([grumble, complaint("P1", 10, 20)]) == 1
