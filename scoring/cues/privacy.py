"""Private data: asked for in public, or published by us."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.case import Channel
from scoring.cues import exposure
from scoring.cues.wordings import alternatives
from scoring.reading import Reading
from scoring.text import Span

_REQUEST = re.compile(rf"(?<!\w)(?:{alternatives('data_requests')})(?!\w)")
_WRITE = re.compile(
    r"(?:^|(?<=[.!?,;:\n] )|(?<=\n)|(?<=and )|(?<=please )|(?<=just )|(?<=kindly )|(?<=simply )"
    r"|(?<=you )|(?<=then )|(?<=you to )|(?<=need to ))"
    r"(?:reply|comment|respond|answer|post|send|share|provide|confirm|give|tell|drop|pop|supply"
    r"|include|quote|type|write|enter|leave|list|put|state|paste|upload)\b"
)
_PRIVATE = re.compile(rf"(?<!\w)(?:{alternatives('private_data')})(?!\w)")
_FULL_NAME = re.compile(
    r"\b(?:full|complete|legal|first and last|first and second|first and family)"
    r" names?\b|\bname and surname\b|\b(?<!user)(?<!brand)name, (?:surname|mobile|phone)\b"
)
_PHONE = re.compile(
    r"\b(?:\w*phone|mobile|contact|cell|whatsapp|tel|viber)(?: (?:number|no|num))?\b"
)
_IN_PUBLIC = re.compile(
    r"\b(?:here|below|comments?|(?:reply|respond) with|in (?:a )?(?:reply|replies)|in public"
    r"|(?:under|to|on) (?:this|the|your) (?:review|post|tweet|thread|comment|photo|story|page)"
    r"|(?:in|on) (?:the|this) (?:thread|comments|page|wall|replies))\b"
)
_IN_PRIVATE = re.compile(
    r"\b(?:dms?|d\.m|direct(?: message)?|private(?:ly)?|pms?|inbox|messages?|messag(?:e|ing)"
    r"|e-?mail(?:s|ed)?|call(?:s|ing)?|ring|text|form|web ?chat|live chat|in (?:the|our) app|app"
    r"|in store|in person|bring"
    r"|at (?:the|our) (?:counter|desk|till|shop|store|branch|reception|door)"
    r"|over the phone|by phone|by post|in branch|letter|hotline|link"
    r"|through (?:the|our) [\w ]{0,20}page)\b|\b\w+@\w+"
)
_REFUSES = re.compile(
    r"\b(?:don't|do not|never|no need|needn't|not here|without|rather than|instead of|keep|only)\b"
)
_REFERENCE = re.compile(
    r"\b(?:order|booking|reference|ref|tracking|ticket|case|membership|policy|account|customer"
    r"|flight|reservation|invoice|serial|badge|meter|complaint) "
    r"(?:number|no|reference|ref|id|code)s?\b"
    r"|\bgamer ?tag\b|\busername\b|\bpnr\b"
)
_ANSWER_HERE = re.compile(
    r"\b(?:reply|comment|post|send)\b[^.!?]{0,30}\b(?:here|below)\b"
    r"|\b(?:number|it|these|address|back) (?:here|below)\b"
)
_DIRECT = re.compile(r"\b(?:dms?|direct message|private|pm|inbox)\b")


def find(reading: Reading) -> Iterator[Move]:
    """Yield requests for private data in public, for references, and data that is published."""
    if reading.case.channel is Channel.DIRECT:
        return
    yield from _asked(reading)
    yield from exposure.find(reading)


def _asked(reading: Reading) -> Iterator[Move]:
    folded = reading.reply.folded
    for span in reading.reply.sentences:
        request = _request(folded, span)
        if request is None or _goes_private(reading, span):
            continue
        if wanted := _wanted(reading, Span(request.start(), span.end)):
            yield reading.move("asks_private_data", request.start(), wanted.end)
        elif reference := _REFERENCE.search(folded, request.start(), span.end):
            yield reading.move("asks_reference", request.start(), reference.end())


def _request(folded: str, span: Span) -> re.Match[str] | None:
    """Return where the sentence asks, or tells the customer to write something in the thread."""
    asked = _REQUEST.search(folded, span.start, span.end)
    if asked is None and _IN_PUBLIC.search(folded, span.start, span.end):
        return _WRITE.search(folded, span.start, span.end)
    return asked


def _wanted(reading: Reading, span: Span) -> Span | None:
    """Return the last private thing that is asked for, if any."""
    folded = reading.reply.folded
    things = list(_PRIVATE.finditer(folded, span.start, span.end))
    name = _FULL_NAME.search(folded, span.start, span.end)
    phone = _PHONE.search(folded, span.start, span.end)
    if things:
        return Span(things[0].start(), things[-1].end())
    if name and phone:
        return Span(min(name.start(), phone.start()), max(name.end(), phone.end()))
    return None


def _goes_private(reading: Reading, span: Span) -> bool:
    """Say whether the sentence, or else the reply around it, names a private channel."""
    folded = reading.reply.folded
    if _REFUSES.search(folded, span.start, span.end):
        return True
    if _IN_PRIVATE.search(folded, span.start, span.end):
        return not _says_here(folded, span)
    if _IN_PUBLIC.search(folded, span.start, span.end):
        return False
    return _IN_PRIVATE.search(folded) is not None


def _says_here(folded: str, span: Span) -> bool:
    """Say whether a sentence that names email or the like still wants the answer in the thread."""
    here = _ANSWER_HERE.search(folded, span.start, span.end)
    return here is not None and _DIRECT.search(folded, span.start, span.end) is None
