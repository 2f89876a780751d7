"""Ownership from moves and the case's facts."""

from dataclasses import replace

import pytest

from scoring import Allowed, Case, Fault, Flag, Move, Promise, assess
from scoring.rubric.ownership import ownership

COMPLAINT = "Order 88213 came broken, I paid £38 for postage and nobody at Neath answers. What now?"


PLAIN = Case(complaint=COMPLAINT, reply="", emotion_need=0.8)


def of(reply: str, case: Case = PLAIN) -> int:
    value = assess(replace(case, reply=reply)).ownership.value
    assert value is not None
    return value


def test_a_named_act_with_a_time_and_responsibility_is_exemplary() -> None:
    reply = (
        "We sent order 88213 out unpadded, that's on us; I've put a new one on"
        " tomorrow's van and I'll confirm here by 6."
    )

    assert of(reply) >= 85


def test_an_honest_unknown_with_a_step_and_a_time_needs_no_admission() -> None:
    reply = (
        "I don't know yet why Neath isn't answering, so I'm ringing them now and will"
        " reply here by 3pm."
    )

    assert of(reply) >= 75


def test_nobody_acting_stays_under_25() -> None:
    assert of("An error may have occurred during processing.") < 25
    assert of("Please take that up with the courier.") < 25
    assert of("DM us.") <= 20


def test_a_request_for_a_message_so_that_we_can_look_is_worth_25_to_35() -> None:
    assert 25 <= of("Please DM us so we can look into this.") <= 35
    assert of("Please DM us your email and I'll ring Neath about order 88213.") >= 35


def test_an_agentless_repair_reaches_the_middle_and_a_bare_word_more_than_nothing() -> None:
    assert 25 <= of("A replacement is being arranged.") <= 45
    assert of("Refunded.") > 13
    assert of("I've refunded the £38.") > of("Refunded.") + 15


def test_a_deadline_with_nobody_acting_on_the_order_stays_low() -> None:
    assert of("By 6pm. Today. You have our word.") <= 20
    assert of("We've read every word: it came broken and nobody at Neath answers.") <= 25
    assert of("The new lamp goes by courier today.") >= 35


def test_key_words_stay_under_25() -> None:
    assert of("I own this, we take full ownership, resolve, asap") <= 25
    assert of("sorry thanks understand own resolve refund today 6pm I'll fix") <= 25


def test_agentless_or_conditional_promises_stay_under_45() -> None:
    assert of("A replacement is being arranged.") <= 45
    assert of("If the order wasn't padded, we'll see what we can do.") <= 45


def test_without_admission_our_failure_stops_at_60() -> None:
    reply = "I've refunded the £38 for order 88213 and I'll ring you from Neath by 6pm."
    case = Case(complaint=COMPLAINT, reply=reply, fault=Fault.OURS, emotion_need=0.8)

    owned = assess(case).ownership

    assert owned.value == 60
    assert "our failure" in owned.limit
    assert of(reply, replace(case, flags=frozenset({Flag.INJURY}))) > 60


def test_a_missed_promise_must_be_owned_and_a_kept_one_is_worth_75() -> None:
    missed = Promise(text="A call by noon", due=60, kept=False)
    kept = Promise(text="A call by noon", due=60, kept=True)
    reply = "I'll ring you about order 88213 from Neath by 6pm."

    assert of(reply, replace(PLAIN, promises=(missed,))) <= 25
    assert (
        of(
            "We promised a call by noon and didn't make it. " + reply,
            replace(PLAIN, promises=(missed,)),
        )
        > 50
    )
    assert (
        of("Settled, and the Neath order is with you, Sam.", replace(PLAIN, promises=(kept,))) >= 75
    )


@pytest.mark.parametrize("drag", ["attacks", "chirpy", "hands_off"])
def test_nothing_takes_back_a_kept_promise(drag):
    kept = Promise(text="A call by noon", due=60, kept=True)
    case = Case(complaint=COMPLAINT, reply="x" * 20, promises=(kept,))

    assert ownership([Move(start=0, end=5, name=drag)], case).value == 75


def test_promises_are_kept_when_all_are():
    both = tuple(Promise(text="A call", due=60, kept=kept) for kept in (True, False))
    case = Case(complaint=COMPLAINT, reply="x" * 20, promises=both)

    owned = Move(start=0, end=5, name="owns_missed_promise")

    assert (ownership([], case).value or 0) <= 25
    assert (ownership([owned], case).value or 0) < 75


@pytest.mark.parametrize(
    "opening", ["Fair question.", "Three times is too many.", "You're right.", "You told us."]
)
def test_granting_a_point_is_no_admission_and_owns_no_promise(opening):
    reply = f"{opening} I've refunded the £38 for order 88213 and I'll ring you by 6pm."
    missed = Promise(text="A call by noon", due=60, kept=False)

    assert of(reply, replace(PLAIN, fault=Fault.OURS)) == 60
    assert of(reply, replace(PLAIN, promises=(missed,))) == 25


@pytest.mark.parametrize("flag", [Flag.INJURY, Flag.LEGAL])
def test_injury_and_legal_posts_need_no_admission(flag):
    moves = [Move(start=0, end=5, name=n) for n in ("repair", "named_owner", "gives_time")]
    case = Case(complaint=COMPLAINT, reply="x" * 20, fault=Fault.OURS)

    assert ownership(moves, case).value == 60
    assert (ownership(moves, replace(case, flags=frozenset({flag}))).value or 0) > 60


@pytest.mark.parametrize("place", ["right_place", "gives_route", "states_fact"])
def test_where_fault_is_not_ours_the_right_place_or_fact_is_responsibility(place):
    moves = [Move(start=0, end=5, name=place)]
    case = Case(complaint=COMPLAINT, reply="x" * 20)

    elsewhere = ownership(moves, replace(case, fault=Fault.NOT_OURS)).value or 0

    assert elsewhere > (ownership(moves, case).value or 0)


def test_where_fault_is_not_ours_a_shrug_is_no_ownership():
    case = replace(PLAIN, fault=Fault.NOT_OURS)

    assert of("That's nothing to do with us, take it up with the courier.", case) <= 25


def test_the_last_anchor_needs_a_step_that_may_be_offered() -> None:
    reply = "That's on us. I've put a new lamp on tomorrow's van and I'll confirm here by 6."
    offered = (Allowed(action="A new lamp by van"),)
    other = (Allowed(action="Store credit"),)

    assert of(reply, replace(PLAIN, allowed=offered)) == of(reply)
    assert of(reply, replace(PLAIN, allowed=other)) < of(reply)


def test_asking_again_stops_at_50() -> None:
    case = Case(complaint=COMPLAINT, reply="x" * 20)
    moves = [Move(start=0, end=5, name=name) for name in ("repair", "admits_fault", "gives_time")]
    again = Move(start=6, end=9, name="asks_again")

    assert (ownership(moves, case).value or 0) > 50
    assert ownership([*moves, again], case).value == 50


def test_taking_out_a_credited_span_never_raises_the_score() -> None:
    reply = (
        "That's on us, Sam. I've refunded the £38. Dave will ring you from Neath by 6pm."
        " If he doesn't, tell me here."
    )
    whole = assess(Case(complaint=COMPLAINT, reply=reply, emotion_need=0.8)).ownership

    for span in whole.spans:
        rest = reply[: span.start] + reply[span.end :]
        assert of(rest) <= (whole.value or 0)


def test_filler_adds_nothing() -> None:
    reply = "I've refunded the £38 for order 88213."
    filler = " The weather in the valley was mild and the lambs stood about in the long grass."

    assert of(reply + filler * 3) <= of(reply) + 3


def test_dialect_and_typing_cost_little() -> None:
    plain = of("We got this wrong. I'll refund the £38 and ring you by 6pm.")
    typed = of("we got this wrong. ill refund teh £38 and I'll ring you by 6pm")

    assert abs(plain - typed) <= 10
