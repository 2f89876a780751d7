"""What a sentence has to do with this post: whether it speaks to the person, or of their case.

A sentence about the firm's own day ("our office is on the second floor") is no care, no
voice and no fact of the complaint, however plain and however much in the first person.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from scoring.cues.defensiveness import PHRASES
from scoring.cues.exemptions import settled
from scoring.cues.phrases import matches
from scoring.cues.ties import is_tied
from scoring.reading import Reading
from scoring.text import Span

_DETAILS = 3
"""So many details of the post in a sentence make it one about the post, whoever is spoken to."""

_TO_THEM = re.compile(
    r"\b(?:(?<!thank )you(?:'\w+)?|yours|your(?! (?:\w+ )?(?:message|post|review|feedback|comments?"
    r"|patience|understanding|e?-?mail)\b)|yourself|yourselves|ur?|s?he(?:'\w+)?|her|him"
    r"|his|hers|they(?:'\w+)?|them|their|theirs)\b"
)
_TO_THE_CASE = re.compile(
    r"\b(?:sorry|apolog\w+|grateful|gutted|ashamed|that(?:'s| is| was| should)"
    r"|(?:that|this) (?:one|order|charge|visit|call)|shouldn't|should (?:never|not)"
    r"|it(?:'s| is|'ll|'ll be| will be) (?:on|back|with|yours?|coming|going|gone|being|\w+ed))\b"
)
_SPEAKER = r"(?:i|we)"
_HELPED = rf"\b{_SPEAKER}(?:'ve|'ll|'m|'re| have| will| am| are| was| were|'d| did| didn't)\b"
_PAST = (
    r"(?!(?:need|feed|speed|indeed)\b)\w{2,}ed|put|sent|held|kept|brought|took|gave|found|told|spoke|rang"
    r"|paid|got|left|read|wrote|made|went|came|drove|saw|broke|lost|forgot|let|set|cut|said|knew|owe"
)
_ACTED = re.compile(
    rf"{_HELPED}(?! (?:a|an|the|some|many|several|our|no|\d+|in|on the|open|based|here)\b)"
    rf"|\b{_SPEAKER} (?:\w+ly |just |also |then |both )?(?:{_PAST})\b"
)
_GENERAL_WE = re.compile(r"\bwe(?:'re| are) (?:an?|the|all|proud|open|based|one)\b")
_TO_ME = re.compile(r"\b(?:me|myself)\b")

_AGAINST = frozenset(
    {
        "flat_denial",
        "blames_customer",
        "blames_third_party",
        "doubts_customer",
        "policy_shield",
        "minimises",
        "boasts",
        "compares",
        "sells",
        "tone_policing",
        "attacks",
        "threat",
    }
)
_PLAINLY = 0.9
_HARSH = tuple(item for item in PHRASES if item.name in _AGAINST and item.strength >= _PLAINLY)
_THEIR_FAILING = re.compile(
    r"\b(?:had you\b(?! (?:\w+ing|stuck|sat|stood|on|out|up|down|without|back)\b)"
    r"|if (?:you|your \w+) (?:had|have|hadn't|haven't|'d)\b"
    r"|(?:you|your \w+) (?:should|ought to) (?:have|'ve) "
    r"(?!(?:been|had|heard|got|received|never|needed|to)\b)\w+"
    r"|as you (?:saw|knew|know|agreed|accepted|ticked|read|signed|chose|were told|will have seen)\b"
    r"|(?:which|that) you (?:agreed|accepted|ticked|signed|chose)\b)"
)


def bears_on_post(reading: Reading, span: Span) -> bool:
    """Say whether a sentence speaks to the person or of what happened to them."""
    if not is_tied(reading, span):
        return False
    if len(reading.details_in(span)) >= _DETAILS:
        return True
    words = reading.reply.part(span)
    return bool(_TO_THEM.search(words) or _TO_THE_CASE.search(words) or acts(words))


def acts(words: str) -> bool:
    """Say whether I or we do something in these folded words, now, before or next; not always."""
    return _ACTED.search(words) is not None and not _GENERAL_WE.search(words)


def speaks_for_this(reading: Reading, span: Span) -> bool:
    """Say whether an "I" or "we" in the sentence is somebody who has to do with this post."""
    if not is_tied(reading, span):
        return False
    words = reading.reply.part(span)
    to_them = _TO_THEM.search(words) or _TO_THE_CASE.search(words) or _TO_ME.search(words)
    return bool(to_them) or acts(words) or reading.weight_in(span) >= 1


@lru_cache(maxsize=4)
def turned_on_them(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the typed stretches of sentences that defend the firm against them, in order.

    Their failing, a denial, a rule or praise of the firm: what such a sentence says back of the
    complaint is said against them, so it is no care.
    """
    text, places = reading.reply, sorted(_against(reading))
    typed = (text.typed_span(span.start, span.end) for span in text.sentences)
    return tuple((a, b) for a, b in typed if any(a <= place < b for place in places))


def _against(reading: Reading) -> Iterator[int]:
    text = reading.reply
    for found in _THEIR_FAILING.finditer(text.folded):
        yield text.typed_span(found.start(), found.end())[0]
    for move in settled(reading, tuple(matches(reading, _HARSH))):
        if move.name in _AGAINST:
            yield move.start
