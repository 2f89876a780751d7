"""The company's social-care policy, one row a version."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.types import IntPk, JsonObject, Moment


class Playbook(AppendOnly, Scoped, Model):
    """One version of the policy. A change is a new row, so a run's pin always finds what it had."""

    __tablename__ = "playbook"
    __table_args__ = (
        UniqueConstraint("organisation_id", "version"),
        UniqueConstraint("organisation_id", "id"),
        CheckConstraint("version >= 1", name="version_from_1"),
    )

    id: Mapped[IntPk]
    version: Mapped[int]
    body: Mapped[JsonObject]
    created_at: Mapped[Moment]
