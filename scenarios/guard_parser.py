"""Read a guard: its own small language, by recursive descent, with the column of every mistake.

guard      = all { "or" all }
all        = one { "and" one }
one        = "not" one | "(" guard ")" | "moves." NAME | operand OP operand
operand    = NUMBER | WORD | 'text'
OP         = ">=" | "<=" | ">" | "<" | "==" | "!="
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from scenarios.errors import GuardError
from scenarios.guards import (
    ACTIONS,
    NUMBER_WORDS,
    ActionIs,
    AllOf,
    AnyOf,
    Compares,
    Found,
    Guard,
    Node,
    Not,
    Number,
    Word,
)
from scoring import catalogue

LONGEST = 300
"""Characters a guard may have."""

DEEPEST = 20
"""Brackets and `not`s that may be nested."""

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
