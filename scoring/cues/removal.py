"""Whether a reply says why a post came down, which is what lets one come down at all."""

from scoring.cues.wordings import pattern
from scoring.text import Text


def states_reason(reply: str) -> bool:
    """Say whether one sentence tells that a post was removed, and for what.

    "I've hidden the post because it named another customer" does. A reply in a language that
    can't be read here states no reason that anyone can check.
    """
    text = Text(reply)
    said = (text.part(span) for span in text.sentences)
    return any(_is_told(part) and _is_allowed(part) for part in said)


def _is_told(part: str) -> bool:
    return pattern("removal").search(part) is not None


def _is_allowed(part: str) -> bool:
    return pattern("removal_reason").search(part) is not None
