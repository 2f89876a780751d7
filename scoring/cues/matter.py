"""Another matter: a fluent answer about things that this post says nothing of.

Words in common alone don't tell: a good answer may use none of the customer's. What tells is a
reply that names the things of one line of business under a post about the things of another.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from scoring import lexicons
from scoring.case import Case
from scoring.text import words

CHANCE = 0.25
"""Weight of details that a reply about something else meets by chance."""

_FEWEST = 2
"""Different things of other lines of business that a reply must name."""


def is_about_another(case: Case, said: Iterable[str]) -> bool:
    """Say whether words speak of other lines of business than everything told in the case.

    Silent where the case tells of no line of business, or where the two share one.
    """
    told, spoken = _fields(_told(case)), _fields(said)
    if not told or told.keys() & spoken.keys():
        return False
    return len(frozenset[str]().union(*spoken.values())) >= _FEWEST


def _told(case: Case) -> Iterable[str]:
    posts = (post.text for post in case.history if not post.is_brand)
    known = (*case.parts, *(fact.text for fact in case.facts), *(a.action for a in case.allowed))
    for text in (case.complaint, *posts, *known):
        yield from words(text)


def _fields(said: Iterable[str]) -> dict[str, set[str]]:
    """Return the things named, in the singular, by line of business."""
    found: dict[str, set[str]] = {}
    for word in said:
        for form in {word, word.removesuffix("'s"), word.removesuffix("s")}:
            for field in _things().get(form, ()):
                found.setdefault(field, set()).add(form)
    return found


@cache
def _things() -> Mapping[str, frozenset[str]]:
    """Return the lines of business that each thing belongs to."""
    known: dict[str, set[str]] = {}
    for line in sorted(lexicons.load("fields")):
        field, *things = line.split()
        for thing in things:
            known.setdefault(thing, set()).add(field)
    return {thing: frozenset(fields) for thing, fields in known.items()}
