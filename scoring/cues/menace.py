"""Threats made politely: harm to the customer, tied to their having spoken."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.wordings import pattern
from scoring.reading import Reading, stem

_SPOKEN = re.compile(
    r"\b(?:(?:public|online|these|such|this|your|further) (?:statements?|posts?|posting|reviews?"
    r"|remarks?|comments?|allegations?|accusations?)|post(?:s|ing|ed)?|publish\w*|in public"
    r"|publicly|said|say(?:ing)?|repeat\w*|complain\w*|spread\w*|tell(?:ing)? people|under oath"
    r"|speak(?:ing)? out|mak(?:e|ing) (?:a )?(?:fuss|noise|claims?)|be remembered|known (?:\w+ )?as"
    r"|invents?|overstated?|exaggerat\w+)\b"
)
_HARM = re.compile(
    r"\b(?:tenanc(?:y|ies)|renewals?"
    r"|(?:later|future|next) (?:bookings?|orders?|claims?|visits?|landlords?|employers?)"
    r"|your (?:account|membership|custom|cover|place|job)|fraud (?:unit|team|squad|file)"
    r"|other insurers"
    r"|lawyers?|solicitors?|court|oath|known around|your employer|immigration|social services"
    r"|reputation|credit (?:file|score|rating)|deposit|reference|not be (?:welcome|served|accepted)"
    r"|blacklist\w*|note of (?:such|these|those|people|guests|customers)|black ?mark|consequences"
    r"|neighbours|be remembered for|everyone (?:will|would) know)\b"
)
_HINT = re.compile(
    r"\b(?:can|may|might|could|sometimes|tends? to|hate (?:for|to)|(?:a|real|great) (?:pity|shame)"
    r"|sorry to see|wise|careful\w*|think (?:carefully|twice|hard)|reflect|bear in mind|appreciate"
    r"|keep a (?:note|list|record)|fair to (?:mention|say|warn)|wouldn't want|do sometimes)\b"
)
_NOT_SO = re.compile(
    r"\b(?:won't|will not|never|doesn't|does not|isn't|nobody|no one|nothing|not affect|safe"
    r"|protected"
    r"|whatever you|sorry (?:that )?(?:we|our))\b"
)

_ACCOUNT_LOST = re.compile(
    r"\b(?:your )?(?:account|membership|service|subscription)(?:'ll| will| may| could| can| would)"
    r" (?:also |then )?(?:be )?(?P<how>blocked|banned|closed|suspended|terminated|restricted"
    r"|deleted|cancelled|cut off)\b"
)
_AS_HELP = re.compile(
    r"\b(?:(?:no|without|any) (?:fees?|charges?|cost|penalty)|free|refund\w*|back to your"
    r"|as you asked|protect\w*|until you(?:'re| are)|safe|so (?:nobody|no one|nothing))\b"
)

_IF_YOU_SPEAK = re.compile(
    r"\b(?:if|unless|keep|carry on|another|any more|continue to)\b[^.!?]*"
    r"\b(?:post|complain|review|comment|swear|rant|say|write)\w*"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield harm announced or hinted at for having spoken, and outright warnings to be silent."""
    yield from _hints(reading)
    yield from _accounts(reading)


def _accounts(reading: Reading) -> Iterator[Move]:
    """Yield accounts to be closed, unless the customer asked for it or it is done to help."""
    asked = frozenset(stem(word) for word in reading.complaint.words)
    for found in _ACCOUNT_LOST.finditer(reading.reply.folded):
        sentence = reading.reply.part(reading.reply.sentence_at(found.start()))
        is_wanted = stem(found["how"]) in asked or _AS_HELP.search(sentence)
        if not is_wanted or _IF_YOU_SPEAK.search(sentence):
            yield reading.move("threat", found.start(), found.end())


def _hints(reading: Reading) -> Iterator[Move]:
    for span in reading.reply.sentences:
        part = reading.reply.part(span)
        if _NOT_SO.search(part):
            continue
        hints = _HARM.search(part) and _HINT.search(part) and _SPOKEN.search(part)
        if hints or pattern("warnings").search(part):
            yield reading.move("threat", span.start, span.end)
