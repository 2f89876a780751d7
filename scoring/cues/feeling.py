"""Feelings: named in own words for this person, or the stock phrases that stand in for them."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import Phrase, matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading

_BARE = 0.6
_PER_DETAIL = 0.2
_DETAILS_COUNTED = 2.0


def find(reading: Reading) -> Iterator[Move]:
    """Yield named feelings and wishes, stock sympathy, and claims of the same experience.

    A feeling named beside a detail of the post is worth more than one that stands alone; one
    that only a stock phrase speaks of ("we appreciate that this is frustrating") isn't named.
    """
    items = wordings("feeling")
    stock = tuple(matches(reading, (item for item in items if item.name != "names_feeling")))
    yield from stock
    for item in items:
        if item.name == "names_feeling":
            yield from (move for move in _named(reading, item) if not _is_within(move, stock))


def _named(reading: Reading, item: Phrase) -> Iterator[Move]:
    text = reading.reply
    for found in item.pattern.finditer(text.folded):
        weight = reading.weight_in(text.sentence_at(found.start()))
        share = _BARE + _PER_DETAIL * min(_DETAILS_COUNTED, weight)
        yield reading.move(item.name, found.start(), found.end(), item.strength * share)


def _is_within(move: Move, stock: tuple[Move, ...]) -> bool:
    return any(move.start < other.end and other.start < move.end for other in stock)
