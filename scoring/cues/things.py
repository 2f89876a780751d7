"""What becomes of things: repairs told of the refund, the parcel or the charge itself."""

import re
from collections.abc import Iterator

_DONE = (
    r"refunded|cancelled|canceled|booked|credited|fixed|mended|repaired|restored|removed|replaced"
    r"|re-?opened|waived|saved|reserved|packed|ordered|reversed|stopped|switched off|taken off"
    r"|taken down|put aside|put by|set aside|paid|unlocked|unblocked|corrected|sent|posted|shipped"
    r"|held|returned|released|approved|moved|changed|added|reset|deleted|closed|cleared|lifted|shut"
    r"|suspended|frozen|pulled|turned off|topped up|made up|arranged|on hold|off sale|wiped|found"
    r"|printed|reprinted|rebooked|reimbursed|voided|scrapped|done|sorted|parked|kept|preserved|told"
)
_BE = r"(?:is|are|'s|'re|was|were|has been|have been|'ve been|'s been|been|get|gets)"
_ADVERB = r"(?:now |already |all |both |just |also |then |here |fully |in full |being )*"
_TURNS = (
    r"(?:goes|go|comes?|leaves?|lands?|reach(?:es)?|arrives?|starts?|opens?|moves?|ends?|runs?"
    r"|stops?|stays?|returns?|will be|'ll be|will|'ll|gets?|is|are|'s|'re|was|were|should|should be)"
)
_PATTERNS = (
    (
        "done",
        re.compile(
            rf"{_BE} {_ADVERB}(?<!not )(?P<act>{_DONE})\b"
            r"(?! (?:by|to (?:be|have|do|make|ensure|provide|reflect|the terms)|in line|under|as per|when|if|via"
            r"|for (?:all|every|most)))"
        ),
    ),
    (
        "back",
        re.compile(
            rf"{_TURNS} (?:{_ADVERB})(?P<act>(?:on (?:its|their|the|his|her) way|back (?:on|in|to|with|at|by|today"
            r"|tonight|tomorrow|this)|back(?=[.,;!]|$)|yours?(?=[.,;!]|$)|off the (?:app|road|system|menu|site|shelf|list)"
            r"|coming (?:down|off|to|out|back|now)|going (?:back|out|to you)|with you (?:by|in|within|before|today"
            r"|tonight|tomorrow|inside)|at your door|at the (?:desk|counter|door|gate)|in your (?:inbox|name|account|wallet|dms?)"
            r"|on (?:today|tomorrow|tonight|the \d|your (?:card|account))|out (?:again|tonight|today)|waiting for you))"
        ),
    ),
    (
        "free",
        re.compile(
            r"\b(?P<act>no (?:charge|bill|cost to you|fee|claim form|form needed)|nothing (?:more )?(?:to pay|for you to (?:pay|do|send))"
            r"|at (?:our|my) (?:own )?(?:cost|expense)|(?:paid|covered) by (?:us|me)|(?:paid|covered) for"
            r"|for nothing|on the house|won't (?:be (?:charged|billed)|cost you|pay)|(?:don't|needn't|not) (?:owe|pay|need to (?:pay|do|send))"
            r"|owe (?:us )?nothing|you keep|keep (?:the|both|it)|all your money|every penny|full (?:fare|refund|price|amount)"
            r"|(?:we|i)(?:'ll| will)? (?:pay|cover))\b"
        ),
    ),
    (
        "coming",
        re.compile(
            r"(?:will be|'ll be|(?:is|are|'s|'re) being|(?:is|are) to be|gets?|will get) (?:\w+ly |now |also )?"
            r"(?P<act>(?:\w+ed|put|sent|paid|taken|held|kept|made|given|told|rung|brought|shown|found|reset|cut|read|met|done))\b"
        ),
    ),
)


def turns(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield each place where something is said to be done, moving, free or about to be done.

    The first item is "done", "back", "free" or "coming"; then where it begins and ends.
    """
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            yield name, match.start(), match.end()
