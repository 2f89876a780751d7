"""The ladder that ownership and helpfulness climb: four conditions, then what pulls back.

RUBRIC 2.3 and 2.5 give anchors at 25, 50, 75 and 100: the highest one whose conditions
are all met, plus up to 24 by the share of the next one's. Moves come with strengths, so
a condition is met to a degree from 0 to 1, each anchor counts as far as those
below it hold, and the share follows by itself. What works against the customer multiplies the
result down, so that good words elsewhere can't buy it back.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from scoring.assessment import Move
from scoring.rubric import CURRENT
from scoring.rubric.amounts import filled

Worth = Annotated[float, Field(ge=0, le=1)]

ONCE = 0.75
"""How far one explicit move fills its sign; saying it again fills the rest ever more slowly."""


class Ladder(BaseModel):
    """One dimension's table, as its YAML file gives it.

    Attributes:
        signs: For each condition, the moves that show it and how much each is worth.
        drag: The moves that pull the score back, and the share of it that each can take.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    signs: Mapping[str, Mapping[str, Worth]]
    drag: Mapping[str, Worth]

    @property
    def names(self) -> frozenset[str]:
        """Every move that bears on the dimension."""
        return frozenset(self.drag).union(*self.signs.values())


@cache
def ladder(dimension: str, version: str = CURRENT) -> Ladder:
    """Return the table of `ownership` or `helpfulness` in a rubric version.

    Raises:
        FileNotFoundError: There is no such version.
    """
    file = files("scoring.rubric").joinpath(f"{version}.ladders.yaml")
    return Ladder.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))[dimension])


class Degrees:
    """How far the moves of one reply fill each sign."""

    def __init__(
        self, moves: Iterable[Move], table: Ladder, without: frozenset[str] = frozenset()
    ) -> None:
        self.table = table
        names = table.names - without
        self.moves = tuple(move for move in moves if move.name in names and move.strength)
        self._filled = filled(self.moves, ONCE)

    def of(self, condition: str) -> float:
        """Return how far a condition is met, from 0 to 1."""
        return 1 - self._left(self.table.signs[condition])

    def filled(self, name: str) -> float:
        """Return how far the moves of one name fill it, from 0 to 1."""
        return self._filled.get(name, 0.0)

    @property
    def kept(self) -> float:
        """The share of the score that the drags leave, from 0 to 1."""
        return self._left(self.table.drag)

    def has(self, name: str, strength: float = 0.3) -> bool:
        """Say whether a move is there with at least this strength."""
        return any(move.name == name and move.strength >= strength for move in self.moves)

    def _left(self, worths: Mapping[str, float]) -> float:
        return math.prod(1 - worth * self._filled.get(name, 0.0) for name, worth in worths.items())


def either(*degrees: float) -> float:
    """Return how far at least one of several conditions is met."""
    return 1 - math.prod(1 - degree for degree in degrees)


def climb(at_25: float, at_50: float, at_75: float, at_100: float) -> float:
    """Return the points of the four anchors' degrees, 0-99: 25, 25, 25 and up to 24."""
    return 25 * at_25 + 25 * at_50 + 25 * at_75 + 24 * at_100
