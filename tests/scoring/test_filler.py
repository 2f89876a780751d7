"""Words beside the point improve no score, wherever they stand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scoring import Case, Dimension, Move, assess
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


PADDING = (
    *FILLERS,
    "I'll be here all day.",
    "We open at nine tomorrow.",
    "Hope you are keeping well.",
    "I've watered the plants on the sill.",
    "Our app has a help section under settings.",
    "You can follow us on Instagram as well.",
    "We have ordered new chairs for the meeting room.",
)
EVERY_SCORE = ("overall", "empathy", "ownership", "helpfulness", "voice")


@pytest.mark.parametrize("filler", PADDING)
def test_padding_before_or_after_a_reply_improves_no_score(filler):
    raised = []
    for row in [row for row in ROWS[::3] if is_neutral(filler, row["complaint"])]:
        plain = assess(Case(complaint=row["complaint"], reply=row["reply"]))

        for padded in (f"{row['reply']}\n{filler}", f"{filler} {row['reply']}"):
            card = assess(Case(complaint=row["complaint"], reply=padded))
            raised += [
                (row["id"], name, plain.score(name), card.score(name))
                for name in EVERY_SCORE
                if (card.score(name) or 0) > (plain.score(name) or 0) + 2
            ]
            if (card.score("defensiveness") or 0) < (plain.score("defensiveness") or 0) - 2:
                raised.append((row["id"], "defensiveness", plain.overall, card.overall))

    assert raised == []
