"""What a job that scored a file has left: its totals, the rows it kept, and those it rejected."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from trainer.errors import FileMissingError
from trainer.files import FileStore
from trainer.models import Job
from trainer.scorefile.errors import ScoreFileError
from trainer.scorefile.resultview import ResultView, result_view
from trainer.scorefile.rows import BadRow
from trainer.scorefile.rowsview import Order, RowPage, RowsView, row_page, rows_view
from trainer.scorefile.shown import ScoredRow, read_shown
from trainer.scorefile.tally import Totals

_REJECTS_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Everything that the page of a finished job shows; `rows` is None where `problem` says why."""

    result: ResultView
    rows: RowsView | None
    problem: str
    rejects: tuple[BadRow, ...]
    more_rejects: int


def outcome_of(job: Job, files: FileStore, order: Order) -> Outcome | None:
    """Return what a job left, or None: it is not done, or an earlier Poise counted no totals."""
    result = job.result or {}
    if "totals" not in result:
        return None
    rows, problem = None, ""
    try:
        total = result["graded"] + (result["ungraded"] if order is Order.FILE else 0)
        rows = rows_view(_kept(job, files), order, total=total)
    except (FileMissingError, ScoreFileError) as error:
        problem = f"The rows can’t be shown: {error}."
    rejects = tuple(_rejects(job, files)) if result["rejected"] else ()
    return Outcome(
        result=result_view(Totals.from_dict(result["totals"])),
        rows=rows,
        problem=problem,
        rejects=rejects,
        more_rejects=result["rejected"] - len(rejects),
    )


def row_of(job: Job, files: FileStore, line: str, order: Order) -> RowPage | None:
    """Return a row's page by its line, or None: the job is not done, or did not keep that row."""
    if "shown" not in (job.result or {}):
        return None
    try:
        return row_page(_kept(job, files), line, order)
    except ScoreFileError:
        return None


def _kept(job: Job, files: FileStore) -> tuple[ScoredRow, ...]:
    name = (job.result or {})["shown"]
    with files.path(name).open(encoding="utf-8") as stream:
        return read_shown(stream)


def _rejects(job: Job, files: FileStore) -> Iterator[BadRow]:
    try:
        path = files.path((job.result or {})["rejects"])
    except FileMissingError:
        return
    with path.open(encoding="utf-8") as stream:
        for line in islice(stream, _REJECTS_SHOWN):
            yield BadRow(**json.loads(line))
