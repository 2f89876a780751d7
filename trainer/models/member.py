"""A person in an organisation."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from trainer.models.base import Model, Scoped
from trainer.models.types import IntPk, Moment, PublicId


class Role(StrEnum):
    """What a member may do; on a laptop the one member does everything."""

    TRAINEE = "trainee"
    TRAINER = "trainer"
    MANAGER = "manager"
    ADMIN = "admin"


class Member(Scoped, Model):
    """A person in an organisation, with a role.

    `welcomed_at` is when the guided first run was skipped; None where it wasn't. A guided run
    that was started is a run like any other and says so itself.
    """

    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("organisation_id", "handle"),
        UniqueConstraint("organisation_id", "id"),
    )

    id: Mapped[IntPk]
    public_id: Mapped[PublicId]
    handle: Mapped[str] = mapped_column(String(80))
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20), default=Role.TRAINEE)
    welcomed_at: Mapped[datetime | None]
    created_at: Mapped[Moment]
