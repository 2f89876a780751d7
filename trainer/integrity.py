"""Whether a database may be opened at all, found out without writing a byte to it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from trainer.errors import DatabaseUnusableError
from trainer.migrations import known_revisions, revision_of

_MAGIC = b"SQLite format 3\x00"
_WHOLE_CHECK_BYTES = 256 * 1024 * 1024
"""Up to this size every page is checked at each start, which takes up to about a second."""

_RESTORE = "Move the file away to start afresh, or put back a copy that you kept."
_NEWER = "Install that version again, or set POISE_HOME to another folder."


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
        raise DatabaseUnusableError(path, "it isn't a SQLite file, or its start is lost.", _RESTORE)
    if not os.access(path, os.W_OK):
        fix = "Give yourself the right to write it, or set POISE_HOME to another folder."
        raise DatabaseUnusableError(path, "it can't be written to.", fix)
    try:
        with closing(sqlite3.connect(_reading_address(path), uri=True)) as connection:
            _check_contents(path, connection)
    except sqlite3.DatabaseError as error:
        raise DatabaseUnusableError(path, f"it is damaged ({error}).", _RESTORE) from error


def check_server(engine: Engine, url: URL) -> None:
    """Refuse a PostgreSQL database that is out of reach or newer than this Poise.

    Raises:
        DatabaseUnusableError: The message has the address without its password.
    """
    where = url.render_as_string(hide_password=True)
    try:
        with engine.connect() as connection:
            revision = revision_of(connection)
    except (OperationalError, DBAPIError) as error:
        reason = str(error.orig).strip().splitlines()[0]
        fix = "Check POISE_DATABASE_URL, and that the server is running."
        raise DatabaseUnusableError(where, f"it can't be reached ({reason}).", fix) from error
    _check_revision(where, revision)


def _reading_address(path: Path) -> str:
    # Without a log beside it nobody has the file open, and `immutable` leaves no trace. With one,
    # the newest pages are in the log, so it has to be read too.
    has_log = path.with_name(f"{path.name}-wal").exists()
    return f"file:{quote(str(path))}?mode=ro" + ("" if has_log else "&immutable=1")


def _check_contents(path: Path, connection: sqlite3.Connection) -> None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if path.stat().st_size <= _WHOLE_CHECK_BYTES:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DatabaseUnusableError(path, f"it is damaged ({verdict}).", _RESTORE)
    if not tables:
        return
    if "alembic_version" not in tables:
        fix = "Set POISE_HOME to another folder."
        raise DatabaseUnusableError(path, "it belongs to another program.", fix)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    _check_revision(path, None if row is None else str(row[0]))


def _check_revision(where: Path | str, revision: str | None) -> None:
    if revision is not None and revision not in known_revisions():
        problem = f"a newer version of Poise wrote it (revision {revision!r})."
        raise DatabaseUnusableError(where, problem, _NEWER)
