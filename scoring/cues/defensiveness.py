"""Defensive cues, after Benoit's families: denial, evasion, reducing offence.

Named cues come from phrases. How explicit a mild one is depends on the stance around
it: "our terms" beside a refund is a detail, as the whole answer it is a shield. What
the reply's stance says beyond the named cues goes to the sentence that leans most.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from scoring.assessment import Move
from scoring.catalogue import catalogue
from scoring.cues import contradiction, harm, insults, menace, mockery
from scoring.cues.exemptions import settled
from scoring.cues.need import judged
from scoring.cues.phrases import matches
from scoring.cues.wordings import pattern, wordings
from scoring.reading import Reading, quantised
from scoring.rubric.overall import LOW_EMOTION
from scoring.stance import Lean, leans

FAMILIES = ("denial", "blame", "evasion", "reduction", "hostility", "nonapology")
PHRASES = tuple(item for family in FAMILIES for item in wordings(family))

_PLAIN_SPEAKING = frozenset({"attacks", "threat", "tone_policing", "works_against"})
"""Cues that need no context: they are what they say."""

_POINTED = 1.0
"""Strength of blame put to the customer's face, which help beside it doesn't soften."""

_LAUGH = 0.75
"""Strength of a laugh: beside a complaint it mocks, unless the brand is known to play."""

_BESIDE_HELP = 0.5
"""What is left of a mild cue in a reply that otherwise helps."""

_SURE = 0.5
"""Probability of a defensive stance from which mild cues count in full."""

_SEEN = 0.25
"""Probability below which a stance is not pointed out."""


_FAINT = 0.5
"""Strength up to which a stance without words of its own is a guess, and counts less."""

_GUESSED = 0.7
"""What is left of a faint stance."""

_FEWEST = 3
"""Words; fewer argue nothing."""

_CITED = 0.25
"""What is left of "it is listed in the email" where the email's date or a link stands by it."""

_CITATION = re.compile(
    r"\w\.\w{2,}/\w|https?:|\b(?:of|on|dated) (?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_TO_YOU = re.compile(r"\b(?:you|clearly|plainly)\b")
_YES_NO = re.compile(r"(?:yes|no)[,.:] ")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the defensive moves of the reply."""
    stances = tuple(lean for lean in leans(reading.reply) if _can_argue(reading, lean))
    whole = 1 - math.prod(1 - lean.probability for lean in stances)
    seen = (
        *matches(reading, PHRASES),
        *(replace(move, name="attacks") for move in insults.find(reading)),
        *mockery.find(reading),
        *menace.find(reading),
        *harm.find(reading),
        *contradiction.find(reading),
    )
    found = settled(reading, seen)
    named = [_in_context(reading, move, whole) for move in found if not _is_play(reading, move)]
    yield from named
    yield from _argued(reading, stances, whole, named)


def _can_argue(reading: Reading, lean: Lean) -> bool:
    """Say whether a sentence can argue at all: a sign-off, a yes or no and a source can't."""
    part = reading.reply.part(lean.span)
    is_answer = "?" in reading.complaint.folded and _YES_NO.match(part)
    is_source = _CITATION.search(part) and not _TO_YOU.search(part)
    is_joke = _may_laugh(reading) and any(item.pattern.search(part) for item in wordings("humour"))
    return len(part.split()) >= _FEWEST and not (is_answer or is_source or is_joke)


def _is_play(reading: Reading, move: Move) -> bool:
    """Say whether it is only a laugh, where the brand may be playful or the customer laughed."""
    return move.name == "attacks" and move.strength <= _LAUGH and _may_laugh(reading)


def _may_laugh(reading: Reading) -> bool:
    joked = pattern("customer_jokes").search(reading.complaint.folded)
    return reading.case.playful_brand or joked is not None


def _in_context(reading: Reading, move: Move, whole: float) -> Move:
    pointed = move.name == "blames_customer" and move.strength >= _POINTED
    if pointed or move.name in _PLAIN_SPEAKING or catalogue()[move.name].weight is None:
        return move
    if move.name == "blames_customer" and _is_cited(reading, move):
        return replace(move, strength=quantised(move.strength * _CITED))
    share = _BESIDE_HELP + (1 - _BESIDE_HELP) * min(1.0, whole / _SURE)
    return replace(move, strength=quantised(move.strength * share))


def _is_cited(reading: Reading, move: Move) -> bool:
    """Say whether it only says where a thing stands, with a link or a date to look it up by."""
    quoted = reading.reply.typed[move.start : move.end].lower()
    if _TO_YOU.search(quoted):
        return False
    ahead = reading.reply.typed[move.start :].lower().split("\n")[0]
    return _CITATION.search(ahead) is not None


def _argued(
    reading: Reading, stances: Sequence[Lean], whole: float, named: Iterable[Move]
) -> Iterator[Move]:
    """Yield what the stance shows beyond the named cues, on the sentence that leans most."""
    if whole < _SEEN or judged(reading).emotion < LOW_EMOTION:
        return  # The weights were fitted on answers to complaints alone.
    weight = catalogue()["defends_itself"].weight or 1.0
    beyond = 1 - (1 - whole) / _openness(named)
    full = beyond / weight
    strength = quantised(full if full > _FAINT else full * _GUESSED)
    if strength > 0:
        span = max(stances, key=lambda lean: lean.probability).span
        yield reading.move("defends_itself", span.start, span.end, strength)


def _openness(named: Iterable[Move]) -> float:
    """Return the share of 100 that the named cues leave, each kind once at its strongest."""
    best: dict[str, float] = {}
    for move in named:
        best[move.name] = max(best.get(move.name, 0.0), move.strength)
    return math.prod(1 - (catalogue()[k].weight or 0.0) * s for k, s in best.items())
