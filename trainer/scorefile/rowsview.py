"""The rows of a scored file as its page lists them, and one of them with its words marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring import Case
from trainer.practice import words
from trainer.practice.scorecard import Scorecard, scorecard
from trainer.scorefile.resultview import MEASURES
from trainer.scorefile.shown import ScoredRow, first_rows, lowest_rows

_WORDS_SHOWN = 90  # Characters of a reply in the list: about two lines on a telephone.
_ID_SHOWN = 40


class Order(StrEnum):
    """In which order rows are listed, and which of a long file."""

    FILE = "file"
    LOWEST = "lowest"


@dataclass(frozen=True, kw_only=True)
class RowLine:
    """One row of the list; `scores` are those of `MEASURES`, with a dash where there is none."""

    line: int
    id: str
    opening: str
    scores: tuple[str, ...]
    bound_by: str


@dataclass(frozen=True, kw_only=True)
class RowsView:
    """The list: its order, its rows, and how many rows there are in the whole file."""

    order: Order
    rows: tuple[RowLine, ...]
    says: str


@dataclass(frozen=True, kw_only=True)
class RowPage:
    """One row with its words marked, and its neighbours in the list, by line."""

    line: int
    id: str
    complaint: str
    about: str
    card: Scorecard
    before: int | None
    after: int | None


def order_of(value: str | None) -> Order:
    """Return the order of this name, or the file's for any other."""
    return Order.LOWEST if value == Order.LOWEST else Order.FILE


def rows_view(kept: Sequence[ScoredRow], order: Order, *, total: int) -> RowsView:
    """Return the list of a file's rows; `total` is how many it could have with no limit."""
    rows = _ordered(kept, order)
    what = "lowest" if order is Order.LOWEST else "first"
    if len(rows) < total:
        says = f"The {what} {len(rows):,} of {total:,}. The downloads have them all."
    else:
        says = "All of them."
    return RowsView(order=order, rows=tuple(_row_line(row) for row in rows), says=says)


def row_page(kept: Sequence[ScoredRow], line: str, order: Order) -> RowPage | None:
    """Return the page of a row by its line, or None: it is not among those that were kept."""
    rows = _ordered(kept, order)
    found = next((place for place, row in enumerate(rows) if str(row.line) == line), None)
    if found is None:
        return None
    row = rows[found]
    return RowPage(
        line=row.line,
        id=_cut(str(row.id), _ID_SHOWN),
        complaint=row.case.complaint,
        about=_about(row.case),
        card=scorecard(row.case, row.card, name="the customer"),
        before=rows[found - 1].line if found else None,
        after=rows[found + 1].line if found + 1 < len(rows) else None,
    )


def _ordered(kept: Sequence[ScoredRow], order: Order) -> tuple[ScoredRow, ...]:
    return lowest_rows(kept) if order is Order.LOWEST else first_rows(kept)


def _row_line(row: ScoredRow) -> RowLine:
    values = (row.card.score(measure.name) for measure in MEASURES)
    bound_by = words.rule(row.card.bound_by).name if row.card.bound_by else None
    return RowLine(
        line=row.line,
        id=_cut(str(row.id), _ID_SHOWN),
        opening=_cut(row.case.reply, _WORDS_SHOWN) or "No words.",
        scores=tuple("–" if value is None else str(value) for value in values),
        bound_by=bound_by or row.card.reason or "",
    )


def _about(case: Case) -> str:
    waited = "not timed" if case.minutes is None else f"answered in {words.minutes(case.minutes)}"
    network, urgency = words.NETWORKS[case.channel].name, words.URGENCIES[case.severity].label
    return f"{network}, {urgency}, {waited}. Whose failure: {words.FAULTS[case.fault].lower()}."


def _cut(text: str, longest: int) -> str:
    """Return the first words of a text on one line."""
    flat = " ".join(text[: 4 * longest].split())
    if len(flat) <= longest and len(text) <= 4 * longest:
        return flat
    return f"{flat[:longest].rsplit(' ', 1)[0].rstrip()}…"
