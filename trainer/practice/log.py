"""Adding to a run's log: the one place where events are written."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from scenarios import ReplySent, RunFinished
from scoring import Assessment
from trainer.database import begin_writing
from trainer.models import ORIGINAL, AssessmentRow, EventKind, Run
from trainer.models import Event as EventRow
from trainer.practice.pace import Pace
from trainer.practice.presence import PageWord
from trainer.practice.record import Record, SavedEvent
from trainer.scope import ScopedSession

TRIES = 6
"""How often a write is tried, each time on the log as it then is, before others have won."""


def append(
    session: ScopedSession,
    found: Record,
    event: ReplySent | RunFinished,
    *,
    pace: Pace | None = None,
    key: str,
    now: datetime,
) -> SavedEvent | None:
    """Save an engine's event as the run's next one; None if somebody else wrote first.

    With it the clock goes on at `pace`, if one is given.
    """
    row = EventRow(
        run_id=found.run.id,
        seq=found.next_seq,
        minute=event.minute,
        wall_at=found.wall(now),
        kind=event.action if isinstance(event, ReplySent) else EventKind.FINISH,
        payload=event.as_dict(),
        key=key,
    )
    card = event.assessment if isinstance(event, ReplySent) else None
    rows = [row]
    if pace is not None:
        rows.append(_after(found.run, row, pace))
    if not _add(session, rows, card):
        return None
    return SavedEvent(seq=row.seq, key=key, wall_at=row.wall_at, event=event)


def append_clock(
    session: ScopedSession,
    found: Record,
    pace: Pace,
    *,
    word: PageWord | None = None,
    key: str,
    now: datetime,
) -> bool:
    """Save that the clock goes on at this pace; False if somebody else wrote first."""
    seq = found.next_seq
    # One page may pause, go on and pause again with one key, so the number tells them apart.
    row = clock_event(found.run, seq=seq, pace=pace, wall=found.wall(now), key=f"{key}:{seq}")
    row.minute = found.minute(now)
    row.payload = pace.as_dict() | ({} if word is None else word.as_dict())
    return _add(session, [row], None)


def clock_event(run: Run, *, seq: int, pace: Pace, wall: datetime, key: str) -> EventRow:
    """Return the row of a clock change, at minute 0."""
    return EventRow(
        run_id=run.id,
        seq=seq,
        minute=0.0,
        wall_at=wall,
        kind=EventKind.CLOCK,
        payload=pace.as_dict(),
        key=key,
    )


def _after(run: Run, row: EventRow, pace: Pace) -> EventRow:
    clock = clock_event(run, seq=row.seq + 1, pace=pace, wall=row.wall_at, key=f"{row.key}:clock")
    clock.minute = row.minute
    return clock


def _add(session: ScopedSession, rows: Sequence[EventRow], card: Assessment | None) -> bool:
    """Commit the rows, unless the run has moved on since it was read; return whether they were.

    The card is the first one's.
    """
    row = rows[0]
    begin_writing(session)
    # PostgreSQL has no lock on the whole: the run's row stands for its log.
    session.execute(select(Run.id).where(Run.id == row.run_id).with_for_update(key_share=True))
    taken = select(EventRow.id).where(EventRow.run_id == row.run_id, EventRow.seq >= row.seq)
    if session.scalar(taken.limit(1)) is not None:
        session.commit()
        return False
    try:
        session.add_all(rows)
        session.flush()  # The assessment points at the event's id.
        if card is not None:
            session.add(_projection(row, card))
        session.commit()
    except IntegrityError:
        # The key is taken: another form of the page has sent the same one.
        session.rollback()
        return False
    return True


def _projection(row: EventRow, card: Assessment) -> AssessmentRow:
    return AssessmentRow(
        event_id=row.id,
        branch=ORIGINAL,
        body=card.as_dict(),
        graded=card.graded,
        overall=card.overall,
        speed=card.speed,
        empathy=card.empathy.value,
        ownership=card.ownership.value,
        defensiveness=card.defensiveness.value,
        rubric=card.rubric,
        scorer=card.scorer,
        created_at=row.wall_at,
    )
