"""Voice cues: greeting, first person, signature, concrete words, and templates."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading

_FIRST = re.compile(r"\b(?:i|i'm|i've|i'll|i'd|we|we're|we've|we'll)\b")
_UNFILLED = re.compile(r"\[[a-z_ ]{3,30}\]|\{\{?[a-z_ ]{2,30}\}\}?|<[a-z_ ]{3,30}>")
_SIGNED = re.compile(r"(?:\^|(?:^|\s)-\s?)[a-z]{1,12}\s*$")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the voice moves of a reply."""
    folded = reading.reply.folded
    first = _FIRST.search(folded)
    if first:
        yield reading.move("first_person", *first.span())
    for match in _UNFILLED.finditer(folded):
        yield reading.move("unfilled_template", *match.span())
    signed = _SIGNED.search(folded)
    if signed:
        yield reading.move("signs_name", *signed.span())
    for detail in reading.details[:3]:
        yield reading.move("concrete_detail", detail.token.start, detail.token.end)
