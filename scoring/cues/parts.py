"""The parts of a complaint: which sentence of the reply handles each, in whatever words."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.answers import instructions, opens_as_answer
from scoring.cues.deeds import Deed, deeds, reply_times
from scoring.cues.subjects import Who
from scoring.cues.things import turns
from scoring.cues.ties import bearing
from scoring.cues.verbs import Kind, Tense
from scoring.reading import Reading, is_content, stem
from scoring.text import Span, words

_FIGURE = re.compile(r"\d+(?:[.:,]\d+)*|[£$€]")
_WANTS_TIME = re.compile(
    r"\b(?:when|how long|what time|by (?:when|then)|before|today|tonight|still)\b"
)
_WANTS_MONEY = re.compile(
    r"\b(?:refund\w*|money|charge\w*|fee|pay|paid|price|cost|bill\w*|compensat\w*|postage)\b|[£$€]"
)
_PAYS = re.compile(
    r"\b(?:refund\w*|return\w*|credit\w*|money|back (?:on|to|in)|pay|paid|waive\w*|cancel\w*|no"
    r" charge"
    r"|reimburs\w*)\b|[£$€]"
)
_WANTS_CAUSE = re.compile(r"\b(?:why|how come|what (?:happened|went wrong)|explain)\b")
_CAUSE = re.compile(
    r"\b(?:because|reason|caused?|failed|broke|fault|was|were|don't (?:yet )?know)\b"
)
_WANTS_PLACE = re.compile(r"\b(?:where|which (?:shop|branch|depot|way))\b")
_PLACE = re.compile(
    r"(?:\b(?:is|are|sits?|waiting|held)|'s) (?:\w+ )?(?:in|at|on|with|near|by|under)\b"
)
_KINDS_OF_ANSWER = ((_WANTS_MONEY, _PAYS), (_WANTS_CAUSE, _CAUSE), (_WANTS_PLACE, _PLACE))

# What an act can settle by itself: whether, when, where, how long, what happens now.
_WANTS_ACT = re.compile(
    r"(?:will|is|are|can|could|when|where|how (?:long|soon|do|can)|what (?:happens|now|if|will|are"
    r" you)|who|whether|what is (?:being|happening|going)|does|do|may|must)\b"
)
_WANTS_CONTACT = re.compile(r"\bwho\b[^?]*\b(?:ring|call|contact|ask|phone|reach|speak)\b")
_WANTS_NEWS = re.compile(r"(?:is|are|could|can) (?:there|the (?:cause|reason)|any)\b")
_SAME_THING = re.compile(r"\b(?:it|this|that|they|them|these|those)\b")
_DEADLINE = re.compile(r"\b(?:before|by|until|in time for)\b.*")
_ENOUGH = 0.3
_BY_THE_ACT = 0.4
"""How well a concrete act handles a part that it shares no word with."""


def find(reading: Reading) -> Iterator[Move]:
    """Yield for each part of the case the words that handle it best, with the part noted."""
    parts = reading.case.parts
    if not parts:
        return
    useful = _useful_sentences(reading)
    act = _main_act(reading)
    main = next((part for part in parts if _wants_act(part)), "")
    for part in parts:
        fits = [(_fit(reading, part, span), span) for span in useful]
        strength, best = max(fits, key=lambda fit: fit[0], default=(0.0, None))
        if best is not None and strength >= _ENOUGH:
            yield reading.move("answers_part", best.start, best.end, strength, note=part)
        elif act is not None and _is_settled_by(act, part, main):
            yield reading.move("answers_part", act.start, act.end, _BY_THE_ACT, note=part)


def _main_act(reading: Reading) -> Deed | None:
    """Return the act that binds somebody of ours most: done to something, or with a time."""
    acts = [deed for deed in deeds(reading) if _is_firm(deed) and not _pays(reading, deed)]
    return max(acts, key=lambda deed: (deed.who is Who.I, deed.when is not None), default=None)


def _pays(reading: Reading, deed: Deed) -> bool:
    """Say whether an act is about money, which settles no part but one about money."""
    return _PAYS.search(reading.reply.folded, deed.start, deed.end) is not None


def _is_firm(deed: Deed) -> bool:
    if deed.is_negated or deed.tense in {Tense.MAY, Tense.HABIT} or deed.who is Who.TEAM:
        return False
    if deed.kind is Kind.VAGUE or (deed.kind is Kind.OTHER and deed.when is None):
        return False
    is_told = deed.kind is Kind.REACH and deed.tense is Tense.DONE
    return deed.substance > 0.5 and (deed.when is not None or not is_told)


def _wants_act(part: str) -> bool:
    """Say whether a part asks whether, when or who, and no money, cause, contact or fact."""
    asked = part.lower()
    wants = (_WANTS_MONEY, _WANTS_CAUSE, _WANTS_CONTACT)
    if any(wanted.search(asked) for wanted in wants) or _WANTS_NEWS.match(asked):
        return False
    return _WANTS_ACT.match(asked) is not None


def _is_settled_by(act: Deed, part: str, main: str) -> bool:
    """Say whether an act settles a part: one that wants an act, about the main matter."""
    if not _wants_act(part):
        return False
    if part.lower().startswith("who") and act.who not in {Who.I, Who.NAMED}:
        return False
    about = _DEADLINE.sub("", part.lower())
    return bool(_SAME_THING.search(about) or _topic(about) & _topic(main) or not _topic(about))


def _topic(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if is_content(word))


def _useful_sentences(reading: Reading) -> list[Span]:
    """Sentences in which somebody acts, something is done, or a figure or instruction stands."""
    starts = [deed.start for deed in deeds(reading) if not deed.is_negated]
    starts += [turn.start for turn in turns(reading.reply.folded)]
    starts += [when.start for when in reply_times(reading)]
    starts += [move.start for move in instructions(reading)]
    starts += [match.start() for match in _FIGURE.finditer(reading.reply.folded)]
    for pattern in (_CAUSE, _PLACE):
        starts += [match.start() for match in pattern.finditer(reading.reply.folded)]
    sentences = bearing(reading)
    return [
        span
        for place, span in enumerate(sentences)
        if any(span.start <= start < span.end for start in starts)
        or (place < 2 and opens_as_answer(reading, span))
    ]


def _fit(reading: Reading, part: str, span: Span) -> float:
    """Return how far a sentence handles a part: shared words, and the kind of thing asked for."""
    asked = {stem(word) for word in words(part) if is_content(word)}
    text = reading.reply.part(span)
    said = {stem(word) for word in words(text) if is_content(word)}
    fit = 0.35 * min(2, len(asked & said))
    folded = part.lower()
    if _WANTS_TIME.search(folded) and any(
        span.start <= when.start < span.end for when in reply_times(reading)
    ):
        fit += 0.4
    for wanted, given in _KINDS_OF_ANSWER:
        if wanted.search(folded) and given.search(text):
            fit += 0.4
    return min(1.0, fit)
