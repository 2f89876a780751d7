"""A sentence counts where something ties it to the post, and is idle where nothing does."""

import pytest

from scoring import Allowed, Case, Fact, Post
from scoring.cues import voice
from scoring.cues.ties import bearing, idle_stretches, is_tied
from scoring.reading import Reading

COMPLAINT = "The lamp from order 4471 came cracked, and my sister moves in on Friday."


def tied(sentence: str, complaint: str = COMPLAINT, **facts) -> bool:
    reading = Reading(Case(complaint=complaint, reply=sentence, **facts))
    return is_tied(reading, reading.reply.sentences[0])


@pytest.mark.parametrize(
    "sentence",
    [
        "A second lamp is on tonight's van.",
        "I'm sorry for the wait.",
        "You should have it by noon.",
        "I'll ring you before six.",
        "I've asked the driver what happened.",
        "It's on its way.",
        "I've put it aside.",
        "We've refunded the postage.",
        "Call me on 0131 496 0000.",
        "No need to send anything back.",
        "That was our mistake.",
        "She won't be left without one.",
        "Keep the bulb out of the socket.",
        "Refunded.",
    ],
)
def test_words_on_the_matter_are_tied_to_it(sentence):
    assert tied(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We open at nine tomorrow.",
        "I'll be here all day.",
        "Our app has a help section under settings.",
        "Have a lovely evening.",
        "I've just had my lunch.",
        "You may have seen our new logo.",
        "This is our public page.",
        "The weather has been mild this week.",
        "We have a customer charter.",
        "I could do with a holiday myself.",
        "I have read your post.",
        "Refunds take up to 14 days from receipt.",
    ],
)
def test_words_beside_the_point_are_idle(sentence):
    assert not tied(sentence)


def test_a_day_of_the_post_is_no_thing_of_it():
    assert not tied("It is Friday today.")


def test_parts_facts_and_offers_tie_as_the_post_does():
    sentence = "The Stenning depot has a spare shade."

    assert not tied(sentence)
    assert tied(sentence, facts=(Fact(label="Depot", text="A shade is at Stenning"),))
    assert tied(sentence, parts=("Is there a spare shade?",))
    assert tied(sentence, allowed=(Allowed(action="Send a spare shade"),))


def test_what_the_customer_told_before_ties_too():
    before = (Post(author="Ines", text="The shade is green.", is_brand=False),)

    assert tied("The green shade is in our shop.", history=before)


def test_she_is_somebody_only_where_the_post_has_somebody():
    assert tied("She can borrow one.")
    assert not tied("She can borrow one.", "The lamp from order 4471 came cracked.")


def test_nothing_is_idle_where_no_post_is_known():
    assert tied("We open at nine tomorrow.", "")


def test_idle_sentences_are_given_as_typed():
    reply = "It\u2019s sunny outside.  I\u2019ve put the lamp aside."
    reading = Reading(Case(complaint=COMPLAINT, reply=reply))

    (idle,) = idle_stretches(reading)

    assert reply[slice(*idle)] == "It\u2019s sunny outside."
    assert [reading.reply.part(span) for span in bearing(reading)] == ["i've put the lamp aside."]


@pytest.mark.parametrize(
    ("reply", "name"),
    [
        ("It is sunny outside. Hi Ines, the lamp is on its way.", "greets_by_name"),
        ("The lamp is on its way. Ade\nThe radio is playing in the corner.", "signs_name"),
    ],
)
def test_a_greeting_and_a_signature_are_found_past_idle_words(reply, name):
    reading = Reading(Case(complaint=COMPLAINT, reply=reply))

    assert name in {move.name for move in voice.find(reading)}


def test_idle_words_do_not_make_a_reply_run_long():
    idle = " ".join(["Our office is on the second floor."] * 20)

    padded = Reading(Case(complaint=COMPLAINT, reply=f"The lamp is on its way. {idle}"))
    long = Reading(Case(complaint=COMPLAINT, reply=" ".join(["The lamp is on its way."] * 20)))

    assert "runs_long" not in {move.name for move in voice.find(padded)}
    assert "runs_long" in {move.name for move in voice.find(long)}
