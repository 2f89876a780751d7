"""Results as a table for spreadsheets: the same fields as in JSON lines, one row a row."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from scoring import DIMENSIONS

COLUMNS = (
    "id",
    "graded",
    "reason",
    "overall",
    "speed",
    *DIMENSIONS,
    "bound_by",
    "moves",
    "rubric",
    "scorer",
)

_BOM = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8; without it, some guess a code page of their own."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet may take for a formula, in wide letters too."""


def csv_chunks(lines: Iterable[str]) -> Iterator[str]:
    """Yield CSV, a row at a time, of results in JSON lines; the first chunk is the header.

    Unscored is empty, `graded` is true or false, `moves` is JSON. A text that a spreadsheet would
    run as a formula gets an apostrophe before it, which shows it as it is.
    """
    yield _BOM + _row(COLUMNS)
    for line in lines:
        record = json.loads(line)
        yield _row(_cell(record[name]) for name in COLUMNS)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return json.dumps(value, ensure_ascii=False)


def _row(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()
