"""Empathy cues, from every side: apology, feeling, situation, care and tone."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues import apology, care, courtesy, feeling, situation, tone
from scoring.cues.bearing import turned_on_them
from scoring.cues.once import gathered, sound
from scoring.reading import Reading
from scoring.text import Text, words

_SIDES = (apology.find, feeling.find, situation.find, care.find, courtesy.find, tone.find)
_SAID_ONCE = frozenset({"apology", "formula_apology"})
_WORN_OUT = frozenset(
    {"apology", "formula_apology", "names_feeling", "restates_situation", "acknowledges_cost"}
)
_CARE = frozenset(
    {
        "names_feeling",
        "restates_situation",
        "acknowledges_cost",
        "sees_person",
        "carries_cost_forward",
        "caring_act",
        "speaks_as_person",
    }
)
_ONCE = frozenset({"speaks_as_person", "sees_person"})
_SORRY = frozenset({"sorry", "apologise", "apologize", "apologies"})
_RUN = 3
_SAME_SHARE = 0.6


def find(reading: Reading) -> Iterator[Move]:
    """Yield the empathy moves of a reply.

    What an earlier reply of the thread has said already earns nothing a second time,
    and neither does a second apology (RUBRIC 2.8). Nor does care in a row of keywords, or in
    a sentence that is turned on the customer.
    """
    yield from gathered(sound(reading, _meant(reading)), _ONCE)


def _meant(reading: Reading) -> Iterator[Move]:
    earlier, turned = _said_before(reading), turned_on_them(reading)
    for side in _SIDES:
        for move in side(reading):
            if earlier and _is_worn_out(reading, move, earlier):
                continue
            if move.name in _CARE and any(a <= move.start < b for a, b in turned):
                continue
            yield move


def _said_before(reading: Reading) -> frozenset[tuple[str, ...]]:
    posts = (post.text for post in reading.case.history if post.is_brand)
    return frozenset(run for post in posts for run in _runs(words(post)))


def _is_worn_out(reading: Reading, move: Move, earlier: frozenset[tuple[str, ...]]) -> bool:
    if move.name not in _WORN_OUT:
        return False
    if move.name in _SAID_ONCE and any(_SORRY & set(run) for run in earlier):
        return True
    runs = _runs(Text(reading.case.reply[move.start : move.end]).words)
    return bool(runs) and len(runs & earlier) >= _SAME_SHARE * len(runs)


def _runs(said: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(said[shift:] for shift in range(_RUN)), strict=False))
