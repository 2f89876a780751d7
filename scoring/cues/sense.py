"""Sentences that say nothing: keywords in a row, or the same few words over and over."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from scoring.assessment import Move
from scoring.cues.verbs import listed
from scoring.reading import Reading
from scoring.text import Token

_RUN = 6
"""So many content words in a row, with only spaces and commas between, make no clause."""

_GLUED = 0.2
"""A sentence with more than this share of small words is held together by them."""

_GLUE = listed(
    "the a an of to for with by from at in on and or but is are was were be been has have had do does"
    " did will would can could it its this that these those your our my his her their i we you he she"
    " they me us him them not no as if so who which when what where how than then there up out off"
    " i'll i've i'm we'll we've we're you'll you're you've it's that's he's she's they're"
)

_LONG = 8
_FRESH = 0.6
"""A sentence of at least `_LONG` words needs this share of different ones."""

_LINK = re.compile(r"[ ,]+\Z")


def sensible(reading: Reading, moves: Iterable[Move]) -> Iterator[Move]:
    """Yield the moves that don't stand in a sentence of mere keywords."""
    empty = empty_stretches(reading)
    starts = [first for first, _ in empty]
    for move in moves:
        place = bisect_right(starts, move.start) - 1
        if place < 0 or move.start >= empty[place][1]:
            yield move


@lru_cache(maxsize=4)
def empty_stretches(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the typed stretches of sentences that are only keywords, in order."""
    found = []
    for span, tokens in _by_sentence(reading):
        if _repeats(tokens) or _runs(reading, tokens):
            found.append(reading.reply.typed_span(*span))
    return tuple(found)


def _by_sentence(reading: Reading) -> Iterator[tuple[tuple[int, int], list[Token]]]:
    tokens = reading.reply.tokens
    index = 0
    for span in reading.reply.sentences:
        inside = []
        while index < len(tokens) and tokens[index].start < span.end:
            inside.append(tokens[index])
            index += 1
        yield (span.start, span.end), inside


def _repeats(tokens: list[Token]) -> bool:
    return len(tokens) >= _LONG and len({t.text for t in tokens}) < _FRESH * len(tokens)


def _runs(reading: Reading, tokens: list[Token]) -> bool:
    folded = reading.reply.folded
    if sum(token.text in _GLUE for token in tokens) > _GLUED * len(tokens):
        return False
    length = 0
    for before, token in pairwise(tokens):
        if token.text in _GLUE or token.text[0].isdigit() or _is_capital(reading, token):
            length = 0
            continue
        linked = _LINK.match(folded, before.end, token.start) is not None
        length = length + 1 if linked and length else 1 + (linked and before.text not in _GLUE)
        if length >= _RUN:
            return True
    return False


def _is_capital(reading: Reading, token: Token) -> bool:
    first, _ = reading.reply.typed_span(token.start, token.end)
    return reading.reply.typed[first].isupper()
