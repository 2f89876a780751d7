"""What a sentence has to do with the post decides what it can show of care and voice."""

import pytest

from scoring import Case, Move
from scoring.cues import channel, empathy, gratitude, voice
from scoring.cues.bearing import bears_on_post, turned_on_them
from scoring.cues.once import gathered
from scoring.reading import Reading

COMPLAINT = (
    "Your shop lost my late father's watch. It was in for a new strap, ticket 4471, and the man at "
    "the counter shrugged at me. Three weeks I have waited."
)


def read(reply: str) -> Reading:
    return Reading(Case(complaint=COMPLAINT, reply=reply))


def strengths(reply: str) -> dict[str, float]:
    reading = read(reply)
    return {move.name: move.strength for move in (*empathy.find(reading), *voice.find(reading))}


@pytest.mark.parametrize(
    "reply",
    [
        "Our workshop faces the harbour.",
        "We keep the blinds down.",
        "I work upstairs.",
        "My desk is by the window.",
    ],
)
def test_sentences_about_our_own_day_show_nobody(reply):
    assert not strengths(reply).keys() & {"speaks_as_person", "first_person", "plain_words"}


@pytest.mark.parametrize(
    "reply",
    ["I've searched the safe myself.", "We lost it.", "Ask for me.", "We have wronged you."],
)
def test_sentences_to_them_or_of_their_case_do(reply):
    reading = read(reply)

    assert "speaks_as_person" in strengths(reply)
    assert reply.startswith("Ask") or bears_on_post(reading, reading.reply.sentences[0])


def test_a_person_is_pointed_out_once_where_something_is_done():
    reply = "I'm sorry. I've searched the safe for the watch, and I'll ring you. Ask for me."

    reading = read(reply)
    persons = [move for move in empathy.find(reading) if move.name == "speaks_as_person"]
    heard = [move for move in voice.find(reading) if move.name == "first_person"]

    assert len(persons) == len(heard) == 1
    assert "I'll ring you" in reading.case.reply[persons[0].start : persons[0].end]


@pytest.mark.parametrize(
    "reply",
    [
        "You should have kept your father's watch insured, as the ticket says.",
        "Had you picked up the watch after three weeks, it would be on your wrist.",
        "Your father's watch was left at your own risk, as you accepted at the counter.",
    ],
)
def test_what_is_said_back_against_them_is_no_care(reply):
    assert turned_on_them(read(reply))
    assert not strengths(reply).keys() & {
        "restates_situation",
        "acknowledges_cost",
        "carries_cost_forward",
        "caring_act",
        "sees_person",
    }


@pytest.mark.parametrize(
    "reply",
    [
        "You should have been told on the first day that the watch was gone.",
        "You had every right to see your father's watch again, and we lost it.",
    ],
)
def test_what_they_were_owed_is_care(reply):
    assert not turned_on_them(read(reply))
    assert "restates_situation" in strengths(reply)


def test_keywords_in_a_row_show_nothing_that_helps():
    reading = read(
        "Sorry thanks understand refund repair watch father ticket, DM us so we can help."
    )

    rooms = (empathy.find, voice.find, gratitude.find, channel.find)
    found = {move.name for find in rooms for move in find(reading)}

    assert not found & {"apology", "restates_situation", "concrete_detail", "generic_thanks"}


@pytest.mark.parametrize(
    ("reply", "makes_sense"),
    [
        ("I'll I'll I'll refund refund the watch watch today.", False),
        ("I'm very, very, very sorry we lost your watch.", True),
        ("No, no, we lost the watch, not you.", True),
        ("I had had the watch checked.", True),
    ],
)
def test_words_said_over_and_over_show_nothing_that_helps(reply, makes_sense):
    helping = {"speaks_as_person", "restates_situation", "apology", "first_person"}

    assert bool(strengths(reply).keys() & helping) is makes_sense


def test_gathered_moves_are_as_strong_as_all_together():
    moves = [Move(start=place, end=place + 1, name="a", strength=0.5) for place in (1, 3)]
    other = Move(start=9, end=10, name="b", strength=0.5)

    assert list(gathered([*moves, other], frozenset({"a"}))) == [
        other,
        Move(start=1, end=2, name="a", strength=0.75),
    ]


@pytest.mark.parametrize(
    "reply",
    [
        "Thank you for your message, which is with reception.",
        "A watch, like a strap, is among the things that a household needs.",
    ],
)
def test_thanks_and_talk_in_general_do_not_bear_on_the_post(reply):
    reading = read(reply)

    assert not bears_on_post(reading, reading.reply.sentences[0])
