"""Names: the customer greeted, the writer signed, and names that are wrong or were never filled."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.case import Case
from scoring.cues.ties import bearing
from scoring.cues.wordings import pattern
from scoring.reading import Reading
from scoring.text import Text

_GREETED = re.compile(
    r"^\W*(?:@\w+\s+)*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|"
    r"thank you|thanks|sorry)[ ,]+(?:(?:mr|mrs|ms|miss|mx|dr)\.? )?(\[name\]|[^\W\d_][\w'-]*)"
    r"(?=\s*(?:[,.!:;\n-]|$))|^\W*([^\W\d_][\w'-]+)(?=,\s)"
)
_ASIDE = r"(?:[,:]? [\w ,'&-]{2,40})?"
_SIGNED = (
    re.compile(rf"\^ ?([a-z]{{1,14}})(?: [a-z]{{1,2}})?{_ASIDE}\W*$"),
    re.compile(r"(?:^|\s)[-~*/] ?([a-z]{2,14})(?: [a-z]{2,14})?(?:, [a-z ,]{2,40})?\W*$"),
    re.compile(rf"[.!?)\n]\s*([a-z]{{2,14}})(?: [a-z'-]{{1,16}}){{0,2}}{_ASIDE}$"),
    re.compile(
        r"(?:^|[.!?,;:\n^-]\s*|\b(?:it's|it is|hi|hello|hey) )([a-z]{2,14}) here"
        r"(?=\s*(?:[,.!:;\n-]|$)| (?:from|at|in|on|with)\b)"
        r"|\b(?:i'm|i am|my name is|ask for me,) ([a-z]{2,14})(?: [a-z]{2,14})?(?=[,.;]| and\b)"
    ),
)
_TEAM = re.compile(
    r"(?:^|[.!?)\n]|\s-)\s*((?:kind |best |warm |many )?(?:regards|wishes|thanks)?[, \n]*"
    r"(?:the |your |team )?[\w' &]{0,30}\b(?:team|care|relations|support|services?|"
    r"management|hq|cares|help|desk|crew))\W*$"
)
_BLANK = re.compile(
    r"\{\{?[a-z][\w .]{1,30}\}?\}|\[[a-z][\w ./]{1,30}\]"
    r"|<(?:first|last|customer|user|agent|order|your)?[ _]?(?:name|number|issue|date|order)>"
    r"|%[a-z]+_?name%|\bx{4,}\b"
)
_NOTE = re.compile(
    r"\[(?:part|page) \d[^\]]*\]|\[(?:edit\w*|update\w*|sic|photo|link|translation)\b[^\]]*\]"
    r"|\[(?:cymraeg|welsh|gaeilge|irish|english|fran\w+|deutsch|espa\w+|polski|urdu)\b[^\]]*\]"
)
"""Brackets that say what a text is, and wait for nobody to fill them."""

_NUMBERED = re.compile(
    r"(?:number|no|order|ref\w*|account|ending|code|name|dear|hi|hello|on|#|:)\W*$"
)
_MASK = "[name]"  # exactly so, it stands for a real name in texts made safe to share
_TAIL = 80
_GREETED_WITHIN = 4
"""Sentences; a name that comes later greets nobody."""

_CLOSES = ("thanks", "kind", "best", "warm", "many", "regards")
_SAME_START = 3
_NAMED = r"(?:[A-Z][a-z][\w'-]*|[A-Z]\.)"
_SIGN_OFF = re.compile(
    rf"(?:[.!?]\s+({_NAMED}(?: {_NAMED})?)"
    r"|(?:\n\s*|-- ?|\b(?:[Rr]egards|[Tt]hanks|[Yy]ours|[Ww]ishes|[Ff]rom|M(?:rs?|s|iss)),?\.? +)"
    rf"({_NAMED}(?: {_NAMED})?))\s*$"
)
"""A post ends in a name after a stop, on a line of its own or after a farewell."""

_SELF = re.compile(r"\b(?:my name is|my name's|name's|this is|regards,?|yours,?)\s+([A-Z][a-z]+)")


def find(reading: Reading) -> Iterator[Move]:
    """Yield greetings by name, wrong names, signatures and blanks."""
    yield from _greeting(reading)
    yield from _signature(reading)
    for found in _BLANK.finditer(reading.reply.folded):
        if _as_typed(reading, *found.span()) != _MASK and not _is_meant(reading, found):
            yield reading.move("unfilled_template", found.start(), found.end())


def _is_meant(reading: Reading, blank: re.Match[str]) -> bool:
    """Say whether what looks like a blank is a note in brackets, or kisses that end a reply."""
    if _NOTE.fullmatch(blank.group()):
        return True
    ends = not reading.reply.folded[blank.end() :].strip(" .!\n")
    are_kisses = set(_as_typed(reading, *blank.span())) == {"x"} and ends
    return are_kisses and not _NUMBERED.search(reading.reply.folded[: blank.start()])


def _greeting(reading: Reading) -> Iterator[Move]:
    for opening in _openings(reading):
        found = _GREETED.search(reading.reply.folded[opening:])
        if not found:
            continue
        place = 1 if found[1] else 2
        start, end = opening + found.start(place), opening + found.end(place)
        name, typed = found[place], _as_typed(reading, start, end)
        is_name = typed[:1].isupper() and not _is_no_name(name)
        if typed != _MASK and not is_name:
            continue
        known = _customer_names(reading.case)
        wrong = bool(known) and name != _MASK and not _is_one_of(name, known)
        yield reading.move("wrong_name" if wrong and place == 1 else "greets_by_name", start, end)
        return


def _openings(reading: Reading) -> tuple[int, ...]:
    """Return where a greeting can stand: at the start, or after idle sentences before it."""
    starts = [span.start for span in reading.reply.sentences]
    first = [span.start for span in bearing(reading)[:1]]
    return tuple(start for start in starts if start <= max(first, default=0))[:_GREETED_WITHIN]


def _signature(reading: Reading) -> Iterator[Move]:
    for end in _endings(reading):
        move = _signed(reading, reading.reply.folded[:end].rstrip())
        if move is not None:
            yield move
            return


def _endings(reading: Reading) -> Iterator[int]:
    """Yield where a signature can end: with the reply, or before idle words that follow it."""
    yield len(reading.reply.folded)
    tied = bearing(reading)
    for span in reversed(reading.reply.sentences):
        if span in tied:
            return
        yield span.start


def _signed(reading: Reading, folded: str) -> Move | None:
    tail = max(0, len(folded) - _TAIL)
    team = _TEAM.search(folded, tail)
    if team and _is_sign_off(_as_typed(reading, *team.span(1))):
        return reading.move("signs_team", *team.span(1))
    for form in _SIGNED:
        for found in form.finditer(folded, tail if form is not _SIGNED[-1] else 0):
            span = found.span(found.lastindex or 1)
            name = folded[slice(*span)]
            if _as_typed(reading, *span)[:1].isupper() and not _is_no_name(name):
                return reading.move("signs_name", *span)
    return None


def _is_no_name(word: str) -> bool:
    return pattern("not_names").fullmatch(word) is not None


def _is_sign_off(typed: str) -> bool:
    return typed.split()[-1][:1].isupper() or typed.lower().startswith(_CLOSES)


def _customer_names(case: Case) -> frozenset[str]:
    """Return the names, folded, by which the customer is known from the post and the thread."""
    names = [post.author for post in case.history if not post.is_brand]
    for form in (_SIGN_OFF, _SELF):
        names += [found[found.lastindex or 1] for found in form.finditer(case.complaint)]
    words = frozenset(word for name in names for word in Text(name).words)
    strangers = (pattern("not_names"), pattern("closing_cries"))
    return frozenset() if any(form.fullmatch(w) for form in strangers for w in words) else words


def _is_one_of(name: str, known: frozenset[str]) -> bool:
    return any(name in word or word.startswith(name[:_SAME_START]) for word in known)


def _as_typed(reading: Reading, start: int, end: int) -> str:
    first, last = reading.reply.typed_span(start, end)
    return reading.reply.typed[first:last]
