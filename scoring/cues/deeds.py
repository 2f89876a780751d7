"""Who does what: the acts that a reply states, with agent, tense, condition and substance.

Ownership and helpfulness both rest on acts, so they are found once. An act needs a
subject and a verb; what isn't said of anybody, is only possible, is denied or hangs
on a condition is worth less, and that is kept beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from scoring import lexicons
from scoring.cues.times import When, times
from scoring.cues.verbs import (
    ADVERBS,
    AUXILIARIES,
    CLITICS,
    FORMS_OF_BE,
    HEDGES,
    NEGATIONS,
    Kind,
    Tense,
    feeling_verbs,
    is_past,
    kind_of,
    listed,
    verb_kinds,
)
from scoring.reading import Reading, is_content
from scoring.text import Span


class Who(StrEnum):
    """Whose act it is."""

    I = "i"  # noqa: E741 - the pronoun itself
    WE = "we"
    NAMED = "named"  # a colleague by name or role: "Dave", "our duty manager"
    THEY = "they"  # he, she, they: someone spoken of before
    TEAM = "team"  # "the team", "the relevant department"
    NOBODY = "nobody"  # no subject at all: "Refunded.", "Checking the log now"


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One act over `folded[start:end]`, from its subject to the end of what is said of it.

    `details` counts words of the complaint inside, `figures` the numbers and names;
    `when` is the sharpest time inside; `substance` says from 0 to 1 whether it is done to anything.
    """

    start: int
    end: int
    verb: str
    who: Who
    tense: Tense
    kind: Kind
    is_negated: bool
    is_conditional: bool
    details: int
    figures: int
    substance: float
    when: When | None


_PRONOUNS = {"i": Who.I, "we": Who.WE, "he": Who.THEY, "she": Who.THEY, "they": Who.THEY}
_TEAMS = listed("team teams department departments colleagues agents staff advisors")
_NO_NAME = listed(
    "please hi hello dear thanks thank sorry yes no ok okay dm pm oh ah hey monday tuesday"
    " wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december that there here what who how where when it this everything"
    " everyone nothing nobody something someone which the sadly today tomorrow tonight"
)
_JOINS = listed("and but so because that while when then until before after where if")
_PREPOSITIONS = listed("to of for with by from at in on about your you than as like")
_AFTER_NAME = listed("will has is can would runs goes finishes says who and from at in")
_OBJECTS = listed("the a an us me you your our it this that them him her my his to")
_NO_BARE = listed("you your to for be by of as this that these those which who")
_PATIENTS = listed("it you them him her that both all back")
_DANGLING = listed("and but so because then our the a an or")
_NUMBER_WORDS = listed(
    "one two three four five six seven eight nine ten eleven twelve both twice half every"
)
_BREAK = re.compile(r"[.!?…;:()\n]|\s-+\s")
_CONDITION = re.compile(
    r"\b(?:if|once|when|should you|unless|provided|so that|so we can|so i can|in case|whether)\b"
)


@lru_cache(maxsize=4)
def deeds(reading: Reading) -> tuple[Deed, ...]:
    """Return the acts stated in the reply, in order."""
    return tuple(_Finder(reading).found())


@lru_cache(maxsize=4)
def reply_times(reading: Reading) -> tuple[When, ...]:
    """Return the times named in the reply, in order."""
    return times(reading.reply.folded)


@cache
def _roles() -> frozenset[str]:
    return lexicons.load("roles")


@dataclass(frozen=True, slots=True)
class _Verb:
    index: int
    tense: Tense
    is_negated: bool = False
    is_passive: bool = False


@dataclass(frozen=True, slots=True)
class _Start:
    """A subject and its verb, before the end of the act is known."""

    who: Who
    first: int
    verb: _Verb


class _Finder:
    """One pass over the words of a reply."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.folded = reading.reply.folded
        self.tokens = reading.reply.tokens
        self.stops = [self._stops(index) for index in range(len(self.tokens))]
        self.capitals = [self._is_capital(index) for index in range(len(self.tokens))]
        self.times = reply_times(reading)
        self.common = frozenset(reading.complaint.words) | {
            token.text
            for token, is_capital in zip(self.tokens, self.capitals, strict=True)
            if not is_capital
        }
        self.sentence = self._sentence_starts()

    def found(self) -> Iterator[Deed]:
        starts = list(self._starts())
        time = 0
        for place, start in enumerate(starts):
            following = starts[place + 1].first if place + 1 < len(starts) else len(self.tokens)
            while time < len(self.times) and self.times[time].start < self._begin(start):
                time += 1
            deed = self._deed(start, following, time)
            if deed is not None:
                yield deed

    def _begin(self, start: _Start) -> int:
        return self.tokens[start.first].start

    def _starts(self) -> Iterator[_Start]:
        index = 0
        while index < len(self.tokens):
            start = self._start_at(index)
            if start is not None:
                yield start
                index = start.verb.index
            index += 1

    def _start_at(self, index: int) -> _Start | None:
        word, _, clitic = self.tokens[index].text.partition("'")
        who = self._subject(index, word, clitic)
        if who is not None:
            verb = self._verb(index, clitic)
            if verb is not None:
                return _Start(who, index, verb)
        if self.sentence[index] == index or self._follows_comma(index):
            return self._bare(index)
        return None

    def _subject(self, index: int, word: str, clitic: str) -> Who | None:
        if word in _PRONOUNS and (not clitic or clitic in CLITICS):
            return _PRONOUNS[word]
        if word in _TEAMS:
            return Who.TEAM if self._opens_clause(index) else None
        if word in _roles() or self._is_name(index, word, clitic):
            return Who.NAMED if self._opens_clause(index) else None
        return None

    def _opens_clause(self, index: int) -> bool:
        """Say whether a noun stands where a subject does: only its own modifiers before it."""
        for place in range(index, max(-1, index - 5), -1):
            if self.sentence[place] == place or self._follows_comma(place):
                return True
            before = self.tokens[place - 1].text
            if before in _JOINS:
                return True
            if before in verb_kinds() or before in _PREPOSITIONS:
                return False
        return False

    def _is_name(self, index: int, word: str, clitic: str) -> bool:
        if word in _NO_NAME or len(word) < 2 or word.isdigit() or not self.capitals[index]:
            return False
        if word in lexicons.load("stopwords"):
            return False
        if self.sentence[index] != index:
            return True
        if word.endswith(("ing", "ly", "ed", "ion", "ment", "s")) or word in self.common:
            return False
        return bool(clitic) or self._word(index + 1) in _AFTER_NAME or self._has_aside(index)

    def _has_aside(self, index: int) -> bool:
        """Say whether "who runs the desk," or ", our manager," follows a name."""
        if not self._comma_after(index):
            return self._word(index + 1) == "who"
        return self._word(index + 1) in {"our", "the", "who", "my", "a", "in", "duty"}

    def _verb(self, index: int, clitic: str) -> _Verb | None:
        """Walk over helpers and adverbs after the subject to the verb that says the act."""
        tense = CLITICS.get(clitic)
        helper, negated, hedged = clitic, False, False
        place = index
        if self._comma_after(index) or self._word(index + 1) == "who":
            place = self._past_aside(index)
            if place == index:
                return None
        for _ in range(9):
            if self.stops[place]:
                return None
            place += 1
            word = self.tokens[place].text
            if word in NEGATIONS or word.endswith("n't") or word == "won't":
                negated = True
            if word in AUXILIARIES:
                tense = _joined(tense, AUXILIARIES[word])
                helper = word
            elif word in {"going", "gonna"} and self._word(place + 1) == "to":
                tense = Tense.WILL
            elif word in HEDGES and self._word(place + 1) == "to":
                hedged = True
            elif word not in ADVERBS and word != "to" and not _is_adverb(word):
                return _placed(place, word, tense, helper, negated, hedged)
        return None

    def _past_aside(self, index: int) -> int:
        """Return the index of the last word of the aside after a name, or the name's own."""
        if not self._has_aside(index):
            return index
        for ahead in range(index + 1, min(index + 8, len(self.tokens) - 1)):
            if self.stops[ahead]:
                return index
            if self._comma_after(ahead):
                return ahead
        return index

    def _bare(self, index: int) -> _Start | None:
        """A clause without subject: "Refunded.", "Taxi booked", "Checking the log now"."""
        for place in range(index, min(index + 4, len(self.tokens))):
            word = self.tokens[place].text
            if word in AUXILIARIES or word in _NO_BARE or word.partition("'")[0] in _PRONOUNS:
                return None
            kind = verb_kinds().get(word)
            if kind is not None and kind is not Kind.VAGUE:
                if place == index and word.endswith("ing") and self._word(place + 1) in _OBJECTS:
                    return _Start(Who.NOBODY, index, _Verb(place, Tense.DOING))
                if is_past(word) and self._is_loose_participle(index, place):
                    return _Start(Who.NOBODY, index, _Verb(place, Tense.DONE))
            if self.stops[place] or self._comma_after(place):
                return None
        return None

    def _is_loose_participle(self, index: int, place: int) -> bool:
        """Say whether a past form has no object, so that it tells what was done to a thing."""
        if self.tokens[place].text in {"left", "set", "shut", "put", "read"}:
            return False
        return place == index or self._word(place + 1) not in _OBJECTS

    def _deed(self, start: _Start, following: int, time: int) -> Deed | None:
        verb = start.verb
        last = self._last(verb.index, following)
        span = Span(self._begin(start), self.tokens[last].end)
        kind = self._kind(start, self.folded[self.tokens[verb.index].start : span.end])
        if kind is None or verb.is_passive:
            return None
        return Deed(
            start=span.start,
            end=span.end,
            verb=self.tokens[verb.index].text,
            who=start.who,
            tense=verb.tense,
            kind=kind,
            is_negated=verb.is_negated,
            is_conditional=self._is_conditional(start.first),
            details=len(self.reading.details_in(span)),
            figures=self._figures(start.first, last),
            substance=self._substance(verb.index, last),
            when=self._when(span, time),
        )

    def _kind(self, start: _Start, tail: str) -> Kind | None:
        word = self.tokens[start.verb.index].text
        kind = kind_of(word, tail)
        if kind is not None:
            return kind
        if word in feeling_verbs() or start.verb.tense is Tense.HABIT:
            return None
        if start.verb.tense is Tense.DOING and not word.endswith("ing"):
            return None
        return Kind.OTHER if start.who in {Who.I, Who.WE, Who.NAMED} else None

    def _last(self, verb: int, following: int) -> int:
        last = verb
        while last + 1 < following and not self.stops[last]:
            last += 1
        while last > verb and self.tokens[last].text in _DANGLING:
            last -= 1
        return last

    def _is_conditional(self, first: int) -> bool:
        """Say whether an if, once or so-that stands before the act in its sentence."""
        opening = self.tokens[max(self.sentence[first], first - 40)].start
        return bool(_CONDITION.search(self.folded, opening, self.tokens[first].start))

    def _figures(self, first: int, last: int) -> int:
        words = ((i, self.tokens[i].text) for i in range(first + 1, last + 1))
        return sum(
            word[0].isdigit()
            or word in _NUMBER_WORDS
            or (self.capitals[i] and word not in lexicons.load("stopwords"))
            for i, word in words
        )

    def _substance(self, verb: int, last: int) -> float:
        """1 where the verb has a thing, 0.9 where only a pronoun, 0.5 where nothing."""
        after = [self.tokens[i].text for i in range(verb + 1, min(last + 1, verb + 12))]
        if any(is_content(word) for word in after):
            return 1.0
        return 0.9 if _PATIENTS & set(after) else 0.5

    def _when(self, span: Span, time: int) -> When | None:
        best: When | None = None
        while time < len(self.times) and self.times[time].start < span.end:
            if best is None or self.times[time].sharpness > best.sharpness:
                best = self.times[time]
            time += 1
        return best

    def _is_capital(self, index: int) -> bool:
        token = self.tokens[index]
        first, _ = self.reading.reply.typed_span(token.start, token.end)
        typed = self.reading.reply.typed
        return typed[first].isupper() and not typed[first : first + 2].isupper()

    def _stops(self, index: int) -> bool:
        if index + 1 >= len(self.tokens):
            return True
        gap = self.folded[self.tokens[index].end : self.tokens[index + 1].start]
        return gap != " " and _BREAK.search(gap) is not None

    def _comma_after(self, index: int) -> bool:
        return self.folded.startswith(",", self.tokens[index].end)

    def _follows_comma(self, index: int) -> bool:
        return index > 0 and self._comma_after(index - 1)

    def _word(self, index: int) -> str:
        return self.tokens[index].text if index < len(self.tokens) else ""

    def _sentence_starts(self) -> list[int]:
        """For each word, the index of the first word of its sentence."""
        starts: list[int] = []
        current = 0
        for index in range(len(self.tokens)):
            starts.append(current)
            if self.stops[index]:
                current = index + 1
        return starts


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def _joined(tense: Tense | None, helper: Tense) -> Tense:
    if tense is None or tense is Tense.DOING or helper is Tense.MAY:
        return helper
    return tense


def _placed(
    place: int, word: str, tense: Tense | None, helper: str, negated: bool, hedged: bool
) -> _Verb | None:
    """Return the verb with the tense that its helpers and its own form give."""
    is_ing = word.endswith("ing")
    if helper in FORMS_OF_BE and not is_ing:
        if not is_past(word):
            return None
        if helper == "s":
            tense = Tense.DONE
    is_passive = helper in {"re", "is", "are", "was", "were"} and is_past(word) and not is_ing
    if tense is None:
        tense = Tense.DONE if is_past(word) else Tense.HABIT
    return _Verb(place, Tense.MAY if hedged else tense, negated, is_passive)
