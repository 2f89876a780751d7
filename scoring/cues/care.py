"""Care shown by an act: something done for this person, or a burden taken off them."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.bearing import speaks_for_this
from scoring.cues.phrases import matches
from scoring.cues.verbs import is_past
from scoring.cues.wordings import alternatives, pattern, wordings
from scoring.reading import Reading
from scoring.text import Span

# An act runs on over names and times, not into a colon or the next "you" or "she" that does.
_ACT = re.compile(
    r"\b(?P<who>i|we)(?P<helped>'ve|'ll|'m|'re| have| will| am| are)? "
    r"(?:\w+ly |just |already |now |also |both |still |myself )?(?:be |been )?"
    rf"(?P<verb>{alternatives('act_verbs')})\b"
    r"(?P<rest>(?:(?!, (?:and )?(?:you|it|s?he|they|that)(?:'\w+)? )(?:[^.!?;:\n]|[.:](?=\d)))*)"
)
_HELD = re.compile(r" (?!(?:you|your|her|his|him|them|their|an?|the|one|two|three|back|hold|\d))")
_MAY_BE_PAST = frozenset({"put", "set", "read", "let"})
_OWN_WILL = frozenset({"owe", "want", "own", "would like", "ask", "see"})
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
    for found in acts_in(text.folded):
        yield reading.move("caring_act", *found.span(), _explicit(reading, found))
    yield from _persons(reading)
    yield from matches(reading, wordings("care"))


def acts_in(folded: str) -> Iterator[re.Match[str]]:
    """Yield the acts that I or we have done, are doing or will do, with their objects and times.

    What is always done ("we send wishes"), what is only had or taken in ("I've got Faizal",
    "we've read every word") and what names nothing done are no such acts.
    """
    for found in _ACT.finditer(folded):
        if pattern("vague_acts").search(found.group()) or _is_held(found):
            continue
        if found["helped"] or _is_done(found["verb"]) or pattern("when").search(found["rest"]):
            yield found


def _is_held(act: re.Match[str]) -> bool:
    return act["verb"] == "got" and act["helped"] is not None and bool(_HELD.match(act["rest"]))


def _is_done(verb: str) -> bool:
    return is_past(verb) or verb in _MAY_BE_PAST or verb in _OWN_WILL


def _persons(reading: Reading) -> Iterator[Move]:
    """Yield where a person speaks who has to do with this post: first where something is done."""
    text = reading.reply
    doing = {found.start() for found in acts_in(text.folded)}
    said = sorted(_IN_PERSON.finditer(text.folded), key=lambda found: found.start() not in doing)
    spoken: dict[Span, bool] = {}
    for found in said:
        sentence = text.sentence_at(found.start())
        if sentence not in spoken:
            spoken[sentence] = speaks_for_this(reading, sentence)
        if spoken[sentence]:
            strength = _AS_WE if found.group().startswith("we") else _AS_I
            end = max(found.end(), text.clause_at(found.start()).end)
            yield reading.move("speaks_as_person", found.start(), end, strength)


def _explicit(reading: Reading, act: re.Match[str]) -> float:
    details = min(_DETAILS_COUNTED, reading.weight_in(Span(*act.span())))
    in_time = _IN_TIME if pattern("when").search(act.group()) else 0.0
    by_me = _BY_ME if act.group().startswith("i") else 0.0
    return _DONE + _PER_DETAIL * details + in_time + by_me
