"""The database: one engine, and sessions that belong to an organisation.

SQLite keeps a write-ahead log, so readers never wait for a writer, and `synchronous=FULL`: a
commit is on the disk before the page answers. Killing the process loses nothing under NORMAL
either, but a laptop's battery would lose the last replies; a person sends one reply a minute,
and the few milliseconds of one more flush are worth it.

On SQLite a transaction that first reads and then writes is refused at once if somebody wrote in
between. So whatever is going to write calls `begin_writing` first: it takes the write lock before
the first read, and others wait for it: `BUSY_MS` in jobs and at the start, `PAGE_BUSY_MS` where
a person waits for a page.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from trainer.config import Settings
from trainer.scope import ORGANISATION, ScopedSession

BUSY_MS = 30_000
"""How long SQLite waits for another's write lock, in milliseconds."""

PAGE_BUSY_MS = 4_000
"""The same for a page: a person rather hears that it is busy, and sends the form again."""

_PATIENCE = "poise_busy_ms"
_IMMEDIATE = "poise_immediate"
_LOCK = 7_649_231  # PostgreSQL's advisory locks are numbers; this one is ours.


class Trouble(StrEnum):
    """Why a database can't do what it is asked for a while; nothing of it was saved."""

    BUSY = "busy"
    FULL = "full"
    AWAY = "away"


_SQLITE_TROUBLES = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_IOERR: Trouble.AWAY,
    sqlite3.SQLITE_CANTOPEN: Trouble.AWAY,
    sqlite3.SQLITE_READONLY: Trouble.AWAY,
}
_POSTGRESQL_TROUBLES = {
    "08": Trouble.AWAY,  # connection
    "40": Trouble.BUSY,  # deadlock, serialization
    "53": Trouble.BUSY,  # too many connections, out of memory
    "55": Trouble.BUSY,  # lock not available
    "57": Trouble.AWAY,  # shut down
}
"""By the class of the SQLSTATE, PostgreSQL's appendix A."""
_DISK_FULL = "53100"


@dataclass(frozen=True, kw_only=True)
class Database:
    """An open database. `session_for` is the only door to what an organisation owns."""

    engine: Engine
    sessions: sessionmaker[ScopedSession]

    def session_for(self, organisation_id: int, *, for_page: bool = False) -> ScopedSession:
        """Return a new session that sees and writes rows of this organisation only.

        One for a page waits `PAGE_BUSY_MS` for another's lock, any other `BUSY_MS`.
        """
        patience = {_PATIENCE: PAGE_BUSY_MS} if for_page else {}
        bind = self.engine.execution_options(**patience)
        return self.sessions(bind=bind, info={ORGANISATION: organisation_id})

    def session(self) -> ScopedSession:
        """Return a new session that sees organisations and none of their rows."""
        return self.sessions()

    def close(self) -> None:
        """Close every pooled connection; the database can be opened again."""
        self.engine.dispose()


def connect(settings: Settings) -> Database:
    """Return the database of the settings, as it is: neither checked nor migrated."""
    engine = _engine(settings)
    factory = sessionmaker(engine, class_=ScopedSession, expire_on_commit=False)
    return Database(engine=engine, sessions=factory)


def begin_writing(session: Session) -> None:
    """Start a transaction that is going to write; on SQLite, with the write lock taken.

    Ends the session's read so far, so that everything read from here on is current.

    Raises:
        ValueError: The session holds changes that were not committed.
    """
    if session.new or session.dirty or session.deleted:
        raise ValueError("the session holds unsaved changes: commit them before begin_writing")
    session.commit()
    session.connection(execution_options={_IMMEDIATE: True})


@contextmanager
def locked(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that nobody else writes beside, and commit at the end."""
    writer = engine.execution_options(**{_IMMEDIATE: True})
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection


def trouble(error: DBAPIError) -> Trouble | None:
    """Return what stood in the way, None if the statement itself was at fault."""
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        # The low byte is the code; what is above it only refines it.
        return _SQLITE_TROUBLES.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    state = getattr(cause, "sqlstate", None)
    if state == _DISK_FULL:
        return Trouble.FULL
    if state is None:
        return Trouble.AWAY if error.connection_invalidated else None
    return _POSTGRESQL_TROUBLES.get(state[:2])


def _engine(settings: Settings) -> Engine:
    url = settings.url
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not start transactions by itself; `_begin_sqlite` does.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        # Without it, INSERT OR REPLACE would delete a row unseen by the append-only triggers.
        "recursive_triggers = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    patience = options.get(_PATIENCE, BUSY_MS)
    # The pool hands one connection to pages and to jobs in turn; it remembers what it was told.
    if connection.info.get(_PATIENCE) != patience:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")
        connection.info[_PATIENCE] = patience
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_IMMEDIATE) else "BEGIN")
