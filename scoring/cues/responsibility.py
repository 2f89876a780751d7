"""Phrases that take responsibility, or slide away from it."""

from scoring.cues.phrases import phrase

_US = r"(?:on (?:us|me)|down to (?:us|me)|(?:all |entirely |squarely )?(?:ours|mine))"
_FAULT = r"(?:fault|mistake|error|doing|failing|failure|slip|oversight|mess|bug|blunder|bad|lapse|miss)"
_WE = r"(?:we|i)"
_HARMED = (
    r"(?:lost|broke|missed|forgot|ignored|overlooked|damaged|ruined|wasted|failed|messed|botched"
    r"|mixed|muddled|misread|mislaid|mislabelled|misled|overcharged|undercut|shrank|scratched|crushed|snapped"
    r"|let (?:you|him|her|them|it|this|that)|kept (?:you|him|her|them)"
    r"|left (?:you|him|her|them|your)|made (?:you|him|her|them)|told you (?:the wrong|wrong)"
    r"|sent (?:you )?(?:the wrong|a wrong|it to the wrong|him|her|you away)|gave (?:you )?(?:the wrong|away|your)"
    r"|charged you|took (?:your|the|it|them)|turned (?:you|him|her|them) away|sold (?:you|your|it|the)"
    r"|got (?:it|this|that|your|the|her|his|you)|had (?:it|this|that) wrong|still (?:\w+ed|sent|let|gave|told|made|put)"
    r"|never (?:\w+ed|told|sent|rang|came|wrote|gave)|(?:didn't|did not|haven't|hadn't) \w+"
    r"|should(?:'ve| have)|shouldn't(?:'ve| have)|should (?:not|never) have|ought to have|owed? you|sat on|dropped the)"
)

HELPS = (
    phrase(
        "admits_fault",
        1.0,
        rf"(?:that|this|it|those|which|these|both|all|days|\w+)(?:'s| is| was| are| were) (?:all |entirely |squarely |simply |just )?"
        rf"(?:on (?:us|me)|down to us|our (?:own )?{_FAULT}|my (?:own )?{_FAULT})",
        rf"(?<!not )(?:our|my) (?:own )?(?:fault|mistake|error|failing|failure|bug|oversight|blunder|lapse|call)",
        r"(?:the )?(?:fault|mistake|error|failure|blame|silence|delay|rest|remark)s? (?:is|was|are|were) (?:all |entirely )?(?:ours|mine|on us)",
        r"(?:is|was|were|are|'s) (?:ours|mine)(?: to \w+(?: \w+)?)?(?=[.,;:!]| and| not)",
        rf"{_WE} (?:got|had|have got) (?:it|this|that|your \w+|the \w+|\w+) (?:badly |so |very )?wrong",
        rf"{_WE} (?:were|was|are|am) (?:in the )?wrong",
        r"(?:we|i)(?:'ve| have)? (?:let you down|failed)",
        r"no excuses?(?: for (?:it|that|this))?",
        r"two (?:failed \w+ )?is us",
    ),
    phrase("admits_fault", 0.9, rf"{_WE} (?:just |simply |clearly |then |all |and )?{_HARMED}"),
    phrase(
        "admits_fault",
        0.85,
        r"(?:should|ought to) (?:never|not) (?:ever )?have(?: been)?(?: \w+)?",
        r"shouldn't(?:'ve| have)(?: been)?(?: \w+)?",
        r"(?:never should|no one should|nobody should) have(?: \w+)?",
        r"(?:you|he|she|they|it|that|this|someone|somebody|your \w+|her \w+|his \w+|our \w+|the \w+|august|we) (?:should|ought to)(?:'ve| have)(?: been)? \w+",
        r"(?:nobody|no one|none of us)(?: here)? (?:told|checked|pressed|noticed|moved|called|rang|answered|came|asked|read|looked|thought|did|caught|opened|picked|wrote|was|passed|fitted|renewed|spotted|stopped)",
        r"our (?:\w+ ){1,2}(?:broke|failed|missed|left|lost|got|didn't|cut|slipped|dropped|ignored|forgot|went wrong|was wrong|were wrong|let you)",
        r"(?:sorry|apologi[sz]e|ashamed)(?: that)? (?:we|i|our \w+) \w+",
        r"(?:was|is|were) (?:plain |plainly |simply |just |badly |also )?wrong(?: of us)?(?=[.,;:!]| and| to)",
        r"wrong (?:call|answer)",
        r"because of (?:us|me)",
        r"(?:i'm|i am|we're|we are) (?:so |deeply |properly )?(?:ashamed|embarrassed)",
    ),
    phrase(
        "admits_fault",
        0.6,
        r"(?:you|she|he|they)(?:'re|'s| are| is| were| was) (?:quite |absolutely |completely |dead )?(?:right|owed)",
        r"you (?:told|asked|warned|emailed|rang|called|did tell) us",
        r"you (?:did|were) (?:everything|nothing wrong|right|owed)",
        r"(?:isn't|is not|wasn't|was not|not|nowhere near|nor is that) (?:good enough|acceptable|an answer|okay|ok|on|fair|how (?:it|we|you)|what (?:you|we)|an excuse|a reason|your fault)",
        r"fair (?:enough|question|point|cop|challenge)",
        r"deserved? (?:better|to be|an answer|a straight)",
        r"(?:you've|you have) every right",
        r"no way to (?:treat|find out|spend|start)",
        r"\w+ too (?:many|long)",
    ),
    phrase(
        "owns_problem",
        0.9,
        r"i(?:'ve| have) (?:got|taken) (?:this|it|you)(?: one| on| over)?",
        r"(?:i'm|i am|we're) (?:on|taking) (?:this|it|your)(?: \w+)?",
        r"leave (?:it|this|that) (?:with|to) me",
        r"(?:this|it|that)(?:'s| is) (?:mine|with me|my job|our job|for (?:us|me) to|ours to|our responsibility)",
        r"ours to (?:fix|sort|answer|put right|mend|carry|solve|chase|pay|explain)",
        r"you(?:'ll| will) get me",
        r"i (?:run|manage|own|am responsible|look after|lead|answer for)",
        r"you (?:don't|do not|won't|needn't|will not) (?:have|need) to (?:chase|do|explain|repeat|call|ring|fill|send|wait|prove|reply)",
        r"you (?:needn't|won't) (?:chase|do|be asked|hear|pay)",
        r"(?:no need|nothing) (?:to|for you to) (?:chase|argue|do|call|reply|answer|send|fill)",
    ),
    phrase(
        "honest_unknown",
        0.9,
        r"(?:i|we) (?:don't|do not|didn't) (?:yet |actually |honestly )?know(?: yet)?",
        r"(?:i|we) (?:can't|cannot|won't|can not|couldn't) (?:yet |honestly )?(?:promise|say|tell|swear|guarantee|explain|undo|make the|give you a)",
        r"(?:until|once|when) (?:i|we) (?:know|find|have|see)",
        r"i(?:'d| would) be (?:lying|guessing)",
        r"(?:not|no) (?:certain|sure|idea) (?:yet|why|how|what)",
        r"which (?:one )?it was",
        r"(?:i'm|i am|we're|we are) finding out",
    ),
    phrase(
        "right_place",
        0.7,
        r"ask for [a-z]+",
        r"(?:the )?(?:right|correct|best) (?:place|people|person|account|number|team)(?: is| are| for)?",
        r"(?:that's|that is|this is|it's) (?:run|owned|made|handled|sold) by",
        r"(?:not (?:us|ours)|isn't (?:us|ours)|wasn't (?:us|ours))",
        r"they(?:'re| are) at @?\w+",
    ),
)
COSTS = (
    phrase(
        "agentless_problem",
        0.8,
        r"there (?:appears|seems|was|has been|may have been|might have been|were|have been|could have been)",
        r"(?:an? |this |the )?(?:error|issue|problem|mistake|glitch|fault)s? (?:may|might|has|have|occurred|was|were)",
        r"mistakes were made",
        r"(?:any|the|this) (?:inconvenience|frustration|confusion|disappointment|upset|misunderstanding)(?: (?:this|caused|you))?",
        r"inconveniences?(?: caused)?",
        r"your (?:recent )?(?:experience|visit|journey|stay)",
        r"(?:isn't|is not|not|wasn't) (?:the|what|how) (?:\w+ ){0,3}(?:experience|expect|standard|level|aim|want)",
        r"(?:below|fell short|short of|not up to|up to) (?:\w+ ){0,3}(?:standards?|expect\w*)",
        r"due to (?:a|an|the|unforeseen|high|technical|severe|adverse|system|operational|exceptional)",
        r"hear (?:that|this|about|of|you)",
        r"(?:may|might|can) (?:sometimes |occasionally |also )?(?:be|have been|occur|happen|vary|differ|affect|appear)",
    ),
    phrase(
        "agentless_commitment",
        0.8,
        r"(?:is|are) (?:currently |now )?being (?:looked|investigated|reviewed|handled|addressed|processed|worked|monitored|dealt)",
        r"(?:will be|to be|has been|have been|been|can be|'s been|is|are) (?:fully |now |duly |all )?(?:passed|shared|raised|forwarded|noted|logged|escalated"
        r"|reviewed|looked into|looked at|addressed|fed back|contacted|considered|flagged|mentioned|recorded|reported|investigated"
        r"|assessed|handled|dealt|resolved|taken (?:on board|seriously|into))",
        r"(?:will|'ll) be in (?:touch|contact)",
        r"(?:will|'ll) (?:get back to|contact|reach out to|respond to|reply to) you",
        r"(?:is|are) (?:working|looking|aware|investigating)",
    ),
    phrase(
        "hands_off",
        0.8,
        r"(?:take|raise) (?:that|this|it|these) (?:up )?with",
        r"(?:outside|beyond|out) (?:of )?our control",
        r"(?:not|isn't|aren't) (?:something|anything|a matter) (?:that )?we",
        r"nothing (?:more |further |else )?(?:that )?we can",
        r"(?:not a lot|little|not much) we can",
        r"(?:un|not )able to",
        r"aren't able to",
        r"(?:we|i) (?:can't|cannot|don't|do not|won't|will not|never) (?:\w+ )?(?:help|assist|refund|offer|control|accept|guarantee|replace|change|make|discuss|comment|take|allow|cover|do|handle|operate|own|manage|speak|see|provide|issue|compensate|reimburse|monitor|prioritise|be held)",
        r"none of which we control",
        r"(?:is|are|remains?) (?:the|your|a|entirely your) (?:\w+ )?responsib\w+",
        r"not (?:the )?responsib\w+",
        r"responsibility of",
        r"you(?:'ll| will|'d| would)? (?:need|have) to",
        r"must be (?:\w+ly )?(?:raised|submitted|made|reported|taken|directed|sent|requested)",
        r"(?:we'd|we would|we|i'd) (?:always |strongly |also |gently )*(?:suggest|recommend|advise|encourage|urge|ask)",
        r"(?:are|is) advised to",
        r"(?:please )?(?:contact|speak to|check with|refer to|try) (?:the|your) (?:courier|seller|driver|supplier|manufacturer|airline|hotel|bank|insurer|provider|council|store|venue|gp|retailer|app store)",
        r"own risk",
        r"(?:final|not refundable|non-refundable|no refunds)",
        r"third[- ]part(?:y|ies)",
    ),
    phrase(
        "takes_seriously",
        0.9,
        r"(?:take|takes|taking|taken) (?:\w+ ){1,8}?(?:very |extremely |incredibly |so |really )?seriously",
        r"(?:seriously|utmost importance|top priority|number one priority|highest priority|absolute priority|first priority)",
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
    phrase(
        "empty_promise",
        0.9,
        r"rest assured",
        r"(?:every|utmost) (?:effort|care)",
        r"(?:around|round) the clock",
        r"no stone unturned",
        r"working (?:hard|tirelessly|closely)",
        r"(?:very |as )?soon(?: as (?:possible|we can|it can))?",
        r"shortly|asap|in due course|at (?:the|your) earliest",
        r"(?:we|our teams?) (?:always )?(?:strive|aim|endeavou?r|try|work hard|do (?:try|aim|our best))",
        r"commit(?:ted|ment) to",
        r"(?:your|all) (?:feedback|comments|patience|understanding|satisfaction|loyalty|custom|input|review)",
        r"continu(?:e|ed|ing|ally|ous) (?:to )?(?:improv\w+|work|strive)",
        r"lessons (?:will be|have been|are) learn\w+",
        r"make it right|making it right|make things right",
        r"(?:always )?here (?:for you|to help)",
    ),
)
