"""Settings come from one table, and a wrong one is refused by its name."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from trainer.config import load_settings, settings_table, signing_key
from trainer.errors import ConfigError


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


def test_signing_key_of_the_settings_comes_first(tmp_path):
    settings = load_settings(home=tmp_path, secret_key="given")

    assert signing_key(settings) == "given"
    assert "given" not in repr(settings)


def test_settings_table_explains_every_setting():
    for name, _default, explanation in settings_table():
        assert name.startswith("POISE_")
        assert explanation.endswith(".")
