"""Good replies in plain words set off no gate and lose nothing to a harmless word.

A language model wrote the complaints and the replies of `plain_replies.jsonl`; no person was
studied. Each reply holds a word that once was taken for an attack, a leak or a template.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from scoring import Allowed, Assessment, Case, Flag, assess

PLAIN = Path(__file__).resolve().parents[1] / "data" / "plain_replies.jsonl"
MOST_DEFENSIVENESS = 15
LEAST_OVERALL = 60
LEAST_SHARE = 0.95
"""Share of the replies that must be clean on all three counts."""

ROWS: dict[str, dict[str, Any]] = {
    row["id"]: row for row in map(json.loads, PLAIN.read_text(encoding="utf-8").splitlines())
}


@cache
def assessed(row_id: str) -> Assessment:
    """Return the assessment of a row."""
    row = ROWS[row_id]
    return assess(
        Case(
            complaint=row["complaint"],
            reply=row["reply"],
            flags=frozenset(Flag(flag) for flag in row.get("flags", ())),
            allowed=tuple(Allowed(**item) for item in row.get("allowed", ())),
        )
    )


def gates(row_id: str) -> list[str]:
    """Return the gates that a row sets off, by their numbers."""
    return [item.rule for item in assessed(row_id).ceilings if item.rule.startswith("K")]


def is_clean(row_id: str) -> bool:
    """Say whether no gate is set off, defensiveness is low and the total is good."""
    card = assessed(row_id)
    is_open = (card.defensiveness.value or 0) <= MOST_DEFENSIVENESS
    return not gates(row_id) and is_open and (card.overall or 0) >= LEAST_OVERALL


def test_no_good_reply_sets_off_a_gate() -> None:
    stopped = {ROWS[row_id]["reply"]: gates(row_id) for row_id in ROWS if gates(row_id)}

    assert not stopped


def test_hardly_a_good_reply_is_spoiled_by_a_harmless_word() -> None:
    spoiled = [row_id for row_id in ROWS if not is_clean(row_id)]

    share = 1 - len(spoiled) / len(ROWS)
    assert share >= LEAST_SHARE, {
        ROWS[row_id]["reply"]: assessed(row_id).overall for row_id in spoiled
    }
