"""The scores of one reply, as columns to ask questions of."""

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.event import Event
from trainer.models.types import IntPk, JsonObject, Moment, Ref

ORIGINAL = "original"
"""The branch that was scored when the reply was sent; re-scoring makes another."""

_SCORES = ("overall", "speed", "empathy", "ownership", "defensiveness")


class AssessmentRow(AppendOnly, Scoped, Model):
    """A projection of the assessment that its event embeds: the event is the truth.

    Scores run from 0 to 100; None is unscored. Defensiveness is 0 at best. Never average scores
    of different rubrics.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "event_id"], ["event.organisation_id", "event.id"]
        ),
        UniqueConstraint("event_id", "branch"),
        *(CheckConstraint(f"{name} BETWEEN 0 AND 100", name=f"{name}_range") for name in _SCORES),
    )

    id: Mapped[IntPk]
    event_id: Mapped[Ref]
    branch: Mapped[str] = mapped_column(String(40), default=ORIGINAL)
    body: Mapped[JsonObject]
    graded: Mapped[bool]
    overall: Mapped[int | None]
    speed: Mapped[int | None]
    empathy: Mapped[int | None]
    ownership: Mapped[int | None]
    defensiveness: Mapped[int | None]
    rubric: Mapped[str] = mapped_column(String(40))
    scorer: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[Moment]

    event: Mapped[Event] = relationship(
        primaryjoin="foreign(AssessmentRow.event_id) == Event.id", lazy="raise"
    )
