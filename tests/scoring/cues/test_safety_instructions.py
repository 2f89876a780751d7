"""What counts as telling people how to stay safe, and that gate K7 goes by it."""

import pytest

from scoring import Case, Flag, assess
from scoring.cues import helpfulness
from scoring.reading import Reading

COMPLAINT = "My girl had two of your nut bars and her lips are swelling. The pack says nut free!"


def is_told(reply):
    reading = Reading(Case(complaint=COMPLAINT, reply=reply, flags={Flag.SAFETY}))
    return "safety_instruction" in {move.name for move in helpfulness.find(reading)}


@pytest.mark.parametrize(
    "reply",
    [
        "Use her adrenaline pen now and lay her flat.",
        "Nobody eats another bar from that box.",
        "Don't let anyone eat the rest.",
        "Keep it away from the other children.",
        "Hold on to the wrapper for the doctors.",
        "Put the box out of reach.",
        "Press the button now, don't wait for us.",
        "Please send someone round to her, straight away.",
        "Get someone to her door.",
        "Tell the paramedics it was the oat bar.",
        "Please take her to A&E now, don't wait.",
        "Please get medical help now.",
        "Get your little one seen by a doctor now.",
        "Rinse the eye out with plenty of cool water.",
        "Turn the gas off at the meter.",
        "Get everyone outside and ring 0800 111 999 from there.",
        "Don't give anyone any more of it.",
        "Please don't put the baby in it again today.",
        "Please use bottled water for your baby until I ring you.",
    ],
)
def test_instruction_is_seen(reply):
    assert is_told(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Your safety is our first concern.",
        "We use the best inhaler parts.",
        "Don't let this put you off our bars.",
        "I'll get somebody to ring you.",
        "Please keep it for your records.",
        "We'll get medical advice before we answer.",
        "I'll take it to the vet's office for you.",
        "Our chef will see a doctor.",
        "Don't give up on us.",
        "Turn it off and on again and it will find the network.",
    ],
)
def test_talk_of_safety_is_none(reply):
    assert not is_told(reply)


def rules(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply, flags={Flag.SAFETY, Flag.INJURY}))
    return {ceiling.rule: ceiling.value for ceiling in card.ceilings}


def test_the_cap_goes_by_how_adequate_the_instruction_is():
    late = "I'm so sorry. We read it all, and I've asked the bakery for the recipe and the log. "

    assert rules("There's no nut in the recipe.")["K7"] == 40
    assert rules(late * 2 + "Use her adrenaline pen now.")["K7"] == 60
    assert "K7" not in rules("Use her adrenaline pen now and call 999. I'm on this.")
