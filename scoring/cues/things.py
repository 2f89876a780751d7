"""What becomes of things: repairs told of the refund, the parcel or the charge itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BE = (
    r"(?<!as you )(?:(?<![a-z])(?:is|are|was|were|has been|have been|been|gets?)"
    r"|'s been|'ve been|'s|'re)"
)
_ADVERB = r"(?:now |already |all |both |just |also |then |here |fully |in full )*"
_NOT_POLICY = (
    r"(?! (?:by (?!us|me|hand)|to (?:be|have|do|make|ensure|provide|reflect)|in line|under|as per"
    r"|when|via|for (?:all|every|most)|subject))"
)
_FIRM = (
    r"refunded|cancelled|canceled|booked|credited|mended|waived|saved|reserved|reversed|stopped"
    r"|taken (?:off|down|away)|switched off|turned off|put (?:aside|by|back)|paid|returned|shut"
    r"|told"
    r"|suspended|frozen|unlocked|unblocked|on hold|moved|held|ordered|reopened|re-opened|released"
    r"|approved|rebooked|reimbursed|voided|scrapped|preserved|pulled|sorted|wiped|packed|lifted"
)
_LOOSE = (
    r"fixed|repaired|restored|removed|replaced|corrected|sent|posted|shipped|changed|added|reset"
    r"|deleted|closed|cleared|found|printed|arranged|kept|made up|topped up"
)
_MOVES = (
    r"(?:(?<![a-z])(?:goes|go|comes?|leaves?|lands?|reach(?:es)?|arrives?|starts?|opens?|moves?"
    r"|ends?|runs?"
    r"|stops?|stays?|returns?|will be|will|gets?|is|are|should be|should)|'ll be|'ll|'s|'re)"
)
_WHERE = (
    r"on (?:its|their|his|her) way|by (?:\w+ )?(?:courier|van|bike|post|taxi|hand|train)"
    r"|back (?:on|in|to|with|by|today|tonight|tomorrow|this)"
    r"|back(?=[.,;!]|$)|yours?(?=[.,;!]|$)|off the (?:app|road|system|menu|site|shelf|list|wall)"
    r"|coming (?:down|off|to|out|back|now)|going (?:back|out|to you|down)"
    r"|with you (?:by|in|within|before|today|tonight|tomorrow|inside)|at your (?:door|gate|table)"
    r"|at the (?:desk|counter|door|gate|kiosk|till)|in your (?:inbox|account|wallet|dms?|email)"
    r"|in (?:his|her|the) hands?|under your (?:first )?name|held in your"
    r"|on (?:today|tomorrow|tonight|the \d|your (?:card|account))|(?:out|down|off|up) (?:again"
    r"|tonight|today|now|tomorrow)|waiting for you|outside (?:in|at|now)"
)
_AWAY = (
    r"(?:is|are|'s) (?:about |only |just |now )*(?:\w+ )?(?:\w+|\d+) (?:minutes?|mins?|miles?)"
    r" (?:away|off|out|from (?:you|there))"
)
_FREE = (
    r"no (?:charge|bill|cost to you|claim form|form(?: needed)?|queue|receipt)"
    r"|nothing (?:more )?(?:to pay|to claim|for you to (?:pay|do|send))"
    r"|at (?:our|my) (?:own )?(?:cost|expense)|(?:paid|covered) by (?:us|me)|(?:paid|covered) for"
    r"|for nothing|on the house|tonight is free|won't (?:be (?:charged|billed)|cost you|pay)"
    r"|(?:don't|needn't) (?:owe|pay)|owe (?:us )?nothing|(?:every|each) penny|all of it back"
    r"|the full (?:fare|price|amount)|(?:we|i)(?:'ll| will)? (?:pay|cover)|(?<!please )keep the"
    r" \w+(?! (?:if|until|for|safe))"
    r"|is free for you|free of charge"
)
_YOURS = (
    r"you(?:'ll| will) (?:have|get|see (?!our|us|that|how|why)|hear from|"
    r"be (?:on|moved|first|paid|met|called|rung|picked))"
    r"|you're (?:on the|first|booked|moved|down for|moving)|you get (?:your|the|it|\W?\d)"
    r"|you have (?:the|a|my|our) (?:first|new|number|room|seat|slot)"
)
_HALF = (
    r"\w+ed|put|sent|paid|taken|held|kept|made|given|told|rung|brought|shown|found|reset|cut|read"
    r"|met|done"
)
_PATTERNS = (
    ("done", 0.85, re.compile(rf"{_BE} {_ADVERB}(?<!not )(?:{_FIRM})\b{_NOT_POLICY}")),
    ("done", 0.5, re.compile(rf"{_BE} {_ADVERB}(?<!not )(?:{_LOOSE})\b{_NOT_POLICY}")),
    ("moves", 0.8, re.compile(rf"{_MOVES} {_ADVERB}(?:{_WHERE})\b")),
    ("moves", 0.8, re.compile(_AWAY)),
    ("free", 0.8, re.compile(rf"\b(?:{_FREE})\b")),
    ("yours", 0.6, re.compile(rf"\b(?:{_YOURS})\b")),
    (
        "coming",
        0.5,
        re.compile(
            r"(?:(?<![a-z])(?:will be|(?:is|are) being|(?:is|are) to be|will get)|'ll be|'s being"
            r"|'re being)"
            rf" (?:\w+ly |now |also )?(?:{_HALF})\b"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing's fate at `folded[start:end]`.

    `kind` is done, moves, free, yours (what the customer gets) or coming (a promise with no
    agent); strength runs from 0 to 1.
    """

    kind: str
    start: int
    end: int
    strength: float


def turns(folded: str) -> Iterator[Turn]:
    """Yield each place where something is said to be done, moving, free, yours or coming."""
    for kind, strength, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            yield Turn(kind, match.start(), match.end(), strength)
