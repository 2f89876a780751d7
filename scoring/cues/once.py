"""What is left of a room's moves: none in mere keywords, and many small ones pointed out as one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scoring.assessment import Move
from scoring.catalogue import catalogue
from scoring.cues.echo import echoes
from scoring.cues.sense import sensible
from scoring.cues.ties import is_idle_at
from scoring.reading import Reading, quantised
from scoring.rubric.amounts import filled

_DEEDS = frozenset(
    {
        "repair",
        "concrete_step",
        "next_step",
        "gives_time",
        "named_owner",
        "owns_problem",
        "honest_unknown",
        "states_fact",
        "answers_part",
        "instructs",
        "gives_route",
        "fallback",
        "opens_way",
        "caring_act",
        "carries_cost_forward",
    }
)
"""Acts, times, answers and facts: what we do or know, and not what they told us."""

_POINTED_OUT = frozenset({"generic_thanks"})
"""What earns nothing under a complaint, and is shown so that something better can be said."""


def sound(reading: Reading, moves: Iterable[Move]) -> Iterator[Move]:
    """Yield the moves but for what helps and has no ground; what costs stays.

    No ground has what stands in a row of keywords, or in a sentence without a tie to the post.
    """
    found = list(moves)
    yield from (move for move in found if _costs(move))
    for move in sensible(reading, (move for move in found if not _costs(move))):
        if move.name in _POINTED_OUT or _has_ground(reading, move):
            yield move


def _has_ground(reading: Reading, move: Move) -> bool:
    return not (is_idle_at(reading, move.start) or _is_theirs(reading, move))


def _is_theirs(reading: Reading, move: Move) -> bool:
    """Say whether an act or a fact is the customer's own, said back in their words."""
    if move.name not in _DEEDS:
        return False
    spans = (reading.reply.typed_span(span.start, span.end) for span in echoes(reading))
    return any(start <= move.start < end for start, end in spans)


def _costs(move: Move) -> bool:
    kind = catalogue().get(move.name)
    return kind is not None and kind.polarity == "costs"


def gathered(moves: Iterable[Move], names: frozenset[str]) -> Iterator[Move]:
    """Yield the moves, with all of each of these names as one.

    It stands on the first given of the strongest, and is as strong as they are together
    (1 - prod(1 - strength)), so that a reader sees one mark and the score stays what it was.
    """
    best: dict[str, Move] = {}
    alike: list[Move] = []
    for move in moves:
        if move.name not in names:
            yield move
            continue
        alike.append(move)
        if move.name not in best or move.strength > best[move.name].strength:
            best[move.name] = move
    for name, amount in filled(alike).items():
        yield replace(best[name], strength=quantised(amount))
