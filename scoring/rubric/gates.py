"""Gates: what no kindness elsewhere in the reply can buy back."""

from collections.abc import Iterable, Iterator

from scoring.assessment import Ceiling, Move
from scoring.case import Case, Flag
from scoring.rubric import load

_BY_MOVE = {
    "exposes_private_data": ("K2", "K2a"),
    "asks_private_data": ("K2", "K2b"),
    "insults": ("K3", "K3"),
    "threat": ("K3", "K3"),
    "outside_allowed": ("K5", "K5a"),
    "against_facts": ("K5", "K5b"),
    "bare_deflection": ("K8", "K8"),
    "off_topic": ("K8", "K8"),
    "keyword_list": ("K8", "K8"),
    "unfilled_template": ("K8", "K8b"),
    "copy_paste": ("K9", "K9"),
}

FROM_STRENGTH = {"threat": 0.9, "bare_deflection": 0.5, "off_topic": 0.5}
"""How explicit a move must be to set its gate off; the others do at any strength."""

FIRST_WORDS = 120
"""Characters; a safety instruction that starts later did not come first."""

CLEAR_INSTRUCTION = 0.7
"""Strength from which a safety instruction is adequate."""

_INJURY_OR_LEGAL = frozenset({Flag.INJURY, Flag.LEGAL})


def gates(moves: Iterable[Move], case: Case) -> tuple[Ceiling, ...]:
    """Return the gates that the moves set off in this case, with the words that did.

    K1 and K10 go by the action taken and not by words; `assess` sets them.
    """
    found = tuple(moves)
    return (*_by_move(found), *_by_flag(found, case), *_safety(found, case))


def _by_move(moves: Iterable[Move]) -> Iterator[Ceiling]:
    for move in moves:
        if move.name in _BY_MOVE and move.strength >= FROM_STRENGTH.get(move.name, 0.0):
            rule, number = _BY_MOVE[move.name]
            yield _gate(rule, number, move)


def _by_flag(moves: Iterable[Move], case: Case) -> Iterator[Ceiling]:
    for move in moves:
        if move.name == "concedes_liability" and _INJURY_OR_LEGAL & case.flags:
            yield _gate("K6", "K6", move)
        if move.name == "claims_other_company" and Flag.WRONG_COMPANY in case.flags:
            yield _gate("K11", "K11", move)


def _safety(moves: Iterable[Move], case: Case) -> Iterator[Ceiling]:
    """K7 by adequacy: no instruction, or one that is weak or not first."""
    if Flag.SAFETY not in case.flags:
        return
    told = [move for move in moves if move.name == "safety_instruction"]
    if not told:
        yield _gate("K7", "K7a", None)
    elif not any(_is_adequate(move) for move in told):
        yield _gate("K7", "K7b", told[0])


def _is_adequate(move: Move) -> bool:
    return move.strength >= CLEAR_INSTRUCTION and move.start <= FIRST_WORDS


def _gate(rule: str, number: str, move: Move | None) -> Ceiling:
    return Ceiling(rule=rule, value=load().gates[number], move=move)
