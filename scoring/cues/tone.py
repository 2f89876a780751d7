"""Tones that undo care: rules and argument where concern is due, and cheer under a complaint."""

import re
from collections.abc import Iterator
from itertools import islice

from scoring.assessment import Move
from scoring.cues.need import is_courtesy_due
from scoring.cues.phrases import matches
from scoring.cues.ties import bearing, is_idle_at
from scoring.cues.wordings import wordings
from scoring.reading import Reading
from scoring.stance import TRAITS

_BANG = re.compile(r"!+")
# Grins, parties and cheers; sad faces, hearts and folded hands are no cheer.
_EMOJI = re.compile(
    "[\U0001f600-\U0001f60b\U0001f60d-\U0001f60f\U0001f618-\U0001f61d\U0001f638-\U0001f63d"
    "\U0001f642\U0001f643\U0001f920-\U0001f923\U0001f929\U0001f92a\U0001f973\U0001f31f"
    "\U0001f37b-\U0001f37e\U0001f381-\U0001f38a\U0001f483\U0001f57a\U0001f44d\U0001f44f"
    "\U0001f64c\U0001f680\U0001f525\U0001f4aa\u2728\u2b50]"
)
_HANDLING = ("acts", "owns", "repairs")
_GENERAL = 0.5
"""Strength of mere talk in general, which passes nobody by where it is beside the point anyway."""

_CHEER = 0.25
_READ = 20  # more marks than this can't sound any more cheerful


def find(reading: Reading) -> Iterator[Move]:
    """Yield talk that passes the person by; cheer too, where the post is a complaint."""
    for move in matches(reading, wordings("tone")):
        if move.strength > _GENERAL or not is_idle_at(reading, move.start):
            yield move
    if is_courtesy_due(reading):
        return
    for move in matches(reading, wordings("cheer")):
        if not (is_idle_at(reading, move.start) and _is_handled(reading)):
            yield move
    for mark in (_BANG, _EMOJI):
        for found in islice(mark.finditer(reading.reply.folded), _READ):
            yield reading.move("chirpy", found.start(), found.end(), _CHEER)


def _is_handled(reading: Reading) -> bool:
    """Say whether something is done or owned, so that a good wish beside it is only that."""
    said = " ".join(reading.reply.part(span) for span in bearing(reading))
    return any(TRAITS[name].search(said) for name in _HANDLING)
