"""Empathy cues: apology, feeling, restated situation, cost, and the formulas that stand in for them."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading

_SORRY = re.compile(r"\b(?:sorry|apologi[sz]e|apologies|apology)\b")
_FORMULA = re.compile(
    r"\b(?:sorry|apologi[sz]e|apologies)\b[^.!?]{0,30}\b(?:inconvenience|trouble|experience|issue)\b"
    r"|\bunderstand (?:your|how) (?:frustrat|disappoint|concern)\w*"
)
_DETAILS_NEEDED = 3


def find(reading: Reading) -> Iterator[Move]:
    """Yield the empathy moves of a reply."""
    text = reading.reply
    for match in _FORMULA.finditer(text.folded):
        yield reading.move("formula_apology", *match.span())
    for match in _SORRY.finditer(text.folded):
        yield reading.move("apology", *match.span(), 0.5)
    for sentence in text.sentences:
        details = reading.details_in(sentence)
        if details:
            share = len(details) / _DETAILS_NEEDED
            yield reading.move("restates_situation", sentence.start, sentence.end, share)
