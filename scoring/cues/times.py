"""When: the times a reply names, and how sharp they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = (
    r"(?:\d+(?:\.\d+)?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
    r"|twenty|thirty|forty|sixty|half an|a couple of|a few|couple of)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_DAY = r"(?:by|on|before|until|till|this|next|from) (?:mon|tues?|weds?|thurs?|fri|sat|sun)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# A clock time with a point: no price, no share, no part of a version number.
_DOTTED = (
    r"(?<![\d.:£$€])(?<![£$€] )(?:00|0?[1-9]|1\d|2[0-3])\.[0-5]\d(?![\d%]|\.\d)"
    r"(?! ?(?:%|a month|a year|per|each|euros?|pounds?|dollars?|kg|km|miles?|inches))"
    r" ?(?:am|pm|a\.m\.?|p\.m\.?)?"
)
_ORDINAL = r"(?:[12]?(?:1st|2nd|3rd|[04-9]th)|1[1-3]th|30th|31st)\b"
_STREET = re.compile(
    r"(?: (?!(?:and|at|on|in|to|by|or|from|with)\b)\w+){1,2}"
    r" (?:street|st|road|rd|rise|lane|avenue|ave|court|close|drive|way|place|terrace|crescent|row"
    r"|square|gardens?|grove|hill|mews|park|walk)\b"
)
_OF_A_DAY = re.compile(r"'s(?= \w)")
_PART_OF_A_STEP = re.compile(r"\b(?:on|in|by|with|into|onto|from) (?:\w+\Z)?")
_CLOCK = (
    r"(?<![\d.:])(?:[01]?\d|2[0-4])[:h][0-5]\d(?!\d) ?(?:am|pm|a\.m\.?|p\.m\.?)?"
    rf"|{_DOTTED}|\d{{1,2}} ?(?:am|pm|a\.m|p\.m)\b"
    r"|(?:\d{1,2} |one |two |three |four |five |six |seven |eight |nine |ten |eleven |twelve )"
    r"?o'clock|noon|midday|midnight"
)
_SHARP = re.compile(
    rf"\b(?:(?:by|at|before|until|till|til|after|from|about|around|due) )?(?:{_CLOCK})"
    rf"|\b(?:by|before|until|till|til|at) (?:about |around )?(?:\d{{1,2}}|one|two|three|four|five"
    rf"|six"
    rf"|seven|eight|nine|ten|eleven|twelve)\b(?! ?(?:%|percent|times|of|people|working|business"
    rf"|years?|months?|stars?))"
    rf"|\b(?:(?:by|before|until|till|til|on|from|this|next) )?(?:{_DAY})(?:'s)?\b"
    rf"(?: (?:morning|afternoon|evening|night|noon|lunchtime|at \d{{1,2}}|by \d{{1,2}}))?"
    rf"|\b{_SHORT_DAY}\b"
    rf"|\b(?:by |on |before )?(?:the )?{_ORDINAL} (?:of )?{_MONTH}"
    rf"|\b(?:(?:by |on |before )?the|{_DAY}) {_ORDINAL}"
    r"(?! (?:floor|time|birthday|anniversary|class|century|year|grade|row|place|attempt)\b)"
    rf"|\b(?:by |on |before )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b"
    rf"|\b(?:in|within|inside|under|about|around)"
    rf" (?:the (?:next )?|about |around |under )*(?:{_NUMBER} )?"
    rf"(?:seconds?|minutes?|mins?|hours?|hrs?)\b"
    rf"|\b(?:by )?(?:tonight|today|tomorrow(?: (?:morning|afternoon|evening|night))?"
    rf"|this (?:morning|afternoon|evening|lunchtime)|end of (?:the )?(?:day|shift|play)"
    rf"|before (?:close|closing|lunch|breakfast|dinner|bedtime)|same day|overnight"
    rf"|first thing|this (?:very )?(?:second|minute|instant))\b"
)
_SOFT = re.compile(
    rf"\b(?:this week(?:end)?|next week|within (?:a|the|one|two|\d+) (?:week|days?)|in {_NUMBER} "
    rf"(?:weeks?|days?|months?)|(?:right )?now|straight away|at once"
    rf"|the same (?:week|hour)|every (?:day|hour|morning|shift)|each (?:day|morning))\b"
)
_LOOSE = re.compile(
    r"\b(?:\d+ ?(?:-|to|or|/) ?\d+|\d+|one|two|three|five|seven|ten|few|several)"
    r" (?:working|business) (?:days?|hours?)\b"
    r"|\b(?:\d+ ?(?:-|to|or) ?\d+) ?(?:hours?|hrs?|days?|weeks?|minutes?|mins?)\b"
)


@dataclass(frozen=True, slots=True)
class When:
    """One time expression, `folded[start:end]`; sharpness from 0 to 1 (a clock time)."""

    start: int
    end: int
    sharpness: float


def times(folded: str) -> tuple[When, ...]:
    """Return the times that a folded text names, in order; of two at one place, the loosest."""
    found = sorted(_matches(folded), key=lambda when: (when.start, when.sharpness))
    kept: list[When] = []
    for when in found:
        if not kept or when.start >= kept[-1].end:
            kept.append(when)
        elif when.sharpness < kept[-1].sharpness and when.end >= kept[-1].end:
            kept[-1] = when
    return tuple(kept)


def _matches(folded: str) -> Iterator[When]:
    for pattern, sharpness in ((_LOOSE, 0.4), (_SOFT, 0.6), (_SHARP, 1.0)):
        for match in pattern.finditer(folded):
            if not (_STREET.match(folded, match.end()) or _describes(folded, match)):
                yield When(match.start(), match.end(), sharpness)


def _describes(folded: str, match: re.Match[str]) -> bool:
    """Say whether a day only tells which thing is meant: "today's date", not "on today's van"."""
    end = match.end() - 2 * match.group().endswith("'s")
    if not _OF_A_DAY.match(folded, end):
        return False
    return _PART_OF_A_STEP.search(folded, max(0, match.start() - 6), end) is None
