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
from importlib.resources import files

from scoring import lexicons
from scoring.cues.times import When, times
from scoring.reading import Reading
from scoring.text import Span, Token


class Who(StrEnum):
    """Whose act it is."""

    I = "i"  # noqa: E741 - the pronoun itself
    WE = "we"
    NAMED = "named"  # a colleague by name or role: "Dave", "our duty manager"
    THEY = "they"  # he, she, they: someone spoken of before
    TEAM = "team"  # "the team", "the relevant department"
    NOBODY = "nobody"  # passive, or no subject at all


class Tense(StrEnum):
    """How far along the act is."""

    DONE = "done"
    DOING = "doing"
    WILL = "will"
    HABIT = "habit"  # simple present: what always happens
    MAY = "may"  # can, could, would, may, might, "would like to"


class Kind(StrEnum):
    """What the verb does."""

    REPAIR = "repair"
    REACH = "reach"
    INQUIRE = "inquire"
    OTHER = "other"
    VAGUE = "vague"


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One act over `folded[start:end]`, from its subject to the end of what is said of it.

    `details` counts words of the complaint inside, `figures` the numbers, names and
    money; `when` is the sharpest time inside.
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
    when: When | None


_VERB_LISTS = (
    (Kind.VAGUE, "vague_verbs"),
    (Kind.INQUIRE, "inquire_verbs"),
    (Kind.REACH, "reach_verbs"),
    (Kind.REPAIR, "repair_verbs"),
)
_AUXILIARIES = {
    "will": Tense.WILL,
    "shall": Tense.WILL,
    "won't": Tense.WILL,
    "have": Tense.DONE,
    "has": Tense.DONE,
    "had": Tense.DONE,
    "haven't": Tense.DONE,
    "hasn't": Tense.DONE,
    "hadn't": Tense.DONE,
    "am": Tense.DOING,
    "are": Tense.DOING,
    "is": Tense.DOING,
    "aren't": Tense.DOING,
    "isn't": Tense.DOING,
    "was": Tense.DONE,
    "were": Tense.DONE,
    "can": Tense.MAY,
    "can't": Tense.MAY,
    "cannot": Tense.MAY,
    "could": Tense.MAY,
    "couldn't": Tense.MAY,
    "would": Tense.MAY,
    "wouldn't": Tense.MAY,
    "may": Tense.MAY,
    "might": Tense.MAY,
    "should": Tense.MAY,
    "shouldn't": Tense.MAY,
    "must": Tense.MAY,
    "do": Tense.HABIT,
    "don't": Tense.HABIT,
    "does": Tense.HABIT,
    "doesn't": Tense.HABIT,
    "did": Tense.DONE,
    "didn't": Tense.DONE,
}
_CLITICS = {
    "ll": Tense.WILL,
    "ve": Tense.DONE,
    "m": Tense.DOING,
    "re": Tense.DOING,
    "s": Tense.DOING,
    "d": Tense.MAY,
}
_ADVERBS = frozenset(
    "just now also already not never always still then only both all so too very really straight"
    " right even since either first gladly be been being".split()
)
_NEGATIONS = frozenset("not never no can't cannot won't don't didn't haven't isn't aren't".split())
_HEDGES = frozenset(
    "like love happy able glad hope try trying aim wish want need keen willing sorry afraid".split()
)
_PRONOUNS = {"i": Who.I, "we": Who.WE, "he": Who.THEY, "she": Who.THEY, "they": Who.THEY}
_TEAMS = frozenset("team teams department departments colleagues agents staff advisors".split())
_SUBJECT_STOP = frozenset(
    "please hi hello dear thanks thank sorry yes no ok okay dm pm oh ah hey monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july august september"
    " october november december that there here what who how where when it this everything"
    " everyone nothing nobody something someone which the sadly today tomorrow tonight".split()
)
_JOINS = frozenset("and but so because that while when then until before after where if".split())
_PREPOSITIONS = frozenset("to of for with by from at in on about your you than as like".split())
_AFTER_NAME = frozenset("will has is can would runs goes finishes says who and from at in".split())
_OBJECTS = frozenset("the a an us me you your our it this that them him her my his to".split())
_BREAK = re.compile(r"[.!?…;:()\n]|\s-+\s|\" ")
_GOING_TO = frozenset({"going", "gonna", "about"})
_CONDITION = re.compile(
    r"\b(?:if|once|when|should you|unless|provided|so that|so we can|so i can|in case|whether)\b"
)
_VAGUE_TAIL = re.compile(
    r"(?:look(?:ing|ed)? (?:further )?(?:at|in ?to|forward)|look(?:ing|ed)? (?:this|it) up|pass(?:ed|ing)?\b|see what"
    r"|make (?:sure|it right|things right|this right)|making (?:sure|it right|things right)"
    r"|put(?:ting)? (?:it|this|things) right|get(?:ting)? (?:it|this|that|things) (?:sorted|fixed|resolved)"
    r"|do(?:ing)? (?:everything|our best|all|what)|be in touch|get back to you|sort(?:ed|ing)? (?:it|this|that)"
    r"|tak(?:e|en|ing) (?:this|it|all|these|that|your|such|the|complaints|safety|every)? ?"
    r"(?:\w+ ){0,5}(?:seriously|on board|into account|a look|steps|care|full|pride)"
    r"|work(?:ing)? (?:hard|on|to|around|with|closely|through)"
    r"|fe(?:e?)d(?:ing)? (?:this |it |that |your \w+ )?back|keep(?:ing)? (?:it |this |that )?in mind"
    r"|(?:be|been) in contact|have (?:someone|a look)|follow(?:ing|ed)? up|bear(?:ing)? with"
    r"|give (?:you )?(?:the best|a great|an? \w+ experience)|ma(?:k|d)(?:e|ing) (?:\w+ )?note"
    r"|help(?:ing)? you)"
)
_NUMBER_WORD = frozenset(
    "one two three four five six seven eight nine ten eleven twelve both twice half every".split()
)
_MONEY = re.compile(r"[£$€¥₹₱]\s?\d|\b\d+(?:\.\d+)? ?(?:pounds|quid|euros?|dollars|p\b)")


@cache
def verb_kinds() -> dict[str, Kind]:
    """Return the kind of each verb form that the lists know; repair wins over a vaguer list."""
    kinds: dict[str, Kind] = {}
    for kind, name in _VERB_LISTS:
        for line in _lines(name):
            for form in _forms(line.split()):
                kinds[form] = kind
    return kinds


@cache
def feeling_verbs() -> frozenset[str]:
    """Return every form of the verbs that are no act, whoever is their subject."""
    return frozenset(form for line in _lines("feeling_verbs") for form in _forms(line.split()))


def _lines(name: str) -> list[str]:
    return sorted(lexicons.load(name))


def _forms(entry: list[str]) -> Iterator[str]:
    base = entry[0]
    yield from entry
    yield from (base + "s", base + "ed", base + "d" if base.endswith("e") else base + "ed")
    yield base[:-1] + "ing" if base.endswith("e") else base + "ing"
    if base.endswith("y"):
        yield from (base[:-1] + "ied", base[:-1] + "ies")


@lru_cache(maxsize=4)
def deeds(reading: Reading) -> tuple[Deed, ...]:
    """Return the acts stated in the reply, in order."""
    return tuple(_Finder(reading).found())


@lru_cache(maxsize=4)
def reply_times(reading: Reading) -> tuple[When, ...]:
    """Return the times named in the reply, in order."""
    return times(reading.reply.folded)


@dataclass(frozen=True, slots=True)
class _Verb:
    index: int
    tense: Tense
    is_negated: bool
    is_passive: bool


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
        self._common = frozenset(
            token.text for index, token in enumerate(self.tokens) if not self.is_capital(index)
        ) | frozenset(reading.complaint.words)
        self.breaks_after = [self._breaks(i) for i in range(len(self.tokens))]
        self.sentence_start = self._sentence_starts()

    def found(self) -> Iterator[Deed]:
        starts = list(self._starts())
        for place, start in enumerate(starts):
            following = starts[place + 1].first if place + 1 < len(starts) else len(self.tokens)
            deed = self._deed(start, following)
            if deed is not None:
                yield deed

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
        if index in self.sentence_start or self._after_comma_or_and(index):
            return self._bare(index)
        return None

    def _subject(self, index: int, word: str, clitic: str) -> Who | None:
        if word in _PRONOUNS and (not clitic or clitic in _CLITICS):
            return _PRONOUNS[word]
        if word in _TEAMS:
            return Who.TEAM if self._opens_clause(index) else None
        if word in _roles() or self._is_name(index, word, clitic):
            return Who.NAMED if self._opens_clause(index) else None
        return None

    def _opens_clause(self, index: int) -> bool:
        """Say whether a noun stands where a subject does: only its own modifiers before it."""
        for place in range(index, max(-1, index - 5), -1):
            if place in self.sentence_start or self._after_comma_or_and(place):
                return True
            before = self.tokens[place - 1].text
            if before in _JOINS:
                return True
            if before in verb_kinds() or before in _PREPOSITIONS:
                return False
        return False

    def _is_name(self, index: int, word: str, clitic: str) -> bool:
        if word in _SUBJECT_STOP or len(word) < 2 or word.isdigit():
            return False
        if not self.is_capital(index) or word in lexicons.load("stopwords"):
            return False
        if index not in self.sentence_start:
            return True
        if word.endswith(("ing", "ly", "ed", "ion", "ment", "s")) or word in self._common:
            return False
        return bool(clitic) or self._next_word(index) in _AFTER_NAME

    def is_capital(self, index: int) -> bool:
        token = self.tokens[index]
        first, _ = self.reading.reply.typed_span(token.start, token.end)
        typed = self.reading.reply.typed
        return typed[first].isupper() and not typed[first : first + 2].isupper()

    def _verb(self, index: int, clitic: str) -> _Verb | None:
        """Walk over helpers and adverbs after the subject to the verb that says the act."""
        tense: Tense | None = _CLITICS.get(clitic)
        helper = clitic
        negated = False
        hedged = False
        place = index
        for _ in range(9):
            if self.breaks_after[place]:
                return None
            place += 1
            if place >= len(self.tokens):
                return None
            word = self.tokens[place].text
            if place == index + 1 and tense is None:
                place = self._past_aside(place)
                word = self.tokens[place].text
            if word in _NEGATIONS or word.endswith("n't"):
                negated = True
            if word in _AUXILIARIES:
                if tense is None or tense is Tense.DOING:
                    tense = _AUXILIARIES[word]
                elif _AUXILIARIES[word] is Tense.MAY:
                    tense = Tense.MAY
                helper = word
                continue
            if word in _GOING_TO and self._next_is(place, "to"):
                tense = Tense.WILL
                continue
            if word in _HEDGES and (self._next_is(place, "to") or word == "sorry"):
                hedged = True
                continue
            if word in _ADVERBS or word == "to" or (word.endswith("ly") and len(word) > 4):
                continue
            return self._verb_at(place, tense, helper, negated, hedged)
        return None

    def _past_aside(self, place: int) -> int:
        """Step over "who runs the desk," or ", our manager," between a name and its verb."""
        opens = self.tokens[place].text == "who" or self._comma_after(place - 1)
        if not opens or self.tokens[place - 1].text in _PRONOUNS:
            return place
        for ahead in range(place, min(place + 7, len(self.tokens) - 1)):
            if self.breaks_after[ahead]:
                return place
            if self._comma_after(ahead):
                return ahead + 1
        return place

    def _verb_at(
        self, place: int, tense: Tense | None, helper: str, negated: bool, hedged: bool
    ) -> _Verb | None:
        word = self.tokens[place].text
        is_ing = word.endswith("ing")
        form_of_be = helper in {"m", "re", "s", "am", "is", "are", "was", "were"}
        if tense is Tense.DOING and form_of_be and not is_ing:
            if helper in {"s"} and _is_past(word):
                tense = Tense.DONE
            elif not _is_past(word):
                return None
        is_passive = helper in {"re", "is", "are", "was", "were"} and _is_past(word) and not is_ing
        if tense is None:
            tense = Tense.DONE if _is_past(word) else Tense.HABIT
        if hedged:
            tense = Tense.MAY
        return _Verb(place, tense, negated, is_passive)

    def _bare(self, index: int) -> _Start | None:
        """A sentence without subject: "Refunded.", "Taxi booked", "Checking the log now"."""
        for place in range(index, min(index + 4, len(self.tokens))):
            word = self.tokens[place].text
            if word in _PRONOUNS or word.partition("'")[0] in _PRONOUNS:
                return None
            if word in _AUXILIARIES or word in {"you", "your", "to", "for", "be", "by", "of", "as"}:
                return None
            kind = verb_kinds().get(word)
            acts = kind is not None and kind is not Kind.VAGUE
            if acts and place == index and word.endswith("ing") and len(word) > 4:
                return _Start(Who.NOBODY, index, _Verb(place, Tense.DOING, False, False))
            if acts and _is_past(word) and self._is_loose_participle(index, place):
                return _Start(Who.NOBODY, index, _Verb(place, Tense.DONE, False, False))
            if self.breaks_after[place] or self._comma_after(place):
                return None
        return None

    def _is_loose_participle(self, index: int, place: int) -> bool:
        """Say whether a past form has no object, so that it tells what was done to a thing."""
        word = self.tokens[place].text
        if word in {"left", "set", "shut", "put", "read"}:
            return False
        return place == index or self._next_word(place) not in _OBJECTS

    def _deed(self, start: _Start, following: int) -> Deed | None:
        verb = start.verb
        last = self._last(verb.index, following)
        first_token, end = self.tokens[start.first], self.tokens[last].end
        span = Span(first_token.start, end)
        kind = self._kind(start, self.folded[self.tokens[verb.index].start : end])
        if kind is None or verb.is_passive and start.who in {Who.THEY, Who.WE, Who.NAMED}:
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
            when=self._when(span),
        )

    def _kind(self, start: _Start, tail: str) -> Kind | None:
        word = self.tokens[start.verb.index].text
        if _VAGUE_TAIL.match(tail):
            return Kind.VAGUE
        kind = verb_kinds().get(word)
        if kind is not None:
            return kind
        if word in feeling_verbs() or start.verb.tense is Tense.HABIT:
            return None
        if start.verb.tense is Tense.DOING and not word.endswith("ing"):
            return None
        return Kind.OTHER if start.who in {Who.I, Who.WE, Who.NAMED} else None

    def _last(self, verb: int, following: int) -> int:
        last = verb
        while last + 1 < following and not self.breaks_after[last]:
            last += 1
        while last > verb and self.tokens[last].text in {"and", "but", "so", "because", "then", "our", "the", "a"}:
            last -= 1
        return last

    def _is_conditional(self, first: int) -> bool:
        """Say whether an if, once or so-that stands before the act in its sentence."""
        place = first
        while place > 0 and not self.breaks_after[place - 1]:
            place -= 1
        return bool(_CONDITION.search(self.folded, self.tokens[place].start, self.tokens[first].start))

    def _figures(self, first: int, last: int) -> int:
        count = 0
        for index in range(first + 1, last + 1):
            word = self.tokens[index].text
            if word[0].isdigit() or word in _NUMBER_WORD:
                count += 1
            elif word not in lexicons.load("stopwords") and self.is_capital(index):
                count += 1
        return count

    def _when(self, span: Span) -> When | None:
        inside = [w for w in reply_times(self.reading) if span.start <= w.start < span.end]
        return max(inside, key=lambda when: when.sharpness, default=None)

    def _breaks(self, index: int) -> bool:
        if index + 1 >= len(self.tokens):
            return True
        gap = self.folded[self.tokens[index].end : self.tokens[index + 1].start]
        return bool(gap.strip(" ,'\"") and _BREAK.search(gap))

    def _comma_after(self, index: int) -> bool:
        return self.folded[self.tokens[index].end : self.tokens[index].end + 1] == ","

    def _after_comma_or_and(self, index: int) -> bool:
        return index > 0 and self._comma_after(index - 1)

    def _next_word(self, index: int) -> str:
        return self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""

    def _next_is(self, index: int, word: str) -> bool:
        return index + 1 < len(self.tokens) and self.tokens[index + 1].text == word

    def _sentence_starts(self) -> frozenset[int]:
        starts = {0}
        starts.update(i + 1 for i, stops in enumerate(self.breaks_after) if stops)
        return frozenset(starts)


@cache
def _roles() -> frozenset[str]:
    return lexicons.load("roles")


_IRREGULAR_PAST = frozenset(
    "sent put held kept brought took taken given gave found told spoke spoken rung rang paid made"
    " got left set shut read written wrote built done went gone came met drove bought sewn sat"
    " lent heard seen asked checked stood frozen dug wrong".split()
)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _IRREGULAR_PAST


def has_money(text: str) -> bool:
    """Say whether a folded stretch names a sum."""
    return bool(_MONEY.search(text))


def token_at(tokens: tuple[Token, ...], position: int) -> int:
    """Return the index of the first token that starts at or after a folded position."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].start < position:
            low = middle + 1
        else:
            high = middle
    return low
