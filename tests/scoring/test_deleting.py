"""Taking away words that care was seen in never makes a reply more caring."""

import json
from pathlib import Path

import pytest

from scoring import Assessment, Case, Move, assess
from scoring.catalogue import catalogue
from scoring.rubric.empathy import HELPS

RATED = Path(__file__).resolve().parents[1] / "data" / "rated_replies.jsonl"
ROWS = [json.loads(line) for line in RATED.read_text(encoding="utf-8").splitlines()][:30]
EXPLICIT = 0.4
AS_GOOD_AS_SAME = 1
"""Points by which a sentence more or less may shift how sure the stance of the rest is."""


def assessed(row: dict[str, str], reply: str) -> Assessment:
    return assess(Case(complaint=row["complaint"], reply=reply))


def harms(card: Assessment, start: int, end: int) -> bool:
    """Say whether something costly stands in the stretch too."""
    kinds = catalogue()
    return any(
        move.start < end
        and start < move.end
        and (kinds[move.name].polarity == "costs" or kinds[move.name].weight is not None)
        for move in card.moves
    )


def is_one_of_too_many(card: Assessment, move: Move) -> bool:
    """Say whether a sorry is one of so many that fewer are better."""
    return "apology" in move.name and any(other.name == "grovelling" for other in card.moves)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_deleting_credited_care_raises_nothing(row):
    card = assessed(row, row["reply"])
    raised = []
    for move in card.empathy.spans:
        if move.name not in HELPS or move.strength < EXPLICIT:
            continue
        if harms(card, move.start, move.end) or is_one_of_too_many(card, move):
            continue
        without = assessed(row, (row["reply"][: move.start] + row["reply"][move.end :]).strip())
        if without.graded and without.empathy.value > card.empathy.value + AS_GOOD_AS_SAME:
            raised.append((move.name, row["reply"][move.start : move.end]))

    assert not raised
