import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Assessment, Case, Fault, Move, assess, ungraded
from trainer.practice.coaching import LINES, TRIES, coach

COMPLAINT = "My daughter's costume is three days late and her party is at 3 today."
BLAMING = (
    "Adaeze, I'm sending a second costume by bike now and it will be with you by 14:30. "
    "You should have ordered it earlier."
)


def case(reply: str) -> Case:
    return Case(complaint=COMPLAINT, reply=reply, minutes=10, fault=Fault.OURS)


def strict(written: Case) -> Assessment:
    """Take 20 points for each "should have", and mark its sentence's last words."""
    found = [match.span() for match in re.finditer(r"You should have[^.]*", written.reply)]
    moves = tuple(Move(start=start, end=end, name="blames_customer") for start, end in found)
    card = assess(case("I'm sending a second costume by bike, at your door by 14:30. ^Jo"))
    return replace(card, overall=90 - 20 * len(moves), moves=moves)


def test_words_that_cost_are_named_with_the_score_without_them():
    blaming = case(BLAMING)

    first, *_ = coach(blaming, strict(blaming), strict)

    assert first.quoted == "You should have ordered it earlier."
    assert (first.score, first.gain) == (90, 20)


def test_two_costly_sentences_are_two_lines_at_most_and_never_the_same_words():
    blaming = case(f"{BLAMING} You should have rung us.")

    advice = coach(blaming, strict(blaming), strict)

    quoted = [each.quoted for each in advice if each.quoted]
    assert len(advice) <= LINES
    assert len(quoted) == len(set(quoted))


def test_words_that_stand_there_twice_are_left_out_twice():
    blaming = case(f"{BLAMING} Your parcel is on its way. You should have ordered it earlier.")

    first, *_ = coach(blaming, strict(blaming), strict)

    assert first.quoted == "You should have ordered it earlier."
    assert (first.score, first.gain) == (90, 40)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("You should have ordered it earlier.", id="always the same"),
        pytest.param("You should have read page {} of the terms.", id="always another"),
    ],
)
def test_a_long_reply_full_of_costly_words_is_scored_only_a_few_times(sentence):
    scored: list[Case] = []

    def counted(written: Case) -> Assessment:
        scored.append(written)
        return strict(written)

    blaming = case(" ".join(sentence.format(page) for page in range(250))[:9_999])

    coach(blaming, strict(blaming), counted)

    assert len(scored) <= TRIES + 1


def test_opening_a_debrief_again_scores_nothing_again():
    scored: list[Case] = []

    def counted(written: Case) -> Assessment:
        scored.append(written)
        return strict(written)

    blaming = case(BLAMING)
    first = coach(blaming, strict(blaming), counted)
    scored.clear()

    assert coach(blaming, strict(blaming), counted) == first
    assert scored == []


def test_a_reply_with_nothing_to_leave_out_is_told_what_is_missing():
    plain = case("Sorry about the delay.")

    advice = coach(plain, assess(plain))

    assert advice
    assert all(each.score is None and each.text for each in advice)


def test_no_number_is_given_where_the_scorer_has_changed_since():
    blaming = case(BLAMING)
    older = replace(strict(blaming), scorer="cues-0")

    assert all(each.score is None for each in coach(blaming, older, strict))


def test_an_ungraded_reply_gets_no_advice():
    assert coach(case("asdf qwer"), ungraded("no words", rubric="1", scorer="2")) == ()


@pytest.mark.parametrize(
    "reply", ["You should have ordered earlier.", " You should have read it. "]
)
def test_a_reply_that_is_one_costly_sentence_is_never_left_empty(reply):
    blaming = case(reply)

    assert all(each.quoted != reply for each in coach(blaming, strict(blaming), strict))


@given(st.text(alphabet="aeinorst .,!'", max_size=120))
def test_there_are_two_lines_at_most(reply):
    written = case(reply)

    assert len(coach(written, assess(written))) <= LINES
