"""Keywords strung together: the words of a good reply, with nobody saying anything by them."""

import re
from collections import Counter
from collections.abc import Iterator

from scoring import lexicons
from scoring.assessment import Move
from scoring.cues.ties import is_tied
from scoring.reading import Reading
from scoring.text import Span

_VERB_LIST = re.compile(r"\b\w+(?:ed|nt|id|pt)(?:, (?:and )?\w+(?:ed|nt|id|pt)){3,}")
_CARE_WORD = re.compile(
    r"\b(?:sorry|apolog\w+|thanks?|understand|own(?:ed|ership)?|empath\w+|appreciate|responsib\w+)\b"
)
_OPENERS = frozenset({"we", "i", "we're", "i'm", "we've", "i've", "thank", "thanks", "sorry"})
_VERBS_SHARE = 0.5
"""Share of a sentence that a row of verbs takes up where nobody does what they say."""

_LIST_WORDS = 6
_CARE_WORDS = 2
"""Care words that make a row of words a chant of care; one is a label."""

_NAME = re.compile(r"(?<=[a-z:,;] )[A-Z][a-z]+ [A-Z][a-z]+")
_SMALL_SHARE = 0.15
"""Below this share of small words, a stretch of words is a list and not a sentence."""

_CHANT = 3
"""Clauses that open with the same two words; this many are a chant."""

_CHANT_SHARE = 0.4
"""Share of all clauses that a chant takes up."""


def find(reading: Reading) -> Iterator[Move]:
    """Yield word lists and chants of the same opening ("we care ..., we care ...")."""
    for span in reading.reply.sentences:
        if _is_list(reading, span):
            yield reading.move("keyword_list", span.start, span.end)
    yield from _chants(reading)


def _is_list(reading: Reading, span: Span) -> bool:
    folded = reading.reply.folded
    words = _words(reading, span)
    verbs = _VERB_LIST.search(folded, span.start, span.end)
    if verbs and len(verbs.group().split()) >= _VERBS_SHARE * len(words):
        return True
    care = len(_CARE_WORD.findall(folded, span.start, span.end))
    if len(words) < _LIST_WORDS or care < _CARE_WORDS or _names_somebody(reading, span):
        return False
    stopwords = lexicons.load("stopwords")
    small = sum(1 for word in words if word in stopwords and not _CARE_WORD.fullmatch(word))
    return small < _SMALL_SHARE * len(words)


def _names_somebody(reading: Reading, span: Span) -> bool:
    """Say whether a name stands in the sentence: "I'm responsible: Farida Noor" says something."""
    start, end = reading.reply.typed_span(span.start, span.end)
    return _NAME.search(reading.reply.typed[start:end]) is not None


def _chants(reading: Reading) -> Iterator[Move]:
    openings = [(tuple(_words(reading, span)[:2]), span) for span in reading.reply.clauses]
    counts = Counter(opening for opening, _ in openings if _opens(opening))
    beside = [opening for opening, span in openings if _is_idle(reading, span)]
    for chant, count in counts.items():
        others = len(openings) - sum(opening != chant for opening in beside)
        if count >= _CHANT and count >= _CHANT_SHARE * others:
            spans = [span for opening, span in openings if opening == chant]
            yield reading.move("keyword_list", spans[0].start, spans[-1].end, 1.0, " ".join(chant))


def _is_idle(reading: Reading, span: Span) -> bool:
    return not is_tied(reading, reading.reply.sentence_at(span.start))


def _opens(opening: tuple[str, ...]) -> bool:
    return len(opening) > 1 and opening[0] in _OPENERS


def _words(reading: Reading, span: Span) -> list[str]:
    return [token.text for token in reading.reply.tokens_in(span)]
