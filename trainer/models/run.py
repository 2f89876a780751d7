"""One member playing one scenario."""

from sqlalchemy import (
    BigInteger,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.member import Member
from trainer.models.scenario_version import ScenarioVersion
from trainer.models.types import BIG, IntPk, Moment, PublicId, Ref


class Run(AppendOnly, Scoped, Model):
    """A run's seed and pins. What happened in it is its events; nothing else is stored as truth.

    `engine`, `rubric` and `scorer` say what was current when it started. `parent_id` is the run
    that this one tries again.
    """

    __tablename__ = "run"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "member_id"], ["member.organisation_id", "member.id"]
        ),
        ForeignKeyConstraint(
            ["organisation_id", "scenario_version_id"],
            ["scenario_version.organisation_id", "scenario_version.id"],
        ),
        ForeignKeyConstraint(
            ["organisation_id", "playbook_id"], ["playbook.organisation_id", "playbook.id"]
        ),
        ForeignKeyConstraint(["organisation_id", "parent_id"], ["run.organisation_id", "run.id"]),
        UniqueConstraint("member_id", "key"),
        UniqueConstraint("organisation_id", "id"),
        Index("ix_run_member_started", "member_id", "started_at"),
    )

    id: Mapped[IntPk]
    public_id: Mapped[PublicId]
    member_id: Mapped[Ref]
    scenario_version_id: Mapped[Ref]
    playbook_id: Mapped[Ref]
    parent_id: Mapped[int | None] = mapped_column(BIG)
    seed: Mapped[int] = mapped_column(BigInteger)
    timed: Mapped[bool]
    guided: Mapped[bool]
    engine: Mapped[str] = mapped_column(String(40))
    rubric: Mapped[str] = mapped_column(String(40))
    scorer: Mapped[str] = mapped_column(String(80))
    key: Mapped[str] = mapped_column(String(80))
    started_at: Mapped[Moment]

    member: Mapped[Member] = relationship(
        primaryjoin="foreign(Run.member_id) == Member.id", lazy="raise"
    )
    version: Mapped[ScenarioVersion] = relationship(
        primaryjoin="foreign(Run.scenario_version_id) == ScenarioVersion.id", lazy="raise"
    )
