"""Replies that state the opposite of what the customer reports, as if nobody had said it.

A reply may bring news ("works again since 10") or own up ("we did not cancel it"). What is
denied is the customer's report itself: the button that does nothing "is working", the
membership they cancelled was "not cancelled".
"""

import re
from collections.abc import Iterator
from functools import cache

from scoring import lexicons
from scoring.assessment import Move
from scoring.reading import Reading, is_content, stem
from scoring.text import Span

_NEWS = re.compile(
    r"\b(?:again|now|since|back|restored|mended|repaired|fixed|tested|checked|replaced"
    r"|from (?:today|now)|should (?:be|have)|will be|until|once|sorry|apologi\w+|you're right"
    r"|you are right|our (?:fault|mistake)|supposed|promised|you (?:said|say|told|wrote))\b|\?"
)
_DID = re.compile(
    r"\b(?:i|we)(?:'ve| have| had|'d)? (?:\w+ly )?(?P<did>[a-z]{3,}ed|paid|sent|told|rang)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:(?:your|the|it|this|that|you)\b[^.!?;]{0,40}?)"
    r"(?:not|never|wasn't|weren't|hasn't been|didn't|haven't) (?:been |yet |actually |in fact )?"
    r"(?P<did>[a-z]{3,})\b"
)
_OURS = re.compile(r"\b(?:we|i|us|our \w+|nobody|no one)(?:'ve| have)?\s*$")


def find(reading: Reading) -> Iterator[Move]:
    """Yield sentences that deny the report, unless they bring news of it or own up."""
    reported = reading.complaint.folded
    for span in reading.reply.sentences:
        part = reading.reply.part(span)
        if _NEWS.search(part):
            continue
        if _opposes(reading, span, reported) or _says_undone(part, reported):
            yield reading.move("flat_denial", span.start, span.end)


def _opposes(reading: Reading, span: Span, reported: str) -> bool:
    part = reading.reply.part(span)
    for report, denial in _pairs():
        found = denial.search(part)
        if found and report.search(reported) and not report.search(part):
            return _is_about_it(reading, span)
    return False


def _is_about_it(reading: Reading, span: Span) -> bool:
    """Say whether the sentence speaks of a thing that the complaint speaks of."""
    return any(is_content(detail.token.text) for detail in reading.details_in(span))


def _says_undone(part: str, reported: str) -> bool:
    """Say whether what the customer tells of having done is said not to be done."""
    done = {stem(found["did"]) for found in _DID.finditer(reported)}
    return any(
        stem(found["did"]) in done and not _OURS.search(part[: found.start("did")].rstrip())
        for found in _NOT_DONE.finditer(part)
    )


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    sides = [line.split(" <> ") for line in sorted(lexicons.load("denied"))]
    return tuple((_whole(report), _whole(denial)) for report, denial in sides)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")
