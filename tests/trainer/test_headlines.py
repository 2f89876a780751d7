"""The sentence above a debrief: true at every level, short, about the text, with its number."""

import re
from dataclasses import replace

import pytest

from scoring import Ceiling, Move
from tests.scenarios.builders import make_assessment, make_ungraded
from trainer.practice.coaching import Advice
from trainer.practice.headlines import headline, summary
from trainer.practice.words import RULES

LONGEST = 80
LEVELS = (0, 24, 25, 49, 50, 74, 75, 84)
CAPS = {
    "cap_E": "empathy",
    "cap_O": "ownership",
    "cap_H": "helpfulness",
    "cap_S": "speed",
    "cap_D": "defensiveness",
    "cap_N": "defensiveness",
}
GATE_MOVES = {
    "K2": ("asks_private_data", "exposes_private_data"),
    "K3": ("insults", "threat"),
    "K5": ("outside_allowed", "against_facts"),
    "K7": ("safety_instruction",),
    "K8": ("bare_deflection", "off_topic", "keyword_list", "unfilled_template"),
}
GATED = [(rule, move) for rule, moves in GATE_MOVES.items() for move in moves] + [
    (rule, None) for rule in RULES if rule.startswith("K")
]


def check(sentence: str, *numbers: int) -> None:
    assert len(sentence) <= LONGEST, sentence
    assert re.match(r"[A-Z0-9].*\.$", sentence), sentence
    assert "!" not in sentence
    assert not re.search(r"\byou(r|rs)?\b|\{", sentence, re.IGNORECASE), sentence
    assert all(str(each) in re.findall(r"\d+", sentence) for each in numbers), sentence


@pytest.mark.parametrize("value", LEVELS)
@pytest.mark.parametrize("rule", CAPS)
@pytest.mark.parametrize("name", ["Adaeze", "the customer"])
def test_a_headline_names_the_score_that_bound_the_total(rule, value, name):
    card = make_assessment(overall=60, rules=[rule], **{CAPS[rule]: value})

    sentence = headline(card, (), name)

    check(sentence, value)


@pytest.mark.parametrize(("rule", "move"), GATED)
def test_a_gate_says_what_set_it_off_and_where_the_total_stops(rule, move):
    card = make_assessment(overall=15, rules=[rule])
    if move is not None:
        found = Move(start=0, end=4, name=move)
        card = replace(card, ceilings=(Ceiling(rule=rule, value=15.0, move=found),))

    sentence = headline(card, (), "Adaeze")

    check(sentence, 15)


@pytest.mark.parametrize(
    ("rule", "scores", "expected"),
    [
        ("cap_H", {"helpfulness": 10}, "It gives Adaeze nothing to go on yet: helpfulness 10."),
        ("cap_H", {"helpfulness": 50}, "Some of what Adaeze needs is still open: helpfulness 50."),
        ("cap_E", {"empathy": 0}, "What this was like for Adaeze isn’t in it yet: empathy 0."),
        ("cap_E", {"empathy": 80}, "Empathy 80 is all that holds it at 62."),
        ("cap_S", {"speed": 20}, "It came far too late: speed 20 holds it at 62."),
        ("cap_D", {"defensiveness": 70}, "It defends more than it answers: defensiveness 70."),
        ("cap_D", {"defensiveness": None}, "Defensive wording holds it at 62."),
        ("Q", {"ownership": 40, "empathy": 70}, "Ownership 40 is furthest from its target."),
        ("Q", {"defensiveness": 70, "speed": 60}, "Defensiveness 70 is furthest from its target."),
        ("a_rule_to_come", {"speed": 20}, "Speed 20 is furthest from its target."),
    ],
)
def test_a_headline_is_true_at_its_level(rule, scores, expected):
    usual = {"empathy": 80, "ownership": 80, "helpfulness": 80, "voice": 80}
    card = make_assessment(overall=62, rules=[rule], **usual | scores)

    assert headline(card, (), "Adaeze") == expected


def test_with_the_four_on_target_the_supporting_scores_speak():
    on_target = {"empathy": 80, "ownership": 80, "helpfulness": 80, "channel_fit": 80}
    low = make_assessment(overall=78, voice=30, gratitude=80, **on_target)
    none = make_assessment(overall=78, voice=80, gratitude=80, **on_target)

    assert headline(low, (), "Sam") == "Voice 30 is furthest from its target."
    assert headline(none, (), "Sam") == "Every score is on target: 78 points."


def test_words_that_cost_come_first_but_never_before_a_gate():
    advice = (Advice(text="Leave this out", quoted="policy", score=74, gain=14),)
    held = make_assessment(overall=60, rules=["cap_D"], defensiveness=40)
    gated = make_assessment(overall=10, rules=["K3"])

    assert headline(held, advice, "Sam") == "A few words cost 14 points."
    assert summary(held, advice) == "“policy” Without that, the same reply scores 74."
    assert headline(gated, advice, "Sam") == "One phrase attacks Sam, so it stops at 10."


def test_words_that_cost_are_no_headline_where_the_rest_would_still_need_a_redo():
    advice = (Advice(text="Leave this out", quoted="policy", score=18, gain=8),)
    low = {"empathy": 2, "ownership": 5, "defensiveness": 62, "speed": None}
    card = make_assessment(overall=10, **low)

    assert headline(card, advice, "Sam") == "Empathy 2 is furthest from its target."
    assert "policy" not in summary(card, advice)


def test_a_good_reply_is_one_to_keep_and_an_unscored_one_is_no_verdict():
    assert headline(make_assessment(overall=91), (), "Sam") == "91 points: a reply to keep."
    assert headline(make_ungraded(), (), "Sam") == "This one wasn’t scored."


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (
            {"speed": 90, "empathy": 40, "ownership": 60},
            "Defensiveness 0 is the strongest here; empathy 40 the one to work on.",
        ),
        (
            {"speed": 90, "empathy": 95, "ownership": 80, "defensiveness": 10},
            "Empathy 95 is the strongest here; ownership 80 the lowest, and on target.",
        ),
        (
            {"speed": 100, "empathy": 100, "ownership": 100},
            "The headline scores that count here stand level.",
        ),
        (
            {"speed": None, "empathy": 50, "ownership": None, "defensiveness": None},
            "Empathy 50 is the one headline score that counts here.",
        ),
    ],
)
def test_the_summary_is_true_of_the_four_scores(scores, expected):
    assert summary(make_assessment(**scores)) == expected


def test_the_summary_of_an_unscored_reply_is_its_reason():
    assert summary(make_ungraded("It is in another language.")) == "It is in another language."


def test_the_summary_of_a_failing_reply_says_what_held_its_weakest_score():
    low = make_assessment(overall=20, empathy=5)
    held = replace(low, empathy=replace(low.empathy, limit="Nothing of it is named."))

    assert summary(low) == "Empathy 5 is the one to work on."
    assert summary(held) == "Nothing of it is named."
