"""Members' objections and the answers to them, with the words and the score they are about."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, Select, exists, func, select

from scoring import Assessment
from trainer.models import Dispute, DisputeAnswer, Event, Member, Run, Scenario, Verdict
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice.record import events_of
from trainer.practice.replies import StoredReply, stored_reply
from trainer.scope import ScopedSession

Show = Literal["open", "answered", "all"]

PAGE = 20
"""Objections on one page of the queue."""


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """What a trainer said to an objection; `number` counts its answers from 1."""

    number: int
    verdict: Verdict
    note: str
    member_name: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class DisputeRow:
    """One objection, with its answers, oldest first.

    `target` is `score:<name>` or `move:<index>`, and `name` that score's or move's name. `quote` is
    the disputed span of the reply, None for a score; `value` the disputed score, 0-100, None for
    a move or where it was unscored. Title, complaint and reply are empty, and `assessment` None,
    where this version of Poise can't read the run.
    """

    id: str
    created_at: datetime
    member_id: int
    member_name: str
    run_id: str
    event_seq: int
    title: str
    complaint: str
    reply: str
    assessment: Assessment | None
    target: str
    name: str
    quote: str | None
    value: int | None
    reason: str
    answers: tuple[AnswerRow, ...]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many objections wait for an answer, and how many have one."""

    open: int
    answered: int

    def of(self, show: Show) -> int:
        """Return how many are shown under a filter."""
        return {"open": self.open, "answered": self.answered}.get(show, self.open + self.answered)


_Joined = Select[Dispute, str, Run, int, VersionRow, str]


def disputes(
    session: ScopedSession, *, show: Show = "all", page: int = 1
) -> tuple[DisputeRow, ...]:
    """Return a page of the organisation's objections, from 1.

    Those that wait come oldest first, so that nobody waits longest for being early; the others
    newest first.
    """
    order = (Dispute.created_at, Dispute.id)
    listed = _joined() if show == "all" else _joined().where(_is_answered(show == "answered"))
    listed = listed.order_by(*(order if show == "open" else (each.desc() for each in order)))
    return _rows(session, listed.limit(PAGE).offset(PAGE * (max(page, 1) - 1)))


def dispute_of(session: ScopedSession, *, dispute_id: str) -> DisputeRow | None:
    """Return one objection of the organisation by its public id, or None: no such."""
    return next(iter(_rows(session, _joined().where(Dispute.public_id == dispute_id))), None)


def disputes_of(session: ScopedSession, *, member: Member, run_id: str) -> tuple[DisputeRow, ...]:
    """Return every objection of a member to one run, oldest first."""
    own = _joined().where(Run.public_id == run_id, Dispute.member_id == member.id)
    return _rows(session, own.order_by(Dispute.created_at, Dispute.id))


def dispute_counts(session: ScopedSession) -> Counts:
    """Return how many of the organisation's objections wait, and how many are answered."""
    counted = select(func.count(Dispute.id))
    return Counts(
        open=session.scalar(counted.where(_is_answered(False))) or 0,
        answered=session.scalar(counted.where(_is_answered(True))) or 0,
    )


def counts_by_run(session: ScopedSession, *, member: Member) -> dict[str, Counts]:
    """Return a member's objections counted by the public id of their run; none, no entry."""
    rows = session.execute(
        select(Run.public_id, func.count(Dispute.id), func.count(DisputeAnswer.id))
        .join(Dispute, Dispute.run_id == Run.id)
        # Only the first answer, so that an objection answered twice counts once.
        .outerjoin(
            DisputeAnswer,
            (DisputeAnswer.dispute_id == Dispute.id) & (DisputeAnswer.number == 1),
        )
        .where(Dispute.member_id == member.id)
        .group_by(Run.public_id)
    ).all()
    return {
        run_id: Counts(open=total - answered, answered=answered) for run_id, total, answered in rows
    }


def _is_answered(answered: bool) -> ColumnElement[bool]:
    found = exists(select(DisputeAnswer.id).where(DisputeAnswer.dispute_id == Dispute.id))
    return found if answered else ~found


def _joined() -> _Joined:
    return (
        select(Dispute, Member.name, Run, Event.seq, VersionRow, Scenario.slug)
        .join(Member, Dispute.member_id == Member.id)
        .join(Run, Dispute.run_id == Run.id)
        .join(Event, Dispute.event_id == Event.id)
        .join(VersionRow, Run.scenario_version_id == VersionRow.id)
        .join(Scenario, VersionRow.scenario_id == Scenario.id)
    )


def _rows(session: ScopedSession, statement: _Joined) -> tuple[DisputeRow, ...]:
    rows = session.execute(statement).all()
    events = events_of(session, {run.id for _, _, run, _, _, _ in rows})
    answers = _answers(session, {dispute.id for dispute, _, _, _, _, _ in rows})
    return tuple(
        _row(
            dispute,
            name,
            run,
            seq,
            stored_reply(run, version, slug, events[run.id], seq),
            tuple(answers[dispute.id]),
        )
        for dispute, name, run, seq, version, slug in rows
    )


def _answers(session: ScopedSession, dispute_ids: Collection[int]) -> dict[int, list[AnswerRow]]:
    found: dict[int, list[AnswerRow]] = defaultdict(list)
    rows = session.execute(
        select(DisputeAnswer, Member.name)
        .join(Member, DisputeAnswer.member_id == Member.id)
        .where(DisputeAnswer.dispute_id.in_(tuple(dispute_ids)))
        .order_by(DisputeAnswer.number)
    )
    for answer, name in rows:
        found[answer.dispute_id].append(
            AnswerRow(
                number=answer.number,
                verdict=Verdict(answer.verdict),
                note=answer.note,
                member_name=name,
                created_at=answer.created_at,
            )
        )
    return found


def _row(
    dispute: Dispute,
    member_name: str,
    run: Run,
    seq: int,
    reply: StoredReply | None,
    answers: tuple[AnswerRow, ...],
) -> DisputeRow:
    kind, _, name = dispute.target.partition(":")
    card = None if reply is None else reply.sent.assessment
    quote, value = None, None
    if card is not None and kind == "score":
        value = card.score(name)
    elif card is not None and reply is not None:
        move = card.moves[int(name)]
        name, quote = move.name, reply.sent.text[move.start : move.end]
    return DisputeRow(
        id=dispute.public_id,
        created_at=dispute.created_at,
        member_id=dispute.member_id,
        member_name=member_name,
        run_id=run.public_id,
        event_seq=seq,
        title="" if reply is None else reply.title,
        complaint="" if reply is None else reply.complaint,
        reply="" if reply is None else reply.sent.text,
        assessment=card,
        target=dispute.target,
        name=name,
        quote=quote,
        value=value,
        reason=dispute.reason,
        answers=answers,
    )
