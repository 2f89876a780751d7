"""Gratitude cues: thanks, what they are for, and thanks that aren't meant."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.once import sound
from scoring.cues.ties import bearing
from scoring.cues.wordings import pattern
from scoring.reading import Reading
from scoring.text import Span

_THANKS = re.compile(
    r"\b(?:thanks|thank you|thank u|thx|cheers for|grateful|asante\w*|obrigad[oa])\b"
    r"(?! (?:god|goodness|heavens|to (?:our|the|a|high|bad)))(?:[^.!?\n,;]{0,80})"
)
_REFUSED = re.compile(r"\b(?:no|not|without|hardly|don't) (?:\w+ )?$")
_SPECIFIC_FROM = 0.75
_SIGN_OFF_WORDS = 4
_SIGN_OFF = 0.6
_CLAUSE_WORDS = 16
_BESIDE_THE_CONCERN = "before the concern"


def find(reading: Reading) -> Iterator[Move]:
    """Yield thanks: for nothing in particular, for telling us, for a thing that helped."""
    yield from sound(reading, _said(reading))


def _said(reading: Reading) -> Iterator[Move]:
    text = reading.reply
    for found in _THANKS.finditer(text.folded):
        sentence = text.sentence_at(found.start())
        if _REFUSED.search(text.folded[sentence.start : found.start()]):
            continue
        yield _read(reading, found)


def _read(reading: Reading, thanks: re.Match[str]) -> Move:
    words = thanks.group()
    stretch = Span(*thanks.span())
    if pattern("mock_thanks").search(words):
        return reading.move("sarcastic_thanks", *thanks.span())
    if pattern("useful_things").search(words) or reading.weight_in(stretch) >= _SPECIFIC_FROM:
        return reading.move("specific_thanks", *thanks.span(), *_place(reading, thanks))
    if pattern("telling").search(words):
        return reading.move("thanks_for_telling", *thanks.span())
    is_short = len(words.split()) < _SIGN_OFF_WORDS
    return reading.move("generic_thanks", *thanks.span(), _SIGN_OFF if is_short else 1.0)


def _place(reading: Reading, thanks: re.Match[str]) -> tuple[float, str]:
    """Return full strength for one clause after the concern, less for thanks that come first."""
    first = (bearing(reading) or reading.reply.sentences)[0]
    opens = reading.reply.sentence_at(thanks.start()) == first
    is_brief = len(thanks.group().split()) <= _CLAUSE_WORDS
    return (0.75, _BESIDE_THE_CONCERN) if opens or not is_brief else (1.0, "")
