"""Who takes the problem on: responsibility, a named owner, a step, a repair, a time."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scoring.assessment import Move
from scoring.cues import scheduled
from scoring.cues.deeds import Deed, clause_of, deeds
from scoring.cues.evading import HANDS_OFF, NOBODYS
from scoring.cues.once import sound
from scoring.cues.phrases import matches
from scoring.cues.responsibility import ADMISSIONS, HOLDS
from scoring.cues.sense import sensible
from scoring.cues.subjects import Who
from scoring.cues.things import Turn, turns
from scoring.cues.verbs import Kind, Tense, verb_kinds
from scoring.reading import Reading, is_content, stem
from scoring.text import Span, words

# How far an act binds somebody, by agent and tense, for a verb of repair.
_BINDS: dict[Who, dict[Tense, float]] = {
    Who.I: {
        Tense.DONE: 0.85,
        Tense.DOING: 1.0,
        Tense.WILL: 0.95,
        Tense.HABIT: 0.85,
        Tense.MAY: 0.6,
    },
    Who.NAMED: {
        Tense.DONE: 0.45,
        Tense.DOING: 0.75,
        Tense.WILL: 0.75,
        Tense.HABIT: 0.3,
        Tense.MAY: 0.25,
    },
    Who.WE: {
        Tense.DONE: 0.7,
        Tense.DOING: 0.6,
        Tense.WILL: 0.5,
        Tense.HABIT: 0.25,
        Tense.MAY: 0.3,
    },
    Who.THEY: {
        Tense.DONE: 0.5,
        Tense.DOING: 0.6,
        Tense.WILL: 0.5,
        Tense.HABIT: 0.3,
        Tense.MAY: 0.2,
    },
    Who.NOBODY: {Tense.DONE: 0.6, Tense.DOING: 0.4},
    Who.TEAM: {
        Tense.DONE: 0.3,
        Tense.DOING: 0.25,
        Tense.WILL: 0.3,
        Tense.HABIT: 0.1,
        Tense.MAY: 0.2,
    },
}
_KIND = {
    Kind.REPAIR: 1.0,
    Kind.REACH: 0.85,
    Kind.INQUIRE: 0.8,
    Kind.OTHER: 0.7,
    Kind.VAGUE: 0.5,
}
# "We" is a company: a verb that changes nothing binds it to nothing.
_KIND_OF_US = {**_KIND, Kind.REACH: 0.7, Kind.INQUIRE: 0.7, Kind.OTHER: 0.2, Kind.VAGUE: 0.5}
STEPS = frozenset({"repair", "concrete_step", "next_step"})
_PERSONS = frozenset({Who.I, Who.NAMED, Who.THEY})
_OWN_HARM = re.compile(r"\b(?:wrong\w*|without|too late|away|instead|and (?:still|then)|but not)\b")
_FIGURES = re.compile(r"\d+(?:[.:,]\d+)*")
# Ownership claimed in so many words: worth nothing unless the sentence says of what.
_CLAIMED = re.compile(
    r"\b(?:take|takes|taking|accept|accepts) (?:\w+ ){0,3}?(?:ownership|responsibility"
    r"|accountability)"
    r"|\b(?:full|complete|total) (?:ownership|responsibility|accountability)|\b(?:i|we) own"
    r" (?:this|it)\b"
    r"|\baccountab\w+"
)
_CALLED_OFF = re.compile(
    r"\b(?:trains?|flights?|service|bus|show|event|match|journey|game|ferry|sailing|\d\d[:.]\d\d)\b"
    r".{0,40}\b(?:cancelled|canceled|suspended|stopped|moved)\b"
)
_IS_PAST = re.compile(r"(?:was|were)\b")
_OF_THE_PAST = 0.5
"""What "was booked" is worth of "is booked": it tells of the day as often as of a repair."""
_ARRANGED = 0.5
"""What "is being arranged" is worth as a repair: it happens, and nobody is said to do it."""
_WRITER = re.compile(r"\b(?:we|i)\Z")
_MIGHT_HAVE = re.compile(r"\b(?:if|unless|had|would|could|should|glad|hop(?:e|ing)|wish)\b")
_ASK_FOR = re.compile(r"\bask(?:ing)? for (?:mr\.? |mrs\.? |ms\.? |dr\.? )?(?P<name>[a-z]\w+)")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of ownership in the reply; a row of keywords makes none."""
    for move in sound(reading, sensible(reading, _found(reading))):
        yield _with_allowed(reading, move) if move.name in STEPS else move


def _found(reading: Reading) -> Iterator[Move]:
    for phrases in (ADMISSIONS, HOLDS, NOBODYS, HANDS_OFF):
        yield from matches(reading, phrases)
    for deed in deeds(reading):
        yield from _from_deed(reading, deed)
    for turn in turns(reading.reply.folded):
        yield from _from_turn(reading, turn)
    yield from scheduled.find(reading)
    yield from _people_to_ask(reading)
    yield from _claims(reading)


def _with_allowed(reading: Reading, move: Move) -> Move:
    """Note which allowed action a step is: most of its words, loosely, stand in the span."""
    said = _stems(_said(reading, move))
    for allowed in reading.case.allowed:
        asked = _stems(words(allowed.action))
        if asked and len(asked & said) >= min(2, len(asked)):
            return replace(move, note=allowed.action)
    return move


def _said(reading: Reading, move: Move) -> tuple[str, ...]:
    """Return the folded words that a move quotes."""
    return words(reading.reply.typed[move.start : move.end])


def _stems(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for word in said if is_content(word))


def _from_deed(reading: Reading, deed: Deed) -> Iterator[Move]:
    strength = step_strength(deed)
    if strength < 0.1:
        return
    is_repair = deed.kind is Kind.REPAIR and deed.tense is not Tense.MAY
    yield reading.move("repair" if is_repair else "concrete_step", deed.start, deed.end, strength)
    if deed.when is not None and deed.tense is not Tense.MAY and deed.who is not Who.TEAM:
        yield reading.move("gives_time", deed.when.start, deed.when.end, deed.when.sharpness)
    if deed.who in {Who.I, Who.NAMED} and deed.kind is not Kind.VAGUE:
        yield reading.move("named_owner", deed.start, deed.end, strength)
    if deed.who in {Who.I, Who.WE} and deed.tense is Tense.DONE and _harmed(reading, deed):
        yield reading.move("admits_fault", deed.start, deed.end, 0.7)


def _harmed(reading: Reading, deed: Deed) -> bool:
    return bool(_OWN_HARM.search(reading.reply.folded, deed.start, deed.end))


def step_strength(deed: Deed) -> float:
    """Return how far an act is a concrete step, 0 to 1: agent, tense, verb, time, substance."""
    if deed.is_negated:
        return 0.0
    kinds = _KIND if deed.who in _PERSONS else _KIND_OF_US
    strength = _BINDS[deed.who].get(deed.tense, 0.2) * kinds[deed.kind]
    if deed.when is not None and deed.tense is not Tense.MAY:
        strength += (0.1 if deed.who is Who.TEAM else 0.25) * deed.when.sharpness
    strength *= 0.85 + 0.1 * min(2, deed.details + deed.figures)
    if deed.kind is not Kind.VAGUE:
        strength *= deed.substance
    if deed.is_conditional and deed.who is not Who.I:
        strength *= 0.7
    return min(1.0, strength)


def _from_turn(reading: Reading, turn: Turn) -> Iterator[Move]:
    clause = clause_of(reading, turn.start)
    if _CALLED_OFF.search(reading.reply.part(clause)) or _is_no_repair(reading, turn, clause):
        return
    start, end = min(turn.start, clause.start), max(turn.end, clause.end)
    if turn.kind == "coming":
        yield reading.move("agentless_commitment", start, end, turn.strength)
        if _is_repair(reading.reply.folded[turn.start : turn.end]):
            yield reading.move("repair", start, end, _ARRANGED)
        return
    span = Span(start, end)
    named = len(reading.details_in(span)) + len(_FIGURES.findall(reading.reply.part(span)))
    strength = turn.strength + 0.1 * min(2, named)
    if _IS_PAST.match(reading.reply.folded, turn.start):
        strength *= _OF_THE_PAST
    yield reading.move("repair", start, end, strength)


def _is_no_repair(reading: Reading, turn: Turn, clause: Span) -> bool:
    """Say whether only the writer comes back, or a thing might have been done and was not."""
    before = reading.reply.folded[clause.start : turn.start]
    if turn.kind == "moves" and _WRITER.search(before):
        return reading.reply.folded[turn.start : turn.end].endswith("back to")
    return turn.kind == "done" and _MIGHT_HAVE.search(before) is not None


def _is_repair(said: str) -> bool:
    """Say whether the last word of a stretch is a verb of repair: "is being refunded"."""
    return verb_kinds().get(said.rsplit(maxsplit=1)[-1]) is Kind.REPAIR


def _people_to_ask(reading: Reading) -> Iterator[Move]:
    """A colleague to ask for, by name."""
    for match in _ASK_FOR.finditer(reading.reply.folded):
        first, _ = reading.reply.typed_span(match.start("name"), match.end("name"))
        if reading.reply.typed[first].isupper():
            yield reading.move("right_place", match.start(), match.end(), 0.9)


def _claims(reading: Reading) -> Iterator[Move]:
    for match in _CLAIMED.finditer(reading.reply.folded):
        if len(reading.details_in(reading.reply.sentence_at(match.start()))) < 2:
            yield reading.move("takes_seriously", match.start(), match.end(), 0.9)
