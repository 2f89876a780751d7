"""Phrases that take responsibility for what happened, or for what happens next."""

from scoring.cues.phrases import phrase

_FAULT = (
    r"(?:fault|mistake|error|doing|failing|failure|slip|oversight|mess|bug|blunder|lapse|miss|fail)"
)
_WE = r"(?:we|i)"
_THEM = r"(?:you|him|her|them|your \w+)"
_DID = (
    r"(?!(?:want|intend|promis|guarante|offer|includ|need|charg)\w+)(?:\w+ed|told|rang|came|sent"
    r"|gave|did|got|saw|read|put|kept|made|left|let|had|said|went|wrote|found|brought|took|paid)"
)
_DONE_TO_YOU = (
    r"(?:lost|broke|missed|forgot|ignored|overlooked|damaged|ruined|wasted|messed|botched|mixed"
    r"|muddled|misread|mislaid|mislabelled|misled|overcharged|scratched|crushed|snapped"
    rf"|let {_THEM}|kept {_THEM}|left {_THEM}|made {_THEM}|charged {_THEM}|sold {_THEM}"
    rf"|turned {_THEM} away|failed (?:{_THEM}|to|on|at)|cost {_THEM}|put {_THEM}|sent {_THEM}"
    r"|(?:told|gave|sent|sold|charged|printed|booked|posted) (?:\w+ ){0,2}(?:the |a |it )?wrong\w*"
    rf"|(?:still|never|only|simply) {_DID}|owed? you|sat on|dropped the|gave away|threw"
    r"|(?:didn't|did not|hadn't|haven't) (?:tell|told|call|ring|act|check|answer|read|listen|come"
    r"|write|warn|move|send|give|let|reply|catch|notice|look|turn|say|fit|press|fix|stop|show"
    r"|keep))"
)
_MISSED = (
    r"(?:told|checked|pressed|noticed|moved|called|rang|answered|came|asked|read|looked|thought"
    r"|did|caught|opened|picked|wrote|passed|fitted|renewed|spotted|stopped|helped|rebooked)"
)

ADMISSIONS = (
    phrase(
        "admits_fault",
        1.0,
        rf"\w+(?:'s| is| was| are| were) (?:all |entirely |squarely |simply |just |plainly )?"
        rf"(?:on (?:us|me)|down to us|(?:our|my) (?:own )?{_FAULT})",
        rf"(?<!not )(?:our|my) (?:own )?{_FAULT}(?! (?:report|page|log|code|message))",
        r"(?:fault|mistake|error|failure|blame|silence|delay|rest|remark|part)s?"
        r" (?:is|was|were) (?:all |entirely |ours|mine|on us)",
        r"(?:is|was|were|are|'s) (?:ours|mine)(?: to \w+(?: \w+)?)?(?=[.,;:!]| and| not)",
        rf"{_WE} (?:got|had) (?:it|this|that|your \w+|the \w+|\w+) (?:badly |so |very )?wrong",
        rf"{_WE} (?:were|was) (?:in the )?wrong",
        rf"(?<!if )(?<!what )(?<!that ){_WE}(?:'ve| have)? (?:alone |ourselves )?caused"
        r" (?:it|this|that|these|all|you\w*|the|his|her|their)",
        r"(?<!if )(?<!when )(?<!why )we did (?:this|that)(?: to (?:you|him|her|them)"
        r"|(?=[.;!]|$))",
        rf"because {_WE} (?:told|gave|sent|said|offered|did|warned|rang|called|asked)"
        rf" (?:{_THEM} )?(?:nothing|nobody|no one|too late)",
        rf"{_WE}(?:'ve| have)? (?:let you down|failed (?:you|him|her|them|your))",
        r"(?:is|was|by|past|because of) us(?=[.,;:!]| and| not|$)",
    ),
    phrase(
        "admits_fault",
        0.85,
        rf"{_WE} (?:just |simply |clearly |then |all |and |have )?{_DONE_TO_YOU}",
        r"(?<!you )(?:should|ought to) (?:never|not) (?:ever )?have(?: been)?(?: \w+)?",
        r"you (?:should|ought to) (?:never|not) have (?:been|had to|needed)(?: \w+)?",
        r"shouldn't(?:'ve| have)(?: been)?(?: \w+)?",
        r"(?:never should|no one should|nobody should) have(?! to)(?: \w+)?",
        r"(?:he|she|they|it|that|this|we|i|someone|somebody|(?:her|his|our|the) \w+)"
        r" (?:should|ought to)(?:'ve| have)(?: been)? (?!to )\w+",
        r"(?:you|your \w+) (?:should|ought to)(?:'ve| have)"
        r" (?:been|had|heard|got|received|never|not|needed|seen)(?: \w+)?",
        rf"(?:nobody|no one|none of us)(?: here| at \w+)? {_MISSED}",
        r"our (?:\w+ ){1,2}(?:broke|failed|missed|lost|cut|slipped|dropped|ignored|forgot|let you"
        r"|went wrong|(?:was|were) wrong|(?:gave|told|sent|read) (?:\w+ )?wrong\w*)",
        r"(?:sorry|ashamed)(?: that)? (?:we|i) (?!can|could|are|am|aren't|do|don't)\w+",
        r"(?:was|were|is) (?:plain |plainly |simply |just |badly |also )?wrong(?: of us)?"
        r"(?=[.,;:!]| and| to)",
        r"(?:the )?wrong (?:call|answer|note|reply)",
        r"(?:i'm|i am) (?:so |deeply |properly |really )?(?:ashamed|embarrassed)",
        r"shouldn't (?:be|need|take|cost|mean|still|get) \w+",
    ),
    phrase(
        "admits_fault",
        0.55,
        r"(?:you|she|he|they)(?:'re|'s| are| were| was) (?:quite |absolutely |dead )?(?:right"
        r"|owed)",
        r"you (?:told|asked|warned|emailed|rang|called|did tell) us",
        r"you (?:did|were) (?:everything|nothing wrong|right|owed|missed)",
        r"(?:isn't|is not|wasn't|was not|not|nowhere near|nor is that)"
        r" (?:good enough|acceptable|an answer|okay|ok|fair|an excuse|a reason|your fault)",
        r"fair (?:enough|question|point|cop|challenge)",
        r"deserved? (?:better|an answer|a straight)",
        r"no way to (?:treat|find out|spend|start)",
        r"\w+ (?:is |are )?\w+ too (?:many|long)",
        r"(?:slipped|got) (?:past|by) us|in the wrong (?:queue|place|box|order)|at our end",
        r"no excuses?",
        r"(?:we're|we are) (?:ashamed|embarrassed)",
    ),
)

HOLDS = (
    phrase(
        "owns_problem",
        0.9,
        r"i(?:'ve| have) (?:got|taken) (?:this|it|you)(?: one| on| over)?",
        r"leave (?:it|this|that) (?:with|to) me",
        r"(?:i'm|i am|we're|we are) on (?:it|this|that|the case)(?=[.,;:!]| and\b| now\b|$)",
        r"(?:this|it|that)(?:'s| is) (?:with me|my job|our job|for (?:us|me) to|ours to"
        r"|our responsibility)",
        r"ours to (?:fix|sort|answer|put right|mend|carry|solve|chase|pay|explain)",
        r"you(?:'ll| will) get me",
        r"i (?:run|manage|am responsible|look after|lead|answer for)",
        r"you (?:don't|do not|won't|needn't|will not) (?:have|need) to"
        r" (?:chase|explain|repeat|call|ring|fill|send|prove|reply)",
        r"you (?:needn't|won't) (?:chase|do|be asked|hear|pay)",
        r"(?:no need|nothing)(?: for you)? to (?:chase|do|call|reply|send|fill|claim)",
        r"i have that power|nobody can \w+ (?:it|that \w+)(?: now)? but me",
    ),
    phrase(
        "honest_unknown",
        0.9,
        r"(?:i|we) (?:don't|do not|didn't) (?:yet |actually |honestly )?know(?: yet)?",
        r"(?:i|we) (?:can't|cannot|won't|couldn't) (?:yet |honestly )?"
        r"(?:promise|say yet|tell yet|swear|undo|make the|give you a \w+ date)",
        r"until (?:i|we) know|once (?:i|we) know|when (?:i|we) know",
        r"i(?:'d| would) be (?:lying|guessing)",
        r"(?:not|no) (?:certain|sure|idea) (?:yet|why)",
        r"which (?:one )?it was",
        r"(?:i'm|i am|we're|we are) finding out",
        r"what (?:we|i) (?:do |don't )?know",
    ),
    phrase(
        "owns_missed_promise",
        1.0,
        r"(?:we|i) (?:said|promised|told you) (?:\w+ ){0,6}and (?:we |i )?(?:didn't|did not"
        r"|missed)",
        r"(?:we|i) (?:missed|broke|didn't keep|did not keep) (?:that|our|my|the) (?:promise"
        r"|deadline"
        r"|word|time)",
        r"(?:promised|said) you'd (?:\w+ ){0,6}and (?:you )?(?:didn't|weren't|haven't)",
    ),
)
