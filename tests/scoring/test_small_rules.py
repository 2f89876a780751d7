"""Rules of one line each, held through the whole scorer: each fails here when its line goes."""

import pytest

from scoring import Case, Move, assess, default_detector
from scoring.cues.copying import REMEMBERED
from scoring.cues.sense import empty_stretches
from scoring.reading import Reading
from scoring.rubric.empathy import COSTS, empathy
from scoring.rubric.voice import voice

COMPLAINT = (
    "Your heater app does nothing since Tuesday. I cancelled my plan in May and I still pay £38. "
    "My mum sat in a cold kitchen for two nights and nobody called."
)
CASE = Case(complaint=COMPLAINT, reply="x" * 20)


def found(reply: str, complaint: str = COMPLAINT, **facts: object) -> dict[str, Move]:
    """Return the strongest move of each name."""
    moves = default_detector().detect(Case(complaint=complaint, reply=reply, **facts)).moves
    return {move.name: move for move in sorted(moves, key=lambda move: move.strength)}


def make_move(name: str, strength: float = 1.0) -> Move:
    return Move(start=0, end=5, name=name, strength=strength)


@pytest.mark.parametrize("name", sorted(COSTS))
def test_each_cost_of_empathy_costs(name):
    cared = tuple(map(make_move, ("restates_situation", "names_feeling", "caring_act")))

    assert empathy((*cared, make_move(name)), CASE).value < empathy(cared, CASE).value


@pytest.mark.parametrize("name", ["template_phrase", "canned_empathy", "runs_long", "shouting"])
def test_each_cost_of_voice_costs(name):
    said = tuple(map(make_move, ("plain_words", "first_person", "concrete_detail")))

    assert voice((*said, make_move(name)), CASE).value < voice(said, CASE).value


def test_a_courtesy_is_worth_most_of_what_praise_is_owed():
    courtesy = found("You can come at nine.", "Lovely staff, thank you", flags={"praise"})

    assert courtesy["courtesy"].strength == 0.7


def test_what_i_do_is_more_caring_than_what_we_do():
    mine, ours = (
        found(f"{who}'ve sent a heater to your mum.")["caring_act"] for who in ("I", "We")
    )

    assert mine.strength > ours.strength


def test_a_flat_contradiction_of_the_post_is_a_denial():
    assert "flat_denial" in found("The heater app is working on all phones.")


def test_a_copy_counts_among_the_last_replies_and_no_further_back():
    reply = "I'm sorry about the cold kitchen, and I've put a heater on tomorrow's van for you."
    others = tuple(f"Order {n} is a matter of quite another kind." for n in range(REMEMBERED))

    assert REMEMBERED == 20
    assert "copy_paste" in found(reply, recent_replies=(reply, *others[1:]))
    assert "copy_paste" not in found(reply, recent_replies=(reply, *others))


@pytest.mark.parametrize(
    ("reply", "is_empty"),
    [
        ("The kettle kettle came came late.", True),
        ("The kettle kettle came late.", False),
        ("It was very very, no no late.", False),
    ],
)
def test_a_sentence_of_stuttered_words_says_nothing(reply, is_empty):
    assert bool(empty_stretches(Reading(Case(complaint=COMPLAINT, reply=reply)))) is is_empty


CONCERN = "I can see why that's worrying, and I'm sorry."
STEP = "I've asked the depot and I'll ring you at 5."


def test_a_correction_is_excused_with_evidence_and_not_without():
    shown = f"{CONCERN} Our records show it at your porch, and the photo is attached. {STEP}"
    bare = f"{CONCERN} Our records show it was at your porch. {STEP}"

    assert "evidenced_correction" in found(shown)
    assert "evidenced_correction" not in found(bare)


def test_nothing_is_excused_beside_blame():
    shown = f"{CONCERN} Our records show it at your porch, and the photo is attached. {STEP}"
    blaming = f"{shown} You should have read the card."

    assert "doubts_customer" in found(blaming)
    assert "evidenced_correction" not in found(blaming)


def test_another_companys_failure_is_not_claimed_by_who_says_it_is_not_ours():
    post = "@poise your train left me at Crewe"
    claimed = "That's our fault and I'm sorry. We'll put it right today."
    disowned = f"{claimed} But this isn't us: you want Northline, another company."

    gates = [
        {
            item.rule
            for item in assess(Case(complaint=post, reply=reply, flags={"wrong_company"})).ceilings
        }
        for reply in (claimed, disowned)
    ]

    assert "K11" in gates[0]
    assert "K11" not in gates[1]
