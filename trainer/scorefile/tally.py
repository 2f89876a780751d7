"""What the scores of a file come to, counted as they go by, in memory that does not grow."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scoring import Assessment

TALLIED = ("overall", "speed", "empathy", "ownership", "defensiveness")
"""The scores that are counted: the total and the four headline scores."""

LEVELS = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))
"""Five levels of a score, each with its lowest and its highest value."""

MOST_REASONS = 10
"""Reasons told apart; some hold a number, so there is no end to them."""

OTHER_REASONS = "Other reasons."


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How one score is spread over `rows` rows that have it.

    `mean` and `median` run from 0 to 100 and are None without a row; `levels` counts the rows
    of each of `LEVELS`.
    """

    rows: int
    mean: float | None
    median: float | None
    levels: tuple[int, ...]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Spread":
        """Return the spread that `dataclasses.asdict` wrote."""
        return cls(**{**data, "levels": tuple(data["levels"])})


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why rows were not graded, and how many."""

    text: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class Totals:
    """What a file's scores come to: a spread for each of `TALLIED`, most frequent reason first."""

    spreads: Mapping[str, Spread]
    reasons: tuple[Reason, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return plain JSON types; `from_dict` reads them back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Totals":
        """Return the totals that `as_dict` wrote."""
        spreads = {name: Spread.from_dict(each) for name, each in data["spreads"].items()}
        return cls(spreads=spreads, reasons=tuple(Reason(**each) for each in data["reasons"]))


class Tally:
    """Counts of every value of every score: 101 whole numbers each, however long the file."""

    def __init__(self) -> None:
        self._counts = {name: [0] * 101 for name in TALLIED}
        self._reasons: Counter[str] = Counter()

    def add(self, card: Assessment) -> None:
        """Count one row."""
        for name, counts in self._counts.items():
            if (value := card.score(name)) is not None:
                counts[value] += 1
        if card.reason is not None:
            is_known = card.reason in self._reasons or len(self._reasons) < MOST_REASONS
            self._reasons[card.reason if is_known else OTHER_REASONS] += 1

    def totals(self) -> Totals:
        """Return what was counted so far."""
        return Totals(
            spreads={name: _spread(counts) for name, counts in self._counts.items()},
            reasons=tuple(
                Reason(text=text, rows=rows) for text, rows in self._reasons.most_common()
            ),
        )


def _spread(counts: Sequence[int]) -> Spread:
    rows = sum(counts)
    total = sum(value * count for value, count in enumerate(counts))
    return Spread(
        rows=rows,
        mean=total / rows if rows else None,
        # Of an even number of rows, the middle lies between two of them.
        median=(_nth(counts, (rows - 1) // 2) + _nth(counts, rows // 2)) / 2 if rows else None,
        levels=tuple(sum(counts[low : high + 1]) for low, high in LEVELS),
    )


def _nth(counts: Sequence[int], place: int) -> int:
    """Return the value at a place of the sorted rows, counted from 0."""
    for value, count in enumerate(counts):
        place -= count
        if place < 0:
            return value
    raise IndexError("place lies beyond the rows; give one below their number")
