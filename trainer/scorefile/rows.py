"""Rows out of a byte stream, one at a time, each with its line number."""

import codecs
import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import BinaryIO

from trainer.scorefile.errors import ScoreFileError

MAX_ROW_BYTES = 4_000_000
"""A longer line or field is rejected instead of being held in memory."""

REQUIRED = ("id", "complaint", "reply")

_SNIFF_BYTES = 4096

_DELIMITERS = (",", ";", "\t")
"""What may part the cells: some spreadsheets export semicolons or tabs under the name of CSV."""

_KINDS = {"list": "a list", "str": "a text", "NoneType": "null", "bool": "true or false"}


class FileFormat(StrEnum):
    """How the rows are written."""

    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row as read: its first line's number, counted from 1, and its fields."""

    line: int
    fields: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class BadRow:
    """One row that can't be read: its line number and the reason, with the fix."""

    line: int
    reason: str


def guess_format(name: str, head: bytes) -> FileFormat:
    """Return the format by the file's name, else by its first character."""
    lowered = name.lower()
    if lowered.endswith(".csv"):
        return FileFormat.CSV
    if lowered.endswith((".jsonl", ".ndjson", ".json")):
        return FileFormat.JSONL
    return FileFormat.JSONL if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else FileFormat.CSV


def read_rows(stream: io.BufferedReader, file_format: FileFormat) -> Iterator[Row | BadRow]:
    """Yield every row of the stream, readable or not; blank lines are passed over.

    Raises:
        ScoreFileError: The file as a whole is in a form that can't be read.
    """
    head = stream.peek(_SNIFF_BYTES)[:_SNIFF_BYTES]
    if not head:
        raise ScoreFileError(f"the file is empty; give rows with {', '.join(REQUIRED)}")
    if _is_wide(head):
        raise ScoreFileError("the file is UTF-16; save it as UTF-8")
    if head.startswith((b"PK\x03\x04", b"\x1f\x8b")):
        raise ScoreFileError("the file is zipped or a spreadsheet; export it as CSV or JSONL")
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    if file_format is FileFormat.JSONL:
        _check_objects_stand_on_lines(head.removeprefix(codecs.BOM_UTF8))
        yield from _jsonl_rows(stream)
    else:
        yield from _csv_rows(stream)


def _is_wide(head: bytes) -> bool:
    """Whether characters take two bytes or four, as the mark says, or the NULs of plain letters."""
    marked = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
    return marked or max(head[0::2].count(0), head[1::2].count(0)) > len(head) // 4


def _check_objects_stand_on_lines(head: bytes) -> None:
    first = head.lstrip().split(b"\n", 1)[0].strip()
    if first == b"[" or first.startswith(b"[{"):
        fix = "write one object a line, without the brackets around them"
        raise ScoreFileError(f"the file is one JSON list; {fix}")
    if first == b"{":
        raise ScoreFileError("the file's objects go over several lines; write each on one line")


def _jsonl_rows(stream: BinaryIO) -> Iterator[Row | BadRow]:
    for number, line in enumerate(_lines(stream), start=1):
        if line is None:
            yield BadRow(line=number, reason=_too_long())
        elif line.strip():
            yield _jsonl_row(number, line)


def _jsonl_row(number: int, line: bytes) -> Row | BadRow:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return BadRow(line=number, reason=_not_utf8(error.start))
    except json.JSONDecodeError as error:
        what = f"{error.msg} at character {error.pos + 1}"
        return BadRow(line=number, reason=f"the line is not JSON ({what}); write an object a line")
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is a ValueError
        return BadRow(line=number, reason=f"the line is not JSON ({error}); write an object a line")
    if not isinstance(value, dict):
        kind = _KINDS.get(type(value).__name__, "a number")
        return BadRow(line=number, reason=f"the line holds {kind}; write one JSON object a line")
    return Row(line=number, fields=value)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield each line, or None for one that is too long to hold."""
    while line := stream.readline(MAX_ROW_BYTES):
        if line.endswith(b"\n") or len(line) < MAX_ROW_BYTES:
            yield line
            continue
        while (rest := stream.readline(MAX_ROW_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


class _LineTooLongError(Exception):
    """One line of a CSV file is longer than `MAX_ROW_BYTES`."""


class _CsvLines:
    """The lines of a CSV file, decoded; one that is too long raises, and the next is given.

    Undecodable bytes become lone surrogates, so that one bad cell rejects one row.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = _lines(stream)
        self.read = 0
        self.quotes = 0  # Counted up here, and set back by whoever begins a row.

    def __iter__(self) -> "_CsvLines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.read += 1
        if line is None:
            raise _LineTooLongError
        self.quotes += line.count(b'"')
        return line.decode("utf-8", errors="surrogateescape")


def _csv_rows(stream: BinaryIO) -> Iterator[Row | BadRow]:
    csv.field_size_limit(MAX_ROW_BYTES)
    lines = _CsvLines(stream)
    try:
        first = next(lines, "")
    except _LineTooLongError as error:
        raise ScoreFileError(f"the first line is no CSV header: {_too_long()}") from error
    cells = csv.reader(chain([first], lines), delimiter=_delimiter(first))
    header = _header(cells)
    yield from _csv_body(cells, lines, header)


def _delimiter(first: str) -> str:
    """Return what parts the cells of the first line so that it names every column, or a comma."""
    for delimiter in _DELIMITERS:
        names = next(csv.reader([first], delimiter=delimiter), [])
        if {name.strip().lower() for name in names}.issuperset(REQUIRED):
            return delimiter
    return ","


def _header(cells: Iterator[list[str]]) -> list[str]:
    try:
        names = [name.strip().lower() for name in next(cells, [])]
    except (csv.Error, _LineTooLongError) as error:
        raise ScoreFileError(
            f"the first line is no CSV header ({error}); name the columns"
        ) from error
    twice = sorted(name for name, count in Counter(names).items() if name and count > 1)
    if twice:
        raise ScoreFileError(f"the header names {', '.join(twice)} twice; rename one of them")
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        found = ", ".join(names)[:200] or "nothing"
        raise ScoreFileError(
            f"the header lacks {', '.join(missing)} (found: {found}); "
            f"the first line must name the columns {', '.join(REQUIRED)}"
        )
    return names


def _csv_body(
    rows: Iterator[list[str]], lines: _CsvLines, header: list[str]
) -> Iterator[Row | BadRow]:
    while True:
        line, lines.quotes = lines.read + 1, 0
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(line=line, reason=f"the row is not CSV ({error}); check its quotes")
        except _LineTooLongError:
            yield BadRow(line=lines.read, reason=_too_long())
        else:
            if cells:
                yield _csv_row(line, header, cells, is_open=lines.quotes % 2 == 1)


def _csv_row(line: int, header: list[str], cells: list[str], *, is_open: bool) -> Row | BadRow:
    """Return a row of cells; `is_open` says that a quote may have swallowed what follows it."""
    if len(cells) > len(header):
        reason = f"the row has {len(cells)} cells for {len(header)} columns; quote your commas"
        return BadRow(line=line, reason=reason)
    if is_open and len(cells) < len(header):
        fix = "close it, or write it twice inside a text"
        reason = f"a quote that begins here never ends, so what follows was lost; {fix}"
        return BadRow(line=line, reason=reason)
    for name, cell in zip(header, cells, strict=False):
        if not _is_encodable(cell):
            return BadRow(line=line, reason=f"{name} is not UTF-8 text; save the file as UTF-8")
    # An empty cell of an optional column means that the column was left out.
    fields = dict(zip(header, cells, strict=False))
    kept = {name: cell for name, cell in fields.items() if cell != "" or name in REQUIRED}
    return Row(line=line, fields=kept)


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _too_long() -> str:
    return f"the line is longer than {MAX_ROW_BYTES:,} bytes; split it or shorten its texts"


def _not_utf8(position: int) -> str:
    return f"byte {position + 1} of the line is not UTF-8; save the file as UTF-8"
