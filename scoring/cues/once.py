"""What is left of a room's moves: none in mere keywords, and many small ones pointed out as one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scoring.assessment import Move
from scoring.catalogue import catalogue
from scoring.cues.sense import sensible
from scoring.reading import Reading, quantised
from scoring.rubric.amounts import filled


def sound(reading: Reading, moves: Iterable[Move]) -> Iterator[Move]:
    """Yield the moves but for what helps and stands in a row of keywords; what costs stays."""
    found = list(moves)
    yield from (move for move in found if _costs(move))
    yield from sensible(reading, (move for move in found if not _costs(move)))


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
