"""Care shown by an act: something done for this person, or a burden taken off them."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.bearing import speaks_for_this
from scoring.cues.phrases import matches
from scoring.cues.wordings import alternatives, pattern, wordings
from scoring.reading import Reading
from scoring.text import Span

_ACT = re.compile(
    r"\b(?:i|we)(?:'ve|'ll|'m|'re| have| will| am| are)? "
    r"(?:\w+ly |just |already |now |also |both |still |myself )?(?:be |been )?"
    rf"(?:{alternatives('act_verbs')})\b[^.!?;]*"
)
_IN_PERSON = re.compile(
    r"\b(?:we(?:'ve|'ll|'re|'d)?|me|myself|my own|mine|(?<!if )i(?:'ve|'ll|'m|'d)?"
    r"(?! (?:understand|hear you|apologi|appreciate|hope|am unable|can't|cannot)))\b(?! name is)"
)
_DONE = 0.2
_IN_TIME = 0.2
_BY_ME = 0.2
_PER_DETAIL = 0.2
_DETAILS_COUNTED = 2.0
_AS_I, _AS_WE = 0.5, 0.15


def find(reading: Reading) -> Iterator[Move]:
    """Yield acts that answer the person, burdens taken off, and a person speaking."""
    text = reading.reply
    for found in _ACT.finditer(text.folded):
        if not pattern("vague_acts").search(found.group()):
            yield reading.move("caring_act", *found.span(), _explicit(reading, found))
    yield from _persons(reading)
    yield from matches(reading, wordings("care"))


def _persons(reading: Reading) -> Iterator[Move]:
    """Yield where a person speaks who has to do with this post, over the clause that shows it."""
    text = reading.reply
    for found in _IN_PERSON.finditer(text.folded):
        if speaks_for_this(reading, text.sentence_at(found.start())):
            strength = _AS_WE if found.group().startswith("we") else _AS_I
            end = max(found.end(), text.clause_at(found.start()).end)
            yield reading.move("speaks_as_person", found.start(), end, strength)


def _explicit(reading: Reading, act: re.Match[str]) -> float:
    details = min(_DETAILS_COUNTED, reading.weight_in(Span(*act.span())))
    in_time = _IN_TIME if pattern("when").search(act.group()) else 0.0
    by_me = _BY_ME if act.group().startswith("i") else 0.0
    return _DONE + _PER_DETAIL * details + in_time + by_me
