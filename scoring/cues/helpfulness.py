"""What the customer can use: answers, steps, routes, safety."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.deeds import Tense, deeds, reply_times
from scoring.cues.phrases import matches, phrase
from scoring.reading import Reading, is_content

_PHRASES = (
    phrase(
        "asks_details",
        0.9,
        r"(?:please|pls|kindly|could you|can you|would you|if you(?: could| can|'d)?|you can|feel free to|to|do|just|do please)(?: please| also| then| just| kindly)* (?:dm|pm|send|e-?mail|share|provide|confirm|contact|message|let us know|get in touch|reach out|drop|fill|complete|submit|visit|reply|pop|quote|write|forward|supply|give us|inbox|report|raise|speak|advise|call|include|use the|follow the|check|ring|tell)",
        r"(?:dm|pm|message|email|call|contact|inbox) us",
        r"(?:drop|pop|send|shoot) us (?:a|an|your|the)",
        r"in touch with (?:us|our)",
        r"fill (?:in|out)",
        r"(?:full name|date of birth|home address|full postal)",
        r"(?:may|could|can) (?:we|i) (?:have|ask|get|take)",
    ),
    phrase(
        "bare_link",
        0.9,
        r"(?:on|via|at|to|visit|see|check|through) (?:our|the) (?:website|site|app|faqs?|help (?:page|centre|center|pages|section)|page|portal|online form|store|terms)",
        r"online form",
        r"faqs?",
        r"link in bio",
        r"our (?:website|site|help \w+|terms|page|guide|policy)",
        r"terms (?:and conditions|apply)",
        r"have you (?:tried|checked)",
    ),
    phrase(
        "sales_pitch",
        0.9,
        r"\d+ ?% off",
        r"(?:use|with) (?:the )?code",
        r"upgrade(?: to| now| today)?",
        r"check out (?:our|the)",
        r"download (?:the|our)",
        r"(?:new|latest) (?:\w+ )?(?:collection|range|menu|app|season|launch|feature)s?",
        r"sign up",
        r"subscri\w+",
        r"newsletter",
        r"follow us",
        r"(?:five|5)[- ]stars?",
        r"(?:survey|hashtag|giveaway|competition|prize|win a)",
        r"join (?:our|us|the)",
        r"(?:from|for) (?:only|just) [£$€]",
        r"why not",
        r"treat yourself",
        r"(?:rewards|loyalty|members?hip) (?:app|scheme|programme|program|club|points)",
        r"(?:we|i) look forward to (?:welcoming|seeing|serving)",
        r"(?:visit|see|welcome) (?:us|you) (?:again|back|soon)",
        r"next time",
        r"did you know",
        r"#\w+",
    ),
    phrase(
        "fallback",
        1.0,
        r"(?:if|should) (?:it|that|this|they|he|she|nobody|no one|nothing|anyone|anything|the|your|they|any|either|one|not|we|i|you|there|\d+|one)\b[^.!?]{2,70}?,? (?:i'll|we'll|i'm|i will|we will|tell me|ring|call|message|write|reply|send me|dm me|come|say|shout|post|let me|just|ask|text|we pay|it's|i|we|bring|go|use|then) ?",
        r"either way",
        r"if not",
        r"if (?:it|that|this) (?:isn't|doesn't|hasn't|won't|fails|does not|is not|has not|still)",
        r"(?:i'm|i am|we're|i'll be) (?:on|here|up|around) (?:till|until|all)",
    ),
    phrase(
        "safety_instruction",
        1.0,
        r"(?:please )?(?:stop|don't|do not) (?:us(?:e|ing)|eat(?:ing)?|wear(?:ing)?|driv(?:e|ing)|touch\w*|charg\w+|tak(?:e|ing)|rely\w*|go|rid(?:e|ing)|light\w*|drink\w*|plug\w*)",
        r"(?:call|ring|dial) (?:999|911|112|111|000|an ambulance|the police|poison\w*|emergency)",
        r"(?:go to|get to|see) (?:a&e|the er|hospital|urgent care|a doctor|your gp|a pharmac\w+)",
        r"(?:unplug|switch (?:it|that|them) off|turn (?:it|that) off|get out|move (?:away|outside))",
        r"999|911|112|poison (?:control|line|centre)",
        r"are you safe",
    ),
    phrase(
        "gives_route",
        0.8,
        r"(?:ask for|speak to|see) [a-z]+",
        r"(?:message|dm|call|ring|text|email|write|write to|send|reply to|tell|catch|come and see|answer|bring) me",
        r"(?:my|the) (?:number|line|email|desk|dms?|inbox)",
        r"\b0\d{3,5}[ \d]{5,9}",
        r"[\w.]+@[\w.]+",
        r"settings|history|menu",
        r"(?:press|tap|hold|swipe|choose|select|open|go to|turn on|type|text) \w+",
        r"(?:bring|take|show|give) (?:it|the|your|them|this|that)",
    ),
)
_ANSWER = re.compile(
    r"(?:yes|no|yep|nope|aye|yeah|correct|not (?:yet|today|any)|it (?:is|does|will|was|has)|they (?:do|are|will|count|can)|you (?:can|do|are|will|don't|may)|we (?:do|are|have|will|can)|from|until|open|both|neither)\b"
)
_STEM = re.compile(r"\w")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the moves of helpfulness in the reply."""
    yield from matches(reading, _PHRASES)
    yield from _answers(reading)


def _answers(reading: Reading) -> Iterator[Move]:
    asks = "?" in reading.complaint.folded
    sentences = reading.reply.sentences
    for place, span in enumerate(sentences):
        text = reading.reply.part(span)
        details = len(reading.details_in(span))
        new = sum(1 for t in reading.reply.tokens if False)
        times_in = sum(1 for w in reply_times(reading) if span.start <= w.start < span.end)
        digits = len(re.findall(r"\d+", text))
        if asks and place < 2 and _ANSWER.match(text):
            yield reading.move("answers_part", span.start, span.end, 0.9)
        elif times_in or digits:
            yield reading.move("states_fact", span.start, span.end, 0.3 + 0.2 * min(3, times_in + digits + details))
