"""An objection as a trainer reads it: the score or the words it is about, and the reason."""

from dataclasses import dataclass
from datetime import datetime

from trainer.practice import words
from trainer.practice.marking import label_of_name
from trainer.practice.queries import DisputeRow


@dataclass(frozen=True, kw_only=True)
class Review:
    """One objection, in words."""

    run_id: str
    event_seq: int
    title: str
    who: str
    created_at: datetime
    target: str
    quoted: str | None
    reply: str
    reason: str


def review_of(row: DisputeRow) -> Review:
    """Return a stored objection in words."""
    return Review(
        run_id=row.run_id,
        event_seq=row.event_seq,
        title=row.title,
        who=row.member_name,
        created_at=row.created_at,
        target=_target(row),
        quoted=row.quote.strip() if row.quote else None,
        reply=row.reply,
        reason=row.reason,
    )


def _target(row: DisputeRow) -> str:
    if row.target.startswith("move:"):
        return label_of_name(row.name)
    measure = words.MEASURES.get(row.name)
    label = measure.label if measure else "The total"
    return label if row.value is None else f"{label}, {row.value}"
