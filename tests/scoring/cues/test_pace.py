"""A reply that came before its complaint can have been read is pointed out, and costs nothing."""

from dataclasses import replace

import pytest

from scoring import Case, assess

COMPLAINT = "word " * 48
"""Twelve seconds of reading, at four words a second."""

REPLY = "I've refunded the fee, and I'll post here at 3 when it has landed. Ade"


def pointed_out(minutes: float | None, *, complaint: str = COMPLAINT, reply: str = REPLY):
    card = assess(Case(complaint=complaint, reply=reply, minutes=minutes))
    return [move for move in card.moves if move.name == "faster_than_reading"]


@pytest.mark.parametrize(
    ("seconds", "is_found"), [(0, True), (11.9, True), (12, False), (60, False)]
)
def test_a_reply_is_too_fast_up_to_the_time_that_reading_takes(seconds, is_found):
    assert bool(pointed_out(seconds / 60)) is is_found


def test_it_quotes_the_whole_reply_and_says_why():
    (move,) = pointed_out(0.1)

    assert REPLY[move.start : move.end] == REPLY
    assert move.note == "sent after 6 seconds; 48 words take 12 to read"


def test_an_untimed_reply_is_never_too_fast():
    assert not pointed_out(None)


def test_a_post_without_words_takes_no_time_to_read():
    assert not pointed_out(0, complaint="")


def test_an_empty_reply_is_not_graded_for_its_pace():
    assert not pointed_out(0, reply="")


@pytest.mark.parametrize("reply", [REPLY, "DM us.", "You should have read the terms."])
def test_it_moves_no_score_but_speed_itself(reply):
    at_once = Case(complaint=COMPLAINT, reply=reply, minutes=0.1)
    read = replace(at_once, minutes=0.2)

    fast, slow = assess(at_once).as_dict(), assess(read).as_dict()

    for card in (fast, slow):
        del card["moves"]
    assert fast == slow
