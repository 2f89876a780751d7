"""Apologies: said for something particular, said as a formula, or taken back as they are said."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading
from scoring.text import Span

_SORRY = re.compile(
    r"\b(?:(?:so|very|truly|really|deeply|sincerely|extremely|terribly|awfully|genuinely|dead)\s+){0,3}"
    r"(?:sorry|apologi[sz]e|apologi[sz]ing|apologies|apology|regret|pole|beg your pardon)\b"
)
_REFUSED = re.compile(
    r"\b(?:not|no|never|without|don't|won't|can't|cannot|needn't|nothing to|isn't|owe me an|"
    r"hardly|an apology (?:is|was|will))\s+(?:\w+\s+){0,2}$"
)
_CONDITIONAL = re.compile(
    r"^[^.!?]{0,60}?\b(?:if\b|(?:that )?you(?:'re| are| were| have| had| did)? ?"
    r"(?:feel|felt|feeling|think|thought|believe|perceived?|found|unhappy|upset|took|see it|saw it|"
    r"find it|misunderst\w+|weren't happy|were not happy|didn't (?:enjoy|like))|"
    r"your (?:expectations?|perception|mistake|error|confusion)|for any\b|"
    r"(?:was|were|is) perceived|may have|might have|to hear (?:that )?you (?:feel|felt|think))"
)
_REVERSED = re.compile(
    r"^[^.!?\n]{0,90}?(?:,|;|\s-)?\s(?:but|however|although|though|that said|unfortunately|"
    r"nevertheless|nonetheless|that being said)\b"
)
_GENERIC_OBJECT = re.compile(
    r"^(?:\s*(?:,|for|about|to|that|at|of|on|and|regarding|with|our|the|your|this|hear|read|see|"
    r"learn|know|such|an?|you|had|have|this|all|very|much|again|"
    r"inconveniences?|trouble|troubles|experiences?|issues?|delays?|frustrations?|disappoint\w+|"
    r"upset|concerns?|problems?|situation|matter|wait|disruption|confusion|hassle|post|review|"
    r"feedback|comments?|caused?|causing|may|has|been|was|were|is|it|unfortunate|negative|poor|bad|"
    r"unpleasant|recent|visit|stay|service|happened|hearing|reading|here|there|folks?|everyone|all|"
    r"details?|customer|guest|difficult\w*|having|facing|you've|we're|us|let|down|short|fell|"
    r"stress|worry|distress|anxiety|error|mistake|mix-up|misunderstanding|in|by)\b)*\s*[^\w\s]*\s*(?:$|[.!?\n;(])"
)
_CEREMONY = re.compile(r"\b(?:accept|extend|convey|offer|express)\s+(?:\w+\s+){0,3}$")
_GROVEL = re.compile(
    r"\b(?:worst (?:person|company|human)|hate (?:myself|ourselves)|mortified|beg(?:ging)? (?:you|your|for)|"
    r"on (?:my|our) knees|grovel\w*|can(?:'t|not) apologi[sz]e enough|a (?:thousand|million) (?:times )?(?:sorry|apologies)|"
    r"(?:sorry|sorrier) (?:\w+ ){0,3}than (?:words|you)|(?:cried|wept|sobbed|sick|haven't slept|couldn't sleep)"
    r" (?:\w+ ){0,3}(?:reading|when i read|all night|since)|beyond words|hang (?:my|our) heads?|"
    r"no words (?:can|could|will)|forever (?:sorry|in your debt)|(?:weeping|tears) (?:with|for) you|"
    r"from the bottom of (?:my|our) hearts?|(?:my|our) hearts? (?:is|are|goes|go|breaks?|bleeds?|aches?))\b"
)
_CREDITED = 1


def find(reading: Reading) -> Iterator[Move]:
    """Yield apologies, formulas, cancelled apologies and grovelling."""
    text = reading.reply
    credited = 0
    sorries = 0
    for match in _SORRY.finditer(text.folded):
        sentence = text.sentence_at(match.start())
        before = text.folded[sentence.start : match.start()]
        if _REFUSED.search(before):
            continue
        sorries += 1
        rest = text.folded[match.end() : sentence.end]
        stretch = Span(match.start(), sentence.end)
        if _CONDITIONAL.match(rest) or _REVERSED.match(rest):
            yield reading.move("cancelled_empathy", stretch.start, stretch.end)
        elif _GENERIC_OBJECT.match(rest) or _CEREMONY.search(before):
            yield reading.move("formula_apology", stretch.start, stretch.end)
        elif credited < _CREDITED:
            credited += 1
            strength = 0.4 + 0.3 * reading.weight_in(sentence)
            yield reading.move("apology", stretch.start, stretch.end, strength)
        if sorries >= 3:  # noqa: PLR2004
            yield reading.move("grovelling", match.start(), match.end())
    for match in _GROVEL.finditer(text.folded):
        yield reading.move("grovelling", *match.span(), 0.6)
