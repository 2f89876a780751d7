"""Who acts: the pronoun, name, role or team that a clause opens with."""

from enum import StrEnum
from functools import cache

from scoring import lexicons
from scoring.cues.verbs import CLITICS, listed, verb_kinds
from scoring.cues.words import Words


class Who(StrEnum):
    """Whose act it is."""

    I = "i"  # noqa: E741 - the pronoun itself
    WE = "we"
    NAMED = "named"  # a colleague by name or role: "Dave", "our duty manager"
    THEY = "they"  # he, she, they: someone spoken of before
    TEAM = "team"  # "the team", "the relevant department"
    NOBODY = "nobody"  # no subject at all: "Refunded.", "Checking the log now"


PRONOUNS = {"i": Who.I, "we": Who.WE, "he": Who.THEY, "she": Who.THEY, "they": Who.THEY}
_TEAMS = listed("team teams department departments colleagues agents staff advisors")
_NO_NAME = listed(
    "please hi hello dear thanks thank sorry yes no ok okay dm pm oh ah hey monday tuesday"
    " wednesday thursday friday saturday sunday january february march april may june july august"
    " september"
    " october november december that there here what who how where when it this everything"
    " everyone nothing nobody something someone which the sadly today tomorrow tonight"
)
_JOINS = listed("and but so because that while when then until before after where if")
_PREPOSITIONS = listed("to of for with by from at in on about your you than as like")
_AFTER_NAME = listed("will has is can would runs goes finishes says who and from at in")
_NOT_NAME_ENDINGS = ("ing", "ly", "ed", "ion", "ment", "s")
_ASIDES = listed("our the who my a in duty")


class Subjects:
    """Tells which words of a reply are subjects that can act."""

    def __init__(self, words: Words) -> None:
        self._words = words
        plain = (words[i] for i in range(len(words)) if not words.capitals[i])
        self._common = frozenset(words.reading.complaint.words).union(plain)

    def at(self, index: int) -> Who | None:
        """Return whose act may begin at a word, None where no subject stands there."""
        word, _, clitic = self._words[index].partition("'")
        if word in PRONOUNS and (not clitic or clitic in CLITICS):
            return PRONOUNS[word]
        if word in _TEAMS:
            return Who.TEAM if self._opens_clause(index) else None
        if word in _roles() or self._is_name(index, word, clitic):
            return Who.NAMED if self._opens_clause(index) else None
        return None

    def past_aside(self, index: int) -> int | None:
        """Return the last word of the aside after a name, the name itself where there is none.

        None means that a comma follows and no aside: somebody is spoken to, not of.
        """
        words = self._words
        if not words.comma_after(index) and words[index + 1] != "who":
            return index
        if not self._has_aside(index):
            return None
        for ahead in range(index + 1, min(index + 8, len(words) - 1)):
            if words.stops[ahead]:
                return None
            if words.comma_after(ahead):
                return ahead
        return None

    def _has_aside(self, index: int) -> bool:
        if not self._words.comma_after(index):
            return self._words[index + 1] == "who"
        return self._words[index + 1] in _ASIDES

    def _opens_clause(self, index: int) -> bool:
        """Say whether a noun stands where a subject does: only its own modifiers before it."""
        for place in range(index, max(-1, index - 5), -1):
            if self._words.opens(place):
                return True
            before = self._words[place - 1]
            if before in _JOINS:
                return True
            if before in verb_kinds() or before in _PREPOSITIONS:
                return False
        return False

    def _is_name(self, index: int, word: str, clitic: str) -> bool:
        words = self._words
        if word in _NO_NAME or len(word) < 2 or word.isdigit() or not words.capitals[index]:
            return False
        if word in lexicons.load("stopwords") or words.is_quoted(index):
            return False
        if words.sentence[index] != index:
            return True
        if word.endswith(_NOT_NAME_ENDINGS) or word in self._common:
            return False
        return bool(clitic) or words[index + 1] in _AFTER_NAME or self._has_aside(index)


@cache
def _roles() -> frozenset[str]:
    return lexicons.load("roles")
