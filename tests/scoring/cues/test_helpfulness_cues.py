"""Moves of helpfulness: answers, parts, instructions, and what makes a customer start over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Case, Fact, Move, Post
from scoring.cues import helpfulness
from scoring.reading import Reading

QUESTION = "Do stamps on the old paper card still count at Quay Lane?"
PARTS = ("Where is the parcel?", "Will it come before the party?", "Who pays the postage?")


def moves(case: Case) -> list[Move]:
    return list(helpfulness.find(Reading(case)))


def names(reply: str, complaint: str = QUESTION) -> set[str]:
    return {move.name for move in moves(Case(complaint=complaint, reply=reply))}


@pytest.mark.parametrize(
    "reply", ["They do, all ten.", "Hi there! Yes, bring the card.", "Straight answer: no.", "Aye!"]
)
def test_a_plain_answer_is_found_after_a_greeting(reply: str) -> None:
    assert "answers_part" in names(reply)


@pytest.mark.parametrize("reply", ["Thanks for asking!", "Great question.", "Have you our app?"])
def test_a_reply_that_dodges_is_no_answer(reply: str) -> None:
    assert "answers_part" not in names(reply)


def test_parts_are_noted_where_they_are_handled() -> None:
    reply = "Your parcel is in Stenning. I've put it on the 4pm van. Thanks for telling us."
    case = Case(complaint="Where is it?", reply=reply, parts=PARTS)

    handled = {move.note for move in moves(case) if move.name == "answers_part" and move.note}

    assert handled == {PARTS[0], PARTS[1]}


@pytest.mark.parametrize(
    ("fact", "near_miss"),
    [
        ("Your £54 left us on the 14th.", "You paid £54 and waited 40 minutes."),
        ("Your parcel is at the depot until 6pm.", "By 6pm. Today."),
        ("It took 12 days, not 3.", "Thank you for your message on the 14th."),
    ],
)
def test_a_fact_is_new_to_the_customer(fact: str, near_miss: str) -> None:
    complaint = "I paid £54 and waited 40 minutes."

    assert "states_fact" in names(fact, complaint)
    assert "states_fact" not in names(near_miss, complaint)


def test_instructions_name_a_thing_and_asking_is_none() -> None:
    assert "instructs" in names("Hold the red button for ten seconds.")
    assert "instructs" not in names("Send us your email.")
    assert "instructs" not in names("Please come back to us.")


@pytest.mark.parametrize(
    ("complaint", "reply"),
    [
        ("Order 88213 is late.", "Please send us your order number."),
        ("Look, photo attached.", "Could you share a photo of the label?"),
        ("It's sam@example.org, again.", "Can you confirm your email address?"),
        ("The 8.14 on Monday drove past.", "What was the date and time?"),
    ],
)
def test_asking_for_what_was_given_is_asking_again(complaint: str, reply: str) -> None:
    assert "asks_again" in names(reply, complaint)


def test_asking_for_what_is_missing_is_not_asking_again() -> None:
    assert "asks_again" not in names("Please send us your order number.", "It is late.")


def test_an_earlier_post_counts_as_given() -> None:
    said = Post(author="Sam", text="It's order 88213.", is_brand=False)
    case = Case(complaint="Well?", reply="What's your order number?", history=(said,))

    assert "asks_again" in {move.name for move in moves(case)}


def test_a_second_hand_off_is_found_only_after_a_first_answer() -> None:
    reply = "Please contact our billing team."
    first = Post(author="Tallow", text="We're on it.", is_brand=True)

    later = moves(Case(complaint="Well?", reply=reply, history=(first,)))

    assert "hands_on_again" in {move.name for move in later}
    assert "hands_on_again" not in names(reply)


def test_a_figure_against_the_facts_is_found() -> None:
    facts = (Fact(label="Refund", text="Refunds take 3 days."),)

    wrong = moves(Case(complaint="When?", reply="It takes 5 days.", facts=facts))
    right = moves(Case(complaint="When?", reply="It takes 3 days.", facts=facts))

    assert [m.note for m in wrong if m.name == "wrong_fact"] == ["days"]
    assert [m for m in right if m.name == "wrong_fact"] == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=100), st.text(max_size=40))
def test_any_text_gives_valid_spans(reply: str, complaint: str, part: str) -> None:
    for move in moves(Case(complaint=complaint, reply=reply, parts=(part,))):
        assert 0 <= move.start < move.end <= len(reply)
        assert 0 <= move.strength <= 1


@pytest.mark.parametrize("reply", ["You can’t get a refund.", "We won't be able to replace it."])
def test_a_closed_way_is_no_way(reply: str) -> None:
    assert "opens_way" not in names(reply)


@pytest.mark.parametrize(
    ("sent", "near_miss"),
    [
        ("Please see our website.", "Our website was down last night."),
        ("The form is on our website.", "Our policy is to refund the postage."),
        ("You can appeal via the app.", "The app double charged you."),
        ("Full details can be found in our terms.", "Our terms were wrong, and I've changed them."),
    ],
)
def test_a_page_is_pointed_at_only_where_somebody_is_sent_there(sent: str, near_miss: str) -> None:
    assert "bare_link" in names(sent)
    assert "bare_link" not in names(near_miss)
