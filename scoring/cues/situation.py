"""The situation: this complaint's facts restated, what it cost, and that cost carried forward."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import phrase
from scoring.reading import Reading
from scoring.text import Span

_IN_FULL = 2.5
_ASKED = 0.4
_GENERAL = 0.3
_CARRIED_FROM = 0.75

_ASKING = re.compile(
    r"\?\s*$|^(?:please|kindly|could|can|would|do|have|did|dm|pm|send|message|email|call|contact|visit|"
    r"check|try|follow|reply|reach|use|fill|log|make sure|ensure|note)\b"
    r"|\b(?:please|kindly|dm us|dm me|let us know|you can|you may|you will need|you'll need)\b"
)
_GENERALLY = re.compile(
    r"^(?:our |all |most |many |some |other )?[a-z]+s (?:are|can|do|may|must|have|go|need|don't|aren't|will)\b"
    r"|^(?:an?|any|all|every|as) |\b(?:can be|may|might|always|usually|normally|generally|often|sometimes)\b"
)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|thanks|thank you)\b[^.!?]{0,40}$"
)
_OURSELVES = re.compile(r"\b(?:we|we're|we've|we'll|we'd|our|us)\b")
_VALIDATES = phrase(
    "acknowledges_cost",
    0.8,
    r"(?:nobody|no one|no-one|no (?:child|guest|parent|family|passenger|patient|bride|man|woman|mother|father|baby)) "
    r"(?:\w+ ){0,2}(?:should|ought|deserves?|needs)(?: \w+){0,7}",
    r"(?:nobody|no one|no-one|none of us|not one of us) (?:\w+ ){0,2}(?:told|checked|came|rang|called|moved|noticed|answered|stopped|helped|asked|looked|read|listened|saw|heard|said|thought|bothered)(?: \w+){0,6}",
    r"(?<!we )(?<!it )(?:should(?:n't|'ve| not| never)? have|should never|ought (?:not |never )?to have|shouldn't've|shouldn't (?:be|need|wait|take|cost))(?: \w+){1,7}",
    r"deserved? (?:a |an |to be |to |so |much |far |better|more|an answer)(?:\w+ ?){0,4}",
    r"(?:isn't|is not|wasn't|was not|isnt|nowhere near) (?:good enough|acceptable|fair|right|on|how (?:you|anyone)|the way (?:to|you|anyone)|an? (?:answer|excuse|service|wait|plan|apology|reason|shrug)|okay|ok|enough|notice)(?: \w+){0,4}",
    r"(?:was|were|is|that's|it's) (?:\w+ )?(?:wrong of|wrong to|unkind|inexcusable|indefensible|our doing|our failure|our failing|ours to (?:\w+)|ours(?=[,.;]| and))(?: \w+){0,4}",
    r"(?:was|were) (?:just |simply |plainly |plain |clearly )?wrong",
    r"(?:far |much |well |way |simply )?too (?:long|late|slow|often)(?: \w+){0,6}",
    r"(?:far|much|way) too (?:many|much)(?: \w+){0,6}",
    r"(?:that's|that is|it's|is) (?:a long|a lot|no|not an?|hardly an?|barely an?) (?:\w+ ){0,2}(?:time|wait|way|ask|night|morning|day|start|birthday|wedding|holiday|answer|trip|walk|money|fun|joke)(?: \w+){0,5}",
    r"you(?:'re| are| were) (?:\w+ )?(?:right to|right about|right that|right[,.;]|quite right|fair|spot on|not wrong|owed|not being|the one)(?: \w+){0,5}",
    r"(?:fair|good|proper|right|reasonable) (?:question|point|challenge|enough)",
    r"you (?:had|have|'ve) every (?:right|reason)(?: \w+){0,4}",
    r"you did (?:nothing wrong|everything (?:right|that|you|we)|the right|exactly|all the|what (?:you|we|anyone))(?: \w+){0,4}",
    r"(?:you|he|she|they) (?:told us|asked (?:us|for|me)|warned us|said so|paid for|waited|stood|sat|trusted|lost|missed|spent|carried|walked|came|had to|were left|was left|went through|kept)(?: \w+){1,7}",
    r"(?:not|isn't|wasn't|never) (?:your|her|his|their) (?:fault|job|doing|mistake|burden)(?: \w+){0,4}",
    r"(?:we|i|our \w+|which) (?:left|made|let|ruined|spoiled|spoilt|lost|broke|missed|ignored|failed|kept|overcharged|double[- ]charged|sent) (?:you|your|him|her|them)(?: \w+){0,7}",
    r"because (?:of (?:us|me|our)|we|i|our)(?: \w+){1,6}",
    r"cost(?:ing|s)? (?:you|him|her|them)(?: \w+){1,5}",
    r"(?:can't|cannot|can not|doesn't|does not|won't|nothing) (?:\w+ ){0,4}(?:bring|give|get|undo|replace|mend)(?: (?:you|it|him|her|them|the|that|those|your|back|\w+)){1,4}",
)
_PEOPLE = re.compile(
    r"\byour (?:\w+ ){0,2}?(?:mum|mother|mom|mam|dad|father|husband|wife|son|daughter|boy|girl|lad|sister|brother|baby|"
    r"nan|gran|grandmother|grandad|grandfather|child|children|kids?|family|little \w+|partner|friends?|dog|cat|"
    r"parents|toddler|nephew|niece|uncle|auntie|aunt|class|neighbou?r)\b|\b(?:she|her|hers|he|him|his)\b"
)
_CUSTOMER_PEOPLE = re.compile(
    r"\b(?:she|her|he|him|his|mum|mother|mom|mam|dad|father|papa|husband|wife|son|daughter|boy|girl|lad|sister|brother|"
    r"baby|nan|gran|grandmother|grandad|grandfather|child|kids?|partner|friend|dog|cat|man|woman|lady|guy)\b"
)
_FORWARD = re.compile(
    r"\b(?:i|i'll|i've|i'm|i'd)\b|\b(?:we|we'll|we've|we're)\b[^.!?]{0,60}\b(?:now|today|tonight|tomorrow|before|by)\b|"
    r"\b(?:goes|comes?|is on|are on|is being|back to|yours|free|no charge|(?:your|her|his|their) door|by (?:noon|tonight|tomorrow|\d|mon|tues|wed|thur|fri|sat|sun))\b"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield restated facts, named costs, and steps that answer them."""
    text = reading.reply
    opening = True
    for sentence in text.sentences:
        words = text.part(sentence)
        weight = reading.weight_in(sentence)
        asking = bool(_ASKING.search(words))
        general = bool(_GENERALLY.search(words))
        share = weight / _IN_FULL * (_ASKED if asking else _GENERAL if general else 1.0)
        if opening and not _GREETING.match(words):
            opening = False
            if weight >= 0.5 and not asking and not general and not _OURSELVES.search(words):
                yield reading.move(
                    "opens_with_them", sentence.start, sentence.end, 0.3 + 0.25 * weight
                )
        if weight <= 0:
            continue
        yield reading.move("restates_situation", sentence.start, sentence.end, share)
        if not asking and not general and weight >= _CARRIED_FROM and _FORWARD.search(words):
            yield reading.move(
                "carries_cost_forward", sentence.start, sentence.end, 0.3 + 0.2 * weight
            )
    for match in _VALIDATES.pattern.finditer(text.folded):
        stretch = Span(*match.span())
        extra = min(0.4, 0.15 * reading.weight_in(text.sentence_at(stretch.start)))
        yield reading.move("acknowledges_cost", stretch.start, stretch.end, 0.6 + extra)
    if _CUSTOMER_PEOPLE.search(reading.complaint.folded):
        for match in _PEOPLE.finditer(text.folded):
            yield reading.move("sees_person", *match.span(), 0.6)
