"""`poise score-file`: a file or a pipe of replies, scored row by row."""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from trainer.cli.choices import words
from trainer.cli.outlets import PIPE, outlets, rejects_to, results_to
from trainer.scorefile import FileFormat, ScoreFileError, Summary, guess_format, score_file
from trainer.scorefile import Progress as RowProgress

EXIT_REJECTS = 1
EXIT_NOTHING_RAN = 2
EXIT_STOPPED = 130  # 128 and the number of SIGINT, as shells have it.
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFRESH_ROWS = 25


@click.command("score-file")
@click.argument("source", metavar="IN")
@click.option("--out", metavar="OUT", help="Where the results go; standard output if left out.")
@click.option(
    "--format",
    "file_format",
    type=words(FileFormat),
    help="How IN is written; by its name or first character if left out.",
)
def score_file_command(source: str, out: str | None, file_format: str | None) -> None:
    """Score each row of IN (JSONL or CSV; `-` reads a pipe).

    Rows need id, complaint and reply; minutes, channel, severity and fault are optional. One JSON
    object a row comes out. Rows that can't be scored are listed with their line number and the
    reason in OUT.rejects.jsonl (IN.rejects.jsonl without OUT, standard error for a pipe or a
    device).
    Exit status: 0, 1 if rows were rejected, 2 if nothing could run, 130 after Ctrl-C.
    """
    try:
        summary = _run(source, out, FileFormat(file_format) if file_format else None)
    except BrokenPipeError:
        _end_quietly()
    except KeyboardInterrupt:
        kept = f"{out} stays as it was" if out else "the rows above are whole"
        _fail(f"stopped; {kept}", EXIT_STOPPED)
    except ScoreFileError as error:
        _fail(str(error), EXIT_NOTHING_RAN)
    except OSError as error:
        _fail(_reason(error, source, out), EXIT_NOTHING_RAN)
    click.echo(_sentence(summary), err=True)
    raise SystemExit(EXIT_REJECTS if summary.rejected else 0)


def _run(source: str, out: str | None, file_format: FileFormat | None) -> Summary:
    with ExitStack() as stack:
        stream = stack.enter_context(_opened(source))
        outlet = outlets(source, out)
        chosen = file_format or guess_format(source, stream.peek(64))
        results = stack.enter_context(results_to(outlet))
        rejects = stack.enter_context(rejects_to(outlet))
        advance = stack.enter_context(_progress(source, stream))
        return score_file(stream, chosen, results, rejects, progress=advance)


@contextmanager
def _opened(source: str) -> Iterator[io.BufferedReader]:
    if source == PIPE:
        if sys.stdin.isatty():
            click.echo("Reading what you type; Ctrl-D on an empty line ends it.", err=True)
        # Unbuffered below: a second buffer would ask a keyboard for its end twice.
        piped = sys.stdin.buffer
        below = piped.raw if isinstance(piped, io.BufferedReader) else piped
        yield io.BufferedReader(below)  # type: ignore[arg-type]  # any readable will do
        return
    with Path(source).open("rb") as stream:
        yield stream


@contextmanager
def _progress(source: str, stream: io.BufferedReader) -> Iterator[Callable[[RowProgress], None]]:
    """Give a callback that moves a bar on a terminal, by bytes read where the size is known."""
    size = None if source == PIPE else os.fstat(stream.fileno()).st_size or None
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Scoring", total=size)

        def advance(done: RowProgress) -> None:
            if done.rows % _REFRESH_ROWS == 0:
                place = stream.tell() if size else None
                bar.update(task, completed=place, description=f"{done.rows:,} rows")

        yield advance


def _end_quietly() -> NoReturn:
    """Leave as `head` and the like expect: whoever read the results has seen enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


def _sentence(summary: Summary) -> str:
    parts = [f"{summary.rows:,} rows", f"{summary.graded:,} graded"]
    if summary.ungraded:
        parts.append(f"{summary.ungraded:,} ungraded")
    if summary.rejected:
        parts.append(f"{summary.rejected:,} rejected")
    overall = summary.totals.spreads["overall"]
    if overall.mean is None:
        return ", ".join(parts)
    return f"{', '.join(parts)}; mean total {overall.mean:.1f}, median {overall.median:g}"


def _reason(error: OSError, source: str, out: str | None) -> str:
    why = error.strerror or str(error)
    if error.errno in _NO_ROOM:
        where = f"--out is {out!r}" if out else "standard output"
        return f"{where}: the results can't be written ({why}); make room, or name another file"
    if error.filename is not None and str(error.filename) == source:
        return f"IN is {source!r} ({why}); name a file, or - for a pipe"
    return f"{error.filename}: {why}" if error.filename else why


def _fail(reason: str, status: int) -> NoReturn:
    click.echo(f"poise score-file: {reason}", err=True)
    raise SystemExit(status)
