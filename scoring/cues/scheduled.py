"""What is told to happen at a time, though nobody is said to do it: "the new box lands Friday"."""

import re
from collections import Counter
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.deeds import clause_of, deeds, reply_times
from scoring.cues.times import When
from scoring.cues.verbs import is_past, listed, verb_kinds
from scoring.reading import Reading, is_content, stem
from scoring.text import Span

_DENIED = re.compile(r"\b(?:nobody|no one|none|not|never)\b|n't\b")
_PAST = re.compile(r"\b(?:was|were|had|did|didn't|said)\b")
_HOURS = re.compile(
    r"\b(?:open(?:ing)?|lines?|hours|available|weekdays?|working|business|up to|usually|normally"
    r"|typically|within \d+ (?:days|weeks)|may|might|can take|takes?|aim|allow|between \w+ and \w+"
    r"|to (?:mon|tue|wed|thu|fri|sat|sun)\w*|your visit|last|next time"
    r"|you can (?:also |always )?(?:call|ring|reach|contact|visit|e-?mail|message|find|see))\b"
)
SAID = re.compile(
    r"\b(?:sorry|apolog\w+|thanks?|thanking|hop(?:e|es|ing)|wish\w*|luck|welcome|congratulat\w+"
    r"|understand\w*|appreciate\w*|enjoy\w*|proud|feel\w*|delighted|excited|sympath\w+|thoughts"
    r"|regards|look(?:ing)? forward)\b"
)
"""Thanks, regret, wishes and sympathy: said at a time, while nothing happens at it."""
_YOURS = re.compile(r"\byou(?:'re| are)(?: \w+ly| just| still| now)* (?P<doing>\w+ing)\b")
_ON_THE_WAY = listed("going coming leaving arriving landing reaching")
_WORDS = re.compile(r"[^\W_]+")
_SHARP = 1.0
_BACK = re.compile(
    r"(?:^|(?<=[.!?,;:\n] )|(?<=and ))(?:back|more|news|an? (?:answer|update|reply)|update|answer)"
    r"(?: (?:to you|with you|here|from (?:me|us)|soon|on (?:this|it)|again|with (?:news|an? \w+)))*"
    r"(?: no later than)? \Z"
)
"""The end of what stands before the time: "Back to you by 3", "more from me at noon"."""

_GIVE_ME = re.compile(
    r"\bgive (?:me|us) (?:until|till|a|an|\w+) ?(?P<time>(?:\w+ )?(?:minutes?|mins?|hours?|hour))\b"
)
_NEXT_WORD = 0.6
"""What the promise of the next word is worth as a step: it comes, and nothing is done by it."""
_TIMES_A_CLAUSE = 4
"""Times of a clause that are looked at; a clause with more of them tells no more."""


def find(reading: Reading) -> Iterator[Move]:
    """Yield a step and its time for each clause that tells what will happen when."""
    yield from _held(reading)
    taken = {deed.when for deed in deeds(reading) if deed.when is not None}
    named: Counter[Span] = Counter()
    for when in reply_times(reading):
        if when.sharpness < 0.6 or when in taken:
            continue
        clause = clause_of(reading, when.start)
        named[clause] += 1
        if named[clause] <= _TIMES_A_CLAUSE and _happens(reading, reading.reply.part(clause), when):
            yield reading.move("gives_time", when.start, when.end, 0.7 * when.sharpness)
            yield reading.move("next_step", clause.start, clause.end, 0.8 * when.sharpness)


def _held(reading: Reading) -> Iterator[Move]:
    """Yield what a holding reply says: the next word from us by a time, or a wait asked for."""
    folded = reading.reply.folded
    for when in reply_times(reading):
        clause = clause_of(reading, when.start)
        back = _BACK.search(folded, clause.start, when.start)
        if back is not None and when.sharpness == _SHARP:
            yield reading.move("gives_time", when.start, when.end, when.sharpness)
            yield reading.move("next_step", back.start(), when.end, _NEXT_WORD)
    for wait in _GIVE_ME.finditer(folded):
        yield reading.move("gives_time", wait.start("time"), wait.end("time"))
        yield reading.move("next_step", wait.start(), wait.end(), _NEXT_WORD)


def _happens(reading: Reading, text: str, when: When) -> bool:
    if text.endswith("?") or _is_told(text):
        return False
    if any(pattern.search(text) for pattern in (_DENIED, _HOURS, SAID)):
        return False
    yours = _YOURS.search(text)
    if yours and yours["doing"] not in verb_kinds():
        return False
    beside = text.replace(reading.reply.folded[when.start : when.end].strip(), " ")
    return _names_a_thing(reading, _WORDS.findall(beside), when)


def _is_told(text: str) -> bool:
    """Say whether a clause tells what happened, not what will."""
    return _PAST.search(text) is not None or any(is_past(word) for word in _WORDS.findall(text))


def _names_a_thing(reading: Reading, said: list[str], when: When) -> bool:
    """Say whether a clause has a thing for its time, and an act or news about it.

    A loose "trying" or "counting" describes somebody. A clause made of the customer's own words
    only says the complaint again, and "now" dates whatever stands beside it: both need a verb
    of action.
    """
    things = [word for word in said if is_content(word)]
    if not things or (said[0].endswith("ing") and said[0] not in _ON_THE_WAY):
        return False
    if any(word in verb_kinds() for word in said):
        return True
    is_news = any(stem(word) not in reading.complaint_stems for word in things)
    return is_news and when.sharpness == _SHARP
