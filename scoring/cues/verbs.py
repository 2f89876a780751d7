"""Verbs of action: what kind of act they say, and how their helpers place it in time."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from scoring import lexicons


def listed(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


class Tense(StrEnum):
    """How far along an act is."""

    DONE = "done"
    DOING = "doing"
    WILL = "will"
    HABIT = "habit"  # simple present: what always happens
    MAY = "may"  # can, could, would, may, might, "would like to"


class Kind(StrEnum):
    """What a verb does."""

    REPAIR = "repair"
    REACH = "reach"
    INQUIRE = "inquire"
    OTHER = "other"
    VAGUE = "vague"


_LISTS = (
    (Kind.VAGUE, "vague_verbs"),
    (Kind.INQUIRE, "inquire_verbs"),
    (Kind.REACH, "reach_verbs"),
    (Kind.REPAIR, "repair_verbs"),
)
_HELPERS = {
    Tense.WILL: "will shall won't",
    Tense.DONE: "have has had haven't hasn't hadn't was were wasn't weren't did didn't",
    Tense.DOING: "am are is aren't isn't",
    Tense.MAY: "can can't cannot could couldn't would wouldn't may might should shouldn't must",
    Tense.HABIT: "do don't does doesn't",
}
AUXILIARIES = {word: tense for tense, words in _HELPERS.items() for word in words.split()}
CLITICS = {
    "ll": Tense.WILL,
    "ve": Tense.DONE,
    "m": Tense.DOING,
    "re": Tense.DOING,
    "s": Tense.DOING,
    "d": Tense.MAY,
}
FORMS_OF_BE = frozenset({"m", "re", "s", "am", "is", "are", "was", "were"})
ADVERBS = listed(
    "just now also already not never always still then only both all so too very really straight"
    " right even since either first gladly be been being"
)
NEGATIONS = listed("not never no cannot")
HEDGES = listed("like love happy able glad try trying aim want need keen willing afraid")
_IRREGULAR_PAST = listed(
    "sent put held kept brought took taken given gave found told spoke spoken rung rang paid made"
    " got left set shut read written wrote built done went gone came met drove bought sewn sat"
    " lent heard seen stood frozen dug"
)
# What sounds like acting and says nothing of what will be done.
_VAGUE_TAIL = re.compile(
    r"(?:look(?:ing|ed)? (?:further )?(?:at|in ?to|forward)|look(?:ing|ed)? (?:this|it) up"
    r"|pass(?:ed|ing)?\b|see what|be in touch|get back to you|(?:be|been) in contact"
    r"|mak(?:e|ing) (?:sure|(?:it|things|this) right)|put(?:ting)? (?:it|this|things) right"
    r"|get(?:ting)? (?:it|this|that|things) (?:sorted|fixed|resolved)"
    r"|sort(?:ed|ing)? (?:it|this|that)|do(?:ing)? (?:everything|our best|all|what)"
    r"|tak(?:e|en|ing) (?:\w+ )?(?:\w+ ){0,5}?(?:seriously|on board|into account|a look|steps|care"
    r"|full|pride|responsibility)"
    r"|work(?:ing)? (?:hard|on|to|around|with|closely|through)"
    r"|fe(?:e?)d(?:ing)? (?:this |it |that |your \w+ )?back"
    r"|keep(?:ing)? (?:it |this |that )?in mind|have (?:someone|a look)|follow(?:ing|ed)? up"
    r"|bear(?:ing)? with|give (?:you )?(?:the best|a great|an? \w+ experience)"
    r"|ma(?:k|d)(?:e|ing) (?:\w+ )?note|help(?:ing)? you)"
)

# Reading or understanding the complaint, good wishes, and having somebody: nothing changes by it.
_NO_ACT = re.compile(
    r"(?:look(?:ing|ed)? forward|(?:go|goes|going) (?:above|beyond|the extra)"
    r"|got (?:it|this|that|you)(?=[,.:;!]|$| and\b)"
    r"|(?:read|reading|seen|heard) (?:it|this|that|every|each|all|what|through|with|your)\b"
    r"(?! (?:\w+ ){0,3}(?:logs?|files?|records?|notes|case|account|history|meter|report))"
    r"|(?:tell|hear|see|imagine) (?:that|how|from|why|you(?:'re|r)?)\b"
    r"|(?:send|sending|sends|sent) (?:you |our |my |all |the |so much )*(?:best|warm\w*|kind"
    r"|regards|love|thoughts|prayers|wishes|hugs?|strength|condolences)\b"
    r"|(?:hold|holding|keep|keeping|watch|watching) (?:you |your \w+ |an eye on )?"
    r"(?:in (?:our|my) (?:thoughts|hearts?)|the clock))"
)


def is_no_act(tail: str) -> bool:
    """Say whether the words from a verb on tell of attention or good will, and of no act."""
    return _NO_ACT.match(tail) is not None


def kind_of(word: str, tail: str) -> Kind | None:
    """Return the kind of a verb form, where the lists know it.

    `tail` is the act's words from the verb on: "take this seriously" is vague, "take it off" isn't.
    """
    if _VAGUE_TAIL.match(tail):
        return Kind.VAGUE
    return verb_kinds().get(word)


@cache
def verb_kinds() -> dict[str, Kind]:
    """Return the kind of each verb form in the lists; repair wins over a vaguer list."""
    kinds: dict[str, Kind] = {}
    for kind, name in _LISTS:
        for form in _forms_in(name):
            kinds[form] = kind
    return kinds


@cache
def feeling_verbs() -> frozenset[str]:
    """Return every form of the verbs that are no act, whoever is their subject."""
    return frozenset(_forms_in("feeling_verbs"))


def is_past(word: str) -> bool:
    """Say whether a word has the form of a past or a participle."""
    return word.endswith("ed") or word in _IRREGULAR_PAST


def _forms_in(name: str) -> Iterator[str]:
    for line in sorted(lexicons.load(name)):
        yield from _forms(line.split())


def _forms(entry: list[str]) -> Iterator[str]:
    base = entry[0]
    yield from entry
    yield base + "s"
    if base.endswith("e"):
        yield from (base + "d", base[:-1] + "ing")
    else:
        yield from (base + "ed", base + "ing")
    if base.endswith("y"):
        yield from (base[:-1] + "ied", base[:-1] + "ies")
