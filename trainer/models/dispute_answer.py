"""A trainer's answer to an objection."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.dispute import Dispute
from trainer.models.member import Member
from trainer.models.types import IntPk, Moment, Ref


class Verdict(StrEnum):
    """What a trainer says to an objection."""

    AGREE = "agree"
    STANDS = "stands"


class DisputeAnswer(AppendOnly, Scoped, Model):
    """What a trainer says to an objection. It changes no score: assessments are history.

    `number` counts an objection's answers from 1; the last one is what counts.
    """

    __tablename__ = "dispute_answer"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "dispute_id"], ["dispute.organisation_id", "dispute.id"]
        ),
        ForeignKeyConstraint(
            ["organisation_id", "member_id"], ["member.organisation_id", "member.id"]
        ),
        UniqueConstraint("dispute_id", "number"),
        UniqueConstraint("member_id", "key"),
        CheckConstraint("number >= 1", name="number_from_1"),
        CheckConstraint("verdict IN ('agree', 'stands')", name="verdict_known"),
    )

    id: Mapped[IntPk]
    dispute_id: Mapped[Ref]
    member_id: Mapped[Ref]
    number: Mapped[int]
    verdict: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)
    key: Mapped[str] = mapped_column(String(80))
    created_at: Mapped[Moment]

    dispute: Mapped[Dispute] = relationship(
        primaryjoin="foreign(DisputeAnswer.dispute_id) == Dispute.id", lazy="raise"
    )
    member: Mapped[Member] = relationship(
        primaryjoin="foreign(DisputeAnswer.member_id) == Member.id", lazy="raise"
    )
