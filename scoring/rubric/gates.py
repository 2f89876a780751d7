"""Gates: what no kindness elsewhere in the reply can buy back."""

from collections.abc import Iterable

from scoring.assessment import Ceiling, Move
from scoring.case import Case
from scoring.rubric import load

_BY_MOVE = {
    "exposes_private_data": ("K2", "K2a"),
    "asks_private_data": ("K2", "K2b"),
    "insults": ("K3", "K3"),
    "outside_allowed": ("K5", "K5a"),
    "against_facts": ("K5", "K5b"),
    "concedes_liability": ("K6", "K6"),
    "off_topic": ("K8", "K8"),
    "copy_paste": ("K9", "K9"),
    "claims_other_company": ("K11", "K11"),
}


def gates(moves: Iterable[Move], case: Case) -> tuple[Ceiling, ...]:
    """Return the gates that the moves set off, with the words that did."""
    found = []
    for move in moves:
        if move.name in _BY_MOVE:
            rule, number = _BY_MOVE[move.name]
            found.append(Ceiling(rule=rule, value=load().gates[number], move=move))
    return tuple(found)
