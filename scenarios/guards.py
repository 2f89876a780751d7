"""The conditions under which a beat leads on: `overall >= 70 and not moves.excuse`.

A small typed tree, never run as code. `guard_parser` checks every name and type on reading, so
evaluating one can't fail: it takes no longer than its text, and always answers.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scoring import DIMENSIONS

SCORES = ("overall", "speed", *DIMENSIONS)
MOODS = ("anger", "trust", "patience", "justice", "sentiment")
COUNTS = ("minutes", "turn_number")
NUMBER_WORDS = (*SCORES, *MOODS, *COUNTS)
ACTIONS = ("reply", "private", "hold")

OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a guard can ask about.

    `numbers` holds every word of `NUMBER_WORDS`; None is an unscored one and satisfies no
    comparison. `moves` are the names found in the reply. `action` is one of `ACTIONS`.
    """

    numbers: Mapping[str, float | None]
    moves: frozenset[str]
    action: str


@dataclass(frozen=True)
class Number:
    """A number as written."""

    value: float

    def __str__(self) -> str:
        return str(int(self.value)) if self.value.is_integer() else repr(self.value)


@dataclass(frozen=True)
class Word:
    """A score, a mood or a count, by name."""

    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Compares:
    """Two numbers side by side; false when either is unscored."""

    left: Number | Word
    sign: str
    right: Number | Word

    def __str__(self) -> str:
        return f"{self.left} {self.sign} {self.right}"

    def holds(self, facts: Facts) -> bool:
        """Return whether the comparison is true."""
        left, right = _value(self.left, facts), _value(self.right, facts)
        return left is not None and right is not None and OPERATORS[self.sign](left, right)


@dataclass(frozen=True)
class ActionIs:
    """Whether the trainee took this action, or took another."""

    action: str
    is_negated: bool = False

    def __str__(self) -> str:
        return f"action {'!=' if self.is_negated else '=='} '{self.action}'"

    def holds(self, facts: Facts) -> bool:
        """Return whether the action fits."""
        return (facts.action == self.action) is not self.is_negated


@dataclass(frozen=True)
class Found:
    """Whether a move was found in the reply, however weak."""

    move: str

    def __str__(self) -> str:
        return f"moves.{self.move}"

    def holds(self, facts: Facts) -> bool:
        """Return whether the move is there."""
        return self.move in facts.moves


@dataclass(frozen=True)
class Not:
    """The opposite of a condition."""

    part: "Node"

    def __str__(self) -> str:
        return f"not {_bracketed(self.part)}"

    def holds(self, facts: Facts) -> bool:
        """Return whether the part is false."""
        return not self.part.holds(facts)


@dataclass(frozen=True)
class AllOf:
    """Conditions joined by `and`, two or more."""

    parts: tuple["Node", ...]

    def __str__(self) -> str:
        return " and ".join(_bracketed(part) for part in self.parts)

    def holds(self, facts: Facts) -> bool:
        """Return whether every part is true."""
        return all(part.holds(facts) for part in self.parts)


@dataclass(frozen=True)
class AnyOf:
    """Conditions joined by `or`, two or more."""

    parts: tuple["Node", ...]

    def __str__(self) -> str:
        return " or ".join(_bracketed(part) for part in self.parts)

    def holds(self, facts: Facts) -> bool:
        """Return whether at least one part is true."""
        return any(part.holds(facts) for part in self.parts)


Node = Compares | ActionIs | Found | Not | AllOf | AnyOf


@dataclass(frozen=True)
class Guard:
    """A parsed guard. `str()` gives it back in one spelling, which reads as an equal guard."""

    root: Node

    def __str__(self) -> str:
        return str(self.root)

    def holds(self, facts: Facts) -> bool:
        """Return whether the guard is true of these facts; it always answers."""
        return self.root.holds(facts)

    @property
    def awaits_hold(self) -> bool:
        """Whether the guard asks for a holding reply by name (`action == 'hold'`)."""
        return any(node == ActionIs("hold") for node in _nodes(self.root))


def _value(operand: Number | Word, facts: Facts) -> float | None:
    return operand.value if isinstance(operand, Number) else facts.numbers.get(operand.name)


def _bracketed(node: Node) -> str:
    return f"({node})" if isinstance(node, AllOf | AnyOf) else str(node)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Not):
        yield from _nodes(node.part)
    elif isinstance(node, AllOf | AnyOf):
        for part in node.parts:
            yield from _nodes(part)
