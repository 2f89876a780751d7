"""What happened in a run, in order."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.run import Run
from trainer.models.types import IntPk, JsonObject, Moment, Ref


class EventKind(StrEnum):
    """What an event is: the clock's, the end's, or one of the member's actions."""

    CLOCK = "clock"
    FINISH = "finish"
    REPLY = "reply"
    PRIVATE = "private"
    HOLD = "hold"
    DELETE = "delete"
    NONE = "none"


class Event(AppendOnly, Scoped, Model):
    """One thing that happened. `seq` counts from 0 in its run; `minute` is simulated.

    `payload` is the engine's event as JSON, with the whole assessment of a reply inside, or
    {"rate": simulated minutes per real minute} for the clock, with what its page said.
    """

    __tablename__ = "event"
    __table_args__ = (
        ForeignKeyConstraint(["organisation_id", "run_id"], ["run.organisation_id", "run.id"]),
        UniqueConstraint("run_id", "seq"),
        UniqueConstraint("run_id", "key"),
        UniqueConstraint("organisation_id", "id"),
        CheckConstraint("seq >= 0", name="seq_from_0"),
        CheckConstraint("minute >= 0", name="minute_from_0"),
    )

    id: Mapped[IntPk]
    run_id: Mapped[Ref]
    seq: Mapped[int]
    minute: Mapped[float]
    wall_at: Mapped[Moment]
    kind: Mapped[str] = mapped_column(String(20))
    payload: Mapped[JsonObject]
    key: Mapped[str] = mapped_column(String(80))

    run: Mapped[Run] = relationship(primaryjoin="foreign(Event.run_id) == Run.id", lazy="raise")
