"""Tones that undo care: rules and argument where concern is due, and cheer under a complaint."""

import re
from collections.abc import Iterator
from itertools import islice

from scoring.assessment import Move
from scoring.cues.courtesy import is_due
from scoring.cues.phrases import matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading

_BANG = re.compile(r"!+")
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
_CHEER = 0.4
_READ = 20  # more marks than this can't sound any more cheerful


def find(reading: Reading) -> Iterator[Move]:
    """Yield talk that passes the person by; cheer too, where the post is a complaint."""
    yield from matches(reading, wordings("tone"))
    if is_due(reading):
        return
    yield from matches(reading, wordings("cheer"))
    for mark in (_BANG, _EMOJI):
        for found in islice(mark.finditer(reading.reply.folded), _READ):
            yield reading.move("chirpy", found.start(), found.end(), _CHEER)
