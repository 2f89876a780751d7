"""What makes a customer start over: asking again, handing on again, a fact that isn't so."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading, is_content, stem
from scoring.text import Text

_ASKING = (
    r"(?<!i'll )(?<!we'll )(?<!i've )(?<!we've )(?<!will )"
    r"(?:send|share|provide|confirm|give|dm|tell|message|let us know|let me know|supply|quote|post"
    r"|email|reply with|(?:can|could|may) (?:i|we|you) (?:please |just )?have|need(?: to know)?"
    r"|what(?:'s| is| was)|which|when) (?!you\b)(?:us |me |over )?"
    r"(?:\w+ ){0,8}?"
)
# What is asked for, and how a customer's own words show that it was given.
_THING = r"(?:order|booking|ref\w*|case|ticket|tracking|claim|account|policy|job|batch|lot)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|this morning)"
_CLOCK = r"\d{1,2}(?:[.:]\d{2}|am|pm| ?o'clock)"
_PHOTO = r"(?:photos?|pictures?|pics?|screenshots?|images?)"
_NUMBER = (
    rf"(?:{_THING}|number|no)\W{{0,3}}(?:is |number |no )?\W{{0,2}}[a-z]{{0,4}}[-/]?\d[\w/-]{{2,}}"
    r"|#\d{3,}"
)
_NO_PARTING = r"(?<!good )(?<!of the )(?<!same )(?<!this )(?<!next )(?<!in )(?<!any )(?<!all )"
"""Keeps "have a good day" and "by the end of the day" from asking for a day."""

_KINDS = (
    (rf"{_THING} (?:number|ref|reference|code|id|no)", _NUMBER),
    (_PHOTO, rf"{_PHOTO} (?:attached|below|above|here)|attached|screenshotted"),
    (r"email(?: address)?(?! us)", r"[\w.]+@[\w.]+\.\w+"),
    (
        rf"{_NO_PARTING}(?:date|time|day)(?: and (?:time|date))?(?: of (?:your |the )?\w+)?",
        rf"\b{_DAY}\b.{{0,80}}\b{_CLOCK}|\b{_CLOCK}\b.{{0,80}}{_DAY}\b",
    ),
)
_AGAIN = tuple(
    (re.compile(rf"(?<!\w){_ASKING}{asked}(?!\w)"), re.compile(given)) for asked, given in _KINDS
)
_HAND_OFF = re.compile(
    r"(?<!\w)(?:(?:contact|call|email|message|speak (?:to|with)|ring|reach out to|get in touch"
    r" with)"
    r" (?:our |the )(?:\w+ ){0,3}(?:team|department|desk|support|line|office|services?)"
    r"|(?:passed|forwarded|escalated|transferred|referred|handed)(?: \w+){0,4} to"
    r" (?:our |the |another |a )(?:\w+ ){0,3}(?:team|department|desk|support|colleagues?))(?!\w)"
)
_COUNTED = re.compile(r"[£$€]?\d+(?:[.,]\d+)?(?= ([a-z]{3,}))")


def find(reading: Reading) -> Iterator[Move]:
    """Yield what asks again, hands on again, or contradicts a figure of the case's facts."""
    yield from _asks_again(reading)
    if any(post.is_brand for post in reading.case.history):
        for match in _HAND_OFF.finditer(reading.reply.folded):
            yield reading.move("hands_on_again", match.start(), match.end())
    yield from _wrong_facts(reading)


def _asks_again(reading: Reading) -> Iterator[Move]:
    posts = [Text(post.text) for post in reading.case.history if not post.is_brand]
    given = "\n".join(text.folded for text in (reading.complaint, *posts))
    for asked, proof in _AGAIN:
        match = asked.search(reading.reply.folded)
        if match and proof.search(given):
            yield reading.move("asks_again", match.start(), match.end())


def _wrong_facts(reading: Reading) -> Iterator[Move]:
    """A figure that the facts give otherwise: "5 days" where a fact says "3 days"."""
    known: dict[str, set[str]] = {}
    for fact in reading.case.facts:
        for match in _COUNTED.finditer(Text(fact.text).folded):
            known.setdefault(stem(match.group(1)), set()).add(match.group())
    if not known:
        return
    for match in _COUNTED.finditer(reading.reply.folded):
        unit = match.group(1)
        if is_content(unit) and stem(unit) in known and match.group() not in known[stem(unit)]:
            yield reading.move("wrong_fact", match.start(), match.end(1), note=unit)
