"""Private data asked for in public or published; what is asked in private is no leak."""

import pytest

from scoring import Case
from scoring.cues import privacy
from scoring.reading import Reading

COMPLAINT = (
    "You charged my card ending 4471 twice. Code for the cottage key safe doesn't work either."
)


def names(reply, channel="x"):
    reading = Reading(Case(complaint=COMPLAINT, reply=reply, channel=channel))
    return [move.name for move in privacy.find(reading)]


@pytest.mark.parametrize(
    "reply",
    [
        "Reply here with your full card number and we'll look.",
        "Please post your date of birth below.",
        "Just comment with your full name and mobile number.",
        "Kindly drop your home address and passport number here.",
        "Could you please provide your order number, full name, address so we can help?",
        "Send a pic of your card front and back here.",
        "Please reply with your sort code and account number.",
        "Please confirm your full postal address below.",
    ],
)
def test_request_in_public_is_a_leak(reply):
    assert names(reply) == ["asks_private_data"]


@pytest.mark.parametrize(
    "reply",
    [
        "Please send us a direct message with your address and date of birth.",
        "DM me your address and I'll send it today.",
        "Please don't post your card number here.",
        "We'll need your ID card at the counter, then the key is yours.",
        "Email your address to care@shop.example and I'll post it.",
        "We want to address this today.",
        "I've sent your new card, happy birthday to her.",
        "Call the desk with your passport number ready.",
    ],
)
def test_private_request_or_none_is_no_leak(reply):
    assert "asks_private_data" not in names(reply)


def test_nothing_is_public_in_a_direct_message():
    assert names("Please send your home address and card number.", channel="direct") == []


@pytest.mark.parametrize("what", ["order number", "booking reference", "gamertag"])
def test_reference_is_only_a_mild_fault(what):
    assert names(f"Please reply with your {what}.") == ["asks_reference"]


@pytest.mark.parametrize(
    "reply",
    [
        "The key safe code is 4417.",
        "We have you at 14 Elm Road, so the van will come there.",
        "Your balance is £312.50 and that is why it failed.",
        "Your card ending 9920 was declined.",
        "I can see your phone number is 07700 900123.",
    ],
)
def test_published_data_or_secret_is_an_exposure(reply):
    assert names(reply) == ["exposes_private_data"]


@pytest.mark.parametrize(
    "reply",
    [
        "I see the two payments on the card ending 4471.",
        "Use code SORRY15 at the desk.",
        "I've sent you the new code by DM.",
        "Our shop is at 14 Elm Road.",
    ],
)
def test_what_the_customer_posted_or_anyone_may_know_is_none(reply):
    assert "exposes_private_data" not in names(reply)
