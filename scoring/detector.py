"""The protocol that every detector fills: cues, a learned model, a judge, a person."""

from dataclasses import dataclass
from typing import Protocol

from scoring.assessment import Move
from scoring.case import Case


@dataclass(frozen=True, kw_only=True)
class Detection:
    """What a detector found in one reply.

    `moves` are sorted by start; names are those of the catalogue. `emotion_need` is the
    complaint's, 0 (neutral question) to 1 (angry or hurt), used where the case
    leaves it open. `abstained` says in plain words why the reply can't be graded,
    and is None when it can.
    """

    moves: tuple[Move, ...]
    emotion_need: float
    is_praise: bool = False
    is_question: bool = False
    abstained: str | None = None


class Detector(Protocol):
    """Finds moves. It gives no score: the rubric's arithmetic is the same for every detector."""

    @property
    def version(self) -> str:
        """Name and version, e.g. `cues-1`; stored with every assessment."""

    def detect(self, case: Case) -> Detection:
        """Return the moves of `case.reply`; the same case always gives the same answer."""
