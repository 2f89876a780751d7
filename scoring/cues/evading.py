"""Phrases that name a problem or a promise and bind nobody, or hand both to someone else."""

from scoring.cues.phrases import phrase

_PASSED = (
    r"(?:passed|shared|raised|forwarded|noted|logged|escalated|reviewed|looked into|looked at"
    r"|addressed|fed back|contacted|considered|flagged|mentioned|recorded|reported|investigated"
    r"|assessed|handled|dealt|resolved|taken (?:on board|seriously|into))"
)
_REFUSED = (
    r"(?:help|assist|refund|offer|control|accept|guarantee|replace|change|make|discuss|comment|take"
    r"|allow|cover|handle|operate|speak|provide|issue|compensate|reimburse|monitor|prioritise"
    r"|be held)"
)
_OUTSIDER = (
    r"(?:courier|seller|driver|supplier|manufacturer|airline|hotel|bank|insurer|provider|council"
    r"|store|venue|gp|retailer|app store|landlord|agent)"
)

NOBODYS = (
    phrase(
        "agentless_problem",
        0.8,
        r"there (?:appears|seems|was|has been|have been|(?:may|might|could) have been)",
        r"(?:an? |this |the )?(?:error|issue|problem|mistake|glitch)s? (?:may|might|has|have"
        r"|occurred|was|were)",
        r"(?:any|the|this) (?:inconvenience|frustration|confusion|disappointment|misunderstanding)",
        r"inconveniences?(?: caused)?",
        r"your (?:recent )?(?:experience|visit|journey|stay)",
        r"(?:isn't|is not|not|wasn't) (?:the|what|how) (?:\w+ ){0,3}(?:experience|expect|standard"
        r"|level|aim|want)",
        r"(?:below|fell short|short of|not up to) (?:\w+ ){0,3}(?:standards?|expect\w*)",
        r"due to (?:an?|the|unforeseen|high|technical|severe|adverse|system|operational"
        r"|exceptional)",
        r"hear (?:that|this|about|of|you)",
        r"(?:may|might|can) (?:sometimes |occasionally |also )?"
        r"(?:be (?:an? |some |due|caused"
        r"|delays?|delayed|affected|issues?|times|occasions?)|have been|occur|happen|vary|"
        r"differ|affect|appear)",
    ),
    phrase(
        "agentless_commitment",
        0.8,
        rf"(?:is|are) (?:currently |now )?being {_PASSED}",
        rf"(?:will be|to be|has been|have been|been|'s been) (?:fully |now |duly |all )?{_PASSED}",
        r"(?:will|'ll) be in (?:touch|contact)",
        r"(?:will|'ll) (?:get back to|contact|reach out to|respond to|reply to) you",
        r"(?:is|are) (?:working on|looking into|aware of|investigating)",
    ),
    phrase(
        "empty_promise",
        0.9,
        r"rest assured",
        r"(?:every|utmost) (?:effort|care)",
        r"(?:around|round) the clock",
        r"no stone unturned",
        r"working (?:hard|tirelessly|closely)",
        r"very soon(?: indeed)?|(?:as )?soon(?: as (?:possible|we can|it can))?",
        r"shortly|asap|in due course|at (?:the|your) earliest(?: \w+)?",
        r"(?:we|our teams?) (?:always )?(?:strive|aim|endeavou?r|try|work hard|do our best)",
        r"commit(?:ted|ment) to",
        r"lessons (?:will be|have been|are) learn\w+",
        r"(?:make|making) (?:it|this|things) right",
        r"(?:always )?here (?:for you|to help)",
        r"continu(?:e|ed|ing|ous) (?:to )?(?:improv\w+|strive)",
    ),
    phrase(
        "takes_seriously",
        0.9,
        r"(?:take|takes|taking|taken) (?:\w+ ){1,8}?seriously",
        r"utmost importance|(?:top|number one|highest|absolute|first) priority",
        r"(?:is|are) (?:\w+ )?(?:important|everything) to us",
        r"at the heart of (?:everything|all)",
    ),
    phrase(
        "asks_forgiveness",
        1.0,
        r"forgive (?:us|me)",
        r"(?:your|for) forgiveness",
        r"find it in (?:your|yourself)",
        r"give us (?:another|one more|a second) (?:chance|try)",
    ),
)

HANDS_OFF = (
    phrase(
        "hands_off",
        0.9,
        r"(?:outside|beyond|out) (?:of )?(?:our|my) control|none of which we control",
        r"(?:not|isn't|aren't) (?:something|anything|a matter) (?:that )?we",
        r"nothing (?:more |further |else )?(?:that )?we can|(?:not a lot|little|not much) we can",
        r"(?:is|are|remains?) (?:the|your|an?|entirely your|entirely the) (?:\w+ )?responsib\w+",
        r"responsibility of|not (?:the )?responsib\w+|own risk",
        r"(?:are|is) advised to",
        r"(?:we'd|we would|we|i'd) (?:always |strongly |also |gently )*(?:suggest|recommend|advise"
        r"|encourage|urge)",
        r"(?:decision is|sales are|is) final|non-refundable|not refundable|no refunds",
    ),
    phrase(
        "hands_off",
        0.6,
        r"(?:we're |we are |i'm |i am )?(?:unable|not able) to|aren't able to",
        rf"(?:we|i) (?:can't|cannot|don't|do not|won't|will not|never) (?:\w+ )?{_REFUSED}",
        r"third[- ]part(?:y|ies)",
        rf"(?:contact|speak to|check with|refer to|try|(?<!taking )(?:it|this|that) up with)"
        rf" (?:the|your) {_OUTSIDER}",
        r"must be (?:\w+ly )?(?:raised|submitted|made|reported|taken|directed|sent|requested)",
        r"you(?:'ll| will|'d| would)? (?:need|have) to (?!do nothing)",
    ),
)
