"""Ownership O: who takes the problem and the next step (RUBRIC 2.3)."""

from collections.abc import Iterable, Iterator

from scoring.assessment import Dimension, Move
from scoring.case import Case, Fault, Flag
from scoring.rubric.ladder import Degrees, climb, either, ladder
from scoring.rubric.rounding import half_up

ADMITTED = 0.7
"""Strength from which words say that we got it wrong; "fair question" only grants a point."""

PLACES = ("right_place", "gives_route", "states_fact")
"""The moves that take a customer to the right place or fact."""

STEPS = frozenset({"repair", "concrete_step", "next_step"})
"""The moves that can be one of the case's allowed actions."""


def ownership(moves: Iterable[Move], case: Case) -> Dimension:
    """Return ownership, 0-100, from the moves and the case's facts.

    Own the problem and the next step always; own the cause as far as the facts allow.
    """
    found = tuple(moves)
    degrees = Degrees(found, ladder("ownership"))
    value = max(_climbed(degrees, case) * degrees.kept, _for_kept_promise(case))
    caps = sorted((*_caps(degrees, case), *_cap_of_deflection(found, degrees)))
    if caps and caps[0][0] < value:
        return Dimension(value=caps[0][0], spans=degrees.moves, limit=caps[0][1])
    return Dimension(value=half_up(value), spans=degrees.moves, limit=_missing(degrees, value))


def _climbed(degrees: Degrees, case: Case) -> float:
    acts, responsible = degrees.of("acts"), _responsible(degrees, case)
    owner, time = degrees.of("owner"), degrees.of("time")
    taken = either(acts, responsible)
    held = acts * (0.7 + 0.3 * either(owner, responsible))
    whole = held * (acts + max(responsible, owner) + time) / 3
    if case.allowed and not _is_allowed(degrees, case):
        whole = 0.0
    return climb(either(degrees.of("mention"), taken), taken, held, whole)


def _responsible(degrees: Degrees, case: Case) -> float:
    """Return how far responsibility is taken: where fault isn't ours, by the right place or fact.

    Nobody can own another's failure; who takes the customer to where it is mended owns the rest.
    """
    taken = degrees.of("responsibility")
    if case.fault is not Fault.NOT_OURS:
        return taken
    return max(taken, *(degrees.filled(name) for name in PLACES))


def _is_allowed(degrees: Degrees, case: Case) -> bool:
    """Say whether a step is among those that may be offered; detectors note which one it is."""
    actions = {allowed.action for allowed in case.allowed}
    return any(move.name in STEPS and move.note in actions for move in degrees.moves)


def _for_kept_promise(case: Case) -> float:
    """A promise that fell due and was kept is worth 75 by itself (RUBRIC 2.8)."""
    fallen = [promise.kept for promise in case.promises if promise.kept is not None]
    return 75.0 if fallen and all(fallen) else 0.0


def _caps(degrees: Degrees, case: Case) -> Iterator[tuple[int, str]]:
    admitted = any(degrees.has(name, ADMITTED) for name in ("admits_fault", "owns_missed_promise"))
    if _fault(case) is Fault.OURS and not admitted:
        yield 60, "Nobody says that it was our failure, so ownership stops at 60."
    if any(promise.kept is False for promise in case.promises) and not admitted:
        yield 25, "A promise was missed and nobody owns that, so ownership stops at 25."
    if degrees.has("asks_again") or degrees.has("hands_on_again"):
        yield 50, "The customer is sent round again, so ownership stops at 50."


def _cap_of_deflection(moves: tuple[Move, ...], degrees: Degrees) -> Iterator[tuple[int, str]]:
    """A request for a message, with nothing that anybody will do, stops at 20 (RUBRIC 2.6)."""
    if not degrees.of("acts") and any(move.name == "bare_deflection" for move in moves):
        yield 20, "It only asks for a message, so ownership stops at 20."


def _fault(case: Case) -> Fault:
    """On injury and legal posts the cause is not ours to concede, so it is judged as unclear."""
    return Fault.UNCLEAR if case.flags & {Flag.INJURY, Flag.LEGAL} else case.fault


def _missing(degrees: Degrees, value: float) -> str:
    if value >= 85:
        return ""
    if degrees.kept < 0.6:
        return "Part of the reply pushes the problem away, and that takes back what the rest earns."
    if degrees.of("acts") < 0.4:
        return "No step says who does what for this customer."
    if degrees.of("responsibility") < 0.4 and degrees.of("owner") < 0.4:
        return "There is a step, but nobody is named as taking it or takes responsibility."
    if degrees.of("time") < 0.3:
        return "There is no time by which it will happen."
    return ""
