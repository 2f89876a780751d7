"""Settings: one table of names, defaults and help. Nothing else reads the environment."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from trainer.errors import ConfigError, KeyFileError

PREFIX = "POISE_"
DATABASE_FILE = "poise.db"
SECRET_FILE = "secret.key"  # noqa: S105 - the name of a file, not a secret
_SHORTEST_KEY = 16
_NEW_KEY = "Delete it and Poise makes another; pages that are open must then be loaded again."


def default_home() -> Path:
    """Return the platform's folder for a user's data, e.g. `~/.local/share/poise`."""
    return platformdirs.user_data_path("poise", appauthor=False)


class Settings(BaseSettings):
    """What can be set, each from `POISE_<NAME>` in the environment."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    home: Path = Field(
        default_factory=default_home,
        description="Folder of the database, uploads and the secret key.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL address, postgresql://user:password@host/name; "
        "without it, the file poise.db in POISE_HOME.",
    )
    host: str = Field(
        default="127.0.0.1",
        description="Loopback address that the server listens on: 127.0.0.1, localhost or ::1.",
    )
    port: int = Field(default=8765, ge=0, le=65535, description="Port; 0 takes a free one.")
    secret_key: SecretStr | None = Field(
        default=None,
        description="Key that signs cookies, 16 characters or more; without it, a file in "
        "POISE_HOME, made at the first start.",
    )
    worker: bool = Field(default=True, description="Whether the server runs queued jobs itself.")
    max_upload_mb: int = Field(
        default=64, ge=1, le=4096, description="Largest file that may be uploaded, in megabytes."
    )

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            _parse_url(value.get_secret_value())
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().strip()) < _SHORTEST_KEY:
            raise ValueError(
                f"give {_SHORTEST_KEY} random characters or more, "
                "or leave it unset and Poise makes one"
            )
        return value

    @property
    def url(self) -> URL:
        """The database's address; `postgresql://` means psycopg 3."""
        if self.database_url is not None:
            return _parse_url(self.database_url.get_secret_value())
        return URL.create("sqlite", database=str(self.home / DATABASE_FILE))

    @property
    def files(self) -> Path:
        """The folder of uploads and results."""
        return self.home / "files"


def load_settings(**overrides: Any) -> Settings:
    """Return the settings of the environment, with `overrides` before them.

    Raises:
        ConfigError: A value can't be used; the message names the variable and the fix.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = f"{PREFIX}{'_'.join(str(part) for part in first['loc'])}".upper()
        # A database address may hold a password, so its value is never repeated.
        shown = "***" if name.endswith(("URL", "KEY")) else first["input"]
        raise ConfigError(name, shown, first["msg"].removeprefix("Value error, ")) from None


def hand_on(settings: Settings) -> None:
    """Write the settings into the environment, so that processes started from here have them too.

    Otherwise a process that reads them anew would miss what the command line said.
    """
    names = {f"{PREFIX}{name}".upper(): getattr(settings, name) for name in Settings.model_fields}
    # Names are read in any case, so `poise_port` would still come between.
    for other in [name for name in os.environ if name.upper() in names]:
        del os.environ[other]
    for name, value in names.items():
        if value is not None:
            is_secret = isinstance(value, SecretStr)
            os.environ[name] = value.get_secret_value() if is_secret else str(value)


def settings_table() -> tuple[tuple[str, str, str], ...]:
    """Return (variable, default, help) for every setting, in order; the README prints it."""
    return tuple(
        (f"{PREFIX}{name.upper()}", _default_text(name), field.description or "")
        for name, field in Settings.model_fields.items()
    )


def signing_key(settings: Settings) -> str:
    """Return the key that signs cookies, from the settings or a private file in the home folder.

    Raises:
        KeyFileError: The file is too short to hold a key, isn't text, or can't be read or made.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    path = settings.home / SECRET_FILE
    try:
        if not path.exists():
            _write_once(path, secrets.token_urlsafe(32))
        key = path.read_text(encoding="ascii").strip()
    except UnicodeDecodeError:
        raise KeyFileError(path, "it isn't text.", _NEW_KEY) from None
    except OSError as error:
        fix = "Give yourself the right to it, or set POISE_SECRET_KEY."
        raise KeyFileError(path, f"{error.strerror}.", fix) from error
    if len(key) < _SHORTEST_KEY:
        problem = f"it is shorter than {_SHORTEST_KEY} characters." if key else "it is empty."
        raise KeyFileError(path, problem, _NEW_KEY)
    return key


def _write_once(path: Path, text: str) -> None:
    """Write a private file whole; of several processes at once, the first one wins."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        # The name must never reach the disk before the words do.
        os.fsync(file.fileno())
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()


def _parse_url(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError:
        raise ValueError("give an address like postgresql://user:password@host/name") from None
    if url.drivername in {"postgresql", "postgres", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database:
        # Each connection would have a memory, and a lifetime, of its own.
        if url.database.startswith((":memory:", "file:")):
            raise ValueError("a database in memory can't be shared; give sqlite:////path/to/file")
        return url
    raise ValueError("only postgresql:// and sqlite:///file addresses are supported")


def _default_text(name: str) -> str:
    if name == "home":
        return "the user's data folder"
    default = Settings.model_fields[name].default
    return "" if default is None else str(default)
