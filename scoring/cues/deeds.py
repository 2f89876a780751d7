"""Who does what: the acts that a reply states, with agent, tense, condition and substance.

Ownership and helpfulness both rest on acts, so they are found once. An act needs a
subject and a verb; what isn't said of anybody, is only possible, is denied or hangs
on a condition is worth less, and that is kept beside it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scoring import lexicons
from scoring.cues.subjects import PRONOUNS, Subjects, Who
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
    is_no_act,
    is_past,
    kind_of,
    listed,
    verb_kinds,
)
from scoring.cues.words import Words
from scoring.reading import Reading, is_content
from scoring.text import Span


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


_OBJECTS = listed("the a an us me you your our it this that them him her my his to")
_NO_BARE = listed("you your to for be by of as this that these those which who")
_PATIENTS = listed("it you them him her that both all back")
_DANGLING = listed("and but so because then our the a an or")
_NUMBER_WORDS = listed(
    "one two three four five six seven eight nine ten eleven twelve both twice half every"
)
# Past forms that take a subject, so that "the lamp came broken" is no lamp that was dealt with.
_NO_PARTICIPLES = listed(
    "left set shut put read came went took gave spoke rang wrote drove got sat stood"
)
_CLOCK_HEAD = re.compile(r"\d:\Z")
_FINITE = re.compile(
    r"\b(?:would|could|can|may|might|is|are|was|were|means?|helps?|will|\w+ed (?:us|me|you))\b"
)
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


def clause_of(reading: Reading, position: int) -> Span:
    """Return the clause around a folded position, never cut inside a time such as 18:49."""
    clause = reading.reply.clause_at(position)
    start, end = clause.start, clause.end
    folded = reading.reply.folded
    if _CLOCK_HEAD.search(folded, max(start, end - 2), end) and folded[end : end + 1].isdigit():
        end = reading.reply.clause_at(end).end
    if folded[start : start + 1].isdigit() and _CLOCK_HEAD.search(folded, max(0, start - 2), start):
        start = reading.reply.clause_at(start - 1).start
    return Span(start, end)


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
        self.words = Words(reading)
        self.subjects = Subjects(self.words)
        self.times = reply_times(reading)
        self.time_starts = [when.start for when in self.times]

    def found(self) -> Iterator[Deed]:
        starts = list(self._starts())
        for place, start in enumerate(starts):
            following = starts[place + 1].first if place + 1 < len(starts) else len(self.words)
            deed = self._deed(start, following)
            if deed is not None:
                yield deed

    def _starts(self) -> Iterator[_Start]:
        index = 0
        while index < len(self.words):
            start = self._start_at(index)
            if start is not None:
                yield start
                index = start.verb.index
            index += 1

    def _start_at(self, index: int) -> _Start | None:
        who = self.subjects.at(index)
        verb = self._verb(index) if who is not None else None
        if who is not None and verb is not None:
            return _Start(who, index, verb)
        return self._bare(index) if self.words.opens(index) else None

    def _verb(self, index: int) -> _Verb | None:
        """Walk over helpers and adverbs after the subject to the verb that says the act."""
        helper = self.words[index].partition("'")[2]
        tense = CLITICS.get(helper)
        negated, hedged = False, False
        place = self.subjects.past_aside(index)
        if place is None:
            return None
        for _ in range(9):
            if self.words.stops[place]:
                return None
            place += 1
            before, word = self.words[place - 1], self.words[place]
            if word in NEGATIONS or word.endswith("n't"):
                negated = True
            if word in AUXILIARIES:
                tense = _joined(tense, AUXILIARIES[word])
                helper = word
            elif word in {"going", "gonna"} and self.words[place + 1] == "to":
                tense = Tense.WILL
            elif word in HEDGES and self.words[place + 1] == "to":
                hedged = True
            elif word not in ADVERBS and word != "to" and not _is_adverb(word):
                if before in {"be", "been", "being"}:
                    helper = "was"
                return _placed(place, word, tense, helper, negated, hedged)
        return None

    def _bare(self, index: int) -> _Start | None:
        """A clause without subject: "Refunded.", "Taxi booked", "Checking the log now"."""
        for place in range(index, min(index + 4, len(self.words))):
            word = self.words[place]
            if word in AUXILIARIES or word in _NO_BARE or word.partition("'")[0] in PRONOUNS:
                return None
            kind = verb_kinds().get(word)
            if kind is not None and kind is not Kind.VAGUE:
                if place == index and self._is_under_way(index):
                    return _Start(Who.NOBODY, index, _Verb(place, Tense.DOING))
                if is_past(word) and self._is_loose_participle(index, place):
                    return _Start(Who.NOBODY, index, _Verb(place, Tense.DONE))
            if self.words.stops[place] or self.words.comma_after(place):
                return None
        return None

    def _is_under_way(self, index: int) -> bool:
        """Say whether an -ing form opens a clause of its own: "Checking the log now"."""
        if not self.words[index].endswith("ing") or self.words[index + 1] not in _OBJECTS:
            return False
        opening = self.words.tokens[index]
        clause = self.reading.reply.clause_at(opening.start)
        return not _FINITE.search(self.folded, opening.end, min(clause.end, opening.end + 80))

    def _is_loose_participle(self, index: int, place: int) -> bool:
        """Say whether a past form has no object, so that it tells what was done to a thing."""
        if self.words[place] in _NO_PARTICIPLES:
            return False
        return place == index or self.words[place + 1] not in _OBJECTS

    def _deed(self, start: _Start, following: int) -> Deed | None:
        verb, tokens = start.verb, self.words.tokens
        last = self._last(verb.index, following)
        span = Span(tokens[start.first].start, tokens[last].end)
        kind = self._kind(start, self.folded[tokens[verb.index].start : span.end])
        if kind is None or verb.is_passive:
            return None
        return Deed(
            start=span.start,
            end=span.end,
            verb=self.words[verb.index],
            who=start.who,
            tense=verb.tense,
            kind=kind,
            is_negated=verb.is_negated,
            is_conditional=self._is_conditional(start.first),
            details=len(self.reading.details_in(span)),
            figures=self._figures(start.first, last),
            substance=self._substance(start, last),
            when=self._when(span),
        )

    def _kind(self, start: _Start, tail: str) -> Kind | None:
        word = self.words[start.verb.index]
        if is_no_act(tail) or self._has_somebody(start) or self._has_said_it(start):
            return None
        kind = kind_of(word, tail)
        if kind is not None:
            return kind
        if word in feeling_verbs() or start.verb.tense is Tense.HABIT:
            return None
        if start.verb.tense is Tense.DOING and not word.endswith("ing"):
            return None
        return Kind.OTHER if start.who in {Who.I, Who.WE, Who.NAMED} else None

    def _has_said_it(self, start: _Start) -> bool:
        """Say whether "we already told you" only points to what was said before."""
        index = start.verb.index
        is_said = self.words[index] in {"told", "explained", "warned", "advised", "informed"}
        return is_said and start.verb.tense is Tense.DONE and self.words[index + 1] == "you"

    def _has_somebody(self, start: _Start) -> bool:
        """Say whether "I've got Faizal" only tells who is there."""
        index = start.verb.index
        is_owned = self.words[index] == "got" and self.words[index - 1].endswith(("'ve", "have"))
        return is_owned and self.words.capitals[index + 1] and index + 1 < len(self.words)

    def _last(self, verb: int, following: int) -> int:
        last = verb
        while last + 1 < following and not self.words.stops[last]:
            last += 1
        while last > verb and self.words[last] in _DANGLING:
            last -= 1
        return last

    def _is_conditional(self, first: int) -> bool:
        """Say whether an if, once or so-that stands before the act in its sentence."""
        opening = self.words.tokens[max(self.words.sentence[first], first - 40)].start
        return bool(_CONDITION.search(self.folded, opening, self.words.tokens[first].start))

    def _figures(self, first: int, last: int) -> int:
        said = ((i, self.words[i]) for i in range(first + 1, last + 1))
        return sum(
            word[0].isdigit()
            or word in _NUMBER_WORDS
            or (self.words.capitals[i] and word not in lexicons.load("stopwords"))
            for i, word in said
        )

    def _substance(self, start: _Start, last: int) -> float:
        """1 where the verb has a thing, 0.9 where only a pronoun or "Refunded.", else 0.5."""
        verb = start.verb.index
        if start.who is Who.NOBODY and start.verb.tense is Tense.DONE and verb == last:
            return 0.9
        after = [self.words[i] for i in range(verb + 1, min(last + 1, verb + 12))]
        if any(is_content(word) for word in after):
            return 1.0
        return 0.9 if _PATIENTS & set(after) else 0.5

    def _when(self, span: Span) -> When | None:
        first = bisect_left(self.time_starts, span.start)
        inside = self.times[first : bisect_left(self.time_starts, span.end)]
        return max(inside, key=lambda when: when.sharpness, default=None)


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
    if helper in FORMS_OF_BE and tense in {Tense.DOING, Tense.DONE} and not (is_ing or hedged):
        if not is_past(word):
            return None
        if helper == "s":
            tense = Tense.DONE
    is_passive = helper in {"re", "is", "are", "was", "were"} and is_past(word) and not is_ing
    if tense is None:
        tense = Tense.DONE if is_past(word) else Tense.HABIT
    return _Verb(place, Tense.MAY if hedged else tense, negated, is_passive)
