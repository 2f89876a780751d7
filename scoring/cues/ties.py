"""Ties: what makes a sentence one about this post, so that words beside the point earn nothing.

A true but idle sentence ("We open at nine tomorrow.", "I'll be here all day.") has the form of a
step, a time or a fact. What it lacks is any tie to the post: a thing of the complaint, the
person, something just spoken of, a failing owned, a remedy done, a way to us. Padding moves no
score, because what a sentence without a tie seems to show isn't counted.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from scoring.cues import matter
from scoring.cues.echo import echoes, is_parroted
from scoring.cues.need import is_courtesy_due
from scoring.cues.responsibility import ADMISSIONS, HOLDS
from scoring.cues.times import When, times
from scoring.cues.usable import STARTS
from scoring.cues.wordings import pattern, wordings
from scoring.reading import Reading, detail_weight, is_content, stem
from scoring.text import Span, Token, words

NAMED = 0.75
"""Weight of details, times aside, from which a sentence names something of the post."""

BRIEF = 2
"""Words; a sentence as short as "Refunded." or a signature has no room for a tie."""

_TO_THEM = re.compile(r"\b(?:you(?:'\w+)?|yours|your|yourself|yourselves|ur|u)\b")
_OF_THEM = re.compile(r"\b(?:s?he(?:'\w+)?|her|him|hers|his)\b")
_FINITE = (
    r"(?:is|was|has|had|will|would|gets?|got|takes?|does|did|can|could|may|might|should|means?"
    r"|looks?|seems?|rains?|snows?)"
)
_OBJECT = re.compile(
    r"(?<=[a-z,] )(?<!n't )(?<!is )(?<!has )(?<!was )(?<!that )(?<!when )(?<!as )(?<!and )"
    r"(?<!but )(?<!if )(?<!once )(?<!because )(?<!so )(?:it|them|these|those)\b"
    rf"(?!'| {_FINITE}\b| (?:days|people|things|shops)\b)"
    r"|\b(?:this|that)(?=[.,;:!?]|$| (?:now|today|tonight|tomorrow|by|for|to|on|with|in|from|is|was"
    r"|and|before|at|myself|personally|one|order|charge|visit|call|payment|problem|issue|fault"
    r"|mistake|happen\w*|should|shouldn't)\b)"
)
"""Something just spoken of, as what is acted on: "I've posted it", "sorry for that"."""

_SUBJECT = re.compile(
    r"\b(?:it|they|both|these|those)(?:'s| is|'ll| will|'ll be| will be|'re| are| was| were"
    r"| has been| have been|'ve been)? (?:now |already |all |just |both )?"
    r"(?:on (?:its|the|their|my|our|us)|back|with|yours?|coming|going|gone|being|leav\w+|arriv\w+"
    r"|land\w*|reach\w*|goes|comes|should|shouldn't|working|live|ready|here|took|cost|came|went"
    r"|(?!rained|snowed|related|based|located|named|called|organised|stored|used|needed)\w{2,}ed"
    r"|sent|paid|put|held|made)\b"
)
"""Something just spoken of, and what becomes of it: "it's on its way", "both are cancelled"."""

_REMEDY = (
    r"(?:refund(?:ed|ing|s)?|reimburs(?:ed|ing|e)|compensat(?:ed|ing|e)|credit(?:ed|ing)"
    r"|waiv(?:e|ed|ing)|revers(?:ed|ing|e)|void(?:ed|ing)|replac(?:ed|ing|e)|re-?sen[dt]\w*"
    r"|re-?ship\w*|re-?issu\w+|re-?book\w*|re-?print\w*|re-?mak\w+|re-?made|redo(?:ing|ne)?"
    r"|cancel\w*|unlock\w*|unblock\w*|reinstat\w+|restor(?:ed|ing|e)|re-?open(?:ed|ing)?|fr[eo]ez\w*"
    r"|frozen|suspend\w*|recall\w*|repair(?:ed|ing)?|deliver(?:ed|ing)?|collect(?:ed|ing)"
    r"|return(?:ed|ing)|investigat\w+|trac(?:e|ed|ing)|chas(?:e|ed|ing)|escalat\w+|remov(?:ed|ing)"
    r"|correct(?:ed|ing)|fix(?:ed|ing)?|retrain\w*|apologis\w+)"
)
_ADVERBS = r"(?:\w+ly |just |already |now |also |both |fully |being |been |be |all )*"
_REMEDIED = re.compile(
    rf"\b(?:i|we)(?:'ve|'ll|'m|'re| have| will| am| are)? {_ADVERBS}{_REMEDY}\b"
    rf"|\b(?:will|'ll) {_ADVERBS}(?!re-?open){_REMEDY}\b"
    rf"|\b(?:is|are|'s|been|being|be|was|were|now|already|both) {_ADVERBS}{_REMEDY}\b"
    r"(?! (?:by|in|via|with|at|from) (?:a|the|our)\b)"
    r"|\b(?:is|are|'s) (?:on hold|now (?:closed|stopped|shut|off))\b"
    r"|^(?:(?!(?:is|are|was|were|be|been|gets?)\b)\w+ ){0,3}(?:refunded|cancelled|credited|replaced"
    r"|reopened|restored|unlocked|fixed|booked|reversed|waived|paid|posted)\b"
)
"""A remedy done or under way; what a remedy takes as a rule ("refunds take 14 days") is none."""

_OPENING = re.compile(
    r"^(?:(?:hi|hello|hey|and|so|then|also|please|or|just|first)\b[, ]*(?:\w+, )?)+"
)
_YES_NO = re.compile(
    r"^(?:(?:hi|hello|hey|aw|ah)\b[^.!?,:]{0,30}[,:!] )?(?:yes|no|yep|yup|nope|aye|yeah)\b"
)
_MEANT = tuple(
    item
    for item in (*ADMISSIONS, *HOLDS, *wordings("safety"), *wordings("feeling"))
    if item.name not in {"canned_empathy", "same_experience"} and item.strength > 0.4
)


def is_tied(reading: Reading, span: Span) -> bool:
    """Say whether a sentence of the reply has a tie to this post."""
    return span in _tied(reading)


def bearing(reading: Reading) -> tuple[Span, ...]:
    """Return the reply's sentences that have a tie to the post, in order."""
    tied = _tied(reading)
    return tuple(span for span in reading.reply.sentences if span in tied)


@lru_cache(maxsize=4)
def idle_stretches(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the typed stretches of sentences without a tie to the post, in order."""
    text, tied = reading.reply, _tied(reading)
    return tuple(text.typed_span(s.start, s.end) for s in text.sentences if s not in tied)


def is_idle_at(reading: Reading, place: int) -> bool:
    """Say whether a place of the reply as typed lies in a sentence without a tie to the post."""
    return any(start <= place < end for start, end in idle_stretches(reading))


@lru_cache(maxsize=4)
def _tied(reading: Reading) -> frozenset[Span]:
    copied = frozenset(echoes(reading) if is_parroted(reading) else ())
    own = (span for span in reading.reply.sentences if span not in copied)
    tied = frozenset(span for span in own if _has_tie(reading, span))
    return frozenset() if _is_elsewhere(reading, tied) else tied


def _is_elsewhere(reading: Reading, tied: Collection[Span]) -> bool:
    """Say whether the reply is about another matter, so that its "you" is somebody else."""
    said = [token.text for span in tied for token in reading.reply.tokens_in(span)]
    shared = _told(reading).intersection(map(stem, filter(is_content, said)))
    if sum(map(detail_weight, shared)) > matter.CHANCE:
        return False
    return matter.is_about_another(reading.case, said)


def _has_tie(reading: Reading, span: Span) -> bool:
    said = reading.reply.part(span)
    if not reading.complaint.words:
        return True  # Nothing is known of the post, so nothing can be beside it.
    if len(said.split()) <= BRIEF or _named(reading, span) >= NAMED:
        return True
    if pattern("idle_opening").match(said):
        return False
    if is_courtesy_due(reading) and pattern("courteous").search(said):
        return True
    rest = pattern("idle_talk").sub(" ", said)
    looked_for = (_TO_THEM, _OBJECT, _SUBJECT, _REMEDIED, pattern("ties"), _YES_NO)
    if any(item.search(rest) for item in looked_for):
        return True
    return _is_meant(said) or _instructs(said) or _is_of_them(reading, said)


def _is_of_them(reading: Reading, said: str) -> bool:
    """Say whether "he" or "her" is said, where the post has somebody whom that can mean."""
    has_somebody = pattern("people").search(reading.complaint.folded) is not None
    return has_somebody and _OF_THEM.search(said) is not None


def _named(reading: Reading, span: Span) -> float:
    """Return the weight of the case's things in a sentence; a day or an hour is no such thing."""
    dated = times(reading.reply.part(span))
    told = _told(reading)
    weights = {
        stem(token.text): detail_weight(stem(token.text))
        for token in reading.reply.tokens_in(span)
        if is_content(token.text) and not any(_is_in(token, span, when) for when in dated)
    }
    return sum(weight for name, weight in weights.items() if name in told)


def _is_in(token: Token, span: Span, when: When) -> bool:
    return when.start <= token.start - span.start < when.end


@lru_cache(maxsize=4)
def _told(reading: Reading) -> frozenset[str]:
    """Return the stems of what the case tells of: the posts, its parts, facts and offers."""
    case = reading.case
    texts = (*case.parts, *(fact.text for fact in case.facts), *(a.action for a in case.allowed))
    said = (stem(word) for text in texts for word in words(text) if is_content(word))
    return reading.complaint_stems.union(said)


def _is_meant(said: str) -> bool:
    """Say whether regret, ownership, a feeling or a word of safety is in the sentence."""
    return any(item.pattern.search(said) for item in _MEANT)


def _instructs(said: str) -> bool:
    opening = _OPENING.match(said)
    first = said[opening.end() if opening else 0 :].split(maxsplit=1)[:1]
    return bool(first) and first[0].strip(",.:;!?'\"") in STARTS
