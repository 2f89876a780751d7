"""A trainer answers objections; the stored scores stay as they were."""

from typing import Any

import pytest

from tests.trainer.factories import NOON, make_answer, make_dispute, make_event, make_member
from tests.trainer.practice.practising import count, minutes, object_to, send, start
from trainer.errors import DisputeNotFoundError, InputError, RoleError
from trainer.models import AssessmentRow, Dispute, DisputeAnswer, Event, Member, Role, Verdict
from trainer.practice import queries
from trainer.practice.answering import Answering, answer_dispute
from trainer.practice.objections import PAGE
from trainer.scope import ScopedSession


@pytest.fixture
def tess(session):
    """A trainer of alice's organisation."""
    return make_member(session, handle="tess", name="Tess", role=Role.TRAINER)


@pytest.fixture
def objection(session, alice, story):
    """An objection of alice's to the empathy of a reply of hers."""
    run = start(session, alice)
    send(session, alice, run)
    return object_to(session, alice, run)


def answer(
    session: ScopedSession, member: Member, objection: Dispute, **overrides: Any
) -> Answering:
    values = {
        "dispute_id": objection.public_id,
        "verdict": "agree",
        "note": "You did name it: “no word from us”.",
        "seen": 0,
        "key": "answer-key",
        "now": NOON + minutes(9),
    }
    return answer_dispute(session, member=member, **values | overrides)


def test_an_answer_is_stored_once_and_read_with_the_objection(session, alice, tess, objection):
    first = answer(session, tess, objection)
    again = answer(session, tess, objection)

    assert again.answer is first.answer
    row = queries.dispute_of(session, dispute_id=objection.public_id)
    assert [(each.verdict, each.member_name) for each in row.answers] == [(Verdict.AGREE, "Tess")]
    assert row.answers[0].note == "You did name it: “no word from us”."
    assert row.answers[0].created_at == NOON + minutes(9)


def test_an_answer_changes_no_score(session, alice, tess, objection):
    before = queries.dispute_of(session, dispute_id=objection.public_id)

    answer(session, tess, objection)

    after = queries.dispute_of(session, dispute_id=objection.public_id)
    assert after.assessment == before.assessment
    assert after.value == before.value is not None
    assert (count(session, AssessmentRow), count(session, Event)) == (1, 2)


def test_a_second_answer_is_added_and_the_first_one_stays(session, alice, tess, objection):
    answer(session, tess, objection)

    answer(session, tess, objection, verdict="stands", seen=1, key="second-key")

    row = queries.dispute_of(session, dispute_id=objection.public_id)
    assert [(each.number, each.verdict) for each in row.answers] == [(1, "agree"), (2, "stands")]


def test_an_answer_written_before_another_was_read_is_refused(session, alice, tess, objection):
    uma = make_member(session, role=Role.TRAINER)
    answer(session, tess, objection)

    late = answer(session, uma, objection, verdict="stands", key="late-key")

    assert late.answer is None
    assert "was answered since the page was opened" in late.refused
    assert count(session, DisputeAnswer) == 1


def test_of_two_answers_at_once_one_is_stored(database, session, alice, tess, objection):
    uma = make_member(session, role=Role.TRAINER)
    stale = session.commit

    def lose_the_race() -> None:
        session.commit = stale
        with database.session_for(session.organisation_id) as other:
            make_answer(other, tess, objection)
        stale()

    # The other one commits after this one has looked, and before it writes.
    session.commit = lose_the_race
    late = answer(session, uma, objection, key="late-key")

    assert late.answer is None
    assert late.refused
    assert count(session, DisputeAnswer) == 1


@pytest.mark.parametrize(
    ("change", "error"),
    [
        pytest.param({"verdict": "perhaps"}, InputError, id="unknown verdict"),
        pytest.param({"note": " \n "}, InputError, id="blank note"),
        pytest.param({"note": "x" * 1001}, InputError, id="long note"),
        pytest.param({"key": "short"}, InputError, id="no key"),
        pytest.param({"dispute_id": "nothing"}, DisputeNotFoundError, id="no such objection"),
    ],
)
def test_a_wrong_answer_is_refused(session, alice, tess, objection, change, error):
    with pytest.raises(error):
        answer(session, tess, objection, **change)

    assert count(session, DisputeAnswer) == 0


def test_a_trainee_answers_no_objection(session, alice, objection):
    with pytest.raises(RoleError, match="a trainer"):
        answer(session, alice, objection)


def test_another_organisations_objection_is_not_found(
    session, other_session, alice, bob, objection
):
    bob.role = Role.TRAINER
    other_session.commit()

    with pytest.raises(DisputeNotFoundError):
        answer(other_session, bob, objection)

    assert queries.dispute_of(other_session, dispute_id=objection.public_id) is None
    assert queries.dispute_counts(other_session).of("all") == 0


# --- The queue -------------------------------------------------------------------------------


def test_the_queue_tells_what_waits_from_what_is_answered(session, alice, tess, objection):
    run = start(session, alice, key="other-run-key")
    send(session, alice, run)
    other = object_to(session, alice, run, key="other-dispute", now=NOON + minutes(6))
    answer(session, tess, other)
    answer(session, tess, other, seen=1, key="second-key")

    shown = {
        show: [row.id for row in queries.disputes(session, show=show)]
        for show in ("open", "answered", "all")
    }

    assert shown == {
        "open": [objection.public_id],
        "answered": [other.public_id],
        "all": [other.public_id, objection.public_id],
    }
    counts = queries.dispute_counts(session)
    assert (counts.open, counts.answered, counts.of("all")) == (1, 1, 2)
    by_run = queries.counts_by_run(session, member=alice)
    assert (by_run[run.public_id].open, by_run[run.public_id].answered) == (0, 1)
    assert queries.counts_by_run(session, member=tess) == {}


def test_what_waits_longest_comes_first_and_the_queue_has_pages(session, alice, story):
    run = start(session, alice)
    event = make_event(session, run)
    for number in range(PAGE + 3):
        make_dispute(session, alice, event, reason=f"{number}", created_at=NOON + minutes(number))

    first, second = (queries.disputes(session, show="open", page=page) for page in (1, 2))

    assert [row.reason for row in (*first, *second)] == [str(n) for n in range(PAGE + 3)]
    assert len(second) == 3
