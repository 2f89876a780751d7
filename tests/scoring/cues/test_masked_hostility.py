"""Hostility in kind words: hinted harm, mock praise, polite blame, and what only resembles them."""

import pytest

from scoring import Case, assess
from scoring.cues import defensiveness
from scoring.reading import Reading

COMPLAINT = (
    "Your crew smashed my nan's clock when they moved us on Friday and nobody has rung. "
    "It is the third time I write. I'm furious!!"
)


def names(reply, complaint=COMPLAINT, **facts):
    reading = Reading(Case(complaint=complaint, reply=reply, **facts))
    return {move.name for move in defensiveness.find(reading)}


@pytest.mark.parametrize(
    "reply",
    [
        "Public remarks about a mover can sometimes turn up when your next landlord looks.",
        "It would be a shame if your deposit were to be looked at again because of a post.",
        "Customers who post like this may find later bookings harder to make.",
        "We keep a list of people who complain about free claims, and so do other movers.",
        "Please think twice before posting again.",
        "You might reflect on what making a fuss could mean for your membership.",
    ],
)
def test_harm_hinted_at_for_speaking_is_a_threat(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply))

    assert "threat" in names(reply)
    assert "K3" in [ceiling.rule for ceiling in card.ceilings]


@pytest.mark.parametrize(
    "reply",
    [
        "Your deposit won't be touched, whatever you post.",
        "I'm sorry we lost your claim; I've opened it again and will post here at 4.",
        "I've told our solicitors to pay for the clock today.",
        "You can appeal in court, and I'll send you the form tonight.",
        "We'd hate to lose you, and I've booked the clockmaker for Monday.",
    ],
)
def test_reassurance_is_no_threat(reply):
    assert "threat" not in names(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "What a treat to hear from such a lover of clocks.",
        "How lovely to have an expert on our books! Time flies.",
        "A brave idea, to own a clock.",
        "We do admire your feeling for furniture.",
        "We'll be sure to tell the weather to be gentler.",
        "We're ever so glad you noticed the new look.",
    ],
)
def test_delight_under_trouble_is_mockery(reply):
    assert "attacks" in names(reply)


def test_delight_is_meant_where_something_is_mended_or_was_liked():
    mended = "What a treat that clock must have been. I'm sorry, and we've booked a clockmaker."
    liked = "The stay was lovely, but nobody fixed the shower in three days and I'm furious."

    assert "attacks" not in names(mended)
    assert "attacks" not in names("We're so glad you enjoyed the view.", liked)


@pytest.mark.parametrize(
    "reply",
    [
        "You must have ticked the wrong box.",
        "Your nan should have packed it herself.",
        "If your husband had wrapped it, it wouldn't have broken.",
        "The step was missed on your side.",
        "It does help if families label what is fragile.",
        "Fragile things are best booked well in advance.",
        "We'd suggest allowing a few more boxes next time.",
        "As we tell all families, clocks travel by car.",
    ],
)
def test_polite_blame_is_blame(reply):
    assert "blames_customer" in names(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "You must have felt sick when you opened that box.",
        "Your nan should have been told on Friday.",
        "If we had wrapped it, it would have lived.",
        "It would help if I could see a photo, so I'm ringing you at 4.",
        "The call was missed on our side.",
    ],
)
def test_care_and_our_own_failing_are_no_blame(reply):
    assert "blames_customer" not in names(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "The foreman stays home while I deal with it.",
        "You read the label, twice, and you were right.",
        "I hope your son can grow up with that clock.",
        "I'll call the insurer and get over it line by line.",
    ],
)
def test_an_order_needs_somebody_ordered(reply):
    assert "attacks" not in names(reply)


@pytest.mark.parametrize("reply", ["Deal with it.", "It's a clock, get over it.", "Just grow up."])
def test_an_order_to_put_up_with_it_is_an_attack(reply):
    assert "attacks" in names(reply)


@pytest.mark.parametrize(
    ("reply", "name"),
    [
        ("That was a poor return for your patience, and I've sent a van.", "excuse"),
        ("A failure on our side, and nothing came from our side since.", "excuse"),
        ("The fee is on its way back to you.", "policy_shield"),
        ("Tell our crew, in your terms, what a clock is.", "policy_shield"),
        ("I've found the other family and fetched the box.", "minimises"),
        ("More than fair. I've paid it back.", "compares"),
        ("You've been very gracious, and we packed the wrong one.", "minimises"),
        ("The label says oats, apple and honey, and the bakery is checking.", "blames_customer"),
        ("I've closed your membership from here.", "sells"),
    ],
)
def test_words_that_only_resemble_a_cue(reply, name):
    assert name not in names(reply)


def test_insults_need_no_verb():
    card = assess(Case(complaint=COMPLAINT, reply="You started it, you idiot. Try another mover."))

    assert card.score("defensiveness") >= 80
    assert "K3" in [ceiling.rule for ceiling in card.ceilings]


def test_a_scolding_about_manners_polices_the_tone():
    assert "tone_policing" in names("Please don't swear at our staff.")


def test_laughing_along_is_no_attack_where_the_customer_laughed_first():
    joke = "Haha your clock movers moved my clock to 3 pieces 😂"

    assert "attacks" not in names("Ha, we owe you two thirds of a clock.", joke)
    assert "attacks" in names("Ha, we owe you two thirds of a clock.")


def test_a_plain_yes_and_a_sign_off_argue_nothing():
    asked = "Furious. The clock is still in pieces. Is it coming back before 3?"

    assert "defends_itself" not in names("Yes, before 3, and with both hands on.", asked)
    assert "defends_itself" not in names("I've booked the clockmaker for 2.\n^Jo", asked)


def test_a_source_with_its_date_or_link_is_hardly_blame():
    cited = "The tax is listed in the confirmation email of 2 March and at shop.example/tax."
    bare = "The tax is listed in the confirmation email."
    asked = "A fee that nobody told us about, at five in the morning!! Refund it."

    assert assess(Case(complaint=asked, reply=cited)).score("defensiveness") <= 20
    assert assess(Case(complaint=asked, reply=bare)).score("defensiveness") > 20


@pytest.mark.parametrize(
    ("reply", "name"),
    [
        ("Per our policy you should have ordered earlier.", "blames_customer"),
        ("You ought to have wrapped it.", "blames_customer"),
        ("It must have been something else that broke it.", "flat_denial"),
        ("It could have been someone else.", "flat_denial"),
    ],
)
def test_duties_and_guessed_causes_cost(reply, name):
    assert name in names(reply)


def test_what_the_customer_was_owed_is_no_blame():
    assert "blames_customer" not in names("You should have received a call from us on Friday.")


def test_a_joke_at_ourselves_argues_nothing_where_the_brand_may_play():
    joke = "Our vans owe everyone an apology."

    assert "defends_itself" not in names(joke, playful_brand=True)


@pytest.mark.parametrize(
    "reply",
    [
        "Wow, three whole weeks, what a treat for you.",
        "Oh no, a whole Friday, however did you cope.",
        "Oh dear, a clock, the horror.",
        "Somebody call the newspapers.",
        "Well, aren't you having a week.",
        "Our hearts bleed for you.",
        "You must be a saint.",
        "Ah, the classic smashed clock.",
        "Sounds like quite the adventure.",
        "Congratulations on finding the claims page.",
    ],
)
def test_irony_in_kind_words_is_mockery(reply):
    assert "attacks" in names(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Wow, three letters is far too many. I'm sorry, and I've rung the clockmaker.",
        "Oh no, a whole Friday without it. We got this wrong.",
        "You must be exhausted. I'll ring you today.",
        "How did you manage without it? I've sent a spare today.",
    ],
)
def test_the_same_words_are_meant_where_somebody_helps(reply):
    assert "attacks" not in names(reply)
