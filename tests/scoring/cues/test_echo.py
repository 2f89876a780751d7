"""The complaint said back is no answer, however well it reads."""

import pytest

from scoring import Case, assess
from scoring.cues.echo import echoes, is_parroted
from scoring.reading import Reading

COMPLAINT = (
    "I've sent four emails since Monday and nobody has answered. The sofa leg snapped on the first "
    "night, and I paid extra for delivery by Friday. Please could somebody just ring me today."
)
TURNED = (
    "You've sent four emails since Monday and nobody has answered. The sofa leg snapped on the "
    "first night, and you paid extra for delivery by Friday. Please could somebody just ring you "
    "today."
)


def copied(reply: str, complaint: str = COMPLAINT) -> list[str]:
    reading = Reading(Case(complaint=complaint, reply=reply))
    return [reading.reply.part(span) for span in echoes(reading)]


@pytest.mark.parametrize(
    "reply",
    [f"{COMPLAINT} Thank you.", TURNED, f"You told us: {TURNED}", f"We understand. {TURNED}"],
)
def test_a_reply_that_only_says_the_complaint_back_stays_low(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply))

    assert card.overall is not None
    assert card.overall < 40
    assert card.ownership.value == 0
    assert card.helpfulness.value < 15


def test_an_answer_beside_the_copy_counts_as_it_would_alone():
    answer = "I'm sorry. I've put a new leg on tonight's van, and I'll ring you at six."

    alone = assess(Case(complaint=COMPLAINT, reply=answer))
    after = assess(Case(complaint=COMPLAINT, reply=f"{TURNED} {answer}"))

    assert after.ownership.value == alone.ownership.value
    assert after.helpfulness.value == alone.helpfulness.value


def test_own_words_and_owned_words_are_no_copy():
    assert not copied("Four emails with no answer, and a leg that broke on night one.")
    assert not copied("I'm sorry that the sofa leg snapped on the first night.")


def test_one_thing_named_in_passing_is_not_parroting():
    reading = Reading(Case(complaint=COMPLAINT, reply="The sofa leg snapped on the first night."))

    assert echoes(reading)
    assert not is_parroted(reading)


def test_a_short_cry_is_copied_with_the_rest():
    complaint = "Two left shoes. Two. Left. Shoes. The interview is on Wednesday morning."

    assert copied(complaint, complaint) == [
        "two left shoes.",
        "two.",
        "left.",
        "shoes.",
        "the interview is on wednesday morning.",
    ]
