"""Words beside the point raise nothing in empathy, voice, thanks or channel."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scoring import Case, Dimension, Move
from scoring.cues import channel, empathy, gratitude, voice
from scoring.reading import Reading, is_content, stem
from scoring.rubric.channel_fit import channel_fit
from scoring.rubric.empathy import empathy as empathy_score
from scoring.rubric.gratitude import gratitude as gratitude_score
from scoring.rubric.voice import voice as voice_score
from scoring.text import words

RATED = Path(__file__).resolve().parents[1] / "data" / "rated_replies.jsonl"
ROWS = [json.loads(line) for line in RATED.read_text(encoding="utf-8").splitlines()][:30]
FILLERS = (
    "Our office is on the second floor.",
    "It is Tuesday today.",
    "The building has a green door.",
    "There are two lifts in the lobby.",
    "We use blue envelopes.",
    "The canteen opens at noon.",
    "Our company was founded in 1994.",
    "The weather has been mild this week.",
    "This message was written at a desk.",
    "We have a new kettle in the kitchen.",
    "The car park has forty spaces.",
    "My screen is rather wide.",
    "The radio is playing in the corner.",
    "I work on the ground floor.",
    "It is sunny outside.",
)
ROOMS: dict[str, tuple[Callable, Callable[[tuple[Move, ...], Case], Dimension]]] = {
    "empathy": (empathy.find, empathy_score),
    "voice": (voice.find, voice_score),
    "gratitude": (gratitude.find, gratitude_score),
    "channel": (channel.find, channel_fit),
}


def scores(complaint: str, reply: str) -> dict[str, int]:
    case = Case(complaint=complaint, reply=reply)
    reading = Reading(case)
    found = {room: tuple(find(reading)) for room, (find, _) in ROOMS.items()}
    return {room: score(found[room], case).value or 0 for room, (_, score) in ROOMS.items()}


def is_neutral(filler: str, complaint: str) -> bool:
    """Say whether a filler shares no content word with the complaint."""
    theirs = {stem(word) for word in words(complaint)}
    return not any(is_content(word) and stem(word) in theirs for word in words(filler))


@pytest.mark.parametrize("filler", FILLERS)
def test_a_sentence_beside_the_point_raises_nothing(filler):
    raised = []
    for row in ROWS:
        if not is_neutral(filler, row["complaint"]):
            continue
        bare = scores(row["complaint"], row["reply"])
        for padded in (f"{filler}\n{row['reply']}", f"{row['reply']}\n{filler}"):
            more = scores(row["complaint"], padded)
            raised += [(row["id"], room) for room in ROOMS if more[room] > bare[room]]

    assert not raised
