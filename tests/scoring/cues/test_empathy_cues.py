import pytest

from scoring import Case, Post
from scoring.cues import empathy
from scoring.reading import Reading

COMPLAINT = (
    "My mum is 78. Your boiler engineer missed three appointments and she sat in a cold kitchen "
    "on her birthday with no heating for two nights. Nobody called."
)


def names(reply: str, complaint: str = COMPLAINT, **facts: object) -> set[str]:
    case = Case(complaint=complaint, reply=reply, **facts)
    return {move.name for move in empathy.find(Reading(case)) if move.strength >= 0.15}


@pytest.mark.parametrize(
    ("reply", "name"),
    [
        ("I am not sorry for asking.", "apology"),
        ("Sorry if she was cold.", "apology"),
        ("Sorry, but the visit was never confirmed.", "apology"),
        ("You should have called us.", "acknowledges_cost"),
        ("Mum, boiler, engineer, three appointments, kitchen, birthday.", "restates_situation"),
    ],
)
def test_no_credit_for_words_that_say_something_else(reply, name):
    assert name not in names(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "I'm sorry your mum sat in a cold kitchen on her birthday.",
        "i'm sorry ur mum sat in a cold kitchen on her bday",
        "I\u2019M SORRY YOUR MOM SAT IN A COLD KITCHEN ON HER BIRTHDAY",
        "I am sorry that your mother was sitting in the cold kitchen, on her birthday \u2639",
    ],
)
def test_spelling_case_and_dialect_hardly_matter(reply):
    assert {"apology", "restates_situation", "sees_person"} <= names(reply)


def test_the_second_apology_adds_nothing():
    reading = Reading(
        Case(complaint=COMPLAINT, reply="I'm sorry she was cold. I'm sorry nobody called her.")
    )

    assert [move.name for move in empathy.find(reading)].count("apology") == 1


def test_three_apologies_are_grovelling():
    assert "grovelling" in names("Sorry. I'm so sorry she was cold. Sorry again for the kitchen.")


def test_what_an_earlier_reply_said_earns_nothing_again():
    said = "Three missed visits in a cold kitchen is miserable for your mum, and I'm sorry."
    before = (Post(author="us", text=said, is_brand=True),)

    again = names(said, turn="middle", history=before)

    assert not again & {"apology", "names_feeling", "restates_situation"}
    assert "restates_situation" in names("The engineer is in her kitchen now.", history=before)


def test_the_customers_own_words_are_not_taken_for_ours():
    before = (Post(author="Ruth", text="She sat in a cold kitchen.", is_brand=False),)

    assert "restates_situation" in names("She sat in a cold kitchen.", history=before)


def test_cheer_jars_under_a_complaint_and_not_under_praise():
    assert "chirpy" in names("Hooray, all done! \U0001f389")
    assert "chirpy" not in names("Hooray, all done! \U0001f389", flags={"praise"})


@pytest.mark.parametrize(
    ("reply", "is_wrong"),
    [
        ("Sorry about the two missed appointments.", True),
        ("Sorry about the 3 missed appointments.", False),
        ("Sorry. We will offer five appointments.", False),
        ("Sorry, we can offer two appointments tomorrow.", False),
    ],
)
def test_numbers_are_checked_against_the_post(reply, is_wrong):
    assert ("wrong_detail" in names(reply)) is is_wrong


@pytest.mark.parametrize(
    "reply",
    [
        "We've got Ravi, our heating lead, here for the boiler and the kitchen.",
        "We've read every word: three appointments, a cold kitchen, no heating.",
        "Because we put families first, the boiler and heating matter to us.",
        "We send greetings to every kitchen on every birthday.",
    ],
)
def test_having_reading_and_always_doing_are_no_act_of_care(reply):
    assert not names(reply) & {"caring_act", "acknowledges_cost"}


def test_an_act_ends_where_the_complaint_is_read_out():
    short = strength("caring_act", "I've booked an engineer.")
    parroted = "I've booked an engineer: three appointments, a cold kitchen, no heating."

    assert strength("caring_act", parroted) == short


def test_a_feeling_inside_a_stock_phrase_is_not_named():
    assert "names_feeling" not in names("We appreciate that this is frustrating.")
    assert "names_feeling" in names("Two cold nights: that is miserable for her.")


def test_patience_is_stock_only_where_it_is_thanked_for():
    assert "canned_empathy" in names("Thank you for your continued patience.")
    assert "canned_empathy" not in names("Two cold nights is a poor return for your patience.")


def test_a_stock_apology_stays_one_before_more_stock():
    assert "apology" not in names("Sorry to hear about your experience and we fully understand.")


def test_a_word_of_the_post_met_by_chance_tells_little():
    assert strength("restates_situation", "The kitchen has tiles.") < 0.15
    assert strength("restates_situation", "Your kitchen was cold.") >= 0.4


def strength(name: str, reply: str) -> float:
    moves = empathy.find(Reading(Case(complaint=COMPLAINT, reply=reply)))
    return max((move.strength for move in moves if move.name == name), default=0.0)


@pytest.mark.parametrize(
    ("reply", "is_formula"),
    [
        ("We left your mum in the cold, and I'm sorry.", False),
        ("Our engineer missed her three times. I'm sorry.", False),
        ("That was our mistake. Sorry for that.", False),
        ("We sent the form today. Sorry.", True),
        ("Sorry. We missed her.", True),
        ("Hello. Sorry.", True),
    ],
)
def test_a_bare_sorry_is_for_the_failing_named_just_before(reply, is_formula):
    found = names(reply)

    assert ("formula_apology" in found) is is_formula
    assert ("apology" in found) is not is_formula


def test_thanks_and_wishes_that_touch_the_post_are_no_restating():
    told = strength("restates_situation", "Your mum sat in the cold kitchen on her birthday.")
    wished = strength("restates_situation", "Happy birthday to your mum in the cold kitchen.")

    assert 0 < wished < told


def test_throwing_in_a_gift_takes_no_burden_off():
    assert "caring_act" not in names("Throw in a free heater, why not.")
    assert "caring_act" in names("Please throw it out and don't use it.")
