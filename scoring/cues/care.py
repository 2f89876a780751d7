"""Care shown by an act: something done for this person, or a burden taken off them."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import phrase, matches
from scoring.reading import Reading
from scoring.text import Span

_WHEN = (
    r"\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week|minute)|right now|now|by (?:\w+ )?(?:noon|end|close|\d|mon|tues|wed|thur|fri|sat|sun)\w*|"
    r"(?:on |by |until |till |before |from )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"(?:in|within|inside) (?:\w+ )?(?:\w+) (?:minutes?|mins?|hours?)|at (?:\d|noon|six|seven|eight|nine|ten|one|two|three|four|five)|"
    r"before (?:\w+ )?\w+|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|straight away|first thing|within the hour|(?:same|next) day)\b"
)
_VERBS = (
    r"ring(?:ing)?|rung|rang|call(?:ed|ing)?|phon(?:e|ed|ing)|put(?:ting)?|mov(?:e|ed|ing)|refund(?:ed|ing)?|sen[dt]|sending|"
    r"bring(?:ing)?|com(?:e|ing)|held|hold(?:ing)?|kept|keep(?:ing)?|cancel(?:led|ed|ling)?|stopp?(?:ed|ing)?|book(?:ed|ing)?|pa(?:y|id|ying)|"
    r"fix(?:ed|ing)?|ask(?:ed|ing)?|told|tell(?:ing)?|open(?:ed|ing)?|reopen(?:ed)?|walk(?:ed|ing)?|driv(?:e|ing)|drove|deliver(?:ed|ing)?|"
    r"collect(?:ed|ing)?|tak(?:e|en|ing)|took|clear(?:ed|ing)?|credit(?:ed|ing)?|return(?:ed|ing)?|wip(?:e|ed|ing)|unlock(?:ed|ing)?|"
    r"restor(?:e|ed|ing)|re-?book(?:ed|ing)?|re-?print(?:ed|ing)?|re-?mak(?:e|ing)|mad(?:e)|mak(?:e|ing)|bak(?:e|ing)|found|find(?:ing)?|"
    r"read|pull(?:ed|ing)?|freez(?:e|ing)|froze|wri(?:te|ting)|wrote|written|post(?:ed|ing)?|stay(?:ing|ed)?|wait(?:ing)?|"
    r"sav(?:e|ed|ing)|chang(?:e|ed|ing)|switch(?:ed|ing)?|turn(?:ed|ing)?|remov(?:e|ed|ing)|waiv(?:e|ed|ing)|cover(?:ing|ed)?|"
    r"meet(?:ing)?|show|sit(?:ting)?|listen(?:ed|ing)?|watch(?:ed|ing)?|spoke|spoken|speak(?:ing)?|see|saw|seen|give|gave|given|get|got|"
    r"add(?:ed|ing)?|set|swap(?:ped)?|replac(?:e|ed|ing)|mend(?:ed)?|check(?:ed|ing)?|chas(?:e|ed|ing)|order(?:ed)?|went|go|going|"
    r"sign(?:ed)?|run(?:ning)?|answer(?:ed|ing)?|let|own|want|would like|do|done|doing|owe|work(?:ing)?|push(?:ed|ing)?|load(?:ed)?"
)
_ACT = re.compile(
    rf"\b(?:i|we)(?:'ve|'ll|'m|'re| have| will| am| are)? (?:\w+ly |just |already |now |also |both |still |personally |myself )?(?:be |been )?(?:{_VERBS})\b[^.!?;]*"
)
_VAGUE = re.compile(
    r"\b(?:look(?:ing)? into|investigat\w+|review\w*|pass(?:ed|ing)? (?:this|it|your|on|along)|feed(?:ing)? (?:this|it|back)|feedback|"
    r"escalat\w+|forward\w*|look(?:ing)? forward|note[ds]?|aware|strive|aim|endeavou?r|do (?:our|my) best|doing (?:our|my|everything)|working hard|"
    r"(?:every|any)thing (?:we|i|in)|whatever it takes|share[d]? (?:this|your|it)|reach out|assist|further|if (?:you|there)|see what|get back to you|"
    r"make (?:it|this|things) (?:right|up)|sort (?:this|it)|our (?:best|teams?|policy)|hope|take (?:this|all|your|it|on)|want (?:to make|you to)|"
    r"ask (?:you|that|customers)|would ask|see (?:that|from|you)|go above|your best|seriously|can't|cannot|unable|won't|wish|had)\b"
)
_LIGHTENS = phrase(
    "caring_act",
    0.8,
    r"you(?:'ll)? (?:do not|don't|needn't|won't|will not|need not|never) (?:need to|have to|be|hear|owe|pay|wait|fill|ring|chase|explain|send|prove|do)(?: \w+){0,7}",
    r"no (?:need (?:to|for)|form|forms|paperwork|charge|cost|queue|questions asked|fee|catch|more|further|receipt|photos?|rush|hurry|voucher|vouchers|script)(?: \w+){0,6}",
    r"nothing (?:more |else |further )?(?:to|for you to|you need to) (?:do|fill|send|pay|buy|sign|prove|worry)(?: \w+){0,4}",
    r"(?:don't|do not|please don't) (?:wait|worry|blame|apologi[sz]e|give up|post|send|eat|use|let|feel|open|touch|pay)(?: \w+){0,6}",
    r"(?:whichever|whatever|whenever|any time) (?:\w+ ){0,2}(?:suits?|you(?:'re| are)? (?:like|prefer|want|choose|say)|easier|he'd|she'd|they'd)(?: \w+){0,3}",
    r"(?:your (?:choice|pick|call)|you (?:pick|choose|decide)|just say (?:which|when|the|so|yes)|say (?:which|the word|when)|tell (?:me|us) which)(?: \w+){0,4}",
    r"(?:at|to|round to) (?:your|her|his|their) (?:\w+ )?(?:door|house|home|gate|table|desk|bedside|seat)(?: \w+){0,3}",
    r"(?:in|at) (?:your|her|his|their) own (?:time|pace)",
    r"(?:comes?|goes|going|go|is|are|back|sent) (?:straight |all )?(?:back )?(?:to|on|in) your (?:card|account|bank)(?: \w+){0,4}",
    r"(?:at|on) (?:our|my) (?:cost|expense)|on (?:us|the house)|free of charge|we(?:'ll)? pay|our treat|(?:out of|from) my own",
    r"(?:in|with) (?:one|a single) (?:go|call|visit)|(?:my|a) direct (?:line|number)|ask for (?:me|\w+)|it (?:comes|reaches|gets) to me|(?:i'll|i will) (?:be there|answer|stay)(?: \w+){0,4}",
)
_SAFETY = phrase(
    "caring_act",
    0.7,
    r"(?:please )?(?:stop (?:using|eating|taking|feeding|giving|wearing)|unplug|switch (?:it )?off|turn (?:it )?off|throw|bin|keep (?:her|him) |get (?:out|her|him|them|it|yourself|seen|everyone)|go to|"
    r"(?:call|ring|dial|phone) (?:\d{3}|your (?:gp|doctor|midwife|vet|bank|pharmacist)|an ambulance|emergency|poison)|see (?:a|your) (?:doctor|gp|pharmacist|vet)|open (?:the )?windows?)(?: \w+){0,6}",
)
_ASKS_AFTER = phrase(
    "carries_cost_forward",
    0.6,
    r"how (?:is|are|'s) (?:she|he|they|your \w+|the \w+|you)(?: \w+){0,4}\?",
    r"(?:is|are) (?:she|he|they|your \w+|you) (?:ok|okay|safe|all right|alright|hurt|warm|still|somewhere)(?: \w+){0,4}\?",
    r"(?:tell|let) (?:us|me) (?:know )?(?:how|if) (?:she|he|they|your|it|you)(?: \w+){0,5}",
    r"(?:until|once|when|as soon as) (?:you(?:'re| are)|she(?:'s| is)|he(?:'s| is)|they(?:'re| are)|it's|it is) (?:\w+ ){0,2}(?:home|safe|warm|fed|back|sorted|fixed|working|done|ready|in|on)(?: \w+){0,3}",
)
_TOGETHER = frozenset({"we", "we've", "we'll", "we're", "we'd"})
_IN_PERSON = re.compile(
    r"\b(?:we(?:'ve|'ll|'re|'d)?|(?<!if )i(?:'ve|'ll|'m|'d)?(?! (?:understand|hear you|apologi|appreciate|hope|am unable|can't|cannot))"
    r"|me|myself|my own|mine)\b(?! name is)"
)
_FOR_YOU = re.compile(_WHEN)


def find(reading: Reading) -> Iterator[Move]:
    """Yield acts that answer the person, and questions after them."""
    text = reading.reply
    for match in _ACT.finditer(text.folded):
        words = match.group()
        if _VAGUE.search(words):
            continue
        strength = 0.2 + 0.2 * min(2.0, reading.weight_in(Span(*match.span())))
        strength += 0.2 * bool(_FOR_YOU.search(words)) + 0.2 * words.startswith("i")
        yield reading.move("caring_act", *match.span(), strength)
    for match in _IN_PERSON.finditer(text.folded):
        strength = 0.15 if match.group() in _TOGETHER else 0.5
        yield reading.move("speaks_as_person", *match.span(), strength)
    yield from matches(reading, (_LIGHTENS, _SAFETY, _ASKS_AFTER))
