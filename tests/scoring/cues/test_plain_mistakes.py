"""Wordings whose reading was once plainly wrong, each beside one that only looks like it."""

import pytest

from scoring import Case, Fault, assess

COMPLAINT = (
    "My van broke down and your patrol took five hours. I sat on the hard shoulder in the snow "
    "with my twins, and the operator laughed. I was on the phone screaming for help."
)


def marked(name, reply, complaint=COMPLAINT):
    card = assess(Case(complaint=complaint, reply=reply))
    return [reply[move.start : move.end] for move in card.moves if move.name == name]


@pytest.mark.parametrize(
    "reply",
    [
        "Five hours in the snow with twins is frightening, and we caused it.",
        "We did this to you, and I'm paying for the tow today.",
        "You sat on the hard shoulder because we told you nothing.",
    ],
)
def test_naming_oneself_as_the_cause_admits_fault(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply, fault=Fault.OURS))

    assert marked("admits_fault", reply)
    assert "stops at 60" not in card.ownership.limit


@pytest.mark.parametrize(
    "reply",
    [
        "We'd pay if we caused it.",
        "We did this for you today.",
        "Nobody has shown us what we caused that day.",
    ],
)
def test_a_cause_only_supposed_admits_nothing(reply):
    assert not marked("admits_fault", reply)


def test_one_driver_who_did_something_is_no_stock_phrase():
    assert not marked("template_phrase", "Our patrol driver looked for you at the wrong exit.")
    assert marked("template_phrase", "Many of our drivers and all our customers love the app.")


@pytest.mark.parametrize(
    ("reply", "blame"),
    [
        ("Perhaps if you'd been politer to the operator.", "if you'd been politer to the operator"),
        (
            "As stated in the contract, members wait on the road at their own risk.",
            "members wait on the road at their own risk",
        ),
    ],
)
def test_blame_is_marked_over_its_whole_clause(reply, blame):
    assert blame in marked("blames_customer", reply)


def test_pointing_at_another_firm_is_blame_and_no_care():
    reply = "The contractor is responsible for slow patrols, not us."

    assert marked("blames_third_party", reply)
    assert not marked("restates_situation", reply)


def test_a_sarcastic_sorry_attacks_and_is_no_apology():
    reply = "Sorry that our five star patrol wasn't up to your exacting standards."

    assert marked("attacks", reply)
    assert not marked("apology", reply)
    assert not marked("tone_policing", reply)


def test_what_we_had_them_do_is_restated_and_what_they_should_have_done_is_blame():
    kind = "Our delay had you screaming down a phone in the snow with twins."
    unkind = "Had you checked the van before the snow, it would have started."

    assert not marked("talks_past", kind)
    assert marked("restates_situation", kind)
    assert marked("talks_past", unkind)


def test_a_signature_is_no_plain_sentence():
    complaint = f"{COMPLAINT} Jonas was the only kind one."

    found = marked("plain_words", "I'm paying for your tow today. ^Jonas", complaint)

    assert found == ["I'm paying for your tow today."]
