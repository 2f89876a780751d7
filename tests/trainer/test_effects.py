"""The total without a mark is worked out by the same arithmetic, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Case, Fault, assess, ungraded
from trainer.practice.effects import reading_of

COMPLAINT = "My daughter's costume is three days late and her party is at 3 today. Where is it?"
MIXED = (
    "I'm sorry she's still without her costume. I'm sending another by bike, with you by 14:30. "
    "Our policy is that a scanned parcel counts as delivered."
)
CASE = Case(complaint=COMPLAINT, reply=MIXED, minutes=10, fault=Fault.OURS, emotion_need=0.8)
CARD = assess(CASE)


def test_without_a_costly_move_the_total_is_higher_and_without_a_helpful_one_lower():
    reading = reading_of(CASE, CARD)
    by_name = {move.name: move for move in CARD.moves}

    assert reading.without([by_name["policy_shield"]]).total > CARD.overall
    assert reading.without([by_name["repair"]]).total < CARD.overall


def test_without_nothing_nothing_changes():
    found = reading_of(CASE, CARD).without([])

    assert (found.total, found.shift) == (CARD.overall, 0)


@settings(max_examples=30)
@given(st.sets(st.sampled_from(CARD.moves)))
def test_the_total_stays_in_its_range_whatever_is_left_out(moves):
    found = reading_of(CASE, CARD).without(moves)

    assert 0 <= found.total <= 100
    assert found.shift >= 0


@pytest.mark.parametrize(
    "card",
    [
        pytest.param(replace(CARD, scorer="cues-0"), id="another scorer"),
        pytest.param(replace(CARD, overall=99), id="another arithmetic"),
        pytest.param(replace(CARD, moves=CARD.moves[1:]), id="other moves"),
        pytest.param(ungraded("no words", rubric="1", scorer="2"), id="ungraded"),
    ],
)
def test_there_is_no_reading_where_its_numbers_would_not_compare(card):
    assert reading_of(CASE, card) is None
