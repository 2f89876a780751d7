"""What held a score where it is, as a person would say it."""

import re

from scoring import Assessment, Case

_PARTS = re.compile(r"(\d+) of (\d+) parts")


def limit_of(name: str, case: Case, card: Assessment) -> str:
    """Return what held one dimension of an assessment; empty where nothing did.

    The scorer counts parts of the complaint; the page names the ones that are still open.
    """
    limit: str = getattr(card, name).limit
    counted = _PARTS.search(limit)
    if name != "helpfulness" or counted is None:
        return limit
    done, total = (int(each) for each in counted.groups())
    return open_parts(case, card, total - done) or limit


def open_parts(case: Case, card: Assessment, count: int) -> str:
    """Return which parts of the complaint are open, `count` of them; empty where none is."""
    answered = {
        move.note: move.strength
        for move in sorted(card.moves, key=lambda move: move.strength)
        if move.name == "answers_part"
    }
    weakest = sorted(case.parts, key=lambda part: answered.get(part, 0.0))[:count]
    if not weakest:
        return ""
    if len(weakest) == len(case.parts) > 1:
        return "What was asked is still open, all of it."
    named = [f"“{part}”" for part in case.parts if part in weakest]
    if len(named) == 1:
        return f"Still open: {named[0]}"
    return f"Still open: {', '.join(named[:-1])} and {named[-1]}"
