"""Tones that undo care: rules and argument where concern is due, and cheer under a complaint."""

import re
from collections.abc import Iterator
from itertools import islice

from scoring.assessment import Move
from scoring.cues.need import is_courtesy_due
from scoring.cues.phrases import matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading

_BANG = re.compile(r"!+")
# Grins, parties and cheers; sad faces, hearts and folded hands are no cheer.
_EMOJI = re.compile(
    "[\U0001f600-\U0001f60b\U0001f60d-\U0001f60f\U0001f618-\U0001f61d\U0001f638-\U0001f63d"
    "\U0001f642\U0001f643\U0001f920-\U0001f923\U0001f929\U0001f92a\U0001f973\U0001f31f"
    "\U0001f37b-\U0001f37e\U0001f381-\U0001f38a\U0001f483\U0001f57a\U0001f44d\U0001f44f"
    "\U0001f64c\U0001f680\U0001f525\U0001f4aa\u2728\u2b50]"
)
_CHEER = 0.25
_READ = 20  # more marks than this can't sound any more cheerful


def find(reading: Reading) -> Iterator[Move]:
    """Yield talk that passes the person by; cheer too, where the post is a complaint."""
    yield from matches(reading, wordings("tone"))
    if is_courtesy_due(reading):
        return
    yield from matches(reading, wordings("cheer"))
    for mark in (_BANG, _EMOJI):
        for found in islice(mark.finditer(reading.reply.folded), _READ):
            yield reading.move("chirpy", found.start(), found.end(), _CHEER)
