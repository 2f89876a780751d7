"""A member objects to a score."""

import pytest

from scoring import DIMENSIONS
from tests.trainer.factories import NOON, make_member
from tests.trainer.practice.practising import count, minutes, object_to, send, start
from tests.trainer.stories import GOOD
from trainer.errors import EventNotFoundError, InputError
from trainer.models import Dispute
from trainer.practice import queries


def test_dispute_is_stored_once_and_listed_with_the_words(session, alice, story):
    run = start(session, alice)
    card = send(session, alice, run).assessment
    move = card.moves[0]

    first = object_to(session, alice, run, target="move:0")
    again = object_to(session, alice, run, target="move:0")
    object_to(session, alice, run, key="other-dispute", now=NOON + minutes(6))

    assert again is first
    newest, oldest = queries.disputes(session)
    assert (newest.name, newest.value, newest.quote) == ("empathy", card.empathy.value, None)
    assert (oldest.name, oldest.quote) == (move.name, GOOD[move.start : move.end])
    assert oldest.member_name == "Alice"
    assert "three days late" in oldest.complaint
    assert (oldest.title, oldest.reply) == ("The chair that came late", GOOD)


def test_a_run_lists_all_of_its_objections_however_many_others_there_are(session, alice, story):
    run, other = start(session, alice), start(session, alice, key="other-run-key")
    for each in (run, other):
        send(session, alice, each)
    object_to(session, alice, run, reason="The first of all.")
    for number in range(60):
        object_to(session, alice, other, key=f"dispute-{number}", now=NOON + minutes(6))
    carol = make_member(session)

    found = queries.disputes_of(session, member=alice, run_id=run.public_id)

    assert [row.reason for row in found] == ["The first of all."]
    assert queries.disputes_of(session, member=carol, run_id=run.public_id) == ()


@pytest.mark.parametrize("name", ["overall", "speed", *DIMENSIONS])
def test_every_score_can_be_disputed(session, alice, story, name):
    run = start(session, alice)
    send(session, alice, run)

    assert object_to(session, alice, run, target=f"score:{name}").target == f"score:{name}"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        pytest.param({"target": "score:charm"}, InputError, id="unknown score"),
        pytest.param({"target": "move:9999"}, InputError, id="no such move"),
        pytest.param({"target": "move:-1"}, InputError, id="negative move"),
        pytest.param({"target": "move:¹"}, InputError, id="not a digit"),
        pytest.param({"target": "moves"}, InputError, id="no target"),
        pytest.param({"reason": "  no "}, InputError, id="too short"),
        pytest.param({"reason": "x" * 1001}, InputError, id="too long"),
        pytest.param({"event_seq": 0}, EventNotFoundError, id="the clock's event"),
        pytest.param({"event_seq": 7}, EventNotFoundError, id="no such event"),
    ],
)
def test_wrong_dispute_is_refused(session, alice, story, change, error):
    run = start(session, alice)
    send(session, alice, run)

    with pytest.raises(error):
        object_to(session, alice, run, **change)

    assert count(session, Dispute) == 0
