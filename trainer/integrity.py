"""Whether a database may be opened at all, found out without writing a byte to it."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, inspect
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from trainer.errors import DatabaseUnusableError
from trainer.migrations import NOTE, known_revisions, newest_revision, revision_of
from trainer.models import Model

_MAGIC = b"SQLite format 3\x00"
_WHOLE_CHECK_BYTES = 256 * 1024 * 1024
"""Up to this size every page is checked at each start, which takes up to about a second."""

_CLOSE = "Close the program that holds it, then start again."
_MARK = "scenario_version"
"""A table that no other program is likely to have; `event` or `job` say nothing."""


@dataclass(frozen=True, kw_only=True)
class _Advice:
    """What to do about a database, by what is wrong with it."""

    damaged: str
    newer: str
    foreign: str


_FILE = _Advice(
    damaged="Move the file away to start afresh, or put back a copy that you kept.",
    newer="Install that version again, or set POISE_HOME to another folder.",
    foreign="Set POISE_HOME to another folder.",
)
_SERVER = _Advice(
    damaged="Put back a copy that you kept, or set POISE_DATABASE_URL to an empty database.",
    newer="Install that version again, or set POISE_DATABASE_URL to another database.",
    foreign="Set POISE_DATABASE_URL to a database of its own.",
)


def check_file(path: Path) -> None:
    """Refuse a database file that is damaged, foreign, newer or closed to us; change nothing.

    Raises:
        DatabaseUnusableError: The message names the file, what is wrong and what to do.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        fix = "Give yourself the right to read it, or set POISE_HOME to another folder."
        raise DatabaseUnusableError(path, f"{error.strerror}.", fix) from error
    # SQLite writes nothing until the first table: an empty file is one that was just begun.
    if not head:
        return
    if head != _MAGIC:
        raise DatabaseUnusableError(
            path, "it isn't a SQLite file, or its start is lost.", _FILE.damaged
        )
    if not os.access(path, os.W_OK):
        fix = "Give yourself the right to write it, or set POISE_HOME to another folder."
        raise DatabaseUnusableError(path, "it can't be written to.", fix)
    try:
        with closing(sqlite3.connect(_reading_address(path), uri=True)) as connection:
            _check_contents(path, connection)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise DatabaseUnusableError(path, "another program holds it.", _CLOSE) from error
        raise DatabaseUnusableError(path, f"it is damaged ({error}).", _FILE.damaged) from error


def check_server(engine: Engine, url: URL) -> None:
    """Refuse a PostgreSQL database that is out of reach, foreign, damaged or newer than this Poise.

    Raises:
        DatabaseUnusableError: The message has the address without its password.
    """
    where = url.render_as_string(hide_password=True)
    try:
        with engine.connect() as connection:
            tables = set(inspect(connection).get_table_names())
            revision = revision_of(connection)
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0]
        what = "reached" if isinstance(error, OperationalError) else "read"
        fix = "Check POISE_DATABASE_URL, and that the server is running."
        raise DatabaseUnusableError(where, f"it can't be {what} ({reason}).", fix) from error
    _check_tables(where, tables, revision, _SERVER)


def _reading_address(path: Path) -> str:
    # Without a log beside it nobody has the file open, and `immutable` leaves no trace. With one,
    # the newest pages are in the log, so it has to be read too.
    has_log = path.with_name(f"{path.name}-wal").exists()
    return f"file:{quote(str(path))}?mode=ro" + ("" if has_log else "&immutable=1")


def _check_contents(path: Path, connection: sqlite3.Connection) -> None:
    named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    tables = {str(name) for (name,) in named if not name.startswith("sqlite_")}
    if path.stat().st_size <= _WHOLE_CHECK_BYTES:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DatabaseUnusableError(path, f"it is damaged ({verdict}).", _FILE.damaged)
    row = None
    if NOTE in tables:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    _check_tables(path, tables, None if row is None else str(row[0]), _FILE)


def _check_tables(
    where: Path | str, tables: set[str], revision: str | None, advice: _Advice
) -> None:
    """Refuse a database by the tables in it and the revision that it says it is at."""
    is_known = revision in known_revisions()
    if not is_known and _MARK not in tables:
        # Not ours. An empty one may become ours.
        if revision is not None or tables - {NOTE}:
            raise DatabaseUnusableError(where, "it belongs to another program.", advice.foreign)
    elif revision is None:
        problem = "it is damaged (what says which version made its tables is gone)."
        raise DatabaseUnusableError(where, problem, advice.damaged)
    elif not is_known:
        problem = f"a newer version of Poise wrote it (revision {revision!r})."
        raise DatabaseUnusableError(where, problem, advice.newer)
    elif revision == newest_revision() and (gone := set(Model.metadata.tables) - tables):
        problem = f"it is damaged (its table {min(gone)} is gone)."
        raise DatabaseUnusableError(where, problem, advice.damaged)
