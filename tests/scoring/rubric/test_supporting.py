"""Voice, gratitude and channel fit against the anchors of RUBRIC 2.5."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Case, Move, Post, assess
from scoring.cues import channel, gratitude, voice
from scoring.reading import Reading
from scoring.rubric.channel_fit import channel_fit
from scoring.rubric.gratitude import gratitude as gratitude_score
from scoring.rubric.voice import voice as voice_score

COMPLAINT = "The parcel with my sister's wedding dress never came and the driver lied.\nRuth"


def voiced(reply: str, **facts: object) -> int:
    case = Case(complaint=COMPLAINT, reply=reply, **facts)
    return voice_score(tuple(voice.find(Reading(case))), case).value or 0


def thanked(reply: str) -> int:
    case = Case(complaint=COMPLAINT, reply=reply)
    return gratitude_score(tuple(gratitude.find(Reading(case))), case).value or 0


def fitted(reply: str, *others: str, **facts: object) -> int:
    case = Case(complaint=COMPLAINT, reply=reply, **facts)
    extra = tuple(Move(start=0, end=1, name=name) for name in others)
    return channel_fit((*channel.find(Reading(case)), *extra), case).value or 0


def test_voice_climbs_from_template_to_a_signed_person():
    template = voiced("Dear customer, your feedback is important to us and we strive to improve.")
    natural = voiced("That's not good. We will check and come back.")
    person = voiced("Hi Ruth, I've found the dress in the depot. It's on my van now. ^Jo")

    assert template <= 25 < natural <= 65 < 85 <= person


@pytest.mark.parametrize(
    "reply",
    [
        "Hi [FIRST NAME], I've found the dress.",
        "Hi {{first_name}}, I've found it.",
        "Hi Tom, I've it.",
    ],
)
def test_an_unfilled_blank_or_a_wrong_name_leaves_nothing(reply):
    assert voiced(reply) == 0


def test_a_mask_in_a_text_made_safe_to_share_is_a_name():
    assert voiced("Hi [name], I've found the dress.") > 50


def test_the_name_known_from_the_thread_is_right_too():
    thread = (Post(author="Tom Reed", text="My dress?", is_brand=False),)

    assert voiced("Hi Tom, I've found it.", history=thread) > 30


@pytest.mark.parametrize(
    ("end", "points"), [("", 0), (" Kind regards, Parcel Care Team", 7), (" ^Jo", 15)]
)
def test_a_signature_is_15_points(end, points):
    bare = "The dress is found and it comes at nine."

    assert abs(voiced(bare + end) - voiced(bare) - points) <= 10


def test_humour_needs_the_switch_and_a_calm_customer():
    joke = "Our parcel clearly wanted a longer holiday than you did. I've sent the dress. ^Jo"

    assert voiced(joke, playful_brand=True, anger=20) > voiced(joke, anger=20)
    assert voiced(joke, playful_brand=True, anger=80) == voiced(joke, anger=80)


def test_words_beyond_the_channel_do_not_raise_voice():
    short = "I've found your sister's dress. ^Jo"
    padding = "We then did a few more things about it, one after the other. " * 12

    assert voiced(padding + short) <= voiced(short)


@pytest.mark.parametrize(
    ("reply", "worth"),
    [
        ("We found it.", 25),
        ("Thank you for your patience.", 25),
        ("Thanks for letting us know.", 50),
        ("Thanks for the photo.", 75),
        ("We lost it. Thanks for the photo, it shows the label.", 100),
        ("Thanks for the laugh.", 0),
    ],
)
def test_gratitude_anchors(reply, worth):
    assert thanked(reply) == worth


@pytest.mark.parametrize(
    ("reply", "low", "high"),
    [
        ("Noted.", 0, 0),
        ("Thanks.", 10, 30),
        ("Have you tried our app?", 0, 0),
        ("Fatima has read this and she's beaming.", 45, 80),
        ("Thank you, I've read this to Fatima and she's beaming.", 75, 100),
    ],
)
@pytest.mark.parametrize("flags", [frozenset(), frozenset({"praise"})], ids=["seen", "flagged"])
def test_praise_is_owed_thanks_whether_it_is_flagged_or_seen(flags, reply, low, high):
    post = "Just want to say Fatima on your desk was so kind to my mum with her bad knee, thank you"

    card = assess(Case(complaint=post, reply=reply, flags=flags))

    assert low <= card.score("gratitude") <= high


@pytest.mark.parametrize(
    ("reply", "others", "worth"),
    [
        ("DM us.", (), 25),
        ("DM us your order number.", (), 50),
        ("DM us your order number so I can stop the van.", ("apology", "concrete_step"), 75),
        (
            "DM us your address so it stays private. I'll post the outcome here by six.",
            ("apology", "concrete_step"),
            100,
        ),
        ("It comes at nine.", ("concrete_step",), 80),
        ("It comes at nine. I'll confirm here by ten.", ("concrete_step",), 100),
        ("See the website.", ("bare_link",), 40),
        ("Reply with your card number.", ("asks_private_data",), 0),
    ],
)
def test_channel_anchors(reply, others, worth):
    assert fitted(reply, *others) == worth


def test_an_order_number_asked_in_public_costs_little():
    assert fitted("What's the number?", "concrete_step", "asks_reference") == 70


def test_a_third_public_turn_without_a_step_stops_at_50():
    thread = tuple(Post(author="us", text="On it.", is_brand=True) for _ in range(2))

    assert fitted("Still on it.", history=thread) == 50
    assert fitted("It comes at nine.", "concrete_step", history=thread) == 80


@given(st.text(max_size=300))
def test_any_text_gives_spans_inside_it_and_scores_in_range(reply):
    case = Case(complaint=COMPLAINT, reply=reply)
    reading = Reading(case)
    for find, score in (
        (voice.find, voice_score),
        (gratitude.find, gratitude_score),
        (channel.find, channel_fit),
    ):
        moves = tuple(find(reading)) if reply else ()

        assert all(0 <= move.start < move.end <= len(reply) for move in moves)
        assert 0 <= (score(moves, case).value or 0) <= 100


@pytest.mark.parametrize(
    ("reply", "is_signed"),
    [
        ("Dell here, your parcel is found.", True),
        ("Dell here from the depot, your parcel is found.", True),
        ("I'm Mei Lin and I've found the dress.", True),
        ("Two people from Special Deliveries here have it.", False),
    ],
)
def test_a_name_signs_where_it_stands_alone(reply, is_signed):
    case = Case(complaint=COMPLAINT, reply=reply)

    assert ("signs_name" in {m.name for m in voice.find(Reading(case))}) is is_signed


@pytest.mark.parametrize(
    ("reply", "laughs"),
    [
        ("Our van took a day off without asking. I've sent another.", True),
        ("Our label printer lost an argument to its own software this morning.", True),
        ("Your cat beat us to it, fair and square.", True),
        ("A snail wins this one, and we lose. The dress is on my van now.", True),
        ("A pigeon never lost a parcel in its life. We did.", True),
        ("Our records clearly thought you had it.", False),
        ("Our driver wanted to leave it with somebody at home.", False),
        ("You never lost anything in your life. We did.", False),
    ],
)
def test_a_joke_is_on_us_and_never_on_people(reply, laughs):
    case = Case(complaint=COMPLAINT, reply=reply, playful_brand=True, anger=10)

    assert ("humour_with" in {m.name for m in voice.find(Reading(case))}) is laughs


def test_a_customer_who_joked_first_may_be_answered_in_kind():
    joke = "Our van took a day off without asking."
    joked = "There's more post in a desert. Where is the parcel?"
    case = Case(complaint=joked, reply=joke, playful_brand=True, anger=80)

    assert "humour_with" in {m.name for m in voice.find(Reading(case))}


@pytest.mark.parametrize(
    ("reply", "limit"),
    [
        ("The van is outside your door.", "No thanks given."),
        ("The van is outside your door. Thank you.", "The thanks name nothing that helped."),
    ],
)
def test_missing_thanks_are_not_told_off_for_naming_nothing(reply, limit):
    case = Case(complaint=COMPLAINT, reply=reply)

    found = gratitude_score(tuple(gratitude.find(Reading(case))), case)

    assert found.limit == limit
