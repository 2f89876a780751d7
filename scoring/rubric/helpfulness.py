"""Helpfulness H: what of the complaint is answered or acted on (RUBRIC 2.5)."""

from collections.abc import Iterable, Iterator

from scoring.assessment import Dimension, Move
from scoring.case import Case, Flag
from scoring.rubric.ladder import Degrees, climb, either, ladder
from scoring.rubric.rounding import half_up

AGAIN = 25
"""What asking or handing on again takes off, in points, each kind once (RUBRIC 2.8)."""

FED = 50.0
"""The most that a second public answer to a troll is worth (RUBRIC 2.7)."""

CHEER: frozenset[str] = frozenset({"chirpy"})
"""What doesn't count against an answer to praise or to a plain question."""

QUESTION = "question"
"""The note of a detector on what answers a plain question."""

HANDLED = 0.3
"""A part of the complaint counts as handled from this strength."""

ACTED = 0.6
"""Who acts as firmly as this handles some part, in whatever words the parts are written."""


def helpfulness(moves: Iterable[Move], case: Case) -> Dimension:
    """Return helpfulness, 0-100, from the moves and the case's facts."""
    found = tuple(moves)
    courteous = tuple(move for move in found if _is_courtesy(move))
    degrees = Degrees(found, ladder("helpfulness"), CHEER if courteous else frozenset())
    value = max(_climbed(degrees), _returned(courteous, degrees)) * degrees.kept
    value = max(0.0, value - AGAIN * (degrees.has("asks_again") + degrees.has("hands_on_again")))
    caps = sorted(_caps(degrees, case))
    if caps and caps[0][0] < value:
        return Dimension(value=half_up(caps[0][0]), spans=degrees.moves, limit=caps[0][1])
    return Dimension(value=half_up(value), spans=degrees.moves, limit=_missing(degrees, value))


def _is_courtesy(move: Move) -> bool:
    return move.name == "fits_praise" or (
        move.name in {"answers_part", "states_fact"} and move.note == QUESTION
    )


def _returned(courteous: tuple[Move, ...], degrees: Degrees) -> float:
    """What an answer to a plain question or to praise is worth: it needs no act and no time."""
    if not courteous:
        return 0.0
    returned = either(*(0.8 * move.strength for move in courteous))
    return 70 * returned + 25 * degrees.of("answers")


def _climbed(degrees: Degrees) -> float:
    acts, answers = degrees.of("acts"), degrees.of("answers")
    handled = either(acts, answers)
    main = handled * max(acts, answers)
    whole = main * (acts + degrees.of("certainty") + degrees.of("route")) / 3
    return climb(either(degrees.of("contact"), handled), handled, main, whole)


def _caps(degrees: Degrees, case: Case) -> Iterator[tuple[float, str]]:
    if case.parts:
        done = _parts_handled(degrees.moves, case)
        if not done and degrees.of("acts") >= ACTED:
            done = 1
        total = len(case.parts)
        if done < total:
            yield 100 * done / total, f"{done} of {total} parts of the complaint are handled."
    if degrees.has("wrong_fact") or degrees.has("against_facts"):
        yield 0.0, "It states something that the facts contradict."
    if Flag.TROLL in case.flags and any(post.is_brand for post in case.history):
        yield FED, "One factual line is enough for a troll; more of them feed it."


def _parts_handled(moves: Iterable[Move], case: Case) -> int:
    notes = {m.note for m in moves if m.name == "answers_part" and m.strength >= HANDLED}
    return sum(part in notes for part in case.parts)


def _missing(degrees: Degrees, value: float) -> str:
    if value >= 85:
        return ""
    if either(degrees.of("acts"), degrees.of("answers")) < 0.4:
        return "There is nothing yet that the customer can use."
    if degrees.kept < 0.6:
        return "Part of the reply leaves the customer worse off, and that takes back the rest."
    if degrees.of("certainty") < 0.3:
        return "It doesn't say when, or what happens if the step fails."
    return ""
