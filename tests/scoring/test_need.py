"""Whose word counts on what a post needs: flags, the case's emotion need, severity, the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Case, Detection, Flag, Severity, assess, default_detector
from scoring.need import CALM, Need, settled

GRUMBLE = "Can I speak to a human please, been on hold 3 hours"
COMPLAINT = "You lost my parcel and nobody answers. Furious."
PRAISE = "Shout out to Gwil who spent an hour teaching my dad to use video calls. We all cried."
QUESTION = "Are you open on Easter Monday?"
LECTURE = "Couriers handle thousands of parcels a night, and delays are to be expected at peaks."

needs = st.builds(
    Need, emotion=st.floats(0, 1), is_praise=st.booleans(), is_question=st.booleans()
).filter(lambda need: not (need.is_praise and need.is_question))
cases = st.builds(
    Case,
    complaint=st.sampled_from([COMPLAINT, PRAISE, QUESTION, ""]),
    reply=st.just("Sorry"),
    emotion_need=st.none() | st.floats(0, 1),
    severity=st.sampled_from(Severity),
    flags=st.frozensets(st.sampled_from([Flag.PRAISE, Flag.QUESTION, Flag.PRESS])),
)


class Reader:
    """A detector that finds nothing and takes every post for one kind."""

    version = "fake-1"

    def __init__(self, *, emotion: float, is_praise: bool = False) -> None:
        self._found = Detection(moves=(), emotion_need=emotion, is_praise=is_praise)

    def detect(self, case: Case) -> Detection:
        return self._found


@given(cases, needs)
def test_settling_what_is_settled_changes_nothing(case, need):
    once = settled(case, need)

    assert settled(case, once) == once


def test_a_stated_need_makes_a_question_in_form_a_complaint():
    case = Case(complaint=GRUMBLE, reply=LECTURE, emotion_need=0.9)

    found = default_detector().detect(case)

    assert (found.emotion_need, found.is_question) == (0.9, False)
    assert assess(case).score("defensiveness") >= 15


def test_a_stated_calm_makes_a_complaint_in_form_a_question():
    case = Case(complaint=COMPLAINT, reply="Yes, we're open today.", emotion_need=0.1)

    found = default_detector().detect(case)

    assert (found.emotion_need, found.is_question) == (0.1, True)
    assert assess(case).score("ownership") is None


@pytest.mark.parametrize(("need", "owned"), [(0.29, False), (0.3, True)])
def test_ownership_is_scored_from_the_need_where_complaints_begin(need, owned):
    card = assess(Case(complaint=COMPLAINT, reply="I'll ring you today.", emotion_need=need))

    assert (card.score("ownership") is not None) is owned


def test_a_stated_need_counts_whatever_the_detector_judges():
    case = Case(complaint=COMPLAINT, reply="I'll ring you today.", emotion_need=0.9)

    card = assess(case, Reader(emotion=0.1, is_praise=True))

    assert card.score("ownership") is not None


def test_praise_that_the_detector_sees_is_scored_as_praise():
    case = Case(complaint=PRAISE, reply="Thanks, that has made his day.")

    card = assess(case, Reader(emotion=0.1, is_praise=True))

    assert card.score("ownership") is None
    assert not {"cap_E", "cap_O", "cap_N"} & {item.rule for item in card.ceilings}
    assert card.gratitude.limit == "Praise went without thanks."


def test_p4_is_praise_or_a_question_in_spite_of_its_words():
    told, asked = (
        settled(
            Case(complaint=post, reply="Hi", severity=Severity.P4),
            Need(emotion=0.9, is_praise=False, is_question=False),
        )
        for post in ("Never seen such a queue.", "Never seen such a queue. Why?")
    )

    assert told == Need(emotion=CALM, is_praise=True, is_question=False)
    assert asked == Need(emotion=CALM, is_praise=False, is_question=True)


@pytest.mark.parametrize("post", [PRAISE, QUESTION])
def test_a_flag_counts_before_the_need(post):
    case = Case(complaint=post, reply="Thanks", emotion_need=0.9, flags={"praise"})

    found = settled(case, Need(emotion=0.9, is_praise=False, is_question=True))

    assert found == Need(emotion=0.9, is_praise=True, is_question=False)
