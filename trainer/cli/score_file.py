"""`poise score-file`: a file or a pipe of replies, scored row by row."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from trainer.scorefile import (
    BadRow,
    FileFormat,
    ScoreFileError,
    Summary,
    guess_format,
    reject_line,
    score_file,
)
from trainer.scorefile import Progress as RowProgress

EXIT_REJECTS = 1
EXIT_NOTHING_RAN = 2
_REFRESH_ROWS = 25


@click.command("score-file")
@click.argument("source", metavar="IN")
@click.option("--out", metavar="OUT", help="Where the results go; standard output if left out.")
@click.option(
    "--format",
    "file_format",
    type=click.Choice(list(FileFormat)),
    help="How IN is written; by its name or first character if left out.",
)
def score_file_command(source: str, out: str | None, file_format: FileFormat | None) -> None:
    """Score each row of IN (JSONL or CSV; `-` reads a pipe).

    Rows need id, complaint and reply; minutes, channel, severity and fault are optional. One JSON
    object a row comes out. Rows that can't be scored are listed with their line number and the
    reason in OUT.rejects.jsonl (IN.rejects.jsonl without OUT, standard error for a pipe).
    Exit status: 0, 1 if rows were rejected, 2 if nothing could run.
    """
    try:
        summary = _run(source, out, file_format)
    except (ScoreFileError, OSError) as error:
        click.echo(f"poise score-file: {_reason(error)}", err=True)
        raise SystemExit(EXIT_NOTHING_RAN) from error
    click.echo(_sentence(summary), err=True)
    raise SystemExit(EXIT_REJECTS if summary.rejected else 0)


def _run(source: str, out: str | None, file_format: FileFormat | None) -> Summary:
    with ExitStack() as stack:
        stream = stack.enter_context(_opened(source))
        _refuse_same_file(source, out)
        chosen = file_format or guess_format(source, stream.peek(64))
        results = stack.enter_context(_results(out))
        rejects = stack.enter_context(_rejects(source, out))
        advance = stack.enter_context(_progress(source, stream))
        return score_file(stream, chosen, results, rejects, progress=advance)


@contextmanager
def _opened(source: str) -> Iterator[io.BufferedReader]:
    if source == "-":
        yield io.BufferedReader(sys.stdin.buffer)  # type: ignore[arg-type]  # any readable will do
        return
    with Path(source).open("rb") as stream:
        yield stream


def _refuse_same_file(source: str, out: str | None) -> None:
    if out and source != "-" and Path(out).exists() and Path(out).samefile(source):
        raise ScoreFileError(f"--out {out} is the input itself; name another file")


@contextmanager
def _results(out: str | None) -> Iterator[TextIO]:
    """Give a stream for the results; a file takes its name only once it is whole."""
    if out is None:
        stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
        try:
            yield stream
        finally:
            stream.detach()  # flushed, and standard output stays open
        return
    with _replaced(Path(out)) as whole:
        yield whole


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _rejects(source: str, out: str | None) -> Iterator[Callable[[BadRow], None]]:
    """Give a sink for rejected rows; its file is there only if there was one."""
    if out is None and source == "-":
        yield lambda bad: click.echo(reject_line(bad), err=True, nl=False)
        return
    path = Path(f"{out or source}.rejects.jsonl")
    path.unlink(missing_ok=True)
    with ExitStack() as stack:
        opened: list[TextIO] = []

        def write(bad: BadRow) -> None:
            if not opened:
                opened.append(stack.enter_context(path.open("w", encoding="utf-8", newline="\n")))
            opened[0].write(reject_line(bad))

        yield write


@contextmanager
def _progress(source: str, stream: io.BufferedReader) -> Iterator[Callable[[RowProgress], None]]:
    """Give a callback that moves a bar on a terminal, by bytes read where the size is known."""
    size = None if source == "-" else os.fstat(stream.fileno()).st_size or None
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Scoring", total=size)

        def advance(done: RowProgress) -> None:
            if done.rows % _REFRESH_ROWS == 0:
                place = stream.tell() if size else None
                bar.update(task, completed=place, description=f"{done.rows:,} rows")

        yield advance


def _sentence(summary: Summary) -> str:
    parts = [f"{summary.rows:,} rows", f"{summary.graded:,} graded"]
    if summary.ungraded:
        parts.append(f"{summary.ungraded:,} ungraded")
    if summary.rejected:
        parts.append(f"{summary.rejected:,} rejected")
    return ", ".join(parts)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)
