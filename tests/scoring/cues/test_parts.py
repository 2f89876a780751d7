"""Parts of a complaint: handled by an act or an answer, in whatever words; open when ignored."""

import pytest

from scoring import Case, assess
from scoring.cues import parts
from scoring.reading import Reading

COMPLAINT = "Where is my costume? It was due at noon and the party is at 3!"
WHERE, WHEN = "Where is the costume?", "Will it come before the party?"
POINTS, MONEY, WHY = "What about my loyalty points?", "Do I get the £4 back?", "Why is it late?"


def handled(reply: str, *asked: str, complaint: str = COMPLAINT) -> set[str]:
    case = Case(complaint=complaint, reply=reply, parts=asked)
    return {move.note for move in parts.find(Reading(case))}


@pytest.mark.parametrize(
    "reply",
    [
        "I've asked the depot to bring it by 2pm today and I'll confirm here by 1.",
        "I'm chasing the driver now and will post here by 1.",
        "Dave is loading the van now and is with you by 2.",
    ],
)
def test_an_act_with_a_time_handles_where_and_whether(reply: str) -> None:
    assert handled(reply, WHERE, WHEN) == {WHERE, WHEN}


@pytest.mark.parametrize(
    "reply",
    [
        "So sorry, what a horrible way to start a party.",
        "We'll look into this.",
        "Please DM us your order number.",
        "As we already told you, our couriers are busy.",
        "I've refunded your card.",
    ],
)
def test_no_act_on_the_matter_handles_nothing(reply: str) -> None:
    assert handled(reply, WHERE, WHEN) == set()


def test_another_matter_stays_open_until_it_is_answered() -> None:
    act = "I've asked the depot to bring it by 2pm."

    assert handled(act, WHERE, POINTS, MONEY, WHY) == {WHERE}
    assert handled(f"{act} Your £4 is refunded.", WHERE, POINTS, MONEY) == {WHERE, MONEY}
    assert POINTS in handled(f"{act} I've put 50 loyalty points back.", WHERE, POINTS)
    assert WHY in handled(f"{act} It's late because our van broke down.", WHERE, WHY)


def test_who_wants_a_person_and_whom_to_ring_a_way() -> None:
    who, ring = "Who is keeping an eye on it?", "Who can she ring?"

    assert handled("I'll check the van at 9 and post here.", who, ring) == {who}
    assert handled("We'll check the van at 9 and post here.", who) == set()


def test_a_firm_act_is_never_told_that_it_handles_nothing() -> None:
    case = Case(
        complaint=COMPLAINT,
        reply="I'm driving a spare over to you myself now, with you by 2.",
        parts=("Which batch?", POINTS),
    )

    assert (assess(case).helpfulness.value or 0) == 50
