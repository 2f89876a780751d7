"""What counted most comes first, once, with the total that the reply would have without it."""

from dataclasses import replace

import pytest

from scoring import Action, Case, Fault, Flag, assess
from trainer.practice import words
from trainer.practice.findings import findings
from trainer.practice.marking import MARKS, highlights, label_of, pieces, shown_moves

COMPLAINT = "My daughter's costume is three days late and her party is at 3 today. Where is it?"
MIXED = (
    "I'm sorry she's still without her costume. I'm sending another by bike, with you by 14:30. "
    "Our policy is that a scanned parcel counts as delivered."
)
REPLIES = [
    MIXED,
    "We're sorry if you were put out, but our records show it was delivered. DM us. ^Jo",
    "Sorry, team, process, delay, refund, update, follow up.",
    "Calm down. You should have ordered earlier.",
    "DM us",
]


def case(reply: str) -> Case:
    return Case(complaint=COMPLAINT, reply=reply, minutes=10, fault=Fault.OURS, emotion_need=0.8)


def test_what_did_most_comes_first_and_names_the_total_without_it():
    card = assess(case(MIXED))

    found = findings(case(MIXED), card)

    effects = [abs(why.without - card.overall) for why in found.first if why.without is not None]
    assert effects == sorted(effects, reverse=True)
    costly = next(why for why in found.first if why.label == "Hides behind policy")
    assert costly.without > card.overall
    assert costly.advice


@pytest.mark.parametrize("reply", REPLIES)
def test_every_mark_of_the_text_is_among_the_first_by_the_same_label(reply):
    card = assess(case(reply))

    found = findings(case(reply), card)

    marked = pieces(reply, highlights(reply, card))
    labels = {tag.label for piece in marked for tag in piece.tags}
    assert labels <= {why.label for why in found.first}
    assert all(why.text and why.quoted for why in found.first)


@pytest.mark.parametrize("reply", REPLIES)
def test_every_kind_that_counts_is_said_and_can_be_disputed_once(reply):
    card = assess(case(reply))

    found = findings(case(reply), card)

    said = {why.label for why in (*found.first, *found.rest)}
    assert said == {label_of(move) for move in shown_moves(card)}
    assert len(found.targets) == len(set(found.targets))


@pytest.mark.parametrize("reply", REPLIES)
def test_a_total_without_a_mark_always_speaks_for_the_mark(reply):
    card = assess(case(reply))

    found = findings(case(reply), card)

    for why in (*found.first, *found.rest):
        if why.without is not None and why.tone == "bad":
            assert why.without > card.overall
        elif why.without is not None:
            assert why.without < card.overall


def test_no_number_is_given_where_the_scorer_has_changed_since():
    older = replace(assess(case(MIXED)), scorer="cues-0")

    found = findings(case(MIXED), older)

    assert found.first
    assert all(why.without is None for why in (*found.first, *found.rest))


def test_every_score_says_what_held_it():
    found = findings(case(MIXED), assess(case(MIXED)))

    assert [each.measure for each in found.held] == list(words.HEADLINES)
    assert [each.measure for each in found.held_rest] == list(words.SUPPORTING)
    assert all(each.says for each in (*found.held, *found.held_rest))
    assert found.held[0].says == "10 min; the target is 1 h."


def test_scores_that_do_not_count_are_left_out():
    praise = replace(case("Thank you, that made our day. ^Jo"), flags=frozenset({Flag.PRAISE}))
    untimed = replace(praise, minutes=None)

    found = findings(untimed, assess(untimed))

    assert {"speed", "ownership", "defensiveness"}.isdisjoint(
        each.measure.name for each in found.held
    )


def test_a_deletion_has_no_marks():
    gone = replace(case(""), action=Action.DELETE)

    found = findings(gone, assess(gone))

    assert (found.first, found.rest) == ((), ())


def test_a_long_reply_has_few_marks_first_and_few_quotes_of_a_kind():
    numbers = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    long = " ".join(f"I'll send box {each} by noon. Calm down." for each in numbers)
    card = assess(case(long))

    found = findings(case(long), card)

    assert len(found.first) <= 2 * MARKS
    assert all(len(why.quoted) <= 3 for why in (*found.first, *found.rest))
    assert any(why.more for why in (*found.first, *found.rest))
