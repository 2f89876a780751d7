"""Tones that undo care: cheer and jokes under a complaint, selling, lecturing, talk of customers."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.courtesy import is_due
from scoring.cues.phrases import phrase
from scoring.reading import Reading

_CHEER = phrase(
    "chirpy",
    0.6,
    r"(?:hiya|hey|oops|oopsie|yikes|whoops|haha|hehe|lol|yay|woo|wow|omg|babe|hun|hon|lovely|folks|guys|fab|gorgeous|amazing|awesome|stay safe|have a (?:great|nice|lovely|wonderful|blessed|magical)|happy (?:travels|travelling|shopping|gaming|reading)|enjoy)(?: \w+){0,2}",
)
_BANG = re.compile(r"[^.!?\n]*!+")
_EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]")
_LECTURES = phrase(
    "talks_past",
    0.7,
    r"(?:please (?:note|be advised|be aware|be reminded|ensure|make sure|remember|refrain|understand|be patient|respect|take care)|"
    r"kindly (?:note|ensure|be|refrain)|we (?:would |do |'d )?(?:always )?(?:recommend|suggest|advise|encourage|remind|urge|ask that|request that|would ask|would point|'d ask|'d point)|"
    r"we'd (?:always )?(?:recommend|suggest|advise|encourage|ask|point out|remind)|you (?:must|need to) (?:always|have|ensure|make|be|note|check|understand)|"
    r"it is (?:important|the (?:customer|responsibility|user|guest|tenant)\w*)|"
    r"(?:for )?next time|always (?:check|read|worth|best|a good)|(?:it's|is|might be|well) (?:always )?worth|"
    r"as (?:stated|per|set out|explained|outlined|mentioned|advised|noted|clearly|shown)|in line with|in accordance|terms (?:and|of|you|are|state)|t&cs|clause|per (?:our|the)|(?:our|the|company|store|house) (?:\w+ )?(?:policy|policies|rules?|procedures?)|"
    r"you (?:\w+ )?(?:agreed|accepted|signed|chose|failed|forgot|neglected|were (?:informed|advised|notified|warned|made aware))|"
    r"(?:customer|user|tenant|guest|driver|passenger|owner|parent|your (?:own )?)'?s? responsib\w+|had you|as you (?:say|said|admit|rightly|yourself|know|will|can|may|are aware))(?: \w+){0,5}",
)
_ARGUES = phrase(
    "talks_past",
    0.7,
    r"(?:with (?:all due )?respect|(?:i'm|we're|i am|we are) (?:sure|surprised|confident|afraid|puzzled|not sure)|actually|obviously|clearly|in fact|surely|to be fair|for the record|just to clarify|to clarify|as it happens|"
    r"maybe|perhaps|however|although|nevertheless|either way|otherwise|regardless|rather than|in (?:our|my) (?:experience|defence|defense)|in \w+'s (?:defence|defense)|would just (?:say|mention|add|point)|"
    r"(?:in|for|over) (?:the )?(?:past |last )?(?:\w+|\d+|\w+[ -]\w+) years|never had (?:a|any|one)|no (?:other|one else)|everyone else|everybody else|nobody else|not (?:aware|seen|found|received|able to find)|no (?:record|evidence|fault|sign|trace)|"
    r"(?:our|the|my) (?:records?|logs?|system|cctv|team|driver|staff|notes?|data|cameras?) (?:shows?|indicates?|suggests?|confirms?|says?|does not|doesn't|did not|assure)|what (?:people|you) expect|"
    r"simply|merely|entirely|perfectly|completely (?:normal|safe|standard)|(?:quite |perfectly )?(?:normal|standard|usual) (?:practice|procedure|process|wear|for|in)|you(?:'ll| will) (?:find|appreciate|understand|see|agree)|you (?:have to|must) (?:appreciate|understand))(?: \w+){0,5}",
)
_GENERALISES = phrase(
    "talks_past",
    0.5,
    r"(?<![^.!?\n] )(?:our |all |most |many |some |other )?[a-z]+s (?:are|can|do|may|must|have|go|need|don't|aren't|should)(?: \w+){0,6}",
    r"(?:can|may|might|could) (?:\w+ )?(?:be|vary|occur|happen|take|cause|have|differ|change|look|feel|affect|result|arise)(?: \w+){0,4}",
    r"(?:sometimes|normally|usually|generally|typically|often|at times|from time to time|nearly always|almost always)(?: \w+){0,4}",
    r"(?:most|many|thousands|hundreds|majority)(?: \w+){0,3}",
)
_CROWD = phrase(
    "talks_of_customers",
    0.6,
    r"(?:our|most|many|all|all our|other|some|every|each|thousands of|hundreds of|millions of|valued|dear|lots of|plenty of|nearly all) (?:\w+ )?(?:customers?|guests?|users?|passengers?|members?|parents?|drivers?|tenants?|players?|visitors?|patients?|residents?|shoppers?|diners?|fans?|clients?|travell?ers?|riders?|people|subscribers?|families)(?: \w+){0,3}",
    r"(?:customer|guest|passenger|user|client) (?:satisfaction|experience|safety|feedback|service|comfort|journey|care)",
)
_CORPORATE = phrase(
    "talks_of_company",
    0.7,
    r"(?:we|i|our \w+|everyone) (?:always |constantly |do |all |are )?(?:strive|strives|pride|aim|aims|endeavou?r|try|tries|work hard|working hard|committed|dedicated|passionate|proud|delighted|pleased|value|values|take|takes|taking|believe|love|hold|maintain|train|trained|go)(?: \w+){1,7}",
    r"(?:highest|high|strict|usual|our) (?:\w+ )?(?:standards?|values|commitment|mission|promise|priority|reputation|processes)(?: \w+){0,3}",
    r"(?:top|number one|highest|first|utmost) (?:priority|importance|concern)|award\w*|world-class|best-in-class|accredited|certified|fully (?:trained|qualified|tested|compliant|insured)|trained|tested|rated|inspected",
    r"(?:pleased|delighted|happy|glad|thrilled) (?:to (?:hear|note|see|offer|report|inform|say|share)|that|you|with|it|your)(?: \w+){0,6}",
    r"(?:hard[- ]?working|dedicated|fantastic|excellent|wonderful|amazing|brilliant|friendly|talented|passionate|experienced) (?:\w+ )?(?:team|teams|staff|colleagues?|people|crew|drivers?|service|job|chefs?|professionals?|engineers?)(?: \w+){0,3}",
    r"(?:hope|look forward|looking forward|opportunity|pleasure|delighted) (?:to|of|that|you)(?: \w+){0,7}",
    r"(?:for|to) (?:choosing|your (?:understanding|patience|feedback|cooperation|continued|loyalty|custom|support|comments?|interest|review)|taking the time|reaching out|getting in touch|contacting|bringing|letting us|your (?:valued|valuable|honest|kind) \w+)(?: \w+){0,4}",
    r"(?:on this occasion|at this time|in due course|at your earliest|any further|please do not hesitate|do not hesitate|reach out|appropriate (?:action|team|department)|relevant (?:team|department)|internally|matter|regarding|concerning|the above|aforementioned|your (?:query|enquiry|case|request|comments|feedback|concerns?))",
    r"(?:unfortunately|regrettably|sadly|we regret)(?: \w+){0,8}",
    r"(?:outside|beyond) (?:of )?our control|third[- ]part(?:y|ies)|due to (?:\w+ ){0,4}(?:demand|volumes?|weather|circumstances|high|unforeseen|staff\w*|operational|an?)(?: \w+){0,4}",
    r"(?:we are|we're|i am|i'm) (?:unable|not able|not in a position|aware|sorry to say)(?: \w+){0,6}",
)
_ROUTES = phrase(
    "hands_over",
    0.5,
    r"(?:please|kindly|you can|you may|just|could you|can you|you'll need to|you would need to|feel free to)(?: also| please| either)? (?:contact|email|call|dm|message|visit|complete|fill|submit|send|reach|get in touch|see|refer|go to|use|provide|confirm|share|drop|raise|speak|ring|log|pop|check|reply|write)(?: \w+){0,6}",
    r"(?:a member of|one of|someone from|our \w+) (?:the |our )?(?:\w+ )?(?:team|teams|colleagues|department|staff|agents|advisors?) (?:will|can|would|may|is|are|to)(?: \w+){0,5}",
    r"(?:within|in|up to|takes?|allow) (?:\d+|\w+)(?: ?(?:-|to) ?\d+)? (?:working|business) days",
    r"on our (?:website|site|app|page|faq)|via (?:the|our)|help (?:centre|center|page|section)|faqs?|(?:web|online|complaint|complaints|claims?|feedback) form",
)
_ALL = (_LECTURES, _ARGUES, _GENERALISES, _CROWD, _CORPORATE, _ROUTES)


def find(reading: Reading) -> Iterator[Move]:
    """Yield the tones that cost empathy under a complaint."""
    text = reading.reply
    praised = is_due(reading)
    for item in _ALL:
        for match in item.pattern.finditer(text.folded):
            yield reading.move(item.name, *match.span(), item.strength)
    if praised:
        return
    for match in _CHEER.pattern.finditer(text.folded):
        yield reading.move("chirpy", *match.span(), 0.4)
    for match in re.finditer(r"!+", text.folded):
        yield reading.move("chirpy", match.start(), match.end(), 0.4)
    for match in _EMOJI.finditer(text.folded):
        yield reading.move("chirpy", match.start(), match.end(), 0.5)
