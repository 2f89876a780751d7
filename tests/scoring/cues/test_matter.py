"""A fluent answer to somebody else's complaint answers nobody here."""

import pytest

from scoring import Case, Fact, assess

ROUTER = "My router has dropped the wifi every evening this week and your chat hung up on me."
MEAL = (
    "I'm so sorry. The waiter should have told the chef about the allergy. I've refunded the meal "
    "and I'll post here by six when it has landed. Ade"
)
MENDED = (
    "I'm so sorry. The modem on your street failed. I've booked an engineer for six tonight, and "
    "I'll post here when the line is back. Ade"
)


def card(reply: str, complaint: str = ROUTER, **facts):
    return assess(Case(complaint=complaint, reply=reply, **facts))


def test_an_answer_about_another_line_of_business_is_off_topic():
    found = card(MEAL)

    assert found.overall <= 30
    assert found.helpfulness.value < 15
    assert "K8" in [ceiling.rule for ceiling in found.ceilings]


def test_an_answer_about_the_same_things_in_other_words_is_not():
    assert "off_topic" not in {move.name for move in card(MENDED).moves}
    assert card(MENDED).overall > 60


@pytest.mark.parametrize(
    "reply",
    [
        "I'm so sorry. I've asked for it to be mended tonight, and I'll ring you at six. Ade",
        "That's three evenings too many. I'm on it now and will post here by six. Ade",
    ],
)
def test_an_answer_that_names_no_things_is_not_off_topic(reply):
    assert "off_topic" not in {move.name for move in card(reply).moves}


def test_a_post_of_no_known_business_is_never_another_matter():
    found = card(MEAL, "Three emails and nobody has answered. I'm furious.")

    assert "off_topic" not in {move.name for move in found.moves}


def test_the_facts_say_what_the_matter_is_too():
    facts = (Fact(label="Order", text="A meal with a nut allergy at the restaurant"),)

    assert "off_topic" not in {move.name for move in card(MEAL, facts=facts).moves}
