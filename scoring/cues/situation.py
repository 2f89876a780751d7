"""The situation: this complaint's facts restated, what it cost, and that cost carried forward."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.wordings import alternatives, pattern, wordings
from scoring.reading import Reading

_IN_FULL = 2.5
_ASKED = 0.4
_GENERAL = 0.3
_CARRIED_FROM = 0.75
_CARRIED = 0.3
_PER_DETAIL = 0.2
_COST_PER_DETAIL = 0.15
_COST_MOST = 0.4
_PERSON = 0.6

_ASKING = re.compile(
    r"\?\s*$|^(?:please|kindly|could|can|would|do|have|did|dm|pm|send|message|email|call|contact|"
    r"visit|check|try|follow|reply|reach|use|fill|log|make sure|ensure|note)\b"
    r"|\b(?:please|kindly|dm us|dm me|let us know|you can|you may|you will need|you'll need)\b"
)
_GENERALLY = re.compile(
    r"^(?:our |all |most |many |some |other )?[a-z]+s "
    r"(?:are|can|do|may|must|have|go|need|don't|aren't|will)\b|^(?:an?|any|all|every|as) "
    r"|\b(?:can be|may|might|always|usually|normally|generally|often|sometimes)\b"
)
_PEOPLE = re.compile(
    rf"\byour (?:\w+ ){{0,2}}?(?:{alternatives('people')}|family|parents|class|little \w+)\b"
    r"|\b(?:she|her|hers|he|him|his)\b"
)
_FORWARD = re.compile(
    r"\b(?:i|i'll|i've|i'm|i'd|goes|comes?|is on|are on|is being|back to|yours|free|no charge)\b"
    r"|\b(?:we|we'll|we've|we're)\b[^.!?]{0,60}\b(?:now|today|tonight|tomorrow|before|by)\b"
    r"|\b(?:your|her|his|their) door\b"
    r"|\bby (?:noon|tonight|tomorrow|\d|mon|tues|wed|thur|fri|sat|sun)\b"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield restated facts, steps that answer them, named costs, and people seen."""
    yield from _restated(reading)
    yield from _costs(reading)
    if pattern("people").search(reading.complaint.folded):
        for found in _PEOPLE.finditer(reading.reply.folded):
            yield reading.move("sees_person", found.start(), found.end(), _PERSON)


def _restated(reading: Reading) -> Iterator[Move]:
    text = reading.reply
    for sentence in text.sentences:
        weight = reading.weight_in(sentence)
        if weight <= 0:
            continue
        words = text.part(sentence)
        share = weight / _IN_FULL * _telling(words)
        yield reading.move("restates_situation", sentence.start, sentence.end, share)
        if _telling(words) == 1.0 and weight >= _CARRIED_FROM and _FORWARD.search(words):
            share = _CARRIED + _PER_DETAIL * weight
            yield reading.move("carries_cost_forward", sentence.start, sentence.end, share)


def _telling(words: str) -> float:
    """Return how much a sentence tells rather than asks for something or speaks in general."""
    if _ASKING.search(words):
        return _ASKED
    return _GENERAL if _GENERALLY.search(words) else 1.0


def _costs(reading: Reading) -> Iterator[Move]:
    text = reading.reply
    for item in wordings("cost"):
        for found in item.pattern.finditer(text.folded):
            weight = reading.weight_in(text.sentence_at(found.start()))
            share = item.strength + min(_COST_MOST, _COST_PER_DETAIL * weight)
            yield reading.move(item.name, found.start(), found.end(), share)
