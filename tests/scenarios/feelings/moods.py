"""Feelings after stated replies, waits and deletions, for the tests of how they move."""

from hypothesis import strategies as st

from scenarios import state as feeling
from scenarios.feelings import Feelings
from scenarios.impression import Impression
from scoring import Severity, speed_curve

TARGET = 60.0
DAY = 1440.0
TINY = 1e-9

GOOD = (85, 90, 2, 85, 85, 90)
MIDDLING = (45, 50, 15, 50, 50, 60)
DEFENSIVE = (15, 20, 70, 30, 20, 40)
DELETED = (0, 0, 100, 0, 0, 0)

points = st.integers(0, 100)
scores = st.tuples(points, points, points, points, points, points)
decent_scores = st.tuples(
    st.integers(70, 100),
    st.integers(70, 100),
    st.integers(0, 15),
    st.integers(70, 100),
    points,
    points,
)
minutes = st.floats(0, 600).map(lambda minute: round(minute, 2))
starts = st.builds(
    lambda anger, trust, sentiment, severity: opening(
        anger=anger, trust=trust, sentiment=sentiment, severity=severity
    ),
    st.floats(0, 100),
    st.floats(0, 75),
    st.floats(-100, 100),
    st.sampled_from(Severity),
)


def opening(**fields):
    usual = {"anger": 55.0, "trust": 60.0, "trust_before": 75.0, "sentiment": -20.0}
    return feeling.opening(**({"target": TARGET} | usual | fields))


def said(e, o, d, h, v, c, *, minute=0.0, target=TARGET, **gates):
    return Impression(
        speed=speed_curve(minute / target),
        empathy=e,
        ownership=o,
        defensiveness=d,
        helpfulness=h,
        voice=v,
        channel_fit=c,
        **gates,
    )


def answered(start: Feelings, minute: float, marks, until: float) -> Feelings:
    reply = said(*marks, minute=minute, target=start.private_wait.target)
    heard = feeling.hear(feeling.wait_until(start, minute), reply, in_public=True)
    return feeling.wait_until(heard, until)


def deleted(start: Feelings, minute: float, until: float) -> Feelings:
    reply = said(*DELETED, minute=minute)
    return feeling.wait_until(feeling.see_deletion(feeling.wait_until(start, minute), reply), until)


def is_no_worse(left: Feelings, right: Feelings) -> bool:
    return (
        left.anger <= right.anger + TINY
        and left.trust >= right.trust - TINY
        and left.sentiment >= right.sentiment - TINY
        and left.justice.whole >= right.justice.whole - TINY
    )
