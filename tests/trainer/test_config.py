"""Settings come from one table, and a wrong one is refused by its name."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from trainer.config import hand_on, load_settings, settings_table, signing_key
from trainer.errors import ConfigError, KeyFileError


def test_settings_come_from_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("POISE_HOME", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("POISE_PORT", "9000")

    settings = load_settings()

    assert settings.home == tmp_path / "elsewhere"
    assert settings.port == 9000
    assert settings.url.database == str(tmp_path / "elsewhere" / "poise.db")


def test_empty_variable_means_the_default(monkeypatch, tmp_path):
    monkeypatch.setenv("POISE_DATABASE_URL", "")

    assert load_settings(home=tmp_path).url.get_backend_name() == "sqlite"


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_means_psycopg_3(tmp_path, scheme):
    settings = load_settings(home=tmp_path, database_url=f"{scheme}://me@db.example/poise")

    assert settings.url.drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    ("name", "value", "fix"),
    [
        ("POISE_PORT", "eighty", "integer"),
        ("POISE_PORT", "70000", "65535"),
        ("POISE_DATABASE_URL", "mysql://a:hunter2@b/c", "postgresql://"),
        ("POISE_DATABASE_URL", "hunter2", "postgresql://"),
        ("POISE_DATABASE_URL", "sqlite:///:memory:", "in memory"),
        ("POISE_DATABASE_URL", "sqlite:///file:x?mode=memory&uri=true", "in memory"),
        ("POISE_DATABASE_URL", "sqlite://", "sqlite:///file"),
        ("POISE_SECRET_KEY", "hunter2", "16 random characters"),
        ("POISE_SECRET_KEY", f"hunter2{' ' * 16}", "16 random characters"),
        ("POISE_MAX_UPLOAD_MB", "0", "greater than or equal to 1"),
    ],
)
def test_wrong_setting_is_refused_by_name_without_telling_secrets(monkeypatch, name, value, fix):
    monkeypatch.setenv(name, value)

    with pytest.raises(ConfigError) as refused:
        load_settings()

    assert name in str(refused.value)
    assert fix in str(refused.value)
    assert "hunter2" not in str(refused.value)


def test_signing_key_is_made_once_and_private(tmp_path):
    settings = load_settings(home=tmp_path / "home")

    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: signing_key(settings), range(16)))

    assert len(keys) == 1
    assert len(keys.pop()) >= 40
    files = list(settings.home.iterdir())
    assert len(files) == 1
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600


def test_signing_key_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch):
    steps = []
    fsync, link = os.fsync, os.link
    monkeypatch.setattr(os, "fsync", lambda file: (steps.append("flush"), fsync(file)))
    monkeypatch.setattr(os, "link", lambda *paths: (steps.append("name"), link(*paths)))

    signing_key(load_settings(home=tmp_path))

    assert steps == ["flush", "name"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n", "is empty", id="blank"),
        pytest.param(b"short", "shorter than 16", id="short"),
        pytest.param(b"\xff\xfe" * 20, "isn't text", id="binary"),
    ],
)
def test_key_file_that_cannot_be_used_is_refused_by_name(tmp_path, content, problem):
    path = tmp_path / "secret.key"
    path.write_bytes(content)

    with pytest.raises(KeyFileError, match=problem) as refused:
        signing_key(load_settings(home=tmp_path))

    assert str(path) in str(refused.value)
    assert "Delete it" in refused.value.fix
    assert path.read_bytes() == content


def test_key_file_that_cannot_be_reached_is_refused_by_name(tmp_path):
    (tmp_path / "secret.key").mkdir()

    with pytest.raises(KeyFileError, match="POISE_SECRET_KEY"):
        signing_key(load_settings(home=tmp_path))


def test_settings_handed_on_are_what_another_process_reads(tmp_path, monkeypatch):
    for name, _default, _explanation in settings_table():
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("POISE_PORT", "eighty")
    monkeypatch.setenv("poise_host", "nowhere")
    given = load_settings(
        home=tmp_path, port=9001, host="::1", worker=False, secret_key="a key of the command line"
    )

    hand_on(given)

    assert load_settings() == given


def test_signing_key_of_the_settings_comes_first(tmp_path):
    settings = load_settings(home=tmp_path, secret_key="given by the starter")

    assert signing_key(settings) == "given by the starter"
    assert "given by" not in repr(settings)


def test_settings_table_explains_every_setting():
    for name, _default, explanation in settings_table():
        assert name.startswith("POISE_")
        assert explanation.endswith(".")
