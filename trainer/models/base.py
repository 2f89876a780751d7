"""What every table has: named constraints, an organisation, and, for history, no way to change."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from trainer.models.types import BIG, DOCUMENT, JsonObject, UtcDateTime

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Model(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {JsonObject: DOCUMENT, datetime: UtcDateTime()}


class Scoped:
    """A row of one organisation. Sessions stamp it, filter by it and refuse to run without it."""

    @declared_attr
    def organisation_id(self) -> Mapped[int]:
        """The organisation that owns the row."""
        return mapped_column(BIG, ForeignKey("organisation.id"))


class AppendOnly:
    """History: rows are added, never changed or deleted. Triggers hold everybody else to it."""
