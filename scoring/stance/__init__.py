"""Stance: how far each sentence of a reply argues the company's side instead of helping.

Most self-defence names no rule and insults no one: it tells what customers always
do, what was shown, what usually happens. No list of phrases holds that, but the
small words give it away. A sentence's lean is a logistic sum of its words' weights
and of what the reply does for the customer (acts, owns, times), which only ever lowers it. So
nothing leans but by its own words, and padding around them changes nothing. The weights are data,
fitted by `fit.py` on replies rated by language models; `CARD.md` says how well they do.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scoring.text import Span, Text

LAUGH = "😂🤣😅😆😜😝😏😉🙄🤷"
"""Emoji that laugh, wink, roll their eyes or shrug."""

_MANY = 4
"""A trait's count stops here: more of it says nothing more."""

_FEATURE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[!?%£$€\"]|[\U0001f300-\U0001faff\u2600-\u27bf]")
_NOT_ACTS = (
    r"sorry|glad|happy|pleased|proud|always|so|very|really|aware|afraid|unable|not|sad|delighted|"
    r"here|surprised|sure|understand|hear|appreciate|passionate|constantly|committed|gutted|"
    r"be able|be happy|be glad|pass"
)

# What a whole reply does; a sentence is read in its light.
TRAITS: Mapping[str, re.Pattern[str]] = {
    "acts": re.compile(
        r"\b(?:i|we)(?:'ve|'ll|'m| have| will| am|'re| are)"
        rf"(?: (?:just|now|also|personally|already))? (?!(?:{_NOT_ACTS})\b)\w+"
    ),
    "says_i": re.compile(r"\b(?:i|me|my|i'm|i've|i'll)\b"),
    "gives_time": re.compile(
        r"\b(?:today|tonight|tomorrow|this (?:morning|evening|afternoon|week)|"
        r"by (?:\w+day|noon|\d)|within (?:the hour|\d+ (?:min|hour))|\w+day|in the next)\b"
    ),
    "repairs": re.compile(
        r"\b(?:refund(?:ed|ing)?|replac(?:ed|ement|ing)|credit(?:ed)?|reversed|cancelled|"
        r"back (?:on|in|to) (?:your|you)|on its way|free of charge|booked|paid back|goes back|"
        r"taken off|fixed|sorted|waived)\b"
    ),
    "owns": re.compile(
        r"\b(?:(?:you're|you are) right|on us|our (?:fault|mistake|miss|error)|"
        r"got (?:it|this|that) wrong|let you down|should(?:n't)? have|shouldn't|"
        r"(?:not|isn't) good enough|no excuse|unacceptable|(?:was|were) wrong|we failed|not okay)\b"
    ),
    "sorry": re.compile(r"\b(?:sorry|apolog\w+)\b"),
    "very_sorry": re.compile(r"\b(?:so|very|really|truly|deeply) sorry\b"),
    "feels": re.compile(
        r"\b(?:horrible|awful|miserable|frightening|terrifying|scary|frustrating|upsetting|"
        r"heartbreaking|infuriating|maddening|worrying|stressful|distressing|exhausting|"
        r"humiliating|rotten|grim|dreadful|painful)\b"
    ),
    "routes": re.compile(r"\b(?:dm|message|email|call|contact|get in touch|inbox|pm)\b"),
    "asks": re.compile(r"\b(?:please|could you|can you)\b"),
    "looks": re.compile(
        r"\b(?:look into|look at|investigat\w+|check(?:ing)?|find out|"
        r"pass(?:ed|ing)? (?:this|it|your)|feed(?:ing)? (?:this|it|back)|"
        r"speak(?:ing)? (?:to|with))\b"
    ),
    "thanks": re.compile(r"\b(?:thanks?|thank you|cheers)\b"),
    "exclaims": re.compile("!"),
    "questions": re.compile(r"\?"),
    "laughs": re.compile(rf"[{LAUGH}]|\b(?:haha\w*|lol|ha)\b"),
    "emoji": re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]"),
}


@dataclass(frozen=True, slots=True)
class Lean:
    """A sentence of the folded text, and the probability (0 to 1) that it argues our side.

    `own` is the sum of its own words' weights, on the log-odds scale: what it says, whatever
    stands beside it.
    """

    span: Span
    own: float
    probability: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers, on the log-odds scale."""

    bias: float
    words: Mapping[str, float]
    traits: Mapping[str, float]


def leans(text: Text, heard: Iterable[Span]) -> tuple[Lean, ...]:
    """Return the lean of every sentence, in order.

    `heard` are the sentences in which what the reply does is looked for.
    """
    weights = fitted()
    done = traits(text, heard)
    ground = weights.bias + sum(weights.traits.get(k, 0.0) * v for k, v in done.items())
    found = ((span, own_weight(text, span)) for span in text.sentences)
    return tuple(Lean(span, own, _logistic(ground + own)) for span, own in found)


def own_weight(text: Text, span: Span) -> float:
    """Return the summed weights of the words of a stretch, each once, on the log-odds scale."""
    known = fitted().words
    return sum(known.get(word, 0.0) for word in sorted(features(text, span)))


def features(text: Text, span: Span) -> frozenset[str]:
    """Return the words and marks of a sentence, each once; emoji are `:laugh:` or `:emoji:`."""
    return frozenset(_named(mark) for mark in _FEATURE.findall(text.part(span)))


def traits(text: Text, heard: Iterable[Span]) -> dict[str, float]:
    """Return how much of each trait the sentences show: `name` is 0 or 1, `name+` up to 1."""
    return dict(_traits(" ".join(text.part(span) for span in heard)))


@cache
def fitted() -> Weights:
    """Return the weights that ship with the package."""
    stored = json.loads(files(__name__).joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights(bias=stored["bias"], words=stored["words"], traits=stored["traits"])


def _traits(folded: str) -> Iterator[tuple[str, float]]:
    for name, pattern in TRAITS.items():
        count = sum(1 for _ in pattern.finditer(folded))
        yield name, float(min(count, 1))
        yield f"{name}+", min(count, _MANY) / _MANY


def _named(mark: str) -> str:
    if ord(mark[0]) < ord("\u2600"):
        return mark
    return ":laugh:" if mark in LAUGH else ":emoji:"


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
