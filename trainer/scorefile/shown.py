"""The few rows of a scored file that its page shows whole: the first, and the lowest.

They are kept beside the results, because nobody would wait for a page that reads a million rows,
and the results hold no replies.
"""

import heapq
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

from scoring import LONGEST_REPLY, Assessment, AssessmentFormatError, Case, CaseError
from trainer.scorefile.errors import ScoreFileError

SHOWN = 50
"""Rows of each kind that are kept: the first of the file, and the lowest of all."""

_FIELDS = ("complaint", "reply", "minutes", "channel", "severity", "fault")


@dataclass(frozen=True, kw_only=True)
class ScoredRow:
    """One scored row: its line, counted from 1, its id as given, the case and its assessment."""

    line: int
    id: str | int
    case: Case
    card: Assessment


class ShownRows:
    """Picks the rows to show as they go by; holds `2 * SHOWN` of them at most."""

    def __init__(self) -> None:
        self._first: list[ScoredRow] = []
        self._lowest: list[tuple[int, int, ScoredRow]] = []

    def add(self, row: ScoredRow) -> None:
        """Look at one row; lines come in rising order."""
        if len(self._first) < SHOWN:
            self._first.append(_shortened(row))
        if row.card.overall is None:
            return
        # A heap has its smallest item on top: here the highest total, of equals the last line.
        entry = (-row.card.overall, -row.line)
        if len(self._lowest) < SHOWN:
            heapq.heappush(self._lowest, (*entry, _shortened(row)))
        elif entry > self._lowest[0][:2]:
            heapq.heapreplace(self._lowest, (*entry, _shortened(row)))

    def write(self, stream: TextIO) -> None:
        """Write the rows, by line, as JSON lines that `read_shown` reads."""
        kept = {row.line: row for row in (*self._first, *(entry[-1] for entry in self._lowest))}
        stream.writelines(json.dumps(_as_dict(kept[line])) + "\n" for line in sorted(kept))


def read_shown(stream: TextIO) -> tuple[ScoredRow, ...]:
    """Return the rows that `ShownRows.write` wrote, by line.

    Raises:
        ScoreFileError: Another version of Poise wrote them, and this one can't read them.
    """
    try:
        return tuple(_from_dict(json.loads(line)) for line in stream)
    except (ValueError, KeyError, TypeError, CaseError, AssessmentFormatError) as error:
        fix = "download the scores, or score the file again"
        raise ScoreFileError(f"its rows were kept by another version of Poise: {fix}") from error


def first_rows(rows: Iterable[ScoredRow]) -> tuple[ScoredRow, ...]:
    """Return the file's first rows, of those that were kept."""
    return tuple(sorted(rows, key=lambda row: row.line))[:SHOWN]


def lowest_rows(rows: Iterable[ScoredRow]) -> tuple[ScoredRow, ...]:
    """Return the file's graded rows with the lowest totals, lowest first, of those kept."""
    graded = [(row.card.overall, row.line, row) for row in rows if row.card.overall is not None]
    return tuple(entry[-1] for entry in sorted(graded, key=lambda entry: entry[:2]))[:SHOWN]


def _shortened(row: ScoredRow) -> ScoredRow:
    """Return the row with texts of a size that a page can show.

    A graded reply is never longer, so its spans stay where they are.
    """
    texts = (row.case.complaint, row.case.reply)
    if all(len(text) <= LONGEST_REPLY for text in texts):
        return row
    complaint, reply = (text[:LONGEST_REPLY] for text in texts)
    case = Case(**dict(_case_fields(row.case)) | {"complaint": complaint, "reply": reply})
    return ScoredRow(line=row.line, id=row.id, case=case, card=row.card)


def _case_fields(case: Case) -> Iterator[tuple[str, Any]]:
    for name in _FIELDS:
        yield name, getattr(case, name)


def _as_dict(row: ScoredRow) -> dict[str, Any]:
    case = dict(_case_fields(row.case))
    return {"line": row.line, "id": row.id, "case": case, "card": row.card.as_dict()}


def _from_dict(data: Mapping[str, Any]) -> ScoredRow:
    return ScoredRow(
        line=data["line"],
        id=data["id"],
        case=Case(**data["case"]),
        card=Assessment.from_dict(data["card"]),
    )
