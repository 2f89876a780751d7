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
from scoring.cues.ties import is_tied
from scoring.cues.wordings import pattern, wordings
from scoring.reading import Reading, quantised
from scoring.rubric.overall import LOW_EMOTION
from scoring.stance import Lean, leans, own_weight
from scoring.text import Span

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

_SURE = 0.3
"""Probability of a defensive stance from which mild cues count in full."""

_SEEN = 0.14
"""Probability below which a stance is not pointed out."""

_ARGUES = 0.8
"""Weight of a sentence's own words from which they argue anything; see `scoring.stance`."""

_CARRIES = 0.8
"""Share of a sentence's weight that a clause needs to be pointed out alone."""

_FAINTEST = 0.06
"""Probability below which a sentence on the post adds nothing to a reply's stance."""

_SEEN_ASIDE = 0.2
"""The same for a sentence beside the point, which is seen only by itself."""

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
    every = _leans(reading)
    stances = tuple(lean for lean in every if _can_argue(reading, lean))
    ground = _together(lean for lean in every if is_tied(reading, lean.span))
    seen = (
        *matches(reading, PHRASES),
        *(replace(move, name="attacks") for move in insults.find(reading)),
        *mockery.find(reading),
        *menace.find(reading),
        *harm.find(reading),
        *contradiction.find(reading),
    )
    found = settled(reading, seen)
    named = [_in_context(reading, move, ground) for move in found if not _is_play(reading, move)]
    yield from named
    yield from _argued(reading, stances, named)


def _together(stances: Iterable[Lean]) -> float:
    """Return the probability that at least one of the sentences argues our side."""
    return 1 - math.prod(1 - lean.probability for lean in stances)


def _leans(reading: Reading) -> tuple[Lean, ...]:
    """Return the lean of each sentence; what is done counts where it has to do with the post."""
    text = reading.reply
    return leans(text, [span for span in text.sentences if is_tied(reading, span)])


def _can_argue(reading: Reading, lean: Lean) -> bool:
    """Say whether a sentence argues: a sign-off, a yes or no, a source and mere facts don't."""
    least = _FAINTEST if is_tied(reading, lean.span) else _SEEN_ASIDE
    if lean.own < _ARGUES or lean.probability < least:
        return False
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


def _in_context(reading: Reading, move: Move, ground: float) -> Move:
    pointed = move.name == "blames_customer" and move.strength >= _POINTED
    if pointed or move.name in _PLAIN_SPEAKING or catalogue()[move.name].weight is None:
        return move
    if move.name == "blames_customer" and _is_cited(reading, move):
        return replace(move, strength=quantised(move.strength * _CITED))
    share = _BESIDE_HELP + (1 - _BESIDE_HELP) * min(1.0, ground / _SURE)
    return replace(move, strength=quantised(move.strength * share))


def _is_cited(reading: Reading, move: Move) -> bool:
    """Say whether it only says where a thing stands, with a link or a date to look it up by."""
    quoted = reading.reply.typed[move.start : move.end].lower()
    if _TO_YOU.search(quoted):
        return False
    ahead = reading.reply.typed[move.start :].lower().split("\n")[0]
    return _CITATION.search(ahead) is not None


def _argued(reading: Reading, stances: Sequence[Lean], named: Iterable[Move]) -> Iterator[Move]:
    """Yield what the stance shows beyond the named cues, on the sentence that leans most."""
    whole = _together(stances)
    if whole < _SEEN or judged(reading).emotion < LOW_EMOTION:
        return  # The weights were fitted on answers to complaints alone.
    weight = catalogue()["defends_itself"].weight or 1.0
    beyond = 1 - (1 - whole) / _openness(named)
    strength = quantised(beyond / weight)
    if strength > 0:
        span = _argument(reading, max(stances, key=lambda lean: lean.probability))
        yield reading.move("defends_itself", span.start, span.end, strength)


def _argument(reading: Reading, lean: Lean) -> Span:
    """Return the clause that carries a sentence's lean, or the sentence where none does alone."""
    text = reading.reply
    clauses = [c for c in text.clauses if lean.span.start <= c.start < lean.span.end]
    weights = [(own_weight(text, clause), clause) for clause in clauses]
    heaviest, clause = max(weights, key=lambda item: item[0])
    return clause if heaviest >= _CARRIES * lean.own else lean.span


def _openness(named: Iterable[Move]) -> float:
    """Return the share of 100 that the named cues leave, each kind once at its strongest."""
    best: dict[str, float] = {}
    for move in named:
        best[move.name] = max(best.get(move.name, 0.0), move.strength)
    return math.prod(1 - (catalogue()[k].weight or 0.0) * s for k, s in best.items())
