"""Statements against the facts of the case: states that can't both be true."""

import re
from collections.abc import Iterator
from functools import cache

from scoring import lexicons
from scoring.assessment import Move
from scoring.reading import Reading, is_content, stem
from scoring.text import Span, Text

_UNSURE = re.compile(
    r"\?|\b(?:if|whether|when|will|should|would|might|may|could|until|once|told|said|says|thought|asked"
    r"|not know|checking|sorry (?:it|that))\b"
)


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    sides = [line.split(" <> ") for line in sorted(lexicons.load("opposites"))]
    both = [*sides, *(reversed(pair) for pair in sides)]
    return tuple((_whole(one), _whole(other)) for one, other in both)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


def find(reading: Reading) -> Iterator[Move]:
    """Yield sentences that assert the opposite of a fact about the same thing."""
    facts = [Text(f"{fact.label} {fact.text}") for fact in reading.case.facts]
    if not facts:
        return
    for span in reading.reply.sentences:
        part = reading.reply.part(span)
        if _UNSURE.search(part):
            continue
        for fact in facts:
            if _shared(part, fact.folded) and _contradicts(part, fact.folded):
                yield _move(reading, span, fact)


def _move(reading: Reading, span: Span, fact: Text) -> Move:
    return reading.move("against_facts", span.start, span.end, 1.0, fact.typed[:80])


def _contradicts(said: str, fact: str) -> bool:
    return any(
        one.search(said) and not other.search(said) and other.search(fact) and not one.search(fact)
        for one, other in _pairs()
    )


def _shared(said: str, fact: str) -> frozenset[str]:
    return _stems(said) & _stems(fact)


def _stems(folded: str) -> frozenset[str]:
    return frozenset(stem(word) for word in Text(folded).words if is_content(word))
