"""A reply read beside its complaint: what every cue looks at."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from scoring import lexicons
from scoring.assessment import Move
from scoring.case import Case
from scoring.text import Span, Text, Token

LONGEST_WORD = 40
"""Letters of the longest word that is stemmed; a longer one counts as it stands."""

STEP = 0.05
"""Strengths are multiples of this, so that the arithmetic never sees noise in the last bits."""

_TRADE_WEIGHT = 0.25
_DIGIT_WEIGHT = 0.5
_EARLIER = 0.5
_LONG_NUMBER = re.compile(r"\d{5,}")
_SUFFIX = re.compile(r"(?:'s|ies|ing|edly|ed|es|s|ly|ment|ations?|er)$")


@dataclass(frozen=True, kw_only=True)
class Detail:
    """A word of the reply that names something of the complaint, case facts or history."""

    token: Token
    stem: str
    is_earlier: bool = False

    @property
    def weight(self) -> float:
        """How much it shows: 1 for a word of this complaint, less for words of the trade.

        A word that only an earlier post of the customer's holds counts half.
        """
        share = _EARLIER if self.is_earlier else 1.0
        return share * detail_weight(self.stem)


class Reading:
    """One case, with its texts folded and cut once for all cues."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.reply = Text(case.reply)
        self.complaint = Text(case.complaint)

    @cached_property
    def complaint_stems(self) -> frozenset[str]:
        """Stems of the complaint's content words and the customer's earlier posts."""
        texts = [self.complaint, *(Text(p.text) for p in self.case.history if not p.is_brand)]
        return frozenset[str]().union(*map(_content_stems, texts))

    @cached_property
    def details(self) -> tuple[Detail, ...]:
        """The reply's words that restate something of the complaint, in order."""
        latest = _content_stems(self.complaint)
        found = []
        for token in self.reply.tokens:
            name = stem(token.text)
            if is_content(token.text) and name in self.complaint_stems:
                found.append(Detail(token=token, stem=name, is_earlier=name not in latest))
        return tuple(found)

    def details_in(self, span: Span) -> tuple[Detail, ...]:
        """Return the details inside a stretch of the folded reply, each stem once."""
        first = bisect_left(self._detail_starts, span.start)
        last = bisect_left(self._detail_starts, span.end)
        inside: dict[str, Detail] = {}
        for detail in self.details[first:last]:
            inside.setdefault(detail.stem, detail)
        return tuple(inside.values())

    @cached_property
    def _detail_starts(self) -> tuple[int, ...]:
        return tuple(detail.token.start for detail in self.details)

    def weight_in(self, span: Span) -> float:
        """Return the summed weight of the details inside a stretch, each stem once."""
        return sum(detail.weight for detail in self.details_in(span))

    def move(self, name: str, start: int, end: int, strength: float = 1.0, note: str = "") -> Move:
        """Return a move over `reply.folded[start:end]`, its span in whole words as typed."""
        words = self.reply.whole_words(start, end)
        first, last = self.reply.typed_span(words.start, words.end)
        return Move(start=first, end=last, name=name, strength=quantised(strength), note=note)


def _content_stems(text: Text) -> frozenset[str]:
    return frozenset(stem(word) for word in text.words if is_content(word))


def quantised(strength: float) -> float:
    """Return the strength cut to [0, 1] and rounded to steps of 0.05."""
    return round(round(min(1.0, max(0.0, strength)) / STEP) * STEP, 2)


def is_content(word: str) -> bool:
    """Say whether a folded word can carry a detail: a number, or a word that isn't a stop word."""
    return _is_content(word) if len(word) <= LONGEST_WORD else True


@lru_cache(maxsize=16384)
def _is_content(word: str) -> bool:
    if stem(word).isdigit() or any(character.isdigit() for character in word):
        return True
    return len(word) > 2 and word not in lexicons.load("stopwords")


def stem(word: str) -> str:
    """Return what the word counts as: a crude stem, or the name of its group of like words."""
    # A cache of words that no dictionary holds would grow with what people paste.
    return _stem(word) if len(word) <= LONGEST_WORD else word


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    groups = _like_words()
    cut = _cut(word)
    return groups.get(word) or groups.get(cut) or cut


def detail_weight(stemmed: str) -> float:
    """Return how much a stem shows that this complaint was read, 0.25 to 1.

    A phone or order number written back tells nothing of what happened.
    """
    if stemmed in _trade_stems() or _LONG_NUMBER.fullmatch(stemmed):
        return _TRADE_WEIGHT
    if stemmed.isdigit() and len(stemmed) == 1:
        return _DIGIT_WEIGHT
    return 1.0


def _cut(word: str) -> str:
    match = _SUFFIX.search(word)
    if match and match.start() >= 3:
        return word[: match.start()].rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


@cache
def _like_words() -> Mapping[str, str]:
    groups: dict[str, str] = {}
    for line in sorted(lexicons.load("same_words")):
        name, *others = line.split()
        for word in (name, *others):
            groups[word] = name
            groups.setdefault(_cut(word), name)
    return groups


@cache
def _trade_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in lexicons.load("service_words"))
