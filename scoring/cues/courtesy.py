"""Courtesy: what praise and plain questions are owed in place of concern."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.case import Flag
from scoring.cues.feeling import JOY
from scoring.cues.need import judged
from scoring.cues.phrases import matches
from scoring.reading import Reading


def is_due(reading: Reading) -> bool:
    """Say whether the post is praise or a plain question rather than a complaint."""
    if reading.case.flags & {Flag.PRAISE, Flag.QUESTION}:
        return True
    if reading.case.emotion_need is not None:
        return reading.case.emotion_need < 0.3
    need = judged(reading)
    return need.is_praise or need.is_question


def find(reading: Reading) -> Iterator[Move]:
    """Yield the courtesies of a reply to praise or a question; none under a complaint."""
    if not is_due(reading):
        return
    sentences = reading.reply.sentences
    if sentences:
        yield reading.move("courtesy", sentences[0].start, sentences[0].end, 0.7)
    yield from matches(reading, (JOY,))
