"""Score every row of a stream, one after the other."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from scoring import Detector, assess
from trainer.scorefile.errors import RowError, ScoreFileError
from trainer.scorefile.records import case_from_row, record, row_id
from trainer.scorefile.rows import BadRow, FileFormat, Row, read_rows
from trainer.scorefile.shown import ScoredRow
from trainer.scorefile.tally import Tally, Totals


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a run is: rows read and rejected so far."""

    rows: int
    rejected: int


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What a finished run did: rows read, of these graded, ungraded and rejected, their scores."""

    rows: int
    graded: int
    ungraded: int
    rejected: int
    totals: Totals


def score_file(
    source: io.BufferedReader,
    file_format: FileFormat,
    results: TextIO,
    rejects: Callable[[BadRow], None],
    *,
    progress: Callable[[Progress], None] = lambda _progress: None,
    watch: Callable[[ScoredRow], None] = lambda _row: None,
    detector: Detector | None = None,
) -> Summary:
    """Write one JSON object a scorable row to `results`, in order, and return what they come to.

    A bad row goes to `rejects` and never stops the run; every other one goes to `watch` too.
    `progress` is called after each row; an exception raised there stops the run (to cancel it).

    Raises:
        ScoreFileError: The file as a whole can't be read, or holds no rows.
    """
    rows = graded = rejected = 0
    tally = Tally()
    for row in read_rows(source, file_format):
        rows += 1
        outcome = _scored(row, detector)
        if isinstance(outcome, BadRow):
            rejected += 1
            rejects(outcome)
        else:
            graded += outcome.card.graded
            tally.add(outcome.card)
            line = json.dumps(record(outcome.id, outcome.card), ensure_ascii=False)
            results.write(f"{line}\n")
            watch(outcome)
        progress(Progress(rows=rows, rejected=rejected))
    if rows == 0:
        raise ScoreFileError("the file holds no rows; give one row a reply")
    return Summary(
        rows=rows,
        graded=graded,
        ungraded=rows - graded - rejected,
        rejected=rejected,
        totals=tally.totals(),
    )


def reject_line(bad: BadRow) -> str:
    """Return a rejected row as a line of JSON: its line number and the reason."""
    return json.dumps({"line": bad.line, "reason": bad.reason}, ensure_ascii=False) + "\n"


def _scored(row: Row | BadRow, detector: Detector | None) -> ScoredRow | BadRow:
    if isinstance(row, BadRow):
        return row
    try:
        case = case_from_row(row)
        card = assess(case, detector)
        return ScoredRow(line=row.line, id=row_id(row), case=case, card=card)
    except RowError as error:
        return BadRow(line=row.line, reason=str(error))
