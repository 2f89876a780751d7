"""The conditions under which a beat leads on: `overall >= 70 and not moves.excuse`.

    guard      = all { "or" all }
    all        = one { "and" one }
    one        = "not" one | "(" guard ")" | "moves." NAME | operand OP operand
    operand    = NUMBER | WORD | 'text'
    OP         = ">=" | "<=" | ">" | "<" | "==" | "!="

Parsed into a small typed tree, never run as code. Reading a guard checks every name and type,
so evaluating one can't fail: it takes no longer than its text, and always answers.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from scenarios.errors import GuardError
from scoring import DIMENSIONS, catalogue

LONGEST = 300
"""Characters a guard may have."""

DEEPEST = 20
"""Brackets and `not`s that may be nested."""

SCORES = ("overall", "speed", *DIMENSIONS)
MOODS = ("anger", "trust", "patience", "justice", "sentiment")
COUNTS = ("minutes", "turn_number")
NUMBER_WORDS = (*SCORES, *MOODS, *COUNTS)
ACTIONS = ("reply", "private", "hold")

_OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "!=": operator.ne,
}
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>-?[0-9]{1,9}(?:\.[0-9]{1,6})?(?![\w.]))
      | (?P<text>'[^']*'|"[^"]*")
      | (?P<operator>>=|<=|==|!=|>|<)
      | (?P<bracket>[()])
      | (?P<name>[A-Za-z_][\w.]*)
    )""",
    re.VERBOSE,
)


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
        return left is not None and right is not None and _OPERATORS[self.sign](left, right)


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


def parse(text: str) -> Guard:
    """Return the guard that the text spells.

    Raises:
        GuardError: It is too long, too deep, misspelt, or names something unknown.
    """
    if len(text) > LONGEST:
        raise GuardError(
            column=LONGEST + 1,
            message=f"The guard has {len(text)} characters; {LONGEST} is the most.",
            fix="Split it into two ways.",
        )
    return Guard(_Parser(text).whole())


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


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    column: int


_END = "end"


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            rest = text[place:].lstrip()
            raise GuardError(
                column=len(text) - len(rest) + 1,
                message=f"{rest[:1]!r} can't stand here.",
                fix="Use words, numbers, 'texts', ( ) and >= <= > < == != and or not.",
            )
        kind = str(match.lastgroup)
        yield _Token(kind, match[kind], match.start(kind) + 1)
        place = match.end()
    yield _Token(_END, "", len(text) + 1)


class _Parser:
    """Recursive descent over the tokens of one guard."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._place = 0
        self._depth = 0

    def whole(self) -> Node:
        if self._next.kind == _END:
            raise self._error(self._next, "The guard is empty.", "Leave `when` out instead.")
        node = self._any()
        if self._next.kind != _END:
            raise self._error(
                self._next, f"{self._next.text!r} is not expected here.", "Join with and / or."
            )
        return node

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _take(self) -> _Token:
        token = self._next
        if token.kind != _END:
            self._place += 1
        return token

    def _takes(self, word: str) -> bool:
        if self._next.text != word or self._next.kind == "text":
            return False
        self._take()
        return True

    def _any(self) -> Node:
        parts = [self._all()]
        while self._takes("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Node:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _one(self) -> Node:
        opening = self._next
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error(
                opening, f"More than {DEEPEST} levels deep.", "Split it into two ways."
            )
        try:
            if self._takes("not"):
                return Not(self._one())
            if self._takes("("):
                return self._inside(opening)
            return self._condition()
        finally:
            self._depth -= 1

    def _inside(self, opening: _Token) -> Node:
        node = self._any()
        if not self._takes(")"):
            raise self._error(opening, "This bracket is never closed.", "Add ')'.")
        return node

    def _condition(self) -> Node:
        first = self._take()
        if first.kind == "name" and first.text.startswith("moves."):
            return self._found(first)
        if self._next.kind != "operator":
            raise self._not_compared(first)
        sign = self._take()
        second = self._take()
        if self._next.kind == "operator":
            raise self._error(
                self._next,
                "Three things can't be compared at once.",
                "Join two comparisons with and.",
            )
        if "action" in (first.text, second.text) or "text" in (first.kind, second.kind):
            return self._action(first, sign, second)
        return self._compares(first, sign, second)

    def _found(self, token: _Token) -> Found:
        name = token.text.removeprefix("moves.")
        if name not in catalogue():
            raise self._error(
                token, f"There is no move {name!r}.", _did_you_mean(name, catalogue(), "moves.")
            )
        if self._next.kind == "operator":
            raise self._error(
                self._next, "A move is found or not; it has no number.", f"Write just {token.text}."
            )
        return Found(name)

    def _compares(self, first: _Token, sign: _Token, second: _Token) -> Compares:
        left, right = self._operand(first), self._operand(second)
        if isinstance(left, Number) and isinstance(right, Number):
            raise self._error(first, "Two numbers are always the same.", "Compare a score or mood.")
        return Compares(left, sign.text, right)

    def _operand(self, token: _Token) -> Number | Word:
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "name" and token.text in NUMBER_WORDS:
            return Word(token.text)
        raise self._unknown(token)

    def _action(self, first: _Token, sign: _Token, second: _Token) -> ActionIs:
        word, literal = (first, second) if first.text == "action" else (second, first)
        choices = ", ".join(f"'{action}'" for action in ACTIONS)
        if word.text != "action" or word.kind != "name":
            text = first if first.kind == "text" else second
            raise self._error(text, "Only action is compared with a text.", "Use a number here.")
        if literal.kind != "text" or literal.text[1:-1] not in ACTIONS:
            raise self._error(
                literal, f"{literal.text or 'Nothing'} is not an action.", f"Use one of {choices}."
            )
        if sign.text not in ("==", "!="):
            raise self._error(sign, f"Actions have no order for {sign.text}.", "Use == or !=.")
        return ActionIs(literal.text[1:-1], is_negated=sign.text == "!=")

    def _not_compared(self, token: _Token) -> GuardError:
        if token.kind == "name" and token.text in NUMBER_WORDS:
            return self._error(
                token, f"{token.text} is a number.", f"Write {token.text} >= 60, say."
            )
        if token.text == "action":
            return self._error(token, "action needs a value.", "Write action == 'private', say.")
        if token.kind in ("number", "text"):
            return self._error(token, f"{token.text} stands alone.", "Compare it with a word.")
        return self._unknown(token)

    def _unknown(self, token: _Token) -> GuardError:
        if token.kind == _END:
            return self._error(token, "The guard stops too early.", "Finish the comparison.")
        if token.kind != "name" or token.text in ("and", "or", "not"):
            return self._error(
                token, f"{token.text!r} is not expected here.", "Put a word before it."
            )
        if token.text in catalogue():
            return self._error(token, f"{token.text} is a move.", f"Write moves.{token.text}.")
        words = (*NUMBER_WORDS, "action")
        return self._error(
            token, f"There is no word {token.text!r}.", _did_you_mean(token.text, words)
        )

    @staticmethod
    def _error(token: _Token, message: str, fix: str) -> GuardError:
        return GuardError(column=token.column, message=message, fix=fix)


def _did_you_mean(
    word: str, known: Mapping[str, object] | tuple[str, ...], prefix: str = ""
) -> str:
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    if close:
        return f"Did you mean {prefix}{close[0]}?"
    if not prefix:
        return f"Use one of {', '.join(known)}, or moves.<name>."
    return "The catalogue of moves lists every name."
