"""What every process does at its start: check the database, bring it up to date, know who is in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlalchemy.exc import DatabaseError

from trainer.config import Settings
from trainer.database import Database, connect
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
    if settings.url.get_backend_name() == "sqlite":
        return _open_file(settings, Path(settings.url.database or ""))
    database = connect(settings)
    try:
        check_server(database.engine, settings.url)
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
    identity = ensure_local_identity(database, now=now)
    with database.session_for(identity.organisation_id) as session:
        library = sync_library(session, now=now)
    return Local(
        database=database,
        organisation_id=identity.organisation_id,
        member_id=identity.member_id,
        library=library,
    )


def _open_file(settings: Settings, path: Path) -> Database:
    with _folder_errors(path.parent):
        # What people wrote in practice is theirs: on a shared machine nobody else reads it.
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
    check_file(path)
    database = connect(settings)
    try:
        migrate(database.engine)
    except DatabaseError as error:
        database.close()
        fix = "Check that the disk has room and that the folder can be written to."
        raise DatabaseUnusableError(path, f"it can't be opened ({error.orig}).", fix) from error
    return database


@contextmanager
def _folder_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        fix = "Set POISE_HOME to a folder that you can write to."
        problem = f"its folder can't be made ({error.strerror})."
        raise DatabaseUnusableError(folder, problem, fix) from error
