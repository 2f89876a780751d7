"""The situation: this complaint's facts restated, what it cost, and that cost carried forward."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import phrase
from scoring.reading import Reading
from scoring.text import Span

_ASKING = re.compile(
    r"\?\s*$|^(?:please|kindly|could|can|would|do|have|did|dm|pm|send|message|email|call|contact|visit|"
    r"check|try|follow|reply|reach|use|fill|log|make sure|ensure|note)\b"
    r"|\b(?:please|kindly|dm us|dm me|let us know|you can|you may|you will need|you'll need)\b"
)
_IN_FULL = 2.5
_VALIDATES = phrase(
    "acknowledges_cost",
    0.8,
    r"(?:nobody|no one|no-one|none of (?:you|us|that|this|it)|no (?:child|customer|guest|parent|family|passenger|patient|bride|one)) "
    r"(?:\w+ ){0,2}(?:should|ought|deserves?|needs?|wants|gets|has to|had|told|helps)(?: \w+){0,7}",
    r"(?:you|he|she|they|it|that|this|we|your \w+|which|there|someone|somebody|and|\w+) (?:\w+ )?(?:should(?:n't|'ve| not| never| have)|ought (?:not )?to have|ought to|deserved?|shouldn't've)"
    r" (?!be able|now|then|arrive|contact|email|call|note|receive|check|see)(?:\w+ ){1,6}\w+",
    r"(?:isn't|is not|wasn't|was not|not|never|nowhere near) (?:good enough|acceptable|fair|right|on|how|the way|an? (?:answer|excuse|service|way|wait)|what (?:you|a)|okay|ok|enough)(?: \w+){0,5}",
    r"(?:was|were|is|are) (?:\w+ )?(?:wrong|unkind|inexcusable|indefensible|our doing|our fault|ours|on us)(?: \w+){0,4}",
    r"(?:far |much |well |way |simply |just )?too (?:long|much|many|late|far|slow|often)(?: \w+){0,6}",
    r"you(?:'re| are| were) (?:\w+ )?(?:right|fair|spot on|not wrong|owed|entitled to be|not being)(?: \w+){0,5}",
    r"(?:fair|good|proper|right|reasonable|honest) (?:question|point|challenge|comment|enough)",
    r"you (?:had|have|'ve) every (?:right|reason)(?: \w+){0,4}",
    r"you did (?:nothing wrong|everything|the right|exactly|all|what)(?: \w+){0,4}",
    r"(?:not|isn't|wasn't|never) (?:your|her|his|their) (?:fault|job|doing|mistake|problem|burden)(?: \w+){0,4}",
    r"(?:easy|understandable) to (?:see|understand)(?: \w+){0,4}",
    r"(?:we|i|our \w+|\w+) (?:left|kept|made|put|had|sent|told|gave|cost|let|ruined|spoiled|spoilt|lost|broke|missed|ignored|failed|took|charged|moved|cut|sold) (?:you|your|him|her|them|it all|a)(?: \w+){0,7}",
    r"(?:because|thanks to|down to) (?:of )?(?:us|me|our)(?: \w+){0,4}",
    r"(?:cost|costing) (?:you|him|her|them)(?: \w+){1,5}",
    r"(?:can't|cannot|can not|won't|doesn't|does not|nothing) (?:\w+ ){0,4}(?:bring|give|get|make|undo|replace|mend|put)(?: \w+){0,4} (?:back|up for|it right|better|that|those|undo\w*)",
)
_PEOPLE = re.compile(
    r"\byour (?:\w+ ){0,2}?(?:mum|mother|mom|mam|dad|father|husband|wife|son|daughter|boy|girl|lad|sister|brother|baby|"
    r"nan|gran|grandmother|grandad|grandfather|child|children|kids?|family|little \w+|partner|friend|friends|dog|cat|"
    r"parents|toddler|nephew|niece|uncle|auntie|aunt|boss|guests|team|students|class|neighbou?r)\b|\b(?:she|her|hers|he|him|his)\b"
)
_CUSTOMER_PEOPLE = re.compile(
    r"\b(?:she|her|he|him|his|mum|mother|mom|mam|dad|father|papa|husband|wife|son|daughter|boy|girl|lad|sister|brother|"
    r"baby|nan|gran|grandmother|grandad|grandfather|child|kids?|partner|friend|dog|cat|man|woman|lady|guy)\b"
)
_FORWARD = re.compile(
    r"\b(?:i|we|i'll|we'll|i've|we've|i'm|we're|i'd|we'd)\b[^.!?]{0,60}|"
    r"\b(?:goes|go|comes?|is on|are on|will be|are being|is being|back|yours|free|no charge|at (?:your|her|his|their) door|by (?:noon|tonight|tomorrow|\d|mon|tues|wed|thur|fri|sat|sun))\b"
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield restated facts, named costs, and steps that answer them."""
    text = reading.reply
    sentences = text.sentences
    has_people = bool(_CUSTOMER_PEOPLE.search(reading.complaint.folded))
    for place, sentence in enumerate(sentences):
        words = text.part(sentence)
        weight = reading.weight_in(sentence)
        if weight <= 0:
            continue
        asking = bool(_ASKING.search(words))
        name = "restates_situation"
        yield reading.move(name, sentence.start, sentence.end, weight / _IN_FULL * (0.4 if asking else 1))
        if not asking and place and _FORWARD.search(words) and weight >= 1:
            yield reading.move("carries_cost_forward", sentence.start, sentence.end, 0.3 + 0.2 * weight)
    for match in _VALIDATES.pattern.finditer(text.folded):
        stretch = Span(*match.span())
        extra = min(0.4, 0.15 * reading.weight_in(text.sentence_at(stretch.start)))
        yield reading.move("acknowledges_cost", stretch.start, stretch.end, 0.6 + extra)
    if has_people:
        for match in _PEOPLE.finditer(text.folded):
            yield reading.move("sees_person", *match.span(), 0.6)
