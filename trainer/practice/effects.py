"""What a mark did to the total: the same reply, scored by the same arithmetic, without it.

Pure. Nothing is estimated: where the scorer has changed since the reply was scored, its numbers
would not compare, so there are none.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from scoring import Assessment, Case, Detection, Detector, Move, assess, default_detector

_KEPT = 128
"""Readings kept in memory, so that opening a debrief again reads nothing again."""

_FELT = ("empathy", "ownership", "defensiveness", "helpfulness")
"""Scores that tell apart two marks which move the total alike."""


@dataclass(frozen=True, kw_only=True)
class Effect:
    """A reply's total, 0-100, without some of its moves, and how far its other scores moved."""

    total: int
    shift: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the scorer found in a reply, to be scored again with less of it."""

    case: Case
    card: Assessment
    found: Detection

    def without(self, moves: Collection[Move]) -> Effect | None:
        """Return what the reply gets if these moves are left out of it; None if unscored."""
        gone = frozenset(moves)
        left = tuple(move for move in self.found.moves if move not in gone)
        card = assess(self.case, _Told(replace(self.found, moves=left), self.card.scorer))
        if card.overall is None:
            return None
        pairs = [(card.score(name), self.card.score(name)) for name in _FELT]
        return Effect(total=card.overall, shift=sum(abs((a or 0) - (b or 0)) for a, b in pairs))


@lru_cache(maxsize=_KEPT)
def reading_of(case: Case, card: Assessment, detector: Detector | None = None) -> Reading | None:
    """Return the reading that a graded assessment rests on, or None: this scorer reads it anew."""
    reader = detector or default_detector()
    if not card.graded or reader.version != card.scorer:
        return None
    found = reader.detect(case)
    if found.abstained is not None or assess(case, _Told(found, reader.version)) != card:
        return None
    return Reading(case=case, card=card, found=found)


@dataclass(frozen=True)
class _Told:
    """A detector that finds what it was told."""

    found: Detection
    version: str

    def detect(self, case: Case) -> Detection:  # noqa: ARG002 - the protocol's argument
        """Return it, whatever the case."""
        return self.found
