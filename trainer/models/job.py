"""Long work, as a row."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from trainer.models.base import Model, Scoped
from trainer.models.types import DOCUMENT, IntPk, JsonObject, Moment, PublicId, Ref


class JobState(StrEnum):
    """Where a job stands; the last three are final."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(Scoped, Model):
    """A piece of long work. Whoever holds an unexpired lease runs it; an expired one is free again.

    `done` of `total` are units of the kind's own (rows, for a file); `total` is None when unknown.
    `attempts` counts how often the job was taken up.
    """

    __tablename__ = "job"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "member_id"], ["member.organisation_id", "member.id"]
        ),
        UniqueConstraint("member_id", "key"),
        CheckConstraint(
            "state IN ('queued', 'running', 'done', 'failed', 'cancelled')", name="state_known"
        ),
        CheckConstraint("done >= 0 AND attempts >= 0", name="counts_from_0"),
        Index("ix_job_waiting", "organisation_id", "state", "created_at"),
    )

    id: Mapped[IntPk]
    public_id: Mapped[PublicId]
    member_id: Mapped[Ref]
    kind: Mapped[str] = mapped_column(String(40))
    params: Mapped[JsonObject]
    key: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(20), default=JobState.QUEUED)
    cancel_requested: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_owner: Mapped[str | None] = mapped_column(String(80))
    lease_until: Mapped[datetime | None]
    done: Mapped[int] = mapped_column(BigInteger, default=0)
    total: Mapped[int | None] = mapped_column(BigInteger)
    result: Mapped[JsonObject | None] = mapped_column(DOCUMENT)
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[Moment]
    finished_at: Mapped[datetime | None]

    @property
    def is_over(self) -> bool:
        """Whether nothing will change any more."""
        return self.state in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}
