"""Promises held against what the case allows, where the case says."""

import re
from collections.abc import Iterator
from functools import cache

from scoring import lexicons
from scoring.assessment import Move
from scoring.case import Allowed, Case
from scoring.reading import Reading, is_content, stem
from scoring.text import Text

_PROMISE = re.compile(
    r"\b(?:i'll|we'll|i will|we will|i've|we've|i have|we have|i'm|we're|i am|we are"
    r"|you(?:'ll| will) (?:get|receive|have)|(?:is|are) on (?:its|their|the) way|(?:is|are) yours"
    r"|goes? back|(?<!that's )(?<!it's )(?<!this is )(?<!this was )(?<!all )(?<!% )on us"
    r"|will be (?:there|here|with you|at your))\b"
)
_NO_PROMISE = re.compile(
    r"\b(?:can't|cannot|can not|unable|won't|not able|isn't|not (?:something|allowed)|if|whether"
    r"|ask(?:ing|ed)?|look(?:ing)? into|see (?:if|whether|what)|find(?:ing)? out|check(?:ing)?"
    r"|would|might|may|could)\b"
)
_MONEY = re.compile(
    r"[£$€]\s?(\d+(?:[.,]\d+)*)|\b(\d+(?:[.,]\d+)*) ?(?:pounds|quid|dollars|euros?)\b"
    r"|\b(\d+) ?%(?! (?:on us|our|ours|right|my|behind|down|agree|with you|sure|wrong|deserved))"
)
_DURATION = re.compile(
    r"\b(?:in|within)(?: the next)?(?: about)?"
    r" (an?|the|\d+|half an|two|three|four|five|ten|twenty|thirty)"
    r" ((?:working |business |full )?(?:minutes?|mins?|hours?|hrs?|days?))\b"
)
_TIME_WORDS = re.compile(
    r"\b(?:within|hours?|hrs?|minutes?|mins?|(?:mon|tues|wednes|thurs|fri|satur|sun)?days?|working"
    r"|business|today|tonight|tomorrow|now)\b"
)
_ALIKE = 2
"""Topics that a promise shares with the offer it is about."""

_MINUTES = {"m": 1.0, "h": 60.0, "d": 1440.0}
_NUMBERS = {
    "a": 1.0, "an": 1.0, "the": 1.0, "half an": 0.5, "two": 2.0, "three": 3.0, "four": 4.0,
    "five": 5.0, "ten": 10.0, "twenty": 20.0, "thirty": 30.0,
}  # fmt: skip


@cache
def _remedies() -> dict[str, re.Pattern[str]]:
    lines = (line.split(": ", 1) for line in sorted(lexicons.load("remedies")))
    return {name: re.compile(rf"\b(?:{words})\b") for name, words in lines}


def find(reading: Reading) -> Iterator[Move]:
    """Yield promises outside the allowed acts, sums or times; silent where nothing is listed."""
    if not reading.case.allowed:
        return
    folded = reading.reply.folded
    for span in reading.reply.sentences:
        promise = _PROMISE.search(folded, span.start, span.end)
        if promise is None or _NO_PROMISE.search(folded, span.start, span.end):
            continue
        part = reading.reply.part(span)
        if reason := _outside(part, reading.case):
            yield reading.move("outside_allowed", span.start, span.end, 1.0, reason)


def _outside(part: str, case: Case) -> str:
    """Return why a promise goes beyond what is allowed, or "" when it doesn't."""
    known = _known(case)
    allowed = " ".join(Text(item.action).folded for item in case.allowed)
    strange = [amount for amount in _amounts(part) if amount not in _amounts(known)]
    if strange:
        return f"{strange[0]} is not among the offers"
    named = [name for name, words in _remedies().items() if words.search(part)]
    beyond = [name for name in named if not _remedies()[name].search(allowed)]
    if beyond and len(beyond) == len(named) and not _names_offer(part, case):
        return f"a {beyond[0]} is not among the offers"
    return _too_soon(part, case)


def _known(case: Case) -> str:
    texts = [item.action for item in case.allowed] + [fact.text for fact in case.facts]
    texts += [case.complaint, *(post.text for post in case.history)]
    return " ".join(Text(text).folded for text in texts)


def _amounts(text: str) -> list[str]:
    found = []
    for match in _MONEY.finditer(text):
        number = next(group for group in match.groups() if group)
        found.append(number.replace(",", "").removesuffix(".00") + ("%" if match[3] else ""))
    return found


def _names_offer(part: str, case: Case) -> bool:
    """Say whether the sentence shares two content words with one allowed act."""
    said = _stems(part)
    return any(len(said & _stems(Text(item.action).folded)) >= 2 for item in case.allowed)


def _too_soon(part: str, case: Case) -> str:
    """Return how long the promised act can take, where a clause promises it sooner."""
    text = Text(part)
    for clause in text.clauses:
        said = text.part(clause)
        for promised in _DURATION.finditer(said):
            about = _topics(said) or _topics(part)
            item = _best_offer(about, case)
            if item is not None and item.within is not None and _minutes(promised) < item.within:
                return f"it can take {item.within:g} minutes"
    return ""


def _minutes(promised: re.Match[str]) -> float:
    number, unit = promised[1], promised[2]
    count = float(number) if number.isdigit() else _NUMBERS[number]
    return count * _MINUTES[unit.split()[-1][0]]


def _best_offer(about: frozenset[str], case: Case) -> Allowed | None:
    """Return the offer that a promise is about: the most topics in common, the slowest last."""
    shared = [(len(about & _topics(Text(item.action).folded)), item) for item in case.allowed]
    near = [pair for pair in shared if pair[0] >= _ALIKE]
    if not near and len(about) <= _ALIKE:
        near = [pair for pair in shared if pair[0]]  # so short a promise can't share more
        if len(near) > 1:
            return None
    if not near:
        return None
    return max(near, key=lambda pair: (pair[0], -(pair[1].within or 0.0)))[1]


def _topics(folded: str) -> frozenset[str]:
    """Return what a text is about: its stems, sums and remedies, times aside."""
    remedies = {f"a {name}" for name, words in _remedies().items() if words.search(folded)}
    timeless = _TIME_WORDS.sub(" ", folded)
    return frozenset({*_stems(timeless), *_amounts(folded), *remedies})


def _stems(folded: str) -> frozenset[str]:
    return frozenset(stem(w) for w in Text(folded).words if is_content(w) and not w[0].isdigit())
