"""A plain holding reply has an owner, a step and a time, and is scored for them."""

import pytest

from scoring import Case, Fault, assess

COMPLAINT = (
    "Been waiting in for your engineer since 8 this morning. No call, no text, nothing. I took "
    "unpaid leave for this."
)
HELD = (
    "I'm on this, back by 14:30.",
    "We are looking into it, back by 3.",
    "I'm finding out where he is. Back to you by 2.",
    "I've picked this up and I'm chasing the engineer now. More from me by 3. ^Jo",
)


def ownership(reply: str, **facts) -> int:
    value = assess(Case(complaint=COMPLAINT, reply=reply, **facts)).ownership.value
    assert value is not None
    return value


@pytest.mark.parametrize("reply", HELD)
def test_a_holding_reply_owns_the_next_step(reply):
    assert 45 <= ownership(reply, action="hold") <= 90


@pytest.mark.parametrize("reply", HELD)
def test_sending_it_as_a_holding_reply_changes_no_score(reply):
    held, sent = (ownership(reply, action=action) for action in ("hold", "reply"))

    assert held == sent


def test_a_hold_without_a_time_owns_little():
    timeless = ownership("Bear with us, we are looking into it.", action="hold")

    assert timeless < 25 < ownership(HELD[1], action="hold")


def test_a_hold_stops_at_60_where_the_fault_is_ours():
    assert ownership(HELD[3], action="hold", fault=Fault.OURS) == 60
