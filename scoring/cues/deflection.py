"""Replies that say nothing: a message request or a link alone, a phrase, another subject."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.deeds import reply_times
from scoring.cues.need import judged
from scoring.cues.ties import BRIEF, bearing
from scoring.cues.wordings import pattern
from scoring.reading import Reading
from scoring.rubric.overall import LOW_EMOTION
from scoring.stance import TRAITS
from scoring.text import Span

_ROUTE = re.compile(
    r"\b(?:dms?|direct message|private message|pm|inbox|messages?|e-?mail|call|form|link|website"
    r"|faqs?|get in touch|contact|help ?(?:page|centre|center|desk)|app|chat|support|reach out"
    r"|pop us)\b"
    r"|https?:|\w\.\w+/\w"
)
_SENDS_AWAY = re.compile(
    r"\b(?:dm|message|e-?mail|contact|call|inbox|pm|pop|drop|send)\b"
    r" (?:us|our|your|the|with|a (?:message|dm|pm))\b"
    r"|\b(?:get in touch|fill (?:in|out)|form|visit our|link|our (?:website|faqs?))\b"
)
_SENT = re.compile(
    r"\b(?:dm|message|e-?mail|contact|call|inbox|pm|pop|drop|send|visit|see|check|use|go to|try)\b"
    r" (?:us|our|your|the|a)\b|\b(?:get in touch|reach out|fill (?:in|out)|please)\b"
)
_SUBSTANCE = re.compile(
    r"\b(?:refund|replac|credit|cancel|sorted|fixed|book(?:ed|ing you)|engineer|courier|switch"
    r"|press|turn|restart|settings|open(?:s|ed)?|closed?|because|until|yes|no|today|tomorrow"
    r"|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|stop|free|keep|recall)\w*"
    r"|[£$€]\d|\d{1,2}(?::\d\d| ?[ap]m\b)"
)

NOTHING_ELSE = 0.5
"""Strength from which a deflection is all that a reply says; gate K8 goes by it."""

_LITTLE_ELSE, _ONE_DETAIL = 0.35, 0.25
_TOUCHES = ("sorry", "feels", "owns", "looks", "asks", "repairs", "questions", "says_i")
_TELLING_POST = 6
"""Words; a post shorter than this gives a reply too little to take up."""

_SHORT = 12
"""Words; a reply no longer than this that answers nothing counts as empty."""


def find(reading: Reading) -> Iterator[Move]:
    """Yield what points elsewhere without saying anything, or says nothing of this complaint."""
    telling = [span for span in _heard(reading) if not _is_filler(reading, span)]
    if not telling or _is_elsewhere(reading):
        yield from _said_nothing(reading)
    elif len(telling) == 1 and not _helps(reading):
        away = _that_match(reading, _SENDS_AWAY)
        if away:
            strength = _ONE_DETAIL if reading.details else _LITTLE_ELSE
            yield _over(reading, "bare_deflection", away, strength)


def _heard(reading: Reading) -> list[Span]:
    """Return the sentences that can say something of the post; names and idle ones can't."""
    text = reading.reply
    return [span for span in bearing(reading) if len(text.part(span).split()) > BRIEF]


def _heard_text(reading: Reading) -> str:
    return " ".join(reading.reply.part(span) for span in bearing(reading))


def _is_elsewhere(reading: Reading) -> bool:
    """Say whether nothing of the reply touches the post: no detail, no care, no act, no route."""
    folded = _heard_text(reading)
    if len(reading.complaint.words) < _TELLING_POST or reading.details or _helps(reading):
        return False
    return not any(TRAITS[name].search(folded) for name in _TOUCHES) and not _ROUTE.search(folded)


def _said_nothing(reading: Reading) -> Iterator[Move]:
    routes = _routes(reading)
    if routes:
        yield _over(reading, "bare_deflection", routes, NOTHING_ELSE)
    elif judged(reading).emotion >= LOW_EMOTION:
        spans = list(reading.reply.sentences)
        yield _over(reading, "off_topic", spans, 1.0 if _is_empty(reading) else NOTHING_ELSE)


def _routes(reading: Reading) -> list[Span]:
    """Return the sentences with a route; one beside the post must send somebody along it."""
    tied = bearing(reading)
    sent = _that_match(reading, _SENT)
    return [span for span in _that_match(reading, _ROUTE) if span in tied or span in sent]


def _that_match(reading: Reading, wanted: re.Pattern[str]) -> list[Span]:
    return [span for span in reading.reply.sentences if wanted.search(reading.reply.part(span))]


def _over(reading: Reading, name: str, spans: list[Span], strength: float) -> Move:
    return reading.move(name, spans[0].start, spans[-1].end, strength)


def _is_filler(reading: Reading, span: Span) -> bool:
    """Say whether a sentence holds a courtesy, a formula or a route, and nothing of this case."""
    part = reading.reply.part(span)
    if any(w.sharpness == 1 and span.start <= w.start < span.end for w in reply_times(reading)):
        return False
    if reading.details_in(span) or _SUBSTANCE.search(part) or TRAITS["acts"].search(part):
        return False
    return bool(_ROUTE.search(part) or pattern("filler").search(part) or len(part.split()) <= 3)


def _helps(reading: Reading) -> bool:
    folded = _heard_text(reading)
    return bool(TRAITS["acts"].search(folded) or _SUBSTANCE.search(folded))


def _is_empty(reading: Reading) -> bool:
    return len(_heard_text(reading).split()) <= _SHORT and not reading.details
