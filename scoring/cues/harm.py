"""Harm dressed as help: an act done to the customer, told in the words of a repair.

"I've cancelled your refund today" has an owner, a deed and a time, and takes away what was
asked for. Each wording holds the doer, the deed and the customer's own thing; a deed undone,
owned up to, asked for or made good in the same sentence is none.
"""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading, stem
from scoring.text import Span

_UNEXPLAINED = 0.6
"""Strength of a bare refusal; that the matter is closed with it makes it full."""

_REFUSES = re.compile(r"\b(?:i|we)(?:'ve| have)? (?:decided|chosen) (?:not to|against) ")
_CLOSES = re.compile(
    r"\bclos(?:e|ed|ing) (?:this|your|the) ?(?:case|complaint|ticket|thread|matter|file)?\b"
)
_REASON = re.compile(
    r"\b(?:because|as|since|so that|until|unless|photos?|shows?|unsafe|recall\w*|instead)\b"
)
_STOPS = re.compile(r"\b(?:cancel|stop|withdr|block|fr(?:ee|o)z)\w*")
_WORSE = re.compile(r"\bwith (?:even |much )?(?:more|extra) (?P<what>[a-z]{4,})\b")
_LACKED = r"\b(?:no|not enough|without|little|lack of|any|wanted|more) (?:\w+ )?"
_PASTIME = re.compile(
    r"\bgives? (?:you|him|her|them|your \w+) (?:\w+ )?(?:time|chance) to"
    r" (?:read|relax|think|exercise|practise|learn|bond)\b"
)
_ACTS = re.compile(r"\b(?:i|we|i've|we've|i'll|we'll|which|that)\b")


def find(reading: Reading) -> Iterator[Move]:
    """Yield acts against the customer, help on condition of silence, and jokes on their need."""
    wants_a_stop = _STOPS.search(reading.complaint.folded) is not None
    for move in matches(reading, wordings("harm")):
        quoted = reading.reply.typed[move.start : move.end].lower()
        if not (wants_a_stop and _STOPS.search(quoted)):
            yield move
    for span in reading.reply.sentences:
        yield from _worsened(reading, span)
        yield from _refused(reading, span)
        yield from _made_light(reading, span)


def _worsened(reading: Reading, span: Span) -> Iterator[Move]:
    """Yield where more is given of what the complaint is about, and didn't lack."""
    found = _WORSE.search(reading.reply.folded, span.start, span.end)
    if found is None:
        return
    told, what = reading.complaint, found["what"]
    lacked = re.search(_LACKED + re.escape(what), told.folded)
    if stem(what) in {stem(word) for word in told.words} and not lacked:
        yield reading.move("works_against", *found.span())


def _refused(reading: Reading, span: Span) -> Iterator[Move]:
    """Yield a refusal that gives no reason."""
    folded = reading.reply.folded
    found = _REFUSES.search(folded, span.start, span.end)
    if found and not _REASON.search(folded, span.start, span.end):
        strength = 1.0 if _CLOSES.search(folded) else _UNEXPLAINED
        yield reading.move("works_against", found.start(), span.end, strength)


def _made_light(reading: Reading, span: Span) -> Iterator[Move]:
    """Yield where the customer's trouble itself is said to be good for something."""
    folded = reading.reply.folded
    found = _PASTIME.search(folded, span.start, span.end)
    if found is None or _ACTS.search(folded, span.start, found.start()):
        return
    if reading.weight_in(Span(span.start, found.start())):
        yield reading.move("attacks", *found.span(), 0.9)
