"""The situation: this complaint's facts restated, what it cost, and that cost carried forward."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.bearing import bears_on_post
from scoring.cues.care import acts_in
from scoring.cues.wordings import alternatives, pattern, wordings
from scoring.reading import Reading, is_content, stem
from scoring.text import Span, Text, Token

_IN_FULL = 2.5
_ASKED = 0.4
_GENERAL = 0.3
_IN_PASSING = 0.15
_CARRIED_FROM = 0.75
_CARRIED = 0.3
_PER_DETAIL = 0.2
_COST_PER_DETAIL = 0.15
_COST_MOST = 0.4
_PERSON = 0.6
_LISTED = 5
_LIST_SHARE = 0.5
_REACH = 3
_SORRY = re.compile(r"\b(?:sorry|apolog\w+)\b")
_OFFER = re.compile(
    r"\b(?:i've|i'll|we'll|we've|will|can|could|within|by|every|up to|at least|next|in|per)\b"
)

_ASKING = re.compile(
    r"\?\s*$|^(?:please|kindly|could|can|would|do|have|did|dm|pm|send|message|email|call|contact|"
    r"visit|check|try|follow|reply|reach|use|fill|log|make sure|ensure|note)\b"
    r"|\b(?:please|kindly|dm us|dm me|let us know|you can|you may|you will need|you'll need)\b"
)
_THANKING = re.compile(
    r"^(?:(?:hi|hello|hey|hiya|dear|good \w+)\b[^,.!]{0,30}[,.!]? )?"
    r"(?:(?:many |big )?thank(?:s| you)|good luck|happy|congrat\w+|enjoy|have a)\b"
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
    r"\b(?:i'll|i will|i'd|goes|comes|is on|are on|is being|back to|yours|free|no charge)\b"
    r"|\b(?:we|we'll|we've|we're)\b[^.!?]{0,60}\b(?:now|today|tonight|tomorrow)\b"
    r"|\b(?:your|her|his|their) door\b"
    r"|\bby (?:noon|tonight|tomorrow|\d|mon|tues|wed|thur|fri|sat|sun)\b"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield restated facts, steps that answer them, named costs, and people seen."""
    yield from _restated(reading)
    yield from _costs(reading)
    yield from _miscounted(reading)
    if pattern("people").search(reading.complaint.folded):
        for found in _PEOPLE.finditer(reading.reply.folded):
            yield reading.move("sees_person", found.start(), found.end(), _PERSON)


def _restated(reading: Reading) -> Iterator[Move]:
    text = reading.reply
    for sentence in text.sentences:
        weight = reading.weight_in(sentence)
        if weight <= 0 or _is_list(reading, sentence):
            continue
        words = text.part(sentence)
        share = weight / _IN_FULL * min(_telling(words), _bearing(reading, sentence))
        yield reading.move("restates_situation", sentence.start, sentence.end, share)
        if _telling(words) == 1.0 and weight >= _CARRIED_FROM and _leads_on(words):
            share = _CARRIED + _PER_DETAIL * weight
            yield reading.move("carries_cost_forward", sentence.start, sentence.end, share)


def _bearing(reading: Reading, sentence: Span) -> float:
    """Return how far a word of the post is said of the post, and not by chance."""
    return 1.0 if bears_on_post(reading, sentence) else _IN_PASSING


def _leads_on(words: str) -> bool:
    """Say whether a sentence takes something into the next step: an act, or what becomes of it."""
    return _FORWARD.search(words) is not None or any(True for _ in acts_in(words))


def _is_list(reading: Reading, sentence: Span) -> bool:
    """Say whether a sentence only strings the complaint's words together."""
    details = len(reading.details_in(sentence))
    return details >= _LISTED and details > _LIST_SHARE * len(reading.reply.part(sentence).split())


def _telling(words: str) -> float:
    """Return how much a sentence tells rather than asks, thanks, wishes or speaks in general."""
    if _ASKING.search(words) or _THANKING.search(words):
        return _ASKED
    return _GENERAL if _GENERALLY.search(words) else 1.0


def _costs(reading: Reading) -> Iterator[Move]:
    text = reading.reply
    for item in wordings("cost"):
        for found in item.pattern.finditer(text.folded):
            weight = reading.weight_in(text.sentence_at(found.start()))
            share = item.strength + min(_COST_MOST, _COST_PER_DETAIL * weight)
            yield reading.move(item.name, found.start(), found.end(), share)


def _miscounted(reading: Reading) -> Iterator[Move]:
    """Yield numbers of the complaint that the reply restates wrongly, "two visits" for three."""
    counted = _counted(reading.complaint)
    text = reading.reply
    for number, thing in _pairs(text):
        wanted = counted.get(stem(thing.text))
        if not wanted or stem(number.text) in wanted:
            continue
        words = text.part(text.sentence_at(number.start))
        if _SORRY.search(words) and not _OFFER.search(words):
            yield reading.move("wrong_detail", number.start, thing.end)


def _counted(text: Text) -> dict[str, set[str]]:
    counted: dict[str, set[str]] = {}
    for number, thing in _pairs(text):
        counted.setdefault(stem(thing.text), set()).add(stem(number.text))
    return counted


def _pairs(text: Text) -> Iterator[tuple[Token, Token]]:
    """Yield each number with the things it counts: the content words among the next two."""
    for place, token in enumerate(text.tokens):
        if stem(token.text).isdigit():
            for thing in text.tokens[place + 1 : place + _REACH]:
                if thing.text.endswith("s") and is_content(thing.text):
                    yield token, thing
