"""Replies that came faster than their complaint can be read: worth a look, and no fault."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, func, select

from trainer.models import ORIGINAL, AssessmentRow, Event, Member, Run, Scenario
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice.record import events_of
from trainer.practice.replies import stored_reply
from trainer.scope import ScopedSession

MOVE = "faster_than_reading"
"""The neutral move by which the scorer notes it."""

_LOOKED_AT = 5_000
"""How many of the latest assessments are searched."""


@dataclass(frozen=True, kw_only=True)
class QuickReply:
    """A reply that carries the move. Title and complaint are empty where the run can't be read."""

    run_id: str
    event_seq: int
    member_id: int
    member_name: str
    sent_at: datetime
    title: str
    complaint: str
    reply: str
    overall: int | None


def quick_replies(session: ScopedSession, *, limit: int = 10) -> tuple[QuickReply, ...]:
    """Return the organisation's latest replies with the move, newest first."""
    newest = select(func.max(AssessmentRow.id)).scalar_subquery()
    rows = session.execute(
        select(AssessmentRow.overall, Event, Run, Member.name, VersionRow, Scenario.slug)
        .join(Event, AssessmentRow.event_id == Event.id)
        .join(Run, Event.run_id == Run.id)
        .join(Member, Run.member_id == Member.id)
        .join(VersionRow, Run.scenario_version_id == VersionRow.id)
        .join(Scenario, VersionRow.scenario_id == Scenario.id)
        .where(AssessmentRow.branch == ORIGINAL, AssessmentRow.id > newest - _LOOKED_AT)
        .where(cast(AssessmentRow.body, String).contains(f'"{MOVE}"'))
        .order_by(AssessmentRow.id.desc())
        .limit(limit)
    ).all()
    events = events_of(session, {run.id for _, _, run, _, _, _ in rows})
    return tuple(
        _quick(overall, event, run, name, version, slug, events[run.id])
        for overall, event, run, name, version, slug in rows
    )


def _quick(
    overall: int | None,
    event: Event,
    run: Run,
    name: str,
    version: VersionRow,
    slug: str,
    rows: list[Event],
) -> QuickReply:
    reply = stored_reply(run, version, slug, rows, event.seq)
    return QuickReply(
        run_id=run.public_id,
        event_seq=event.seq,
        member_id=run.member_id,
        member_name=name,
        sent_at=event.wall_at,
        title="" if reply is None else reply.title,
        complaint="" if reply is None else reply.complaint,
        reply=str(event.payload.get("text", "")),
        overall=overall,
    )
