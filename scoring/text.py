"""Text as the detectors read it: folded for matching, with a way back to what was typed."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from scoring.errors import ScoringError

# Read in place of what people paste or phones insert; one character each, so offsets hold.
_SAME = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\t": " ",
        "\r": " ",
        # Letters of other alphabets that look Latin, used to slip words past a reader of words.
        "\u0430": "a",
        "\u0435": "e",
        "\u043e": "o",
        "\u0440": "p",
        "\u0441": "c",
        "\u0443": "y",
        "\u0445": "x",
        "\u0456": "i",
    }
)
_PLAIN = re.compile(r"[\n\x20-\x7e]*")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_HYPHENED_HEAD = re.compile(r"(?<![^\W_])(?<![^\W_]')(?:(?:[^\W_]+-)+|(?:\d+[:.])+)\Z")
_HYPHENED_TAIL = re.compile(r"(?:-[^\W_]+(?:'[^\W_]+)*|(?<=\d)[:.]\d+)+(?![^\W_]|'[^\W_])")
_DASH = re.compile(r"[\u2013\u2014]")
_LONGEST_COMPOUND = 40
_SENTENCE_END = re.compile(r"(?:(?<![.!?…])[.!?…]+[\"')\]]*(?=\s|$))|\n+")
_CLAUSE_END = re.compile(
    r"[;()]|:(?!\d)|\s-+\s|,(?=\s)|\s(?=(?:but|however|although|though|because|so|and|yet|while)\b)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|no|ref|e\.g|i\.e|a\.m|p\.m|approx|ext)|\b[^\W\d])\.$"
)
# Forms that are no other word without their apostrophe; "ill", "well" and "id" before a verb only.
_DOING = (
    r"(?: (?:also|now|just|not|personally|then))? (?:ring|call|phone|send|check|ask|look|make|put|"
    r"get|let|be|come|bring|message|dm|post|reply|tell|speak|sort|fix|do|have|keep|find|take|"
    r"update|write|pull|chase|hold|stay|try|refund|like|love|want)\b"
)
_UNMARKED = re.compile(
    r"\b(?:(?P<not>(?:do|does|did|ca|could|would|should|is|are|was|were|has|have|had|wo)nt)\b"
    r"|(?P<who>i(?=m\b|ve\b)|you(?=re\b|ve\b|ll\b)|they(?=re\b|ve\b|ll\b)|we(?=ve\b)|s?he(?=s\b)"
    rf"|(?:that|there|what|here)(?=s\b)|(?:i|we)(?=ll{_DOING})|i(?=d{_DOING})))"
)
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True, slots=True)
class Token:
    """One word: folded and lower case, with its offsets in the folded text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the folded text, `folded[start:end]`."""

    start: int
    end: int


class Text:
    """A text as typed, and the folded form that patterns are matched against.

    The folded form is lower case and NFKD-decomposed without combining marks
    and invisible characters, with straight quotes, plain spaces and the apostrophes that
    "dont" and "im" leave out. Newlines stay.
    `typed_span` maps any stretch of it back to offsets of the text as typed, so that
    emoji, combining marks and CRLF never shift a quotation.
    """

    def __init__(self, typed: str) -> None:
        self.typed = typed
        self.folded, self._origins = _with_apostrophes(*_folded(typed))

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """Return offsets into the text as typed for `folded[start:end]`, white space trimmed.

        Raises:
            ScoringError: The stretch is empty or outside the text.
        """
        while start < end and self.folded[start].isspace():
            start += 1
        while end > start and self.folded[end - 1].isspace():
            end -= 1
        if not 0 <= start < end <= len(self.folded):
            raise ScoringError(f"no text between {start} and {end}")
        last = self._origins[end - 1] + 1
        while last < len(self.typed) and not _fold(self.typed[last]):
            last += 1  # the marks and joiners that belong to the last character
        return self._origins[start], last

    def whole_words(self, start: int, end: int) -> Span:
        """Return the stretch grown to whole words, so that no quotation cuts one.

        A hyphen between letters belongs to the word, and a colon or point between digits to the
        figure: "Wi-Fi" and "14:30" are quoted whole.
        """
        first = bisect_right(self._token_ends, start)
        if first < len(self.tokens):
            start = min(start, self.tokens[first].start)
        last = bisect_left(self._token_starts, end) - 1
        if last >= 0:
            end = max(end, self.tokens[last].end)
        return Span(self._before_hyphens(start), self._after_hyphens(end))

    def _before_hyphens(self, start: int) -> int:
        head = _HYPHENED_HEAD.search(self.folded, max(0, start - _LONGEST_COMPOUND), start)
        if head is None or not _WORD.match(self.folded, start):
            return start
        if head.group().endswith((":", ".")) and not self.folded[start].isdigit():
            return start
        return head.start() if self._is_hyphened(head) else start

    def _after_hyphens(self, end: int) -> int:
        tail = _HYPHENED_TAIL.match(self.folded, end, end + _LONGEST_COMPOUND)
        if tail is None or end == 0 or not self.folded[end - 1].isalnum():
            return end
        return tail.end() if self._is_hyphened(tail) else end

    def _is_hyphened(self, part: re.Match[str]) -> bool:
        """Say whether hyphens were typed, and not the dashes that are folded like them."""
        typed = self.typed[self._origins[part.start()] : self._origins[part.end() - 1] + 1]
        return not _DASH.search(typed)

    @cached_property
    def _token_starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _token_ends(self) -> tuple[int, ...]:
        return tuple(token.end for token in self.tokens)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words, in order."""
        return tuple(Token(m.group(), m.start(), m.end()) for m in _WORD.finditer(self.folded))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the words that begin inside a stretch, in order."""
        first = bisect_left(self._token_starts, span.start)
        return self.tokens[first : bisect_left(self._token_starts, span.end)]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words' folded texts."""
        return tuple(token.text for token in self.tokens)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences with their end marks, trimmed; a new line ends one too."""
        spans: list[Span] = []
        start = 0
        for mark in _SENTENCE_END.finditer(self.folded):
            tail = max(start, mark.end() - _LONGEST_ABBREVIATION)
            if "." in mark.group() and _ABBREVIATION.search(self.folded, tail, mark.end()):
                continue
            spans.append(Span(start, mark.end()))
            start = mark.end()
        spans.append(Span(start, len(self.folded)))
        return tuple(self._trimmed(spans))

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Sentences cut at commas, brackets, dashes and joining words, in order."""
        spans: list[Span] = []
        for sentence in self.sentences:
            start = sentence.start
            for mark in _CLAUSE_END.finditer(self.folded, sentence.start, sentence.end):
                spans.append(Span(start, mark.end()))
                start = mark.end()
            spans.append(Span(start, sentence.end))
        return tuple(self._trimmed(spans))

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds the folded position (the nearest before, if none does)."""
        return _holder(self.sentences, self._sentence_starts, position)

    def clause_at(self, position: int) -> Span:
        """Return the clause that holds the folded position (the nearest before, if none does)."""
        return _holder(self.clauses, self._clause_starts, position)

    def clauses_in(self, span: Span) -> tuple[Span, ...]:
        """Return the clauses that start in a span, in order."""
        first = bisect_left(self._clause_starts, span.start)
        return self.clauses[first : bisect_left(self._clause_starts, span.end)]

    def part(self, span: Span) -> str:
        """Return the folded words of a span."""
        return self.folded[span.start : span.end]

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(span.start for span in self.sentences)

    @cached_property
    def _clause_starts(self) -> tuple[int, ...]:
        return tuple(span.start for span in self.clauses)

    def _trimmed(self, spans: list[Span]) -> list[Span]:
        trimmed = []
        for span in spans:
            start, end = span.start, span.end
            while start < end and self.folded[start].isspace():
                start += 1
            while end > start and self.folded[end - 1].isspace():
                end -= 1
            if _WORD.search(self.folded, start, end):
                trimmed.append(Span(start, end))
        return trimmed


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as the scorer counts them, folded and lower case."""
    return Text(text).words


def _holder(spans: tuple[Span, ...], starts: tuple[int, ...], position: int) -> Span:
    place = bisect_right(starts, position)
    return spans[place - 1] if place else Span(0, 0)


def _folded(typed: str) -> tuple[str, Sequence[int]]:
    if _PLAIN.fullmatch(typed):
        return typed.translate(_SAME).lower(), range(len(typed))
    characters: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(typed):
        for folded in _fold(character):
            characters.append(folded)
            origins.append(index)
    return "".join(characters), origins


def _with_apostrophes(folded: str, origins: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return the text with the apostrophes that quick typing leaves out: "dont", "im"."""
    places = [_apostrophe_at(found) for found in _UNMARKED.finditer(folded)]
    if not places:
        return folded, origins
    borders = [0, *places, len(folded)]
    parts = [folded[a:b] for a, b in pairwise(borders)]
    kept = [list(origins[a:b]) for a, b in pairwise(borders)]
    for part, place in zip(kept[:-1], places, strict=True):
        part.append(origins[place])
    return "'".join(parts), list(chain.from_iterable(kept))


def _apostrophe_at(found: re.Match[str]) -> int:
    """Return where the apostrophe belongs: before n't's t, or after the pronoun."""
    return found.end() - 1 if found["not"] else found.end()


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    if "\x20" <= character < "\x7f":
        return character.translate(_SAME).lower()
    replaced = character.translate(_SAME)
    if character == "\n" or replaced == " ":
        return replaced
    decomposed = unicodedata.normalize("NFKD", replaced)
    kept = [part for part in decomposed if unicodedata.category(part) not in _INVISIBLE]
    return "".join(kept).lower()


# Combining marks, joiners, direction marks, NUL and other controls.
_INVISIBLE = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
