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


def is_echo_at(reading: Reading, place: int) -> bool:
    """Say whether a place of the reply as typed lies in a sentence copied from the complaint."""
    return any(start <= place < end for start, end in echoes(reading))


@lru_cache(maxsize=4)
def echoes(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the typed stretches of sentences copied from the complaint, in order."""
    text, theirs = reading.reply, _persons_aside(reading.complaint.words)
    runs = _runs(theirs)
    found = [span for span in text.sentences if _is_copied(text, span, runs)]
    if 2 * len(found) >= len(text.sentences):
        known = frozenset(theirs)
        found = [span for span in text.sentences if span in found or _is_known(text, span, known)]
    return tuple(text.typed_span(span.start, span.end) for span in found)


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
