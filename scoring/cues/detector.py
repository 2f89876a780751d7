"""The offline detector: every family of cues over one reading of the reply."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.case import Case
from scoring.catalogue import catalogue
from scoring.cues import (
    channel,
    copying,
    defensiveness,
    deflection,
    empathy,
    facts,
    grader,
    gratitude,
    helpfulness,
    insults,
    language,
    liability,
    ownership,
    pace,
    privacy,
    promises,
    stuffing,
    voice,
)
from scoring.cues.need import judged
from scoring.detector import Detection
from scoring.reading import Reading

_FAMILIES = (
    empathy.find,
    voice.find,
    gratitude.find,
    channel.find,
    ownership.find,
    helpfulness.find,
    defensiveness.find,
    deflection.find,
    insults.find,
    privacy.find,
    liability.find,
    promises.find,
    facts.find,
    copying.find,
    stuffing.find,
)


class CueDetector:
    """Finds moves by cues and linguistic rules; needs no model and no network."""

    version = "cues-1"

    def detect(self, case: Case) -> Detection:
        """Return the moves of `case.reply`, sorted by start, each once."""
        reading = Reading(case)
        need = judged(reading)
        abstained = language.abstention(reading)
        moves = () if abstained else tuple(sorted(set(_found(reading))))
        return Detection(
            moves=moves,
            emotion_need=need.emotion,
            is_praise=need.is_praise,
            is_question=need.is_question,
            abstained=abstained,
        )


def _found(reading: Reading) -> Iterator[Move]:
    """Yield every family's moves; what is said to a grader earns nothing, and still costs."""
    asides = tuple(grader.find(reading))
    yield from asides
    yield from pace.find(reading)
    for find in _FAMILIES:
        for move in find(reading):
            if not (_helps(move) and any(_inside(move, aside) for aside in asides)):
                yield move


def _helps(move: Move) -> bool:
    kind = catalogue().get(move.name)
    return kind is None or kind.polarity != "costs"


def _inside(move: Move, aside: Move) -> bool:
    return move.start < aside.end and aside.start < move.end
