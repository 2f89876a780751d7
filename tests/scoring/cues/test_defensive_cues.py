"""Defensive wordings, what excuses them, and the stance behind plain words."""

import pytest

from scoring import Case, assess
from scoring.cues import defensiveness
from scoring.reading import Reading
from scoring.stance import fitted, leans
from scoring.stance.fit import HIGHEST_BIAS
from scoring.text import Text

COMPLAINT = (
    "Your driver left my parcel in the rain and the books inside are pulp. They were a gift."
)


def names(reply, complaint=COMPLAINT, **facts):
    reading = Reading(Case(complaint=complaint, reply=reply, **facts))
    return {move.name for move in defensiveness.find(reading)}


def leaning(reply):
    text = Text(reply)
    return leans(text, text.sentences)


def score(reply, complaint=COMPLAINT):
    return assess(Case(complaint=complaint, reply=reply)).defensiveness.value


@pytest.mark.parametrize(
    ("reply", "name"),
    [
        ("You should have chosen a safe place.", "blames_customer"),
        ("Had you been in, this would not have come up.", "blames_customer"),
        ("As stated in the booking email, parcels may be left outside.", "blames_customer"),
        ("Customers are always advised to track their parcel.", "blames_customer"),
        ("Next time read the delivery notes.", "blames_customer"),
        ("We'd suggest checking the forecast before ordering books.", "blames_customer"),
        ("This is outside of our control.", "blames_third_party"),
        ("Our drivers are independent contractors.", "blames_third_party"),
        ("We're seeing unprecedented demand this week.", "excuse"),
        ("He was only trying to help.", "excuse"),
        ("94% of our customers get dry parcels.", "minimises"),
        ("It was just a bit of rain.", "minimises"),
        ("At least the box arrived.", "minimises"),
        ("Unfortunately refunds are non-refundable as per our policy.", "policy_shield"),
        ("We pride ourselves on our care.", "boasts"),
        ("All our drivers are fully trained.", "boasts"),
        ("Other couriers charge far more.", "compares"),
        ("Use code WET10 for 10% off your next delivery.", "sells"),
        ("Whatever next? Books that can't swim?", "attacks"),
        ("Haha oops 😂", "attacks"),
        ("There's no need to shout.", "tone_policing"),
        ("Please consider changing your rating to five stars.", "tone_policing"),
        ("Statements like this may be defamatory.", "threat"),
        ("Sorry if you were upset.", "conditional_apology"),
        ("Sorry, but it's on the label.", "but_after_apology"),
        ("Our records show it was left in a dry place.", "doubts_customer"),
        ("That did not happen.", "flat_denial"),
    ],
)
def test_wording_is_found(reply, name):
    assert name in names(reply)


@pytest.mark.parametrize(
    ("reply", "name"),
    [
        ("You should have had a dry parcel, and I'm sorry.", "blames_customer"),
        ("You should have been told before we left it.", "blames_customer"),
        ("Sorry, but I've sent a new set already.", "but_after_apology"),
        ("Our records show we left it out, and I've ordered the books again.", "doubts_customer"),
        ("Next time I'll drive it over myself.", "blames_customer"),
        ("It's more than just a bit of rain, it was her gift.", "minimises"),
        ("That should not have happened.", "flat_denial"),
        ("I'd be shouting too.", "tone_policing"),
    ],
)
def test_look_alike_is_left_alone(reply, name):
    assert name not in names(reply)


def test_cause_is_no_excuse_once_it_is_owned():
    bare = "It was a staffing shortage."
    owned = "It was a staffing shortage, and that's on us. I've sent new books today."

    assert "excuse" in names(bare)
    assert "cause_after_ownership" in names(owned)
    assert "excuse" not in names(owned)


def test_correction_with_concern_evidence_and_a_step_costs_little():
    shown = (
        "Wet books on a birthday are miserable, I'm sorry. Our records show it at 9:05 on the "
        "porch, with the photo here. I've asked the driver and I'll send new ones today."
    )
    flat = "Our records show it was left on the porch."

    assert "evidenced_correction" in names(shown)
    assert score(shown) < 20 < score(flat)


def test_calm_limit_to_abuse_is_no_tone_policing():
    abusive = "You fucking idiots left my parcel in the rain"
    reply = "I've sent new books today. Please keep it polite with my colleagues."

    assert "calm_boundary" in names(reply, complaint=abusive)
    assert "tone_policing" in names(reply)


def test_limit_without_help_is_still_tone_policing():
    abusive = "You fucking idiots left my parcel in the rain"

    assert "tone_policing" in names("Please keep it polite.", complaint=abusive)


def test_rule_counts_less_beside_help_than_as_the_whole_answer():
    whole = "Per our policy parcels may be left outside and customers accept this."
    beside = (
        "I'm so sorry, a gift turned to pulp is horrible. Per our policy I can refund it at once, "
        "so I've sent £24 back today and I've ordered you a new set for tomorrow."
    )

    assert score(beside) <= 20
    assert score(whole) >= 30


@pytest.mark.parametrize(
    "reply",
    [
        "Drivers can only leave parcels where it's safe, and rain happens in most places.",
        "Books do get wet, and most people would bring a parcel in as soon as they saw it.",
        "Deliveries depend on somebody being there, as everyone who orders online knows.",
    ],
)
def test_argument_without_a_named_cue_is_seen(reply):
    assert "defends_itself" in names(reply)
    assert score(reply) >= 10


def test_stance_leans_on_sentences_and_not_on_names():
    first = leaning("Drivers always do what is usual in such cases, Sam.")
    second = leaning("Drivers always do what is usual in such cases, Priya.")

    assert [lean.probability for lean in first] == [lean.probability for lean in second]
    assert all(0 <= lean.probability <= 1 for lean in first)


def test_praise_is_not_read_as_a_complaint_to_argue_with():
    reply = "Most people who visit always ask who does the windows before they leave."
    praise = "Just want to say thank you, Fergal on the desk was so kind and lovely to my gran"

    assert "defends_itself" not in names(reply, complaint=praise)


def test_laugh_is_allowed_to_a_playful_brand():
    reply = "Haha, our van clearly wanted a swim. I've sent dry books today."

    assert "attacks" in names(reply)
    assert "attacks" not in names(reply, playful_brand=True)


def test_mockery_is_not_allowed_to_a_playful_brand():
    assert "attacks" in names("Whatever next? Maybe learn to swim.", playful_brand=True)


@pytest.mark.parametrize(
    "filler",
    ["We open at nine tomorrow.", "I'll be here all day.", "Thanks for following our page."],
)
def test_padding_does_not_thin_an_argument(filler):
    argued = "Books do get wet, and most people would bring a parcel in as soon as they saw it."

    assert score(f"{argued} {filler}") >= score(argued)
    assert score(f"{filler} {argued}") >= score(argued)


def test_the_argument_is_pointed_out_and_not_what_stands_beside_it():
    reply = "Hello, Ines. Deliveries depend on somebody being there, as everyone who orders knows."
    reading = Reading(Case(complaint=COMPLAINT, reply=reply))

    (move,) = (move for move in defensiveness.find(reading) if move.name == "defends_itself")

    assert "Deliveries depend" in reply[move.start : move.end]
    assert "Hello" not in reply[move.start : move.end]


@pytest.mark.parametrize(
    "reply",
    [
        "The parcel is at the depot.",
        "A new set of books goes out tonight.",
        "Ines, it's with the driver now.",
        "We have a shop in Leeds.",
    ],
)
def test_plain_sentences_that_argue_nothing_cost_nothing(reply):
    assert "defends_itself" not in names(reply)


def test_what_a_reply_does_only_lowers_its_lean():
    weights = fitted()

    assert weights.bias <= HIGHEST_BIAS
    assert max(weights.traits.values()) <= 0
