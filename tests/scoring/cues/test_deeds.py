"""Acts in a reply: who, how far along, and what stands against them."""

import pytest

from scoring import Case
from scoring.cues.deeds import Deed, deeds
from scoring.cues.subjects import Who
from scoring.cues.verbs import Kind, Tense
from scoring.reading import Reading

COMPLAINT = "Order 88213 came broken and I paid 38 for postage."


def acts(reply: str) -> tuple[Deed, ...]:
    return deeds(Reading(Case(complaint=COMPLAINT, reply=reply)))


@pytest.mark.parametrize(
    ("reply", "who", "tense", "kind"),
    [
        ("I've refunded the postage.", Who.I, Tense.DONE, Kind.REPAIR),
        ("I'm checking the log now.", Who.I, Tense.DOING, Kind.INQUIRE),
        ("I will ring you.", Who.I, Tense.WILL, Kind.REACH),
        ("We are going to replace the lamp.", Who.WE, Tense.WILL, Kind.REPAIR),
        ("We could send a voucher.", Who.WE, Tense.MAY, Kind.REPAIR),
        ("We would love to replace it.", Who.WE, Tense.MAY, Kind.REPAIR),
        ("We'll look into this.", Who.WE, Tense.WILL, Kind.VAGUE),
        ("We take this very seriously.", Who.WE, Tense.HABIT, Kind.VAGUE),
        ("Dave's loading the van now.", Who.NAMED, Tense.DOING, Kind.REPAIR),
        ("Lucía, who runs the desk, will write to you.", Who.NAMED, Tense.WILL, Kind.REPAIR),
        ("Our duty manager will ring you.", Who.NAMED, Tense.WILL, Kind.REACH),
        ("Our team will check this.", Who.TEAM, Tense.WILL, Kind.INQUIRE),
        ("Refunded.", Who.NOBODY, Tense.DONE, Kind.REPAIR),
        ("Taxi booked for you both.", Who.NOBODY, Tense.DONE, Kind.REPAIR),
        ("Checking the log now.", Who.NOBODY, Tense.DOING, Kind.INQUIRE),
    ],
)
def test_deeds_tell_agent_tense_and_kind(reply: str, who: Who, tense: Tense, kind: Kind) -> None:
    first = acts(reply)[0]

    assert (first.who, first.tense, first.kind) == (who, tense, kind)


@pytest.mark.parametrize(
    "reply",
    [
        "We understand how you feel.",
        "I know this is hard.",
        "Reading this moved us.",
        "Sam, sorry for the wait.",
        "Your parcel was late.",
        "Thank you for your patience.",
    ],
)
def test_feelings_and_greetings_are_no_deeds(reply: str) -> None:
    assert acts(reply) == ()


def test_deeds_note_denial_and_condition() -> None:
    denied = acts("We won't refund the postage.")[0]
    hanging = acts("If it wasn't marked, we'll refund it.")[0]

    assert (denied.is_negated, denied.is_conditional) == (True, False)
    assert (hanging.is_negated, hanging.is_conditional) == (False, True)


def test_deeds_count_details_figures_and_the_sharpest_time() -> None:
    deed = acts("I'll refund the postage, all 38, to Ana this week or by 6pm.")[0]

    assert deed.details == 2
    assert deed.figures >= 2
    assert deed.when is not None
    assert deed.when.sharpness == 1.0


def test_an_object_after_the_verb_does_not_cut_the_deed_short() -> None:
    reply = "I'm sending an engineer to put the line back."

    deed = acts(reply)[0]

    assert reply[deed.start : deed.end] == reply.rstrip(".")
