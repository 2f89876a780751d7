"""Echoes: the complaint's own sentences said back, with "I" turned into "you" and nothing added.

Saying what happened in one's own words shows that somebody read; the customer's words in their
order show a copy. "You've sent four emails" is then no act and "until Friday" no promise.
"""

import re
from functools import lru_cache

from scoring.reading import Reading
from scoring.text import Span, Text

_RUN = 3
_FEWEST = 3
"""Words; a sentence shorter than this says a thing back without copying it."""

_IN_PASSING = 16
"""Words; one sentence up to this long may name the matter in the customer's own words."""

_LONG = 5
_COPIED = 0.4
"""Share of a sentence's runs of three words that make it an echo where the complaint has them.

A sentence below `_LONG` words is one only if all of it is copied.
"""

_PERSONS = re.compile(
    r"(?:i|you|we|me|us|my|your|our|mine|yours|ours|myself|yourself)(?:'\w+)?|am|are|was|were"
)
_OWNED = re.compile(
    r"sorry|apolog\w+|because|fault|wrong|shouldn't|should|deserv\w+|owe\w*|ashamed"
)
_ANYBODY = "@"


@lru_cache(maxsize=4)
def echoes(reading: Reading) -> tuple[Span, ...]:
    """Return the reply's sentences that are copied from the complaint, in order."""
    text, theirs = reading.reply, _persons_aside(reading.complaint.words)
    runs = _runs(theirs)
    found = [span for span in text.sentences if _is_copied(text, span, runs)]
    if 2 * sum(len(_said(text, span)) for span in found) >= len(text.tokens) > 0:
        known = frozenset(theirs)
        found = [span for span in text.sentences if span in found or _is_known(text, span, known)]
    return tuple(found)


def is_parroted(reading: Reading) -> bool:
    """Say whether the complaint is said back at length, and not one thing of it in passing."""
    copied = echoes(reading)
    return len(copied) > 1 or any(len(_said(reading.reply, span)) > _IN_PASSING for span in copied)


def _is_known(text: Text, span: Span, theirs: frozenset[str]) -> bool:
    """Say whether a sentence of a copied reply has no word that the complaint has not."""
    return theirs.issuperset(_persons_aside(_said(text, span)))


def _is_copied(text: Text, span: Span, theirs: frozenset[tuple[str, ...]]) -> bool:
    said = _persons_aside(_said(text, span))
    if len(said) < _FEWEST:
        return False
    ours = _runs(said)
    enough = len(ours & theirs) >= (_COPIED if len(said) >= _LONG else 1) * len(ours)
    return enough and not _adds(said, theirs)


def _adds(said: tuple[str, ...], theirs: frozenset[tuple[str, ...]]) -> bool:
    """Say whether the words around what is copied are sorry for it or own it."""
    runs = list(zip(*(said[shift:] for shift in range(_RUN)), strict=False))
    copied = {place + k for place, run in enumerate(runs) if run in theirs for k in range(_RUN)}
    return any(_OWNED.fullmatch(word) for k, word in enumerate(said) if k not in copied)


def _said(text: Text, span: Span) -> tuple[str, ...]:
    return tuple(token.text for token in text.tokens_in(span))


def _persons_aside(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_ANYBODY if _PERSONS.fullmatch(word) else word for word in said)


def _runs(said: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(said[shift:] for shift in range(_RUN)), strict=False))
