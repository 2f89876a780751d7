"""Defensive cues, after Benoit's families: denial, evasion, reducing offence."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import matches, phrase
from scoring.reading import Reading

_PHRASES = (
    phrase(
        "flat_denial",
        1.0,
        r"that (?:did not|didn't|never) happen(?:ed)?",
        r"(?:this|that) is (?:simply )?(?:not true|untrue|false)",
    ),
    phrase(
        "blames_customer",
        1.0,
        r"you should(?: have|'ve)",
        r"as (?:clearly )?stated",
        r"next time",
        r"you (?:failed|forgot|neglected|chose)",
    ),
    phrase(
        "excuse",
        1.0,
        r"unprecedented demand",
        r"high (?:volume|number)s? of (?:contacts|calls|orders)",
    ),
    phrase(
        "minimises",
        1.0,
        r"(?:only|just) a (?:small|minor|few|delay)",
        r"most (?:of our )?(?:customers|guests|people)",
    ),
    phrase(
        "policy_shield",
        1.0,
        r"(?:as )?per (?:our )?(?:policy|terms)",
        r"our (?:policy|terms)(?: and conditions)?",
    ),
    phrase("boasts", 1.0, r"we pride ourselves", r"award[- ]winning", r"zero tolerance"),
    phrase("compares", 1.0, r"other (?:companies|airlines|banks|shops)", r"be grateful"),
    phrase(
        "doubts_customer", 1.0, r"our (?:records|logs) show", r"no record of", r"unable to verify"
    ),
    phrase("conditional_apology", 1.0, r"(?:sorry|apolog\w+) (?:if|that you feel|you feel)"),
    phrase("but_after_apology", 1.0, r"sorry,? but"),
    phrase("tone_policing", 1.0, r"calm down"),
    phrase("threat", 1.0, r"our (?:lawyers|solicitors|legal team)"),
)


def find(reading: Reading) -> Iterator[Move]:
    """Yield the defensive moves of the reply."""
    yield from matches(reading, _PHRASES)
