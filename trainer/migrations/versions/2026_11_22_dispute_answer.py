"""Answers to objections: history like its neighbours, guarded by triggers."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22_dispute_answer"
down_revision = "2026_11_22"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLE = "dispute_answer"


def upgrade() -> None:
    # SQLite adds no constraint to a table that is there; a unique index says the same, and a
    # reference may point at it.
    op.create_index(
        "uq_dispute_organisation_id_id", "dispute", ["organisation_id", "id"], unique=True
    )
    _dispute_answer()
    if op.get_bind().dialect.name == "postgresql":
        _guard_postgresql()
    else:
        _guard_sqlite()


def _dispute_answer() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", ID, nullable=False),
        sa.Column("dispute_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_dispute_answer_number_from_1"),
        sa.CheckConstraint(
            "verdict IN ('agree', 'stands')", name="ck_dispute_answer_verdict_known"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "dispute_id"],
            ["dispute.organisation_id", "dispute.id"],
            name="fk_dispute_answer_organisation_id_dispute_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["member.organisation_id", "member.id"],
            name="fk_dispute_answer_organisation_id_member_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_dispute_answer_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_dispute_answer"),
        sa.UniqueConstraint("dispute_id", "number", name="uq_dispute_answer_dispute_id_number"),
        sa.UniqueConstraint("member_id", "key", name="uq_dispute_answer_member_id_key"),
    )


def _guard_sqlite() -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
            f"BEGIN SELECT RAISE(ABORT, '{TABLE} is append-only'); END"
        )


def _guard_postgresql() -> None:
    op.execute(
        f"CREATE FUNCTION {TABLE}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{TABLE} is append-only'; END $$"
    )
    for verb, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
            f"FOR EACH {each} EXECUTE FUNCTION {TABLE}_is_append_only()"
        )
