"""A member's objection to a score or to a highlighted span."""

from sqlalchemy import ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.event import Event
from trainer.models.member import Member
from trainer.models.run import Run
from trainer.models.types import IntPk, Moment, PublicId, Ref


class Dispute(AppendOnly, Scoped, Model):
    """An objection, kept for a trainer.

    `target` is `score:<name>` or `move:<index>`, into the assessment that the event embeds.
    """

    __tablename__ = "dispute"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "member_id"], ["member.organisation_id", "member.id"]
        ),
        ForeignKeyConstraint(["organisation_id", "run_id"], ["run.organisation_id", "run.id"]),
        ForeignKeyConstraint(
            ["organisation_id", "event_id"], ["event.organisation_id", "event.id"]
        ),
        UniqueConstraint("member_id", "key"),
        # An index and not a constraint, because it came to a table that was there already.
        Index("uq_dispute_organisation_id_id", "organisation_id", "id", unique=True),
        Index("ix_dispute_newest", "organisation_id", "created_at"),
    )

    id: Mapped[IntPk]
    public_id: Mapped[PublicId]
    member_id: Mapped[Ref]
    run_id: Mapped[Ref]
    event_id: Mapped[Ref]
    target: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[Moment]

    member: Mapped[Member] = relationship(
        primaryjoin="foreign(Dispute.member_id) == Member.id", lazy="raise"
    )
    run: Mapped[Run] = relationship(primaryjoin="foreign(Dispute.run_id) == Run.id", lazy="raise")
    event: Mapped[Event] = relationship(
        primaryjoin="foreign(Dispute.event_id) == Event.id", lazy="raise"
    )
