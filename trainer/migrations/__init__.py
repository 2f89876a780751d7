"""Schema changes, in order, run by the program itself: `migrate(engine)`.

Each file under `versions/` starts with its date and imports no model, so that it means tomorrow
what it means today. There is no way back: restore a copy of the database instead.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from trainer.database import locked

FOLDER = Path(__file__).parent
NOTE = "alembic_version"
"""The table that says at which revision a database is."""


def migrate(engine: Engine) -> None:
    """Bring the schema up to date, or change nothing; of several processes, one does it."""
    with locked(engine) as connection:
        command.upgrade(_config(connection), "head")


def known_revisions() -> frozenset[str]:
    """Return every revision that this version of Poise knows."""
    return frozenset(script.revision for script in _scripts().walk_revisions())


def newest_revision() -> str:
    """Return the revision that `migrate` ends at."""
    head = _scripts().get_current_head()
    if head is None:
        raise LookupError(f"no migration in {FOLDER}: the installation is incomplete")
    return head


def revision_of(connection: Connection) -> str | None:
    """Return the revision of a database, None if it never was migrated."""
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
