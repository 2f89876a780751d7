"""Who takes the problem on: responsibility, a named owner, a step, a repair, a time."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.case import Promise
from scoring.cues.deeds import Deed, Kind, Tense, Who, deeds, has_money
from scoring.cues.phrases import matches
from scoring.cues.responsibility import COSTS, HELPS
from scoring.cues.things import turns
from scoring.reading import Reading
from scoring.text import Span

# How far an act binds somebody, by agent and tense, for a verb of repair.
_BINDS: dict[Who, dict[Tense, float]] = {
    Who.I: {Tense.DONE: 0.85, Tense.DOING: 1.0, Tense.WILL: 0.95, Tense.HABIT: 0.85, Tense.MAY: 0.6},
    Who.NAMED: {
        Tense.DONE: 0.4,
        Tense.DOING: 0.75,
        Tense.WILL: 0.75,
        Tense.HABIT: 0.3,
        Tense.MAY: 0.25,
    },
    Who.WE: {Tense.DONE: 0.7, Tense.DOING: 0.6, Tense.WILL: 0.5, Tense.HABIT: 0.4, Tense.MAY: 0.25},
    Who.THEY: {Tense.DONE: 0.5, Tense.DOING: 0.6, Tense.WILL: 0.5, Tense.HABIT: 0.3, Tense.MAY: 0.2},
    Who.NOBODY: {Tense.DONE: 0.6, Tense.DOING: 0.4},
    Who.TEAM: {Tense.DONE: 0.3, Tense.DOING: 0.25, Tense.WILL: 0.3, Tense.HABIT: 0.1, Tense.MAY: 0.2},
}
_KIND = {Kind.REPAIR: 1.0, Kind.REACH: 0.85, Kind.INQUIRE: 0.8, Kind.OTHER: 0.7, Kind.VAGUE: 0.5}
# "We" is a company: a verb that changes nothing binds it to nothing.
_KIND_OF_US = {**_KIND, Kind.REACH: 0.7, Kind.INQUIRE: 0.7, Kind.OTHER: 0.2, Kind.VAGUE: 0.4}


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of ownership in the reply."""
    yield from matches(reading, HELPS)
    yield from matches(reading, COSTS)
    for deed in deeds(reading):
        yield from _from_deed(reading, deed)
    yield from _from_things(reading)


def _from_deed(reading: Reading, deed: Deed) -> Iterator[Move]:
    strength = step_strength(deed)
    if strength < 0.1:
        return
    name = "repair" if deed.kind is Kind.REPAIR and deed.tense is not Tense.MAY else "concrete_step"
    yield reading.move(name, deed.start, deed.end, strength, note=f"{deed.who}/{deed.tense}/{deed.kind}")
    if deed.when is not None and deed.tense in {Tense.WILL, Tense.DOING, Tense.DONE}:
        yield reading.move("gives_time", deed.when.start, deed.when.end, deed.when.sharpness)
    if deed.who in {Who.I, Who.NAMED} and deed.kind is not Kind.VAGUE:
        yield reading.move("named_owner", deed.start, deed.end, strength)


def step_strength(deed: Deed) -> float:
    """Return how far an act is a concrete step, 0 to 1: agent, tense, verb, substance, condition."""
    if deed.is_negated:
        return 0.0
    kinds = _KIND if deed.who in {Who.I, Who.NAMED, Who.THEY} else _KIND_OF_US
    strength = _BINDS[deed.who].get(deed.tense, 0.2) * kinds[deed.kind]
    if deed.when is not None and deed.tense is not Tense.MAY:
        strength += 0.25 * deed.when.sharpness * (1.0 if deed.who is not Who.TEAM else 0.4)
    strength *= 0.85 + 0.1 * min(2, deed.details + deed.figures)
    if deed.is_conditional and deed.who is not Who.I:
        strength *= 0.7
    return min(1.0, strength)


def _from_things(reading: Reading) -> Iterator[Move]:
    folded = reading.reply.folded
    for kind, start, end in turns(folded):
        clause = reading.reply.clause_at(start)
        name, strength = {"done": ("repair", 0.8), "back": ("repair", 0.8), "free": ("repair", 0.7), "coming": ("agentless_commitment", 0.5)}[kind]
        yield reading.move(name, min(start, clause.start), max(end, clause.end), strength, note=kind)
