"""The first tables.

Every row has its organisation from the start, and a row can only point at rows of the same one:
foreign keys between tables carry `organisation_id` with them. History is guarded by triggers.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "2026_11_22"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

APPEND_ONLY = (
    "run",
    "event",
    "assessment",
    "scenario_version",
    "dispute",
    "playbook",
)


def upgrade() -> None:
    _organisation()
    _member()
    _playbook()
    _scenario()
    _job()
    _scenario_version()
    _run()
    _event()
    _assessment()
    _dispute()
    for table in APPEND_ONLY:
        _guard(table)


def _guard(table: str) -> None:
    """Refuse to change or delete a row of `table`, whoever asks."""
    if op.get_bind().dialect.name == "postgresql":
        _guard_postgresql(table)
    else:
        _guard_sqlite(table)


def _guard_sqlite(table: str) -> None:
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _guard_postgresql(table: str) -> None:
    op.execute(
        f"CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
    )
    for verb, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION {table}_is_append_only()"
        )


def _organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", ID, nullable=False),
        sa.Column("public_id", sa.String(length=22), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("public_id", name="uq_organisation_public_id"),
        sa.UniqueConstraint("slug", name="uq_organisation_slug"),
    )


def _member() -> None:
    op.create_table(
        "member",
        sa.Column("id", ID, nullable=False),
        sa.Column("public_id", sa.String(length=22), nullable=False),
        sa.Column("handle", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("welcomed_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_member_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.UniqueConstraint("organisation_id", "handle", name="uq_member_organisation_id_handle"),
        sa.UniqueConstraint("organisation_id", "id", name="uq_member_organisation_id_id"),
        sa.UniqueConstraint("public_id", name="uq_member_public_id"),
    )


def _playbook() -> None:
    op.create_table(
        "playbook",
        sa.Column("id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", DOCUMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_playbook_version_from_1"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_playbook_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_playbook"),
        sa.UniqueConstraint("organisation_id", "id", name="uq_playbook_organisation_id_id"),
        sa.UniqueConstraint(
            "organisation_id", "version", name="uq_playbook_organisation_id_version"
        ),
    )


def _scenario() -> None:
    op.create_table(
        "scenario",
        sa.Column("id", ID, nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_scenario_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_scenario"),
        sa.UniqueConstraint("organisation_id", "id", name="uq_scenario_organisation_id_id"),
        sa.UniqueConstraint("organisation_id", "slug", name="uq_scenario_organisation_id_slug"),
    )


def _job() -> None:
    op.create_table(
        "job",
        sa.Column("id", ID, nullable=False),
        sa.Column("public_id", sa.String(length=22), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("params", DOCUMENT, nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("cancel_requested", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.Column("result", DOCUMENT, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("organisation_id", ID, nullable=False),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'done', 'failed', 'cancelled')",
            name="ck_job_state_known",
        ),
        sa.CheckConstraint("done >= 0 AND attempts >= 0", name="ck_job_counts_from_0"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["member.organisation_id", "member.id"],
            name="fk_job_organisation_id_member_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_job_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
        sa.UniqueConstraint("member_id", "key", name="uq_job_member_id_key"),
        sa.UniqueConstraint("public_id", name="uq_job_public_id"),
    )
    op.create_index("ix_job_waiting", "job", ["organisation_id", "state", "created_at"])


def _scenario_version() -> None:
    op.create_table(
        "scenario_version",
        sa.Column("id", ID, nullable=False),
        sa.Column("scenario_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_scenario_version_number_from_1"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "scenario_id"],
            ["scenario.organisation_id", "scenario.id"],
            name="fk_scenario_version_organisation_id_scenario_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_scenario_version_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_scenario_version"),
        sa.UniqueConstraint("organisation_id", "id", name="uq_scenario_version_organisation_id_id"),
        sa.UniqueConstraint(
            "scenario_id", "content_hash", name="uq_scenario_version_scenario_id_content_hash"
        ),
        sa.UniqueConstraint("scenario_id", "number", name="uq_scenario_version_scenario_id_number"),
    )


def _run() -> None:
    op.create_table(
        "run",
        sa.Column("id", ID, nullable=False),
        sa.Column("public_id", sa.String(length=22), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("scenario_version_id", ID, nullable=False),
        sa.Column("playbook_id", ID, nullable=False),
        sa.Column("parent_id", ID, nullable=True),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("timed", sa.Boolean(), nullable=False),
        sa.Column("guided", sa.Boolean(), nullable=False),
        sa.Column("engine", sa.String(length=40), nullable=False),
        sa.Column("rubric", sa.String(length=40), nullable=False),
        sa.Column("scorer", sa.String(length=80), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["member.organisation_id", "member.id"],
            name="fk_run_organisation_id_member_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "parent_id"],
            ["run.organisation_id", "run.id"],
            name="fk_run_organisation_id_parent_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "playbook_id"],
            ["playbook.organisation_id", "playbook.id"],
            name="fk_run_organisation_id_playbook_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "scenario_version_id"],
            ["scenario_version.organisation_id", "scenario_version.id"],
            name="fk_run_organisation_id_scenario_version_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_run_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
        sa.UniqueConstraint("member_id", "key", name="uq_run_member_id_key"),
        sa.UniqueConstraint("organisation_id", "id", name="uq_run_organisation_id_id"),
        sa.UniqueConstraint("public_id", name="uq_run_public_id"),
    )
    op.create_index("ix_run_member_started", "run", ["member_id", "started_at"])


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", ID, nullable=False),
        sa.Column("run_id", ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("minute", sa.Double(), nullable=False),
        sa.Column("wall_at", MOMENT, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("payload", DOCUMENT, nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.CheckConstraint("minute >= 0", name="ck_event_minute_from_0"),
        sa.CheckConstraint("seq >= 0", name="ck_event_seq_from_0"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["run.organisation_id", "run.id"],
            name="fk_event_organisation_id_run_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_event_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.UniqueConstraint("organisation_id", "id", name="uq_event_organisation_id_id"),
        sa.UniqueConstraint("run_id", "key", name="uq_event_run_id_key"),
        sa.UniqueConstraint("run_id", "seq", name="uq_event_run_id_seq"),
    )


def _assessment() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", ID, nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("branch", sa.String(length=40), nullable=False),
        sa.Column("body", DOCUMENT, nullable=False),
        sa.Column("graded", sa.Boolean(), nullable=False),
        sa.Column("overall", sa.Integer(), nullable=True),
        sa.Column("speed", sa.Integer(), nullable=True),
        sa.Column("empathy", sa.Integer(), nullable=True),
        sa.Column("ownership", sa.Integer(), nullable=True),
        sa.Column("defensiveness", sa.Integer(), nullable=True),
        sa.Column("rubric", sa.String(length=40), nullable=False),
        sa.Column("scorer", sa.String(length=80), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.CheckConstraint(
            "defensiveness BETWEEN 0 AND 100", name="ck_assessment_defensiveness_range"
        ),
        sa.CheckConstraint("empathy BETWEEN 0 AND 100", name="ck_assessment_empathy_range"),
        sa.CheckConstraint("overall BETWEEN 0 AND 100", name="ck_assessment_overall_range"),
        sa.CheckConstraint("ownership BETWEEN 0 AND 100", name="ck_assessment_ownership_range"),
        sa.CheckConstraint("speed BETWEEN 0 AND 100", name="ck_assessment_speed_range"),
        sa.ForeignKeyConstraint(
            ["organisation_id", "event_id"],
            ["event.organisation_id", "event.id"],
            name="fk_assessment_organisation_id_event_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_assessment_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.UniqueConstraint("event_id", "branch", name="uq_assessment_event_id_branch"),
    )


def _dispute() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", ID, nullable=False),
        sa.Column("public_id", sa.String(length=22), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("run_id", ID, nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("target", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "event_id"],
            ["event.organisation_id", "event.id"],
            name="fk_dispute_organisation_id_event_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "member_id"],
            ["member.organisation_id", "member.id"],
            name="fk_dispute_organisation_id_member_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "run_id"],
            ["run.organisation_id", "run.id"],
            name="fk_dispute_organisation_id_run_id",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_dispute_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_dispute"),
        sa.UniqueConstraint("member_id", "key", name="uq_dispute_member_id_key"),
        sa.UniqueConstraint("public_id", name="uq_dispute_public_id"),
    )
    op.create_index("ix_dispute_newest", "dispute", ["organisation_id", "created_at"])
