"""A file of replies, scored as a job does it: rows a second, memory, and the page that shows it.

    .venv/bin/python tests/bench/bench_score_file.py [ROWS]

The file repeats the rated replies, each time with words of its own, so that no cache helps.
"""

import io
import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.agreement import rated_replies  # noqa: E402 - path first
from trainer.scorefile import FileFormat, ShownRows, score_file  # noqa: E402
from trainer.scorefile.resultview import result_view  # noqa: E402
from trainer.scorefile.rowsview import Order, row_page, rows_view  # noqa: E402
from trainer.scorefile.shown import read_shown  # noqa: E402

ROWS = 3000
SMALL = 150


class Rows(io.RawIOBase):
    """A stream of so many rows, made as they are read."""

    def __init__(self, count: int) -> None:
        self._lines = _lines(count)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override] # any buffer will do
        self._rest = self._rest or next(self._lines, b"")
        size = min(len(into), len(self._rest))
        into[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def main() -> int:
    """Print rows a second, what memory a long file adds, and how soon its page is ready."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    _run(SMALL)
    before = _peak_megabytes()
    started = time.perf_counter()
    shown = _run(count)
    seconds = time.perf_counter() - started
    print(f"{count:,} rows: {count / seconds:,.0f} rows a second on one core")
    print(f"memory: {before:.0f} MB after {SMALL} rows, {_peak_megabytes():.0f} MB after all")
    started = time.perf_counter()
    kept = read_shown(io.StringIO(shown))
    rows_view(kept, Order.LOWEST, total=count)
    print(f"the list of its rows: {1000 * (time.perf_counter() - started):.0f} ms")
    started = time.perf_counter()
    row_page(kept, str(kept[0].line), Order.FILE)
    print(f"one row with its words marked: {1000 * (time.perf_counter() - started):.0f} ms")
    return 0


def _run(count: int) -> str:
    """Score so many rows; return the rows that are kept to be shown."""
    rows, written = ShownRows(), io.StringIO()
    with Path("/dev/null").open("w") as results:
        summary = score_file(
            io.BufferedReader(Rows(count)), FileFormat.JSONL, results, print, watch=rows.add
        )
    rows.write(written)
    print(result_view(summary.totals).finding)
    return written.getvalue()


def _lines(count: int) -> Iterator[bytes]:
    replies = rated_replies()
    for number in range(count):
        case = replies[number % len(replies)].case
        row = {"complaint": f"{case.complaint} Case {number}.", "reply": f"{case.reply} {number}"}
        yield (json.dumps({"id": number, "minutes": number % 300} | row) + "\n").encode()


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
