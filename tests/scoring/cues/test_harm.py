"""Acts done to the customer in the words of a repair, and the honest ones beside them.

Language models wrote these sentences.
"""

import pytest

from scoring import Case
from scoring.cues import harm
from scoring.cues.need import judged
from scoring.reading import Reading

COMPLAINT = (
    "I've been waiting 6 weeks for my £84 refund. Four emails, no answer. The room had mould too "
    "and your manager was rude to my wife while we stood two hours in reception."
)


def found(reply, complaint=COMPLAINT):
    reading = Reading(Case(complaint=complaint, reply=reply))
    return {move.name for move in harm.find(reading)}


@pytest.mark.parametrize(
    "reply",
    [
        "I've cancelled your £84 refund today.",
        "We've withdrawn the refund and I'll confirm here by 5pm.",
        "I've read your four emails and I'm keeping the £84.",
        "A refund of £84 was on its way but I've stopped it while we look at your tone.",
        "I've moved your claim to the back of the queue today.",
        "I've thrown your suitcase in the skip this morning.",
        "We've given your £84 to charity today.",
        "I'll charge your card £190 by 6pm.",
        "I'll refund it when you apologise to my colleague.",
        "Once you delete the post we'll look at it again.",
        "I've set a reminder for Friday to not answer.",
        "I've moved you to the room with more mould today.",
        "I've spoken to the manager and he's happy with how he spoke to your wife.",
        "I've decided not to refund it.",
        "I've closed your complaint today without a refund.",
        "I've told our staff not to answer you.",
        "I've passed your £84 to the driver as a tip.",
        "I've rung your college and told them you were late.",
    ],
)
def test_deeds_against_the_customer_are_seen(reply):
    assert "works_against" in found(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Your wife could do with a shower.",
        "You'll laugh about this one day!",
        "I've checked with him and he says she'll get over it.",
        "Two hours in reception gives you time to read.",
    ],
)
def test_jokes_on_the_need_are_attacks(reply):
    assert found(reply) == {"attacks"}


@pytest.mark.parametrize(
    "reply",
    [
        "We cancelled your refund by mistake, and it's back on its way.",
        "I've cancelled the bank refund and sent the £84 by transfer today.",
        "I've stopped the fee and refunded £84.",
        "I've kept your room for you until Friday.",
        "I've moved you to the front of the queue.",
        "I've put the mouldy mattress in the skip and a new one is in your room.",
        "If we charged your card £84 twice, I'll see it tonight.",
        "I'll ring you when you land.",
        "I won't ignore this.",
        "If you're happy with how that sounds, I'll book it.",
        "I've moved you to the room with more light and no mould.",
        "I've decided not to use that cleaner again, because this is the third time.",
        "The 8am slot gives you time to relax before the wedding.",
        "He told them you were late and that was wrong of him.",
    ],
)
def test_deeds_undone_made_good_or_kind_are_none(reply):
    assert found(reply) == set()


def test_what_the_customer_asked_to_stop_may_be_stopped():
    complaint = "I asked you to cancel my claim in May and you keep writing."

    assert found("I've cancelled your claim today.", complaint) == set()


def test_a_bare_refusal_weighs_more_when_it_closes_the_matter():
    def strength(reply):
        reading = Reading(Case(complaint=COMPLAINT, reply=reply))
        return max(move.strength for move in harm.find(reading))

    refused = "I've decided not to refund it."

    assert strength(f"{refused} I'll be closing this today.") > strength(refused)


@pytest.mark.parametrize(
    ("post", "is_praise"),
    [
        ("Thank you so much for ruining my wedding.", False),
        ("Kudos for losing my bag twice in one week.", False),
        ("Hats off to your driver who drove past my disabled son.", False),
        ("Shout out to @BusCo for leaving an 80 year old at the stop in the rain.", False),
        ("Well done on cancelling my train again.", False),
        ("Thank you so much for finding my bag.", True),
        ("Kudos to Dave who waited for my disabled son.", True),
        ("Shout out to @BusCo for getting an 80 year old home in the rain.", True),
        ("Hats off to the crew who never stopped smiling.", True),
    ],
)
def test_thanks_for_a_harm_are_no_praise(post, is_praise):
    need = judged(Reading(Case(complaint=post, reply="Thank you.")))

    assert need.is_praise is is_praise
