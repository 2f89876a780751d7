from dataclasses import replace

import pytest

from scoring import Case, Dimension, Move
from tests.scenarios.builders import make_assessment
from trainer.practice.gaps import limit_of

PARTS = ("Where is the parcel?", "Will it come before the party?", "Who pays?")


def answered(*parts: str) -> tuple[Move, ...]:
    return tuple(Move(start=0, end=3, name="answers_part", note=part) for part in parts)


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        (answered(*PARTS[:2]), "Still open: “Who pays?”"),
        (answered(PARTS[1]), "Still open: “Where is the parcel?” and “Who pays?”"),
        ((), "What was asked is still open, all of it."),
    ],
)
def test_the_open_parts_of_a_complaint_are_named(moves, expected):
    limit = f"{len(moves)} of 3 parts of the complaint are handled."
    card = replace(make_assessment(), helpfulness=Dimension(value=33, limit=limit), moves=moves)

    assert limit_of("helpfulness", Case(complaint="?", reply="", parts=PARTS), card) == expected


def test_any_other_limit_stands_as_the_scorer_says_it():
    limit = "It doesn't say when."
    card = replace(make_assessment(), ownership=Dimension(value=60, limit=limit))
    case = Case(complaint="?", reply="", parts=PARTS)

    assert limit_of("ownership", case, card) == limit
    assert limit_of("empathy", case, card) == ""


def test_parts_that_the_case_no_longer_knows_leave_the_count():
    limit = "1 of 2 parts of the complaint are handled."
    card = replace(make_assessment(), helpfulness=Dimension(value=50, limit=limit))

    assert limit_of("helpfulness", Case(complaint="?", reply=""), card) == limit
