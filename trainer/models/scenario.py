"""A scenario of the library, by its slug."""

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from trainer.models.base import Model, Scoped
from trainer.models.types import IntPk, Moment

NOT_OFFERED = ""
"""The hash of no version at all."""


class Scenario(Scoped, Model):
    """A case that can be practised. `content_hash` says which of its versions a new run plays.

    It is `NOT_OFFERED` where no new run may play any: the case has left the library.
    It is a hash and not the highest number, because going back to an older library must offer
    the older text again without writing it twice.
    """

    __tablename__ = "scenario"
    __table_args__ = (
        UniqueConstraint("organisation_id", "slug"),
        UniqueConstraint("organisation_id", "id"),
    )

    id: Mapped[IntPk]
    slug: Mapped[str] = mapped_column(String(80))
    content_hash: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[Moment]
