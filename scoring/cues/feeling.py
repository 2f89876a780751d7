"""Feelings: named in own words for this person, or the stock phrases that stand in for them."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.phrases import matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading

_BARE = 0.6
_PER_DETAIL = 0.2
_DETAILS_COUNTED = 2.0


def find(reading: Reading) -> Iterator[Move]:
    """Yield named feelings and wishes, stock sympathy, and claims of the same experience.

    A feeling named beside a detail of the post is worth more than one that stands alone.
    """
    text = reading.reply
    for item in wordings("feeling"):
        if item.name != "names_feeling":
            yield from matches(reading, (item,))
            continue
        for found in item.pattern.finditer(text.folded):
            weight = reading.weight_in(text.sentence_at(found.start()))
            share = _BARE + _PER_DETAIL * min(_DETAILS_COUNTED, weight)
            yield reading.move(item.name, found.start(), found.end(), item.strength * share)
