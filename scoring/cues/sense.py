"""Sentences that say nothing: keywords in a row, or the same few words over and over."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from scoring import lexicons
from scoring.assessment import Move
from scoring.reading import Reading
from scoring.text import Token

_RUN = 4
"""So many key words in a row, with only spaces and commas between, make no clause."""

_LONG = 8
_FRESH = 0.6
"""A sentence of at least `_LONG` words needs this share of different ones."""

_STUTTERS = 2
_STUTTER_SHARE = 0.3
"""A sentence in which so many words, and so large a share, repeat the one before is no sentence."""

_MEANT_TWICE = frozenset({"very", "so", "really", "truly", "no", "never", "ha", "much", "far"})

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
        if _repeats(tokens) or _stutters(tokens) or _runs(reading, tokens):
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


def _stutters(tokens: list[Token]) -> bool:
    same = (one.text for one, other in pairwise(tokens) if one.text == other.text)
    again = sum(1 for word in same if word not in _MEANT_TWICE)
    return again >= _STUTTERS and again >= _STUTTER_SHARE * len(tokens)


def _runs(reading: Reading, tokens: list[Token]) -> bool:
    key_words = lexicons.load("key_words")
    length = 0
    for before, token in pairwise(tokens):
        linked = _LINK.match(reading.reply.folded, before.end, token.start) is not None
        if not linked or token.text not in key_words:
            length = 0
        else:
            length = length + 1 if length else 1 + (before.text in key_words)
        if length >= _RUN:
            return True
    return False
