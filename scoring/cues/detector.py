"""The offline detector: every family of cues over one reading of the reply."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.case import Case
from scoring.cues import (
    channel,
    defensiveness,
    empathy,
    gratitude,
    helpfulness,
    language,
    ownership,
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
    for find in _FAMILIES:
        yield from find(reading)
