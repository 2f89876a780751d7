"""Tones that undo care: cheer and jokes under a complaint, selling, lecturing, talk of customers."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.need import judged
from scoring.cues.phrases import phrase
from scoring.reading import Reading

_CHEER = phrase(
    "chirpy",
    0.6,
    r"(?:hiya|hey|oops|oopsie|yikes|whoops|haha|hehe|lol|yay|woo|wow|omg|babe|hun|hon|lovely|folks|guys|fab|gorgeous|amazing|awesome|stay safe|have a (?:great|nice|lovely|wonderful|blessed|magical)|happy (?:travels|travelling|shopping|gaming|reading)|enjoy)(?: \w+){0,2}",
)
_BANG = re.compile(r"[^.!?\n]*!+")
_EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]")
_LIGHT = phrase(
    "makes_light",
    0.8,
    r"(?:haha\w*|lol|jokes aside|joking aside|seriously though|in all seriousness|on the bright side|silver lining|look on the|fun fact|look at it this way|think of it as|"
    r"could be worse|could have been worse|builds? character|happens to (?:the best|all|everyone)|these things (?:can |do )?happen|part of (?:the|life)|not the end of|no harm done|first world|"
    r"cheer up|chin up|lighten up|calm down|sense of humou?r|just (?:a|an|one) |only (?:a|one) |a (?:small|tiny|little|minor) (?:\w+ )?(?:delay|issue|thing|mistake|mix|glitch|hiccup|bit)|hiccup|glitch|teething|a bit of)(?: \w+){0,4}",
    r"at least (?:\w+ ?){1,5}",
    r"(?:you|we) (?:still |did )?(?:got|managed|had|enjoyed) (?:to|a|the|your)(?: \w+){0,5}",
    r"pleased to (?:hear|note|see|report)(?: \w+){0,4}",
)
_SELLS = phrase(
    "sells",
    0.9,
    r"\d+ ?%(?: off| discount)?",
    r"(?:use |with )?(?:promo |discount )?codes? [a-z]*\d+|(?:half|special|exclusive) (?:price|offer)s?|discounts?|upgrade(?: \w+){0,3}",
    r"(?:check|have you (?:tried|seen|thought|considered)|did you know|why not|you might like|you may like|you'll love|take a look|discover|explore|introducing|looking for)(?: \w+){0,2} (?:our|the|about|that|of|new|a)(?: \w+){0,4}",
    r"(?:our )?(?:new|latest|premium|plus|pro|gold|platinum|vip|award-winning|exclusive|limited|signature|bestsell\w+|best-sell\w+) (?:\w+ )?(?:collection|range|plan|membership|members?|subscription|package|menu|edition|service|product|tier|pass|app|bundle|line|flavou?r|exhibition|insurance|cover|cocktails?)",
    r"(?:from|for) (?:just|only) \W?\d+|link in (?:our )?bio|loyalty (?:card|scheme|points|programme|program)|newsletter|#\w+|tag us|add-?on|shop now|book now|sign up",
)
_LECTURES = phrase(
    "lectures",
    0.7,
    r"(?:please (?:note|be advised|be aware|be reminded|ensure|make sure|remember|refrain|understand|be patient|respect|take care)|kindly (?:note|ensure|be|refrain)|we (?:would |do |'d )?(?:always )?(?:recommend|suggest|advise|encourage|remind|urge|ask that|request that|would ask|would point|'d ask|'d point)|we'd (?:always )?(?:recommend|suggest|advise|encourage|ask|point out|remind)|you (?:should|must|need to) (?:always|have|ensure|make|be|note|check|understand)|"
    r"(?:customers|guests|users|passengers|members|parents|drivers|tenants|owners|players|visitors|patients|residents|people) (?:are|should|must|need|can|who|may|often|always|sometimes|do)|it is (?:important|the (?:customer|responsibility|user|guest|tenant)\w*)|"
    r"(?:for )?next time|in (?:the )?future|going forward|always (?:check|read|worth|best|a good)|(?:it's|is|be|might be|well) worth|maybe (?:try|next|you|it|a)|perhaps (?:try|next|you|it|a)|remember[:,]? |as (?:stated|you|per|set out|explained|outlined|mentioned|advised|noted|confirmed|clearly|shown|the)|in line with|in accordance|terms|conditions|t&cs|clause|section|policy|policies|procedures?|guidelines?|"
    r"(?:you|your) (?:\w+ )?(?:agreed|accepted|signed|chose|failed|forgot|didn't|did not|neglected|could have|should have|must have|may have|might have)|responsib\w+|had you|if you(?:'d| had))(?: \w+){0,5}",
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
_ALL = (_LIGHT, _SELLS, _LECTURES, _CROWD, _CORPORATE, _ROUTES)


def find(reading: Reading) -> Iterator[Move]:
    """Yield the tones that cost empathy under a complaint."""
    text = reading.reply
    praised = judged(reading).is_praise
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
