"""A trainer answers an objection. Commits once, at its end, or changes nothing.

An answer is a row beside the objection: the stored assessment is history and stays as it is.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from trainer.database import begin_writing
from trainer.errors import DisputeNotFoundError, InputError, RoleError
from trainer.models import Dispute, DisputeAnswer, Member, Role, Verdict
from trainer.practice import limits
from trainer.scope import ScopedSession

REVIEWERS = frozenset({Role.TRAINER, Role.ADMIN})

STALE = (
    "This one was answered since the page was opened, so yours was not stored. Read that answer; "
    "your words are still in the box."
)
"""Why an answer that was written for an older state of the objection is not stored."""


@dataclass(frozen=True, kw_only=True)
class Answering:
    """What became of an answer. `refused` says why it was not stored; then nothing was."""

    answer: DisputeAnswer | None = None
    refused: str | None = None


def check_reviewer(member: Member) -> None:
    """Raise RoleError unless the member may read and answer objections."""
    if member.role not in REVIEWERS:
        raise RoleError("answer objections", "a trainer")


def answer_dispute(
    session: ScopedSession,
    *,
    member: Member,
    dispute_id: str,
    verdict: str,
    note: str,
    seen: int,
    key: str,
    now: datetime,
) -> Answering:
    """Store an answer to an objection; the same key returns the one that was stored.

    `seen` is how many answers the page showed: one that somebody else gave meanwhile is to be read
    before another is added.

    Raises:
        RoleError: The member is no trainer.
        DisputeNotFoundError: The organisation has no such objection.
        InputError: The verdict, the note or the key is none that a form of ours sends.
    """
    check_reviewer(member)
    limits.check_key(key)
    words = limits.checked_reason("note", note)
    by_key = select(DisputeAnswer).where(
        DisputeAnswer.member_id == member.id, DisputeAnswer.key == key
    )
    if (saved := session.scalars(by_key).one_or_none()) is not None:
        return Answering(answer=saved)
    dispute = _found(session, dispute_id)
    if seen != _count(session, dispute):
        return Answering(refused=STALE)
    row = DisputeAnswer(
        dispute_id=dispute.id,
        member_id=member.id,
        number=seen + 1,
        verdict=_checked_verdict(verdict),
        note=words,
        key=key,
        created_at=now,
    )
    begin_writing(session)
    try:
        session.add(row)
        session.commit()
    except IntegrityError:
        # The same form came twice, or another trainer was first; either way theirs is stored.
        session.rollback()
        first = session.scalars(by_key).one_or_none()
        return Answering(answer=first, refused=None if first is not None else STALE)
    return Answering(answer=row)


def _found(session: ScopedSession, dispute_id: str) -> Dispute:
    row = session.scalars(select(Dispute).where(Dispute.public_id == dispute_id)).one_or_none()
    if row is None:
        raise DisputeNotFoundError(dispute_id)
    return row


def _count(session: ScopedSession, dispute: Dispute) -> int:
    counted = select(func.count(DisputeAnswer.id)).where(DisputeAnswer.dispute_id == dispute.id)
    return session.scalar(counted) or 0


def _checked_verdict(verdict: str) -> Verdict:
    if verdict not in set(Verdict):
        raise InputError("verdict", verdict, f"use one of {', '.join(Verdict)}")
    return Verdict(verdict)
