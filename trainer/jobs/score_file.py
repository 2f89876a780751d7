"""Scoring an uploaded file, as a job: the same code as `poise score-file`."""

import io
from dataclasses import dataclass
from pathlib import Path

from trainer.jobs.work import Work
from trainer.models.types import JsonObject
from trainer.scorefile import (
    BadRow,
    FileFormat,
    Progress,
    ShownRows,
    Summary,
    guess_format,
    reject_line,
    score_file,
)
from trainer.scorefile.rows import read_rows

_HEAD = 64


@dataclass(frozen=True, kw_only=True)
class _Target:
    """Where the results, the rejected rows and the rows to show go."""

    results: Path
    rejects: Path
    shown: Path


def run_score_file(work: Work) -> JsonObject:
    """Score the file of `params["file"]`; return the names of the results and what they come to.

    `params["format"]` is csv or jsonl; without it, `params["shown"]`, the name that the member
    knows the file by, tells. The results have their names only once they are whole, so a run
    that was cut off leaves nothing.
    """
    source = work.files.path(work.params["file"])
    file_format = _format(work.params, source)
    work.progress(0, None)
    total = _row_count(source, file_format, work)
    with (
        work.files.draft(".jsonl") as (results_name, results),
        work.files.draft(".rejects.jsonl") as (rejects_name, rejects),
        work.files.draft(".shown.jsonl") as (shown_name, shown),
    ):
        target = _Target(results=results, rejects=rejects, shown=shown)
        summary = _score(source, file_format, target, total, work)
    return {
        "results": results_name,
        "rejects": rejects_name,
        "shown": shown_name,
        "rows": summary.rows,
        "graded": summary.graded,
        "ungraded": summary.ungraded,
        "rejected": summary.rejected,
        "totals": summary.totals.as_dict(),
    }


def _format(params: JsonObject, source: Path) -> FileFormat:
    if params.get("format"):
        return FileFormat(params["format"])
    with source.open("rb") as file:
        return guess_format(str(params.get("shown", source.name)), file.read(_HEAD))


def _row_count(source: Path, file_format: FileFormat, work: Work) -> int:
    """Return how many rows there are; to read them takes a small part of scoring them."""
    count = 0
    with source.open("rb") as file:
        for _ in read_rows(file, file_format):
            count += 1
            work.progress(0, None)
    return count


def _score(
    source: Path, file_format: FileFormat, target: _Target, total: int, work: Work
) -> Summary:
    def advance(done: Progress) -> None:
        work.progress(done.rows, total)

    def reject(bad: BadRow) -> None:
        rejects.write(reject_line(bad))

    with (
        source.open("rb") as file,
        _text_file(target.results) as results,
        _text_file(target.rejects) as rejects,
        _text_file(target.shown) as shown,
    ):
        rows = ShownRows()
        summary = score_file(file, file_format, results, reject, progress=advance, watch=rows.add)
        rows.write(shown)
    return summary


def _text_file(path: Path) -> io.TextIOWrapper:
    return path.open("w", encoding="utf-8", newline="\n")
