"""Moves of ownership: whole propositions, not words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Case, Move
from scoring.cues import ownership
from scoring.reading import Reading

COMPLAINT = "Order 88213 came broken, I paid £38 for postage and nobody at Neath answers."


def moves(reply: str, complaint: str = COMPLAINT) -> list[Move]:
    return list(ownership.find(Reading(Case(complaint=complaint, reply=reply))))


def strongest(reply: str, *names: str) -> float:
    return max((m.strength for m in moves(reply) if m.name in names), default=0.0)


STEPS = ("repair", "concrete_step")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("I've refunded the postage.", "We can refund the postage."),
        ("I'll refund the postage by 6pm.", "We'll refund the postage."),
        ("Dave will ring you on Thursday.", "Our team will ring you."),
        ("We've replaced the lamp.", "A lamp may be replaced."),
        ("We'll send a new lamp tonight.", "If you qualify, we'll send a new lamp."),
        ("I'm checking the Neath log now.", "We'll look into this."),
        ("I'll ring Neath.", "I'd love to help."),
    ],
)
def test_the_bound_act_is_the_stronger_step(better: str, worse: str) -> None:
    assert strongest(better, *STEPS) > strongest(worse, *STEPS)


@pytest.mark.parametrize(
    "reply",
    [
        "We can't refund the postage.",
        "We won't be able to replace it.",
        "I haven't refunded the postage.",
        "We never refund postage.",
        "As you were told already, it is on the system.",
        "The 18:04 train has been cancelled.",
    ],
)
def test_what_is_denied_or_called_off_is_no_repair(reply: str) -> None:
    assert strongest(reply, *STEPS) == 0.0


@pytest.mark.parametrize(
    "reply",
    [
        "sorry thanks understand own resolve refund today 6pm I'll fix",
        "Ownership, accountability, action, next steps, today, now.",
        "I'll I'll I'll refund refund today today by 6 by 6",
    ],
)
def test_rows_of_key_words_make_no_move(reply: str) -> None:
    assert moves(reply) == []


def test_a_claim_of_ownership_without_a_thing_owned_costs() -> None:
    claimed = {move.name for move in moves("We take full ownership.")}
    meant = {move.name for move in moves("We take responsibility for the broken lamp and postage.")}

    assert "takes_seriously" in claimed
    assert "takes_seriously" not in meant


def test_a_time_counts_for_our_act_and_not_for_opening_hours() -> None:
    assert strongest("That notice comes down tonight.", "gives_time") > 0
    assert strongest("Lines are open from 9am to 5pm.", "gives_time") == 0
    assert strongest("You rang us on Tuesday.", "gives_time") == 0


@pytest.mark.parametrize(
    ("step", "near_miss"),
    [
        ("The new lamp lands on Friday.", "We look forward to Friday."),
        ("You're moving to the front of the queue at 6.", "And now you're waiting at home at 6."),
        ("Lamp out for delivery by 18:20.", "Trying by 18:20."),
        ("The new lamp goes by courier today.", "Counting coins at ten past five, too."),
        ("The spare goes out tonight.", "Thank you for your message tonight."),
        ("Neath is packing it now.", "It came broken, so annoying right now."),
        ("A new lamp lands at Neath tomorrow.", "Nobody at Neath answers tomorrow."),
    ],
)
def test_a_time_makes_a_step_only_beside_something_that_happens(step: str, near_miss: str) -> None:
    assert strongest(step, "next_step", *STEPS) >= 0.4
    assert strongest(near_miss, "next_step", *STEPS) == 0.0


@pytest.mark.parametrize(
    ("repair", "near_miss"),
    [
        ("The postage is refunded.", "If the postage had been refunded, fine."),
        ("I've got you a lamp from Neath.", "We've got it: the lamp came broken."),
        ("I've got the lamp back from Neath.", "I've got Imran here with me."),
        ("I'll be back to fit it at 6, and the lamp is waiting for you.", "You have our word."),
        ("We'll send the lamp.", "We send our regards to you and yours."),
        ("We've kept a lamp for you.", "We'll keep you in our thoughts."),
        ("The line is fixed, so ring away.", "Glad the line is fixed."),
        ("We've told Neath to send the lamp.", "As we already told you, it's broken."),
    ],
)
def test_words_of_attention_are_no_repair(repair: str, near_miss: str) -> None:
    assert strongest(repair, *STEPS) > 0.3
    assert strongest(near_miss, *STEPS) == 0.0


def test_reading_the_complaint_is_no_step_and_reading_the_log_is() -> None:
    assert strongest("I've read the payment log.", *STEPS) > 0.4
    assert strongest("We've read every word.", *STEPS) == 0.0
    assert strongest("We can tell that you are upset.", *STEPS) == 0.0


@pytest.mark.parametrize(
    ("owned", "near_miss"),
    [
        ("We never called you back.", "We never want this."),
        ("You should have been told on Monday.", "You should have ordered it earlier."),
        ("We only sent one.", "We only sell two."),
    ],
)
def test_an_admission_tells_what_we_did(owned: str, near_miss: str) -> None:
    assert strongest(owned, "admits_fault") > 0.5
    assert strongest(near_miss, "admits_fault") == 0.0


def test_a_thing_that_will_be_done_has_no_owner() -> None:
    assert strongest("Service will be restored.", "named_owner") == 0.0
    assert strongest("Sunita will restore the line.", "named_owner") > 0.3


def test_coming_back_at_a_time_is_less_than_a_repair_at_that_time() -> None:
    assert strongest("We'll be back to you at 18:00.", "repair", "next_step") == 0.0
    assert strongest("The lamp will be back with you at 18:00.", "repair") > 0.6


def test_what_was_done_says_less_than_what_is_done() -> None:
    assert strongest("It was booked.", "repair") < strongest("It is booked.", "repair")


def test_spans_quote_the_reply_as_typed() -> None:
    reply = "😀\r\nCafé: I’ve refunded the £38.\r\nDave will ring by 6pm 👩‍👩‍👧"

    quotes = {reply[move.start : move.end] for move in moves(reply)}

    assert "I’ve refunded the £38" in quotes
    assert "by 6pm" in quotes


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=100))
def test_any_text_gives_valid_spans(reply: str, complaint: str) -> None:
    for move in moves(reply, complaint):
        assert 0 <= move.start < move.end <= len(reply)
        assert 0 <= move.strength <= 1


@pytest.mark.parametrize(
    "reply",
    [
        "I'm on this, back by 14:30.",
        "We're looking into it. Back to you by 3.",
        "I'm finding out where it went. More from me by noon.",
        "On it. News here by 6pm.",
        "Give me 20 minutes to find out what happened.",
    ],
)
def test_the_next_word_by_a_time_is_a_step_with_a_time(reply: str) -> None:
    assert strongest(reply, "next_step") > 0.5
    assert strongest(reply, "gives_time") == 1.0


@pytest.mark.parametrize(
    "reply", ["Back in 1994 we had one shop.", "The news at ten was long.", "Back soon."]
)
def test_what_is_back_without_a_promise_of_it_is_no_step(reply: str) -> None:
    assert strongest(reply, "next_step") == 0.0
