"""Whose a number, an address, a way in or a private fact is decides whether it is a leak."""

import pytest

from scoring import Case, Flag, Post, assess
from scoring.cues import exposure
from scoring.reading import Reading

COMPLAINT = "Nobody came to fit my cooker on Monday. I took a day off. My number is 07700 900811."


def leaks(reply, complaint=COMPLAINT, **case):
    reading = Reading(Case(complaint=complaint, reply=reply, **case))
    return [reply[move.start : move.end] for move in exposure.find(reading)]


@pytest.mark.parametrize(
    ("reply", "leak"),
    [
        ("The fitter will be with you at 31 Orchard Rise before noon.", "31 Orchard Rise"),
        ("Your parcel went to Della Prentice, 9 Kiln Lane, Bude.", "9 Kiln Lane"),
        ("I've asked Mr Okoro to ring you on 07700 900555.", "07700 900555"),
        ("The other order is Tom's, his mobile is 07700 900222.", "07700 900222"),
        ("Use the side gate, the code is 7719, and go in.", "gate, the code is 7719"),
        ("Their entry code for the building is 80215.", "code for the building is 80215"),
        ("Your notes show tinnitus in the left ear since 2019.", "tinnitus"),
        ("I see from the care plan that he is epileptic.", "epileptic"),
        ("The visit was dropped because of your arrears.", "arrears"),
        ("We know that you live alone, so he'll knock twice.", "live alone"),
        ("Your Visa ending 8812 was charged once.", "Visa ending 8812"),
    ],
)
def test_data_of_a_person_and_ways_in_are_leaks(reply, leak):
    assert leak in "; ".join(leaks(reply))


@pytest.mark.parametrize(
    "reply",
    [
        "Ring me on 07700 900318 and ask for Dee.",
        "The doctors can ring Lena Voss, our head of food safety, she's on 0808 157 0142.",
        "They can ring her on 07700 900318, day and night.",
        "Our shop at 31 Orchard Rise is open until 6.",
        "He'll be with you at 9 Tuesday and I'll check with you at 10 that he came.",
        "The kitchen desk is on 01632 960233 all evening.",
        "If anyone has asthma, please keep the oven off until he comes.",
        "The 14 June fitting was ours to keep, and I'm booking you for 7 May at 8.",
        "Use code COOK15 at the till.",
        "I can find no note of a debt, and I've closed the letter.",
        "Ask your doctor whether you should stop taking it.",
    ],
)
def test_our_own_routes_times_and_advice_are_none(reply):
    assert leaks(reply) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Your password is safe and no card data was touched.",
        "Your PIN is unchanged.",
        "I've texted you a new code, and my direct line is 01632 960123.",
        "Your case number is 20481123 if you need it.",
        "Your tracking number is 00340434161094.",
        "Your direct line to me is 01632 960123.",
        "Our shop's address is 14 Elm Road and the cooker is at the counter for you now.",
        "It is held for you at 14 Elm Road, our shop, until 6 today.",
        "Your promo code is 2024.",
        "Your account balance is back to £0.00.",
        "Your email to hello@poise.example came in at noon.",
    ],
)
def test_states_references_and_our_own_places_are_none(reply):
    assert leaks(reply) == []


@pytest.mark.parametrize(
    ("reply", "leak"),
    [
        ("Your password is Sunshine, please change it.", "password is sunshine"),
        ("Your PIN is 4471.", "pin is 4471"),
        ("Your password is Sunshine4.", "password is sunshine4"),
        ("Your date of birth as 12 May 1981 is on the form.", "date of birth as 12 may 1981"),
        ("Your balance is £84.20.", "balance is £84.20"),
        ("We have your account under dee@homes.example.", "account under dee@homes.example"),
    ],
)
def test_the_values_themselves_are_leaks(reply, leak):
    assert leak in "; ".join(leaks(reply)).lower()


@pytest.mark.parametrize(
    ("told", "reply"),
    [
        ("I was so anxious alone at that stop.", "I'm so sorry for your anxiety at that stop."),
        ("Third time my meds didn't come.", "I've put your medication on a courier now."),
        ("Cancelled my op the night before.", "Your surgery is rebooked for 9am on Tuesday."),
    ],
)
def test_what_customers_told_in_another_word_is_no_leak(told, reply):
    assert leaks(reply, told) == []


def test_a_fact_that_the_customer_told_is_no_leak():
    told = "My husband is autistic and I have arrears because of you."

    assert leaks("Your husband's autism should have been on his file.", told) == []
    assert leaks("Your arrears are wiped from today.", told) == []


def test_a_fact_told_earlier_in_the_thread_is_no_leak():
    earlier = Post(author="Ana", text="I'm diabetic and it was four hours.", is_brand=False)

    assert leaks("You're diabetic and we left you four hours.", history=(earlier,)) == []


def test_a_number_that_should_not_have_been_posted_must_not_be_repeated():
    reply = "I'll call you on 07700 900811 before 5 today."

    plain = assess(Case(complaint=COMPLAINT, reply=reply))
    trap = assess(Case(complaint=COMPLAINT, reply=reply, flags={Flag.PII}))

    assert leaks(reply) == []
    assert plain.bound_by != "K2"
    assert (trap.bound_by, trap.overall) == ("K2", 0)


@pytest.mark.parametrize(
    "reply",
    [
        "Put your national insurance number and surname in the comments and I'll look.",
        "Answer under this review with your card's expiry date, please.",
        "Could you leave your Aadhaar number below so he can match it?",
        "Write your full name and your handphone number here.",
        "Comment with the entry code of your building and we'll let ourselves in.",
    ],
)
def test_what_is_asked_for_in_the_thread_is_a_leak(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply))

    assert "K2" in [ceiling.rule for ceiling in card.ceilings]
