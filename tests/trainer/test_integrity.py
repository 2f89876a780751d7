"""A database that can't be used is refused by name and left as it was, byte for byte."""

import hashlib
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect

from trainer import database as databases
from trainer import opening
from trainer.config import Settings, load_settings
from trainer.database import connect
from trainer.errors import DatabaseUnusableError
from trainer.integrity import check_file
from trainer.migrations import migrate
from trainer.opening import open_database


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose database is migrated, holds rows and was closed."""
    settings = load_settings(home=tmp_path)
    database = connect(settings)
    migrate(database.engine)
    database.close()
    return tmp_path


def contents(home: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in home.iterdir()}


def tear(path: Path) -> None:
    """Overwrite a page in the middle, as a failing disk does."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096)


def age(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (id INTEGER)")
        connection.commit()


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def forget_revision(path: Path) -> None:
    run(path, "DELETE FROM alembic_version")


def lose_a_table(path: Path) -> None:
    run(path, "DROP TABLE dispute")


def foreign_with_migrations(path: Path) -> None:
    path.unlink()
    run(
        path,
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('ae1027a6acf')",
        "CREATE TABLE event (id INTEGER PRIMARY KEY AUTOINCREMENT)",
    )


DAMAGE = {
    "not SQLite": (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 5000), "isn't a SQLite"),
    "torn page": (tear, "is damaged"),
    "cut short": (lambda path: os.truncate(path, 20_000), "is damaged"),
    "header only": (lambda path: os.truncate(path, 60), "is damaged"),
    "newer": (lambda path: age(path, "2031_01_01"), "newer version of Poise.*2031_01_01"),
    "another program's": (foreign, "another program"),
    "another program's with migrations": (foreign_with_migrations, "another program"),
    "no revision": (forget_revision, "what says which version made its tables is gone"),
    "a table is gone": (lose_a_table, "its table dispute is gone"),
}


@pytest.mark.parametrize(("spoil", "problem"), DAMAGE.values(), ids=DAMAGE.keys())
def test_unusable_file_is_refused_by_name_and_left_untouched(home, spoil, problem):
    path = home / "poise.db"
    spoil(path)
    before = contents(home)

    with pytest.raises(DatabaseUnusableError, match=problem) as refused:
        open_database(load_settings(home=home))

    assert contents(home) == before
    assert str(path) in str(refused.value)
    assert refused.value.fix


def test_folder_in_the_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "poise.db").mkdir()

    with pytest.raises(DatabaseUnusableError, match="directory"):
        open_database(load_settings(home=tmp_path))


def test_home_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(DatabaseUnusableError, match="folder can't be made"):
        open_database(load_settings(home=tmp_path / "file" / "home"))


def test_check_leaves_no_trace_beside_a_closed_database(home):
    before = contents(home)

    check_file(home / "poise.db")

    assert contents(home) == before


def test_check_passes_while_another_process_writes(home):
    path = home / "poise.db"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE alembic_version SET version_num = version_num")

        check_file(path)


def test_check_reads_what_is_still_in_the_log(home):
    path = home / "poise.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE alembic_version SET version_num = '2031_01_01'")
        other.commit()

        with pytest.raises(DatabaseUnusableError, match="newer"):
            check_file(path)


@pytest.mark.parametrize(
    "begun", [pytest.param(True, id="empty file"), pytest.param(False, id="none")]
)
def test_missing_or_empty_file_becomes_a_database(tmp_path, begun):
    home = tmp_path / "new" / "home with % and ?"
    if begun:
        home.mkdir(parents=True)
        (home / "poise.db").touch()

    open_database(load_settings(home=home)).close()

    check_file(home / "poise.db")


def test_new_home_is_its_owners_alone(tmp_path):
    home = tmp_path / "home"

    open_database(load_settings(home=home)).close()

    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def execute(settings: Settings, *statements: str) -> None:
    database = connect(settings)
    with database.engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    database.close()


def tables(settings: Settings) -> list[str]:
    database = connect(settings)
    names = inspect(database.engine).get_table_names()
    database.close()
    return sorted(names)


def test_database_of_a_newer_version_is_refused(settings):
    execute(settings, "UPDATE alembic_version SET version_num = '2031_01_01'")

    with pytest.raises(DatabaseUnusableError, match="newer"):
        open_database(settings)


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(["CREATE TABLE bookmarks (id INTEGER)"], id="tables"),
        pytest.param(
            [
                "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('ae1027a6acf')",
                "CREATE TABLE event (id INTEGER)",
            ],
            id="another alembic",
        ),
        pytest.param(
            [
                "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('ae1027a6acf')",
            ],
            id="another alembic, begun",
        ),
    ],
)
def test_database_of_another_program_is_refused_and_left_untouched(empty_settings, statements):
    execute(empty_settings, *statements)
    before = tables(empty_settings)

    with pytest.raises(DatabaseUnusableError, match="another program") as refused:
        open_database(empty_settings)

    assert tables(empty_settings) == before
    assert "POISE_" in refused.value.fix


def test_database_that_lost_its_revision_is_refused(empty_settings):
    open_database(empty_settings).close()
    execute(empty_settings, "DELETE FROM alembic_version")

    with pytest.raises(DatabaseUnusableError, match="which version made its tables"):
        open_database(empty_settings)


def test_migration_that_cannot_be_done_is_told_with_the_database(empty_settings, monkeypatch):
    def stumble(engine: Engine) -> None:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE nowhere.at_all (id INTEGER)")

    monkeypatch.setattr(opening, "migrate", stumble)

    with pytest.raises(DatabaseUnusableError, match="nowhere") as refused:
        open_database(empty_settings)

    assert "POISE_" in refused.value.fix
    assert "disk" not in refused.value.fix


def test_file_that_another_program_holds_is_refused_in_those_words(home, monkeypatch):
    monkeypatch.setattr(databases, "BUSY_MS", 50)
    settings = load_settings(home=home)
    with closing(sqlite3.connect(home / "poise.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(DatabaseUnusableError, match="locked") as refused:
            open_database(settings)

    assert "Close the program that holds it" in refused.value.fix


def test_file_that_another_program_holds_alone_is_not_called_damaged(home, monkeypatch):
    monkeypatch.setattr(databases, "BUSY_MS", 50)
    settings = load_settings(home=home)
    with closing(sqlite3.connect(home / "poise.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE alembic_version SET version_num = version_num")

        with pytest.raises(DatabaseUnusableError) as refused:
            open_database(settings)

    assert "damaged" not in str(refused.value)
    assert "Close the program that holds it" in refused.value.fix


def test_postgresql_out_of_reach_is_refused_without_its_password(tmp_path):
    address = "postgresql://poise:secret@127.0.0.1:1/poise"

    with pytest.raises(DatabaseUnusableError, match="can't be reached") as refused:
        open_database(load_settings(home=tmp_path, database_url=address))

    assert "secret" not in str(refused.value)
    assert "POISE_DATABASE_URL" in refused.value.fix
