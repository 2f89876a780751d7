"""Answers: to the question asked, to each part of a complaint, and to praise."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.deeds import reply_times
from scoring.cues.need import judged
from scoring.cues.scheduled import SAID
from scoring.cues.ties import bearing
from scoring.cues.usable import STARTS
from scoring.cues.verbs import is_past, listed
from scoring.reading import Reading, is_content
from scoring.text import Span

_GREETING = re.compile(
    r"(?:@\w+|hi+|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|thanks?(?: you)?|aw|ah|oh"
    r"|straight answer|honest answer|short answer|well|sorry|ha+)\b[^.!?,:]{0,40}[,:!.]?\s*"
)
_ANSWER = re.compile(
    r"(?:yes|no|yep|yup|nope|aye|yeah|correct|sure|true|you(?:'re| are) right|not (?:yet|today|any)"
    r"|it (?:is|does|will|was|has)|(?:it|that|she|he)(?:'s|'ll) (?!not)|they (?:do|are|will|count"
    r"|can)"
    r"|you (?:can|do|are|will|don't|may)|we (?:do|are|have|will|can)|from|until|open|both"
    r"|neither)\b"
)
_FIGURE = re.compile(r"\d+(?:[.:,]\d+)*|[£$€]")
_OPENING = re.compile(
    r"(?:hi|hello|hey|dear|please|and|then|so|just|or|ok|first|sorry|to \w+ \w+)\b[ ,]*(?:\w+, )?"
)
_GLAD = re.compile(
    r"\b(?:thank|thanks|ta|cheers|glad|happy|delighted|pleased|lovely|love|loved|made (?:my|our)"
    r"|thrilled"
    r"|welcome|proud|grin\w*|smil\w+|chuffed|congratulations|well done|means|appreciate\w*)\b"
)
_TOLD = re.compile(
    r"\b(?:told|read (?:this|it|that|your|the)|showed|shown|printed|pinned|sent|knows?|seen|says?"
    r"|been told|gone|went|put (?:it|this) (?:up|on)|shared|blushing|beaming|grinning|as i type)\b"
)
_WILL_TELL = re.compile(
    r"\b(?:tell|pass(?:ed|ing)?|share|let \w+ know|make sure|be sure|print|show)\b"
)
_FIRST = 3
"""Sentences on the post that are looked at for an answer: one that comes later answers nobody."""

_SOFT = 0.6
"""How sharp "now" and "this week" are: too soft for a fact."""

_REGRET = re.compile(
    r"\b(?:regret\w*|assure|passionate|mortified|ashamed|empathise|responsib\w+)\b"
)
_REMARK = re.compile(r"(?:it|that)(?:'s| is| was)\b|you(?:'re| are) right\b")
_YOU_DID = re.compile(r"(?:(?:and|that|so) )?you(?:'ve|'d| have| had)? (?P<did>\w+)")
_EMPTY = listed(
    "team feedback comments details experience service customer customers issue matter query"
    " contact"
    " touch time website sorry apologies thank thanks hope"
)

_ASKS = listed("send email dm message reply write tell give call")


QUESTION = "question"
"""The note on what answers a plain question, as against one inside a complaint."""


def find(reading: Reading) -> Iterator[Move]:
    """Yield what answers, instructs, states facts or fits the praise."""
    need = judged(reading)
    is_praise, is_question = need.is_praise, need.is_question
    asks = is_question or "?" in reading.complaint.folded
    counts = _Counts(reading)
    first = bearing(reading)[:_FIRST]
    for span in reading.reply.sentences:
        answered = asks and span in first and _is_answer(reading, span)
        if answered:
            note = QUESTION if is_question else ""
            yield reading.move("answers_part", span.start, span.end, 0.9, note=note)
        elif not reading.reply.part(span).endswith("?"):
            yield from _facts(reading, span, counts, is_question)
        if is_praise:
            yield from _fits_praise(reading, span, counts)
    yield from instructions(reading)


class _Counts:
    """How many content words a stretch holds, in all and beside its times."""

    def __init__(self, reading: Reading) -> None:
        times = reply_times(reading)
        self._words = [
            token.start
            for token in reading.reply.tokens
            if is_content(token.text) and token.text not in _EMPTY
        ]
        dated = {place for when in times for place in range(when.start, when.end)}
        self._things = [start for start in self._words if start not in dated]

    def words_in(self, span: Span) -> int:
        return _between(self._words, span)

    def things_in(self, span: Span) -> int:
        return _between(self._things, span)


def _between(starts: list[int], span: Span) -> int:
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)


def opens_as_answer(reading: Reading, span: Span) -> bool:
    """Say whether a sentence opens, after a greeting, the way an answer does."""
    folded = reading.reply.folded
    start = span.start
    for _ in range(2):
        greeting = _GREETING.match(folded, start, span.end)
        if _ANSWER.match(folded, start, span.end):
            return True
        if greeting is None:
            return False
        start = greeting.end()
    return _ANSWER.match(folded, start, span.end) is not None


def _is_answer(reading: Reading, span: Span) -> bool:
    """Say whether a sentence opens as an answer and is more than regret or a remark."""
    text = reading.reply.part(span)
    if not opens_as_answer(reading, span) or SAID.search(text) or _REGRET.search(text):
        return False
    if not _REMARK.match(text):
        return True
    return bool(_FIGURE.search(text) or reading.details_in(span))


def _facts(reading: Reading, span: Span, counts: _Counts, is_question: bool) -> Iterator[Move]:
    """A sentence with figures or times; under a question, one about what was asked, too."""
    figures = _new_figures(reading, span)
    details = len(reading.details_in(span))
    if figures and (is_question or counts.things_in(span)):
        strength = 0.3 + 0.2 * min(3, figures + details)
    elif is_question and details and counts.words_in(span) > details:
        strength = 0.3 + 0.15 * min(3, details)
    else:
        return
    note = QUESTION if is_question else ""
    yield reading.move("states_fact", span.start, span.end, strength, note=note)


def _new_figures(reading: Reading, span: Span) -> int:
    """Count the figures and times of a sentence that the customer didn't give.

    What stands among thanks, regret and wishes is no fact.
    """
    given = set(_FIGURE.findall(reading.complaint.folded))
    times = [when for when in reply_times(reading) if when.sharpness != _SOFT]
    found = 0
    for clause in reading.reply.clauses_in(span):
        text = reading.reply.part(clause)
        if SAID.search(text) or _is_their_story(text):
            continue
        found += sum(figure not in given for figure in _FIGURE.findall(text))
        found += sum(clause.start <= when.start < clause.end for when in times)
    return found


def _is_their_story(text: str) -> bool:
    """Say whether a clause tells the customer what they did: "you sent it this morning"."""
    told = _YOU_DID.match(text)
    return told is not None and is_past(told["did"])


def _fits_praise(reading: Reading, span: Span, counts: _Counts) -> Iterator[Move]:
    """Joy or thanks back, the thing praised named, the person told."""
    text = reading.reply.part(span)
    strength = 0.35 * (_GLAD.search(text) is not None)
    strength += 0.2 * min(2, len(reading.details_in(span)))
    if _TOLD.search(text):
        strength += 0.4
    elif _WILL_TELL.search(text):
        strength += 0.2
    strength += 0.1 * (counts.words_in(span) > 3)
    if strength > 0.1:
        yield reading.move("fits_praise", span.start, span.end, strength)


def instructions(reading: Reading) -> Iterator[Move]:
    """An instruction that names what to press, bring or say."""
    folded = reading.reply.folded
    for clause in reading.reply.clauses:
        start = clause.start
        opening = _OPENING.match(folded, start, clause.end)
        if opening:
            start = opening.end()
        said = [word.strip(",.:;!?'\"") for word in folded[start : clause.end].split(maxsplit=30)]
        if len(said) < 3 or said[0] not in STARTS or {"us", "our"} & set(said[1:3]):
            continue
        if (said[0] in _ASKS and said[1] in {"your", "a", "the"}) or {"us", "our"} & set(said[:5]):
            continue
        content = sum(is_content(word) for word in said[:30])
        yield reading.move("instructs", clause.start, clause.end, 0.2 + 0.15 * content)
