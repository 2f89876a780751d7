"""What every process does at its start: check the database, bring it up to date, know who is in."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from trainer.config import Settings
from trainer.database import Database, Trouble, connect, trouble
from trainer.errors import DatabaseUnusableError
from trainer.integrity import check_file, check_server
from trainer.library_sync import LibraryReport, sync_library
from trainer.local import ensure_local_identity
from trainer.migrations import migrate


@dataclass(frozen=True, kw_only=True)
class Local:
    """An open laptop installation."""

    database: Database
    organisation_id: int
    member_id: int
    library: LibraryReport

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.database.close()


def open_database(settings: Settings) -> Database:
    """Return the database of the settings, checked, made where missing, and migrated.

    Raises:
        DatabaseUnusableError: It is damaged, foreign, newer or out of reach; it was not touched.
    """
    is_file = settings.url.get_backend_name() == "sqlite"
    if is_file:
        _make_places(settings, _path(settings))
        check_file(_path(settings))
    database = connect(settings)
    try:
        if not is_file:
            check_server(database.engine, settings.url)
        with _explained(settings):
            migrate(database.engine)
    except BaseException:
        database.close()
        raise
    return database


def open_local(settings: Settings, *, now: datetime) -> Local:
    """Return the laptop installation: its database, its one member, the library stored.

    Raises:
        DatabaseUnusableError: See `open_database`.
    """
    database = open_database(settings)
    try:
        with _explained(settings):
            identity = ensure_local_identity(database, now=now)
            with database.session_for(identity.organisation_id) as session:
                library = sync_library(session, now=now)
    except BaseException:
        database.close()
        raise
    return Local(
        database=database,
        organisation_id=identity.organisation_id,
        member_id=identity.member_id,
        library=library,
    )


def _path(settings: Settings) -> Path:
    return Path(settings.url.database or "")


def _make_places(settings: Settings, path: Path) -> None:
    """Make what is missing so that nobody else reads it; what is there keeps its own rights.

    What people wrote in practice is theirs, on a shared machine and in a shared folder too.
    """
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fix = "Set POISE_HOME to a folder that you can write to."
        problem = f"its folder can't be made ({error.strerror})."
        raise DatabaseUnusableError(path.parent, problem, fix) from error
    if not path.exists():
        with suppress(OSError):  # SQLite says what is in the way, and better.
            path.touch(mode=0o600)


@contextmanager
def _explained(settings: Settings) -> Iterator[None]:
    """Turn what a database says into what is wrong with it and what to do."""
    is_file = settings.url.get_backend_name() == "sqlite"
    where = _path(settings) if is_file else settings.url.render_as_string(hide_password=True)
    try:
        yield
    except (SQLAlchemyError, CommandError) as error:
        found = error.orig if isinstance(error, DBAPIError) else error
        reason = (str(found).strip() or type(error).__name__).splitlines()[0]
        fix = _fix(error, is_file=is_file)
        raise DatabaseUnusableError(where, f"it can't be opened ({reason}).", fix) from error


def _fix(error: Exception, *, is_file: bool) -> str:
    what = trouble(error) if isinstance(error, DBAPIError) else None
    if what is Trouble.BUSY:
        return "Close the program that holds it, then start again."
    if what is Trouble.FULL:
        return "The disk is full: make room, then start again."
    if is_file:
        return "Check that its folder can be written to, or set POISE_HOME to another folder."
    return "Check that the user of POISE_DATABASE_URL may make tables and write to them."
