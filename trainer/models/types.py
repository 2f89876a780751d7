"""Column types that mean the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator

from trainer.identifiers import PUBLIC_ID_LENGTH, new_public_id

BIG = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits on both: SQLite numbers rows by itself only in a column called INTEGER."""

DOCUMENT = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""A JSON document. PostgreSQL takes no NUL character in it: clean text before it is stored."""

JsonObject = dict[str, Any]


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC; a naive one is refused instead of guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Return the moment in UTC, as it is written."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"{value!r} has no time zone: pass datetime.now(UTC)")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Return the moment as it was read, aware."""
        if value is None:
            return None
        # SQLite keeps no zone; only UTC was ever written to it.
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


IntPk = Annotated[int, mapped_column(BIG, primary_key=True, autoincrement=True)]
Ref = Annotated[int, mapped_column(BIG)]
PublicId = Annotated[
    str, mapped_column(String(PUBLIC_ID_LENGTH), default=new_public_id, unique=True)
]
Moment = Annotated[datetime, mapped_column(UtcDateTime())]
