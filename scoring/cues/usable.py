"""Phrases that the customer can use, or that send them off to work for themselves."""

from scoring.cues.phrases import phrase
from scoring.cues.verbs import listed
from scoring.cues.wordings import wordings

_ASKED = (
    r"(?:dm|pm|send|e-?mail|share|provide|confirm|contact|message|let us know|get in touch|reach"
    r" out"
    r"|drop|fill|complete|submit|visit|reply|pop|quote|write|forward|supply|give us|inbox|report"
    r"|raise|speak|advise|call|include|ring|tell us)"
)
_PAGE = (
    r"(?:website|site|app|faqs?|help (?:page|centre|center|pages|section|hub)|portal|online form"
    r"|terms)"
)
_SENT = (
    r"(?:forms?|details|information|info|answers?|instructions|guidance|claims?|appeals?|apply"
    r"|appeal|available|found|find|published|displayed|shown|listed|explained|covered|described"
    r"|stated|noted|contact|touch|complete|fill)"
)
_WRONG = (
    r"(?:isn't|doesn't|hasn't|won't|don't|haven't|aren't|fails?|does not|is not|has not|not|still"
    r"|no one|nobody|nothing|breaks|drops|late|worse|comes back|goes wrong|happens again|minutes"
    r"|before then|struggl\w+|says? no|delay)"
)
_THEN = (
    r"(?:i'll|we'll|i'm|i will|we will|he'll|she'll|tell me|ring|call|message|write|reply|send"
    r"|dm|come|say|shout|post|ask|text|bring|we pay|it's free|i|we)"
)

ASKS = (
    phrase(
        "asks_details",
        0.9,
        r"(?:please|pls|kindly|could you|can you|would you|if you(?: could| can|'d)?|you can"
        rf"|feel free to)(?: please| also| then| just| kindly)* {_ASKED}",
        r"(?:dm|pm|message|email|call|contact|inbox) us",
        r"(?:drop|pop|send|shoot) us (?:an?|your|the)",
        r"in touch with (?:us|our)",
        r"fill (?:in|out)",
        r"(?:may|could|can) (?:we|i) (?:have|ask|get|take)",
        r"what(?:'s| is) (?:your|the) (?:order|booking|reference|account|tracking)",
    ),
    phrase(
        "bare_link",
        0.9,
        rf"(?:visit|see|check|check out|read|try|view|use|browse|go to|head to|refer to|consult)"
        rf" (?:our|the|your) (?:\w+ ){{0,4}}?{_PAGE}",
        rf"{_SENT}\b[^.!?\n]{{0,50}}? (?:on|at|in|of) (?:our|the) (?:\w+ ){{0,2}}?{_PAGE}",
        rf"(?:via|through) (?:our|the) (?:\w+ ){{0,3}}?{_PAGE}",
        r"online form|faqs?|link in bio",
        r"terms (?:and conditions|apply)",
        r"have you (?:tried|checked)",
    ),
)

SELLS = (
    phrase(
        "sales_pitch",
        0.9,
        r"\d+ ?% (?:off|interest|discount)",
        r"(?:use|with|enter|wi) (?:the |promo |discount )?code|use [a-z]{3,}\d{2,}",
        r"time for an upgrade|to upgrade|upgrade (?:to|now|today|before)",
        r"check out (?:our|the) (?:\w+ )?(?:range|collection|offers?|menu|sale|app|blog|guide)",
        r"download (?:the|our)|sign up|subscribe|(?:to|for|join|get|read) our newsletter|"
        r"shop now|link in (?:our |the )?bio",
        r"(?:new|latest) (?:\w+ ){0,3}(?:collection|range|menu|season|bundle|plan)",
        r"(?:you'd|you'll|and) (?:earn|get|unlock|love) (?:double|bonus|unlimited|\d+)",
        r"free trial|members?hip from (?:only |just )?[£$€]?\d"
        r"|packages? (?:start|from)|from (?:only|just) [£$€]?\d+",
        r"refer (?:a|five|\d+) friends?|double points|loyalty card|rewards app|giveaway|win a",
        r"(?:have|has|did) (?:you|he|she|they) (?:tried|heard about|seen|know about) our",
    ),
)

USES = (
    phrase(
        "fallback",
        1.0,
        rf"(?:if|should) (?!you(?!'re still| still| hear)|we|i )(?:[\w'.:]+ ){{1,6}}?{_WRONG}\b"
        rf"[^.!?]{{0,50}}?,? {_THEN}",
        r"either way|good or bad|whatever (?:it|they|he|she) (?:says?|finds?)",
        r"if not[,:] \w+",
        r"(?:i'm|i am|we're|i'll be) (?:on|here|up|around) (?:till|until|all)",
        r"until then|till then|in the meantime[,:]? (?:you|use|we|i)",
    ),
    *wordings("safety"),
    phrase(
        "gives_route",
        1.0,
        r"(?:message|dm|call|ring|text|email|write|write to|send|reply to|tell|catch|come and see"
        r"|answer|bring|show) me",
        r"my (?:number|line|email|desk (?:line|number|phone)|dms?|inbox|own \w+)|to my desk",
    ),
    phrase(
        "gives_route",
        0.8,
        r"\b0\d{3,5}[ \d]{5,9}|\b1?-?8\d\d[- ]\d{3}[- ]\w+",
        r"[\w.]+@[\w.]+\w",
        r"(?:settings|help|account|history|menu|profile|billing) (?:>|then|, then)",
    ),
)

WAYS = (
    phrase(
        "opens_way",
        0.8,
        r"you(?:'re| are) (?:still )?entitled to|(?:have|has) (?:the|a) right to",
        r"you can (?:still |also |then |now )?(?:get|claim|request|appeal|apply|ask for"
        r"|cancel|change"
        r"|turn|switch|use|pick|collect|swap|book|travel|have|choose|set|add|remove"
        r"|return|exchange)",
        r"(?:tickets?|pass(?:es)?|vouchers?|codes?|receipts?|it|they) (?:is|are|will be)"
        r" (?:still )?(?:valid|accepted|being accepted|good)",
        r"(?:will|can|'ll|be able to) (?:refund|replace|exchange|swap|rebook|reorder"
        r"|restore|credit)",
        r"(?:sort (?:out )?|arrange |get |order |send )(?:you )?(?:an? )?(?:\w+"
        r" )?(?:refund|replacement"
        r"|exchange|repair|engineer|visit|part)",
        r"free of charge|eligible for|happy to (?:refund|replace|exchange|swap)",
    ),
)

STARTS = listed(
    "hold press tap text open swipe pick bring order take switch choose select scratch show hand"
    " walk go head turn keep wait use log scroll type enter load restart ring call ask email send"
    " dm message reply write tell give put pop appeal apply claim cancel buy get come stay wash"
    " rinse"
    " run reset wear draw peel soak lift pull push slide click look check read unplug book follow"
    " sit"
    " meet find collect return download pay upload start stop plug clean cut add remove bin"
)
"""Verbs that open an instruction."""
