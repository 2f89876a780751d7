"""Apologies: said for something particular, said as a formula, or taken back as they are said."""

import re
from collections.abc import Iterator
from itertools import islice

from scoring.assessment import Move
from scoring.cues.phrases import matches
from scoring.cues.wordings import alternatives, wordings
from scoring.reading import Reading
from scoring.text import Span

_SORRY = re.compile(
    r"\b(?:(?:so|very|truly|really|deeply|sincerely|extremely|terribly|awfully|genuinely|dead)\s+)"
    r"{0,3}(?:sorry|apologi[sz]e|apologi[sz]ing|apologies|apology|regret|pole|beg your pardon)\b"
)
_REFUSED = re.compile(
    r"\b(?:not|no|never|without|don't|won't|can't|cannot|needn't|nothing to|isn't|owe me an|"
    r"hardly|an apology (?:is|was|will))\s+(?:\w+\s+){0,2}$"
)
_CONDITIONAL = re.compile(
    r"^[^.!?]{0,60}?\b(?:if (?!(?:\w+ ){0,5}(?:will|want|like|can|may)\b|\w+'ll\b)|"
    r"(?:that )?you(?:'re| are| were| have| had| did)? ?"
    r"(?:feel|felt|feeling|think|thought|believe|perceived?|found|unhappy|upset|took|see it|"
    r"saw it|find it|misunderst\w+|(?:were|was)(?: not|n't)(?: [\w%]+){0,2} "
    r"(?:happy|satisfied|pleased)|didn't (?:enjoy|like))|"
    r"your (?:impeccable|exacting|lofty|refined|exalted|exquisite|royal|superior)\b|"
    r"your (?:expectations?|perception|mistake|error|confusion)|for any\b|"
    r"(?:was|were|is) perceived|may have|might have|to hear (?:that )?you (?:feel|felt|think))"
)
_REVERSED = re.compile(
    r"^[^.!?\n]{0,90}?(?:,|;|\s-)?\s(?:but|however|although|though|that said|unfortunately|"
    r"nevertheless|nonetheless|that being said)\b"
)
_CEREMONY = re.compile(r"\b(?:accept|extend|convey|offer|express)\s+(?:\w+\s+){0,3}$")
_SPARE = alternatives("stock_apology")
_TURNS_STOCK = (
    r"(?:and |, )?(?:we |i )?(?:\w+ly )?(?:can )?(?:\w+ly )?(?:understand|appreciate|thank|assure"
    r"|hope|value)\b"
)
_STOCK = re.compile(rf"^(?:\s*(?:,|(?:{_SPARE})\b))*\s*[^\w\s]*\s*(?:$|[.!?\n;(]|{_TURNS_STOCK})")
_FAILED = re.compile(
    r"\b(?:we|i|our \w+)(?:'ve| have|'d| had)? (?:(?:just|also|then|all|never|wrongly|badly) )?"
    r"(?:missed|lost|broke|failed|forgot|sent|packed|left|let|kept|got|charged|booked|gave|told|put"
    r"|spoil(?:ed|t)|ruined|ignored|delivered|overcharged|made|took|shut|cut|didn't|did not"
    r"|should(?:n't)? have|couldn't|had no business|hung up|cancelled)\b"
    r"|\b(?:that's|that is|it's|was|is) (?:on us|our (?:fault|mistake|error|failing|doing))\b"
)
_BARE = re.compile(r"^\W*(?:(?:for|about) (?:that|this|it|all of it|every bit of it))?\W*$")
_OFFER = re.compile(r"\b(?:now|today|tonight|tomorrow|back|aside|on hold|refund\w*|replacement)\b")
_READ = 12  # more than this many apologies change nothing
_BEFORE, _AFTER = 40, 240  # how far around an apology its condition or object can stand
_TOO_MANY = 3
_PLAIN = 0.4
_PER_DETAIL = 0.3


def find(reading: Reading) -> Iterator[Move]:
    """Yield apologies, formulas, cancelled apologies and grovelling."""
    every = islice(_SORRY.finditer(reading.reply.folded), _READ)
    said = [found for found in every if not _refused(reading, found)]
    credited = False
    for found in said:
        move = _read(reading, found)
        if move.name != "apology" or not credited:
            yield move
        credited = credited or move.name == "apology"
    for found in said[_TOO_MANY - 1 :]:
        yield reading.move("grovelling", *found.span())
    yield from matches(reading, wordings("grovelling"))


def _refused(reading: Reading, sorry: re.Match[str]) -> bool:
    sentence = reading.reply.sentence_at(sorry.start())
    return _REFUSED.search(_before(reading, sorry, sentence)) is not None


def _before(reading: Reading, sorry: re.Match[str], sentence: Span) -> str:
    start = max(sentence.start, sorry.start() - _BEFORE)
    return reading.reply.folded[start : sorry.start()]


def _read(reading: Reading, sorry: re.Match[str]) -> Move:
    text = reading.reply
    sentence = text.sentence_at(sorry.start())
    end = min(sentence.end, sorry.end() + _AFTER)
    rest = text.folded[sorry.end() : end]
    if _CONDITIONAL.match(rest) or _REVERSED.match(rest):
        return reading.move("cancelled_empathy", sorry.start(), end)
    is_stock = _STOCK.match(rest) or _CEREMONY.search(_before(reading, sorry, sentence))
    named = _failing_before(reading, sorry)
    if is_stock and named is None:
        return reading.move("formula_apology", sorry.start(), end)
    strength = _PLAIN + _PER_DETAIL * reading.weight_in(named or sentence)
    return reading.move("apology", sorry.start(), end, strength)


def _failing_before(reading: Reading, sorry: re.Match[str]) -> Span | None:
    """Return where our failing is named that a bare "sorry" is for: just before it, or nowhere."""
    text = reading.reply
    place = text.sentences.index(text.sentence_at(sorry.start()))
    own = text.sentences[place]
    if not _BARE.match(text.folded[sorry.end() : own.end]):
        return None
    before = (own, *text.sentences[max(0, place - 1) : place])
    return next((span for span in before if _is_failing(text.part(span))), None)


def _is_failing(words: str) -> bool:
    return _FAILED.search(words) is not None and not _OFFER.search(words)
