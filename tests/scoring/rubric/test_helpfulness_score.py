"""Helpfulness from moves and the case's facts."""

from dataclasses import replace

import pytest

from scoring import Case, Flag, Move, Post, assess
from scoring.rubric.helpfulness import helpfulness

COMPLAINT = "Order 88213 came broken, I paid £38 for postage and nobody at Neath answers. What now?"


def of(reply: str, complaint: str = COMPLAINT) -> int:
    value = assess(Case(complaint=complaint, reply=reply)).helpfulness.value
    assert value is not None
    return value


def test_an_act_with_a_time_and_a_way_on_is_near_the_top() -> None:
    reply = (
        "I've put a new lamp on tomorrow's van. If it isn't there by 6, message me here,"
        " I'm on till 8."
    )

    assert of(reply) >= 85


def test_a_plain_question_answered_in_full_scores_high_and_a_link_low() -> None:
    question = "Do stamps on the old paper card still count at Quay Lane?"
    answered = "They do! Bring the card to Quay Lane and your next coffee is free until Christmas."

    assert of(answered, question) >= 80
    assert of("Please see our website for details.", question) < 30


def test_thanks_under_praise_is_middling_and_telling_the_person_better() -> None:
    praise = (
        "Just want to say the lady with the purple hair at Wexcombe was so kind to my"
        " mum, thank you."
    )
    thanks = "Thank you so much for your lovely message, we're so glad she was kind to your mum."
    told = (
        "That's Denise. I've read this out at the till and she's gone as purple as her"
        " hair. Glad your mum was happy."
    )

    assert 35 <= of(thanks, praise) <= 80
    assert of(told, praise) >= of(thanks, praise)


def test_asking_only_for_details_stays_under_30() -> None:
    assert of("Please DM us your address so we can look into this.") < 30


def test_parts_cap_the_score_by_their_share() -> None:
    parts = ("Where is the parcel?", "Who pays the postage?")
    reply = (
        "I've refunded the £38 postage to your card today, and if it isn't there by 6 message me."
    )
    case = Case(complaint=COMPLAINT, reply=reply, parts=parts, emotion_need=0.8)

    helped = assess(case).helpfulness

    assert helped.value == 50
    assert helped.limit == "1 of 2 parts of the complaint are handled."


@pytest.mark.parametrize(
    ("again", "points"),
    [
        (("asks_again",), 25),
        (("hands_on_again",), 25),
        (("asks_again", "hands_on_again"), 50),
        (("asks_again", "asks_again"), 25),
    ],
)
def test_being_sent_round_again_costs_25_points_each_kind_once(again, points) -> None:
    case = Case(complaint=COMPLAINT, reply="x" * 30)
    moves = [Move(start=0, end=5, name=name) for name in ("repair", "answers_part", "gives_time")]
    round_again = [Move(start=6, end=9, name=name) for name in again]

    before = helpfulness(moves, case).value or 0
    after = helpfulness([*moves, *round_again], case).value or 0

    assert before - after == points


@pytest.mark.parametrize("name", ["wrong_fact", "against_facts"])
def test_a_wrong_fact_is_worth_nothing(name) -> None:
    case = Case(complaint=COMPLAINT, reply="x" * 30)
    moves = [Move(start=0, end=5, name="repair"), Move(start=6, end=9, name=name)]

    assert helpfulness(moves, case).value == 0


def test_a_second_answer_to_a_troll_is_worth_50_at_most() -> None:
    moves = [Move(start=0, end=5, name=name) for name in ("repair", "answers_part", "gives_time")]
    first = Case(complaint=COMPLAINT, reply="x" * 30, flags=frozenset({Flag.TROLL}))
    second = replace(first, history=(Post(author="Us", text="None of us.", is_brand=True),))
    theirs = replace(first, history=(Post(author="Them", text="Lizards", is_brand=False),))

    assert (helpfulness(moves, first).value or 0) > 50
    assert (helpfulness(moves, theirs).value or 0) > 50
    assert helpfulness(moves, second).value == 50


@pytest.mark.parametrize(("strength", "handled"), [(0.25, 0), (0.3, 1), (0.85, 1)])
def test_a_part_counts_as_handled_from_a_third(strength, handled) -> None:
    parts = ("Where is it?", "Who pays?")
    case = Case(complaint=COMPLAINT, reply="x" * 30, parts=parts)
    moves = [
        Move(start=0, end=5, name="answers_part", strength=strength, note=parts[0]),
        Move(start=0, end=5, name="states_fact"),
        Move(start=0, end=5, name="instructs"),
    ]

    assert helpfulness(moves, case).limit == f"{handled} of 2 parts of the complaint are handled."


@pytest.mark.parametrize(("strength", "handled"), [(0.6, 0), (0.9, 1)])
def test_only_a_firm_act_handles_a_part_that_no_words_name(strength, handled) -> None:
    case = Case(complaint=COMPLAINT, reply="x" * 30, parts=("Where is it?", "Who pays?"))
    moves = [
        Move(start=0, end=5, name="repair", strength=strength),
        Move(start=0, end=5, name="states_fact"),
        Move(start=0, end=5, name="instructs"),
    ]

    assert helpfulness(moves, case).limit == f"{handled} of 2 parts of the complaint are handled."


def test_another_hand_off_costs_more_than_the_first() -> None:
    reply = "Please contact our billing team."
    earlier = (Post(author="Tallow", text="We have passed this on.", is_brand=True),)

    first = assess(Case(complaint=COMPLAINT, reply=reply))
    second = assess(Case(complaint=COMPLAINT, reply=reply, history=earlier))

    assert (second.helpfulness.value or 0) < (first.helpfulness.value or 0)


def test_praise_is_scored_for_helpfulness_and_not_for_ownership() -> None:
    case = Case(
        complaint="Lovely cake.", reply="Thank you, I've told Sal.", flags=frozenset({Flag.PRAISE})
    )

    card = assess(case)

    assert card.ownership.value is None
    assert (card.helpfulness.value or 0) > 30
