"""What is left of a room's moves: none in mere keywords, and many small ones pointed out as one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scoring.assessment import Move
from scoring.catalogue import catalogue
from scoring.cues.echo import is_echo_at
from scoring.cues.sense import sensible
from scoring.cues.ties import is_idle_at
from scoring.reading import Reading, quantised
from scoring.rubric.amounts import filled

_SAID_BACK = frozenset({"restates_situation", "concrete_detail"})
_COPIED = 0.5
"""What a fact of the post is worth in the customer's own words."""

_POINTED_OUT = frozenset({"generic_thanks"})
"""What earns nothing wherever it stands, and is shown so that something better can be said."""


def sound(reading: Reading, moves: Iterable[Move]) -> Iterator[Move]:
    """Yield the moves but for what helps and has no ground; what costs stays.

    No ground has what stands in a row of keywords, in a sentence without a tie to the post or in
    one copied from it.
    """
    found = list(moves)
    yield from (move for move in found if _costs(move))
    for move in sensible(reading, (move for move in found if not _costs(move))):
        if move.name in _POINTED_OUT:
            yield move
        elif is_echo_at(reading, move.start):
            yield from _as_echo(move)
        elif not is_idle_at(reading, move.start):
            yield move


def _as_echo(move: Move) -> Iterator[Move]:
    """Yield what is left of a move in a copied sentence: the situation, not in our own words."""
    if move.name in _SAID_BACK:
        yield replace(move, strength=quantised(_COPIED * move.strength))


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
