"""Replies that came faster than their complaint can be read are listed for a trainer."""

from dataclasses import replace

import pytest

from scenarios import ReplySent
from scoring import Case, Move, assess
from tests.trainer.factories import NOON, make_assessment, make_event
from tests.trainer.practice.practising import send, start
from tests.trainer.stories import GOOD
from trainer.models import EventKind
from trainer.practice import queries
from trainer.practice.pasted import MOVE


@pytest.fixture
def pasted(session, alice, story):
    """A run of alice's whose one reply carries the move."""
    run = start(session, alice)
    card = assess(Case(complaint="My chair is late.", reply=GOOD, minutes=0.05))
    noted = replace(card, moves=(*card.moves, Move(start=0, end=len(GOOD), name=MOVE)))
    sent = ReplySent(minute=0.05, action="reply", text=GOOD, assessment=noted)
    event = make_event(
        session, run, seq=1, minute=0.05, kind=EventKind.REPLY, payload=sent.as_dict()
    )
    make_assessment(session, event, body=noted.as_dict(), overall=noted.overall)
    return run


def test_a_reply_with_the_move_is_listed_with_what_it_answered(session, alice, pasted):
    (found,) = queries.quick_replies(session)

    assert (found.run_id, found.event_seq) == (pasted.public_id, 1)
    assert (found.member_name, found.sent_at, found.reply) == ("Alice", NOON, GOOD)
    assert "three days late" in found.complaint
    assert found.overall is not None


def test_other_replies_and_other_organisations_are_not(session, other_session, alice, bob, pasted):
    other = start(session, alice, key="other-run-key")
    send(session, alice, other)

    assert [each.run_id for each in queries.quick_replies(session)] == [pasted.public_id]
    assert queries.quick_replies(other_session) == ()
