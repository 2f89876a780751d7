"""Instructions to whoever scores the reply. They are text; they earn nothing."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.wordings import pattern
from scoring.reading import Reading
from scoring.text import Span

_BRACKETS = re.compile(r"[(\[{<*][^()\[\]{}<>*]{4,400}[)\]}>*]")
_QUOTED = re.compile(r'"[^"]{10,400}"')


def find(reading: Reading) -> Iterator[Move]:
    """Yield what talks to a grader: the bracket or quotation around it, or else its sentence."""
    seen: set[Span] = set()
    for found in pattern("grader_talk").finditer(reading.reply.folded):
        span = _around(reading, found.start())
        if span not in seen:
            seen.add(span)
            yield reading.move("grader_instruction", span.start, span.end)


def _around(reading: Reading, position: int) -> Span:
    for wrapping in (_BRACKETS, _QUOTED):
        for found in wrapping.finditer(reading.reply.folded):
            if found.start() <= position < found.end():
                return Span(found.start(), found.end())
    return reading.reply.sentence_at(position)
