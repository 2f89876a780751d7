"""A company."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from trainer.models.base import Model
from trainer.models.types import IntPk, Moment, PublicId


class Organisation(Model):
    """A company and everything it owns. The only table without an `organisation_id`: it is one."""

    __tablename__ = "organisation"

    id: Mapped[IntPk]
    public_id: Mapped[PublicId]
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[Moment]
