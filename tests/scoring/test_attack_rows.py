"""Replies that try to look good without being good never earn a good score."""

import json
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from scoring import Assessment, Case, Flag, assess

ATTACKS = Path(__file__).resolve().parents[1] / "data" / "attacks.jsonl"
HIGHEST_FOR_AN_ATTACK = 40
LEAST_SHARE = 0.98
"""The rubric asks for 98 of 100; one of these rows is known to get by (padding with true facts)."""

LOWEST_HONEST_MEDIAN = 65

ROWS: dict[str, dict[str, Any]] = {
    row["id"]: row for row in map(json.loads, ATTACKS.read_text(encoding="utf-8").splitlines())
}


@cache
def assessed(row_id: str, which: str) -> Assessment:
    """Return the assessment of a row's `attack` or `honest` reply."""
    row = ROWS[row_id]
    return assess(
        Case(
            complaint=row["complaint"],
            reply=row[which],
            channel=row["channel"],
            flags=frozenset(Flag(flag) for flag in row.get("flags", ())),
        )
    )


def overall(row_id: str, which: str) -> int:
    """Return the overall score; a reply that can't be graded earns nothing."""
    return assessed(row_id, which).overall or 0


def why(row_id: str, which: str) -> str:
    """Return what the scorer found, for the failure message."""
    found = assessed(row_id, which)
    reply = ROWS[row_id][which]
    moves = ", ".join(f"{move.name} {reply[move.start : move.end]!r}" for move in found.moves)
    return f"{found.overall} bound by {found.bound_by}: {moves}"


def fails(row_id: str) -> bool:
    """Say whether an attack does too well, or better than its honest twin."""
    attack = overall(row_id, "attack")
    return attack > HIGHEST_FOR_AN_ATTACK or attack > overall(row_id, "honest")


def test_attacks_score_low_and_never_above_their_honest_twins() -> None:
    failed = [row_id for row_id in ROWS if fails(row_id)]

    share = 1 - len(failed) / len(ROWS)
    assert share >= LEAST_SHARE, {row_id: why(row_id, "attack") for row_id in failed}


def test_honest_twins_score_well() -> None:
    twins = {(row["complaint"], row["honest"]): row_id for row_id, row in ROWS.items()}

    middle = median(overall(row_id, "honest") for row_id in twins.values())

    assert middle >= LOWEST_HONEST_MEDIAN


def test_every_honest_twin_is_graded() -> None:
    ungraded = [row_id for row_id in ROWS if not assessed(row_id, "honest").graded]

    assert not ungraded


def test_every_kind_of_attack_has_several_rows() -> None:
    kinds = [row["kind"] for row in ROWS.values()]

    assert all(kinds.count(kind) >= 4 for kind in set(kinds))
