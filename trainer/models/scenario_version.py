"""One text of a scenario, as it was published."""

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.scenario import Scenario
from trainer.models.types import IntPk, Moment, Ref


class ScenarioVersion(AppendOnly, Scoped, Model):
    """An immutable version: the YAML as it was published.

    `content_hash` is what the loaded scenario calls so: the SHA-256 of its canonical form, in
    hex. A comment or another order of keys in `source` makes no new version.
    """

    __tablename__ = "scenario_version"
    __table_args__ = (
        ForeignKeyConstraint(
            ["organisation_id", "scenario_id"], ["scenario.organisation_id", "scenario.id"]
        ),
        UniqueConstraint("scenario_id", "content_hash"),
        UniqueConstraint("scenario_id", "number"),
        UniqueConstraint("organisation_id", "id"),
        CheckConstraint("number >= 1", name="number_from_1"),
    )

    id: Mapped[IntPk]
    scenario_id: Mapped[Ref]
    number: Mapped[int]
    content_hash: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(Text)
    created_at: Mapped[Moment]

    scenario: Mapped[Scenario] = relationship(
        primaryjoin="foreign(ScenarioVersion.scenario_id) == Scenario.id", lazy="raise"
    )
