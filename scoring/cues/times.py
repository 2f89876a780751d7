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
_CLOCK = (
    r"\d{1,2}[:.h]\d{2} ?(?:am|pm|a\.m\.?|p\.m\.?)?|\d{1,2} ?(?:am|pm|a\.m|p\.m)\b"
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
    rf"|\b(?:by |on |before )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)\b(?: (?:of )?{_MONTH})?"
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
    rf"(?:weeks?|days?|months?)|(?:right )?now|straight away|at once|already"
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
            yield When(match.start(), match.end(), sharpness)
