"""Private data set down in a public reply: what identifies, locates or describes a person.

Numbers and addresses are private by whose they are, so each is read with the words that
say so: "ring me on 07700 900318" is a route, "her mobile, 07700 900318" is a leak. A health,
money or household fact is private where the reply takes it from a file, or gives it to a
person, and the customer had not told it.
"""

import re
from collections.abc import Iterator
from functools import cache

from scoring import lexicons
from scoring.assessment import Move
from scoring.case import Flag
from scoring.cues.wordings import alternatives, wordings
from scoring.reading import Reading, is_content, stem
from scoring.text import Span, Text

_MOVE = "exposes_private_data"
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_PHONE = re.compile(r"\+?\(?\d[\d ()-]{6,}\d")
_PERSON = r"(?:your|her|his|their)(?: [a-z]+'s)?"
_SPARED = r"[^.!?]{0,20}$"
_CUSTOMERS_PHONE = re.compile(
    rf"\byour (?:[a-z]+'s |\w+ ){{0,2}}?(?:\w*phone|mobile|cell|number|whatsapp|line)\b{_SPARED}"
    r"|\b(?:call|ring|phone|text|reach|message|contact)(?:ed|ing)? (?:you|your \w+)"
    r" (?:\w+ ){0,2}?(?:on|at) $"
)
_STRANGERS_PHONE = re.compile(
    rf"\b(?:her|his|their|[a-z]+'s) (?:\w*phone|mobile|cell|number|whatsapp)\b{_SPARED}"
)
_REFERENCE = re.compile(
    r"\b(?:case|tracking|order|reference|ref|ticket|booking|claim|complaint|job|parcel"
    r"|consignment|confirmation|invoice|incident) (?:number|no|reference|ref|id)\b[^.!?]{0,20}$"
    r"|\bline (?:to|with) (?:me|us|my|our)\b[^.!?]{0,15}$"
)
"""Numbers that open nothing, and lines that lead to us."""

_FREEPHONE = re.compile(r"0(?:800|808|3\d\d|845)|1?-?8\d\d-|0?555")
_OURS = re.compile(
    r"\b(?:my|our|me|us|desk|team|shop|store|branch|office|helpline|hotline|manager|reception"
    r"|line|support|press|clinic|depot|garage|head of|director|engineer|nurse|driver|owner)\b"
)
_STREET = (
    r"(?:road|rd|street|st|lane|ln|avenue|ave|close|court|terrace|crescent|gardens|grove|mews)"
)
_NOT_STREET = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|AM|PM|BST|GMT|I|We|The|If|It|You)\b"
)
_TYPED_ADDRESS = re.compile(
    rf"\b\d{{1,4}}[A-Za-z]?,? (?!{_NOT_STREET})[A-Z][\w'’]+(?: (?!{_NOT_STREET})[A-Z][\w'’]+)+"
)
_LISTED_ADDRESS = re.compile(rf"\b\d{{1,4}}[a-z]?,? (?:[a-z'’]+ ){{1,2}}{_STREET}\b", re.IGNORECASE)
_AT_HOME = re.compile(
    r"\b(?:(?:with|to|for|have|see|visit|reach|collect from) (?:you|her|him|them|your \w+)"
    r"|you(?:'re| are)?|yours|lives?|living|registered|address|home|house|flat|door"
    r"|(?:belongs|belonging|went|goes|sent|delivered|addressed|returned|is|was)"
    r" (?:to|with|for) [a-z'-]+ [a-z'-]+|mr?s? [a-z]+)"
    r"(?: (?:at|to|as|of|is|in|on|from|near|live|living|registered)){0,2},?:? $"
)
_SHOP = (
    r"(?:our|my) (?:\w+ )?(?:shop|store|branch|office|depot|salon|desk|counter|hotel|clinic|cafe"
    r"|garage|workshop|warehouse|showroom|restaurant|surgery|pharmacy|nursery|studio|gallery)"
)
_OUR_PLACE_IS = re.compile(
    rf"\b{_SHOP}(?:'s)?(?: address| counter| desk)?(?: (?:is|at|on|in))*,? $"
)
_IS_OUR_PLACE = re.compile(rf",? (?:which is |that's )?{_SHOP}\b")
_WAY_IN = (
    r"(?:key ?safe|lock ?box|key box|(?:front|back|side|main|communal|street) door|doors?|gates?"
    r"|alarm|entry ?phone|keypad|building|garage|barrier|stairwell|lobby|cottage|padlock)"
)
_SECRET = re.compile(
    rf"\b{_WAY_IN}\b[^.!?\d]{{0,60}}\b(?:code|pin|combination)\b[^.!?\d]{{0,20}}\d{{3,8}}\b"
    rf"|\b(?:code|pin|combination)\b[^.!?\d]{{0,25}}\b{_WAY_IN}\b[^.!?\d]{{0,15}}\d{{3,8}}\b"
)
_FROM_FILE = re.compile(
    r"\b(?:(?:your|her|his|their|the|'s|medical|patient|customer|case|our) (?:\w+ )?"
    r"(?:file|chart|notes?|records?|care plan|history|profile)"
    r"|(?:your|her|his|their) (?:gp|doctor|consultant|social worker|employer)"
    r"|noted (?:by|on|in|that)|on file|i(?:'ve| have)? noted|according to)\b"
)
_FACT = re.compile(rf"(?<![\w-])(?:{alternatives('private_facts')})(?!\w)")
_GIVEN_TO = re.compile(
    rf"\b(?:{_PERSON}|(?:you|she|he|they)(?:'re| are| is|'s|'ve| have| has|'d| had| was| were)?"
    r"(?: (?:an?|been|very|also))?) (?:[\w'-]+ ){0,2}$"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|whether|any(?:one|body)?|in case|should|ask|might"
    r"|(?<!\d )may|could|can|won't|not|never)\b"
)
_FAMILY = 5
"""Letters; words of one root mostly share so many."""


def find(reading: Reading) -> Iterator[Move]:
    """Yield what the reply publishes of a person, or of how to get in somewhere."""
    spans = sorted(set(_leaks(reading)), key=lambda span: (span.start, -span.end))
    end = -1
    for span in spans:
        if span.start >= end:
            yield reading.move(_MOVE, span.start, span.end)
            end = span.end


def _leaks(reading: Reading) -> Iterator[Span]:
    for item in wordings("published_data"):
        for found in item.pattern.finditer(reading.reply.folded):
            yield from _unless_known(reading, found)
    for found in _SECRET.finditer(reading.reply.folded):
        yield from _unless_known(reading, found)
    yield from _phones(reading)
    yield from _addresses(reading)
    yield from _facts(reading)


def _unless_known(reading: Reading, found: re.Match[str]) -> Iterator[Span]:
    """Yield the match, unless its every figure is the customer's own post."""
    digits = _FIGURE.findall(found.group())
    known = reading.complaint.folded
    is_posted = bool(digits) and all(number in known for number in digits)
    if not is_posted or Flag.PII in reading.case.flags:
        yield Span(found.start(), found.end())


def _phones(reading: Reading) -> Iterator[Span]:
    """Somebody's number; with flag `pii` the number that the customer should not have posted."""
    posted = {_digits(found.group()) for found in _PHONE.finditer(reading.complaint.folded)}
    for found in _PHONE.finditer(reading.reply.folded):
        sentence = reading.reply.sentence_at(found.start())
        before = reading.reply.folded[sentence.start : found.start()]
        if _digits(found.group()) in posted:
            is_leak = Flag.PII in reading.case.flags
        else:
            is_leak = _is_somebodys(reading, found.group(), sentence, before)
        if is_leak:
            yield Span(found.start(), found.end())


def _is_somebodys(reading: Reading, number: str, sentence: Span, before: str) -> bool:
    """Say whether it is the customer's number, or a stranger's and nobody's of ours."""
    if _FREEPHONE.match(number) or _REFERENCE.search(before):
        return False
    if _CUSTOMERS_PHONE.search(before):
        return True
    start, end = reading.reply.typed_span(sentence.start, sentence.end)
    address = _TYPED_ADDRESS.search(reading.reply.typed[start:end])
    theirs = address is not None or _STRANGERS_PHONE.search(before) is not None
    return theirs and _OURS.search(reading.reply.part(sentence)) is None


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _addresses(reading: Reading) -> Iterator[Span]:
    typed = reading.reply.typed
    told = _told(reading)
    for form in (_TYPED_ADDRESS, _LISTED_ADDRESS):
        for found in form.finditer(typed):
            before = Text(typed[max(0, found.start() - 60) : found.start()]).folded
            after = Text(typed[found.end() : found.end() + 60]).folded
            if _OUR_PLACE_IS.search(before) or _IS_OUR_PLACE.match(after):
                continue
            is_told = Text(found.group()).folded in told
            if _AT_HOME.search(before) and (not is_told or Flag.PII in reading.case.flags):
                yield _folded_span(reading, found.start(), found.end())


def _folded_span(reading: Reading, start: int, end: int) -> Span:
    """Return the folded stretch of a typed one."""
    inside = [
        token
        for token in reading.reply.tokens
        if start <= reading.reply.typed_span(token.start, token.end)[0] < end
    ]
    return Span(inside[0].start, inside[-1].end)


def _facts(reading: Reading) -> Iterator[Span]:
    """Health, money and household facts that the customer did not tell."""
    told = _with_kindred(frozenset(_kin(word) for word in Text(_told(reading)).words))
    for found in _FACT.finditer(reading.reply.folded):
        if all(_kin(word) in told for word in Text(found.group()).words if is_content(word)):
            continue
        sentence = reading.reply.sentence_at(found.start())
        clause = reading.reply.clause_at(found.start())
        before = reading.reply.folded[clause.start : found.start()]
        if _HYPOTHETICAL.search(before):
            continue
        is_filed = _FROM_FILE.search(reading.reply.folded, sentence.start, sentence.end)
        if is_filed or _GIVEN_TO.search(before):
            yield Span(found.start(), found.end())


def _with_kindred(told: frozenset[str]) -> frozenset[str]:
    """Return what is told, with other words for it: who wrote "my op" has told of a surgery."""
    kindred = (family for family in _families() if family & told)
    return told.union(*kindred)


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(_kin(word) for word in line.split())
        for line in sorted(lexicons.load("private_kindred"))
    )


def _kin(word: str) -> str:
    """Return what words of one family share: "autism" and "autistic" tell the same."""
    return stem(word)[:_FAMILY]


def _told(reading: Reading) -> str:
    """Return, folded, all that the customer has posted."""
    posts = [Text(post.text).folded for post in reading.case.history if not post.is_brand]
    return "\n".join((reading.complaint.folded, *posts))
