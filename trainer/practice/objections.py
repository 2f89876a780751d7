"""Members' objections, as a trainer reads them: with the words and the score they are about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from scenarios import ReplySent, ScenarioError, replay
from trainer.errors import ScenarioUnreadableError
from trainer.models import Dispute, Event, Member, Run, Scenario
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice.record import Record, events_of, record
from trainer.scope import ScopedSession


@dataclass(frozen=True, kw_only=True)
class DisputeRow:
    """One objection.

    `target` is `score:<name>` or `move:<index>`, and `name` that score's or move's name. `quote` is
    the disputed span of the reply, None for a score; `value` the disputed score, 0-100, None for
    a move or where it was unscored. Title, complaint and reply are empty where this version of
    Poise can't read the run.
    """

    id: str
    created_at: datetime
    member_name: str
    run_id: str
    event_seq: int
    title: str
    complaint: str
    reply: str
    target: str
    name: str
    quote: str | None
    value: int | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """A reply and what it answered."""

    title: str
    complaint: str
    reply: ReplySent


def disputes(session: ScopedSession, *, limit: int = 50) -> tuple[DisputeRow, ...]:
    """Return the organisation's last objections, newest first."""
    newest = _joined().order_by(Dispute.created_at.desc(), Dispute.id.desc())
    return _rows(session, newest.limit(limit))


def disputes_of(session: ScopedSession, *, member: Member, run_id: str) -> tuple[DisputeRow, ...]:
    """Return every objection of a member to one run, oldest first."""
    own = _joined().where(Run.public_id == run_id, Dispute.member_id == member.id)
    return _rows(session, own.order_by(Dispute.created_at, Dispute.id))


def _joined() -> Select[Dispute, str, Run, int, VersionRow, str]:
    return (
        select(Dispute, Member.name, Run, Event.seq, VersionRow, Scenario.slug)
        .join(Member, Dispute.member_id == Member.id)
        .join(Run, Dispute.run_id == Run.id)
        .join(Event, Dispute.event_id == Event.id)
        .join(VersionRow, Run.scenario_version_id == VersionRow.id)
        .join(Scenario, VersionRow.scenario_id == Scenario.id)
    )


def _rows(
    session: ScopedSession, statement: Select[Dispute, str, Run, int, VersionRow, str]
) -> tuple[DisputeRow, ...]:
    rows = session.execute(statement).all()
    events = events_of(session, {run.id for _, _, run, _, _, _ in rows})
    return tuple(
        _row(dispute, name, run, seq, _answer(run, version, slug, events[run.id], seq))
        for dispute, name, run, seq, version, slug in rows
    )


def _row(
    dispute: Dispute, member_name: str, run: Run, seq: int, answer: _Answer | None
) -> DisputeRow:
    kind, _, name = dispute.target.partition(":")
    quote, value = None, None
    if answer is not None and kind == "score":
        value = answer.reply.assessment.score(name)
    elif answer is not None:
        move = answer.reply.assessment.moves[int(name)]
        name, quote = move.name, answer.reply.text[move.start : move.end]
    return DisputeRow(
        id=dispute.public_id,
        created_at=dispute.created_at,
        member_name=member_name,
        run_id=run.public_id,
        event_seq=seq,
        title="" if answer is None else answer.title,
        complaint="" if answer is None else answer.complaint,
        reply="" if answer is None else answer.reply.text,
        target=dispute.target,
        name=name,
        quote=quote,
        value=value,
        reason=dispute.reason,
    )


def _answer(
    run: Run, version: VersionRow, slug: str, rows: list[Event], seq: int
) -> _Answer | None:
    """Return the reply of this number, or None: this version of Poise can't read it."""
    try:
        found = record(run, version, slug, rows)
        reply = found.reply_of_seq(seq)
        if reply is None:
            return None
        return _Answer(
            title=found.version.title, complaint=_asked_before(found, seq, reply), reply=reply
        )
    except (ScenarioError, ScenarioUnreadableError):
        return None


def _asked_before(found: Record, seq: int, reply: ReplySent) -> str:
    """Return what the customer had asked when the reply was sent."""
    earlier = [saved.event for saved in found.events if saved.seq < seq]
    state = replay(found.version, found.run.seed, earlier, reply.minute)
    return "\n\n".join(post.text for post in state.asked_posts)
