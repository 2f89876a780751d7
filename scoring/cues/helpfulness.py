"""What the customer can use: answers, instructions, routes, safety, a way on if it fails."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.deeds import reply_times
from scoring.cues.phrases import matches
from scoring.cues.usable import ASKS, STARTS, USES
from scoring.reading import Reading, is_content
from scoring.text import Span

_ANSWER = re.compile(
    r"(?:yes|no|yep|nope|aye|yeah|correct|not (?:yet|today|any)|it (?:is|does|will|was|has)"
    r"|they (?:do|are|will|count|can)|you (?:can|do|are|will|don't|may)|we (?:do|are|have|will|can)"
    r"|from|until|open|both|neither)\b"
)
_FIGURE = re.compile(r"\d+(?:[.:,]\d+)*|[£$€]")
_OPENING = re.compile(
    r"(?:hi|hello|hey|dear|please|and|then|so|just|or|ok|first|sorry)\b[ ,]*(?:\w+, )?"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of helpfulness in the reply."""
    yield from matches(reading, ASKS)
    yield from matches(reading, USES)
    for place, span in enumerate(reading.reply.sentences):
        yield from _answers(reading, place, span)
        yield from _instructs(reading, span)


def _answers(reading: Reading, place: int, span: Span) -> Iterator[Move]:
    text = reading.reply.part(span)
    if "?" in reading.complaint.folded and place < 2 and _ANSWER.match(text):
        yield reading.move("answers_part", span.start, span.end, 0.9)
        return
    figures = len(_FIGURE.findall(text)) + _times_in(reading, span)
    if figures and not text.endswith("?"):
        strength = 0.3 + 0.2 * min(3, figures + len(reading.details_in(span)))
        yield reading.move("states_fact", span.start, span.end, strength)


def _times_in(reading: Reading, span: Span) -> int:
    return sum(span.start <= when.start < span.end for when in reply_times(reading))


def _instructs(reading: Reading, span: Span) -> Iterator[Move]:
    """An instruction that names what to press, bring or say."""
    for clause in reading.reply.clauses:
        if not span.start <= clause.start < span.end:
            continue
        start = clause.start
        opening = _OPENING.match(reading.reply.folded, start, clause.end)
        if opening:
            start = opening.end()
        words = reading.reply.folded[start : clause.end].split()
        if len(words) < 3 or words[0].strip(",.:") not in STARTS or words[1] in {"us", "our"}:
            continue
        content = sum(is_content(word.strip(",.:;!?'\"")) for word in words)
        yield reading.move("instructs", clause.start, clause.end, min(1.0, 0.2 + 0.15 * content))
