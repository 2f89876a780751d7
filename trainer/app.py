"""The application: settings in, a Flask app out."""

import logging
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask.typing import ResponseReturnValue
from jinja2 import StrictUndefined

from trainer import formatting, security, web
from trainer.config import Settings, load_settings, signing_key
from trainer.extensions import csrf
from trainer.help.views import bp as help_pages
from trainer.opening import open_local
from trainer.practice import queries
from trainer.practice.review_views import bp as review_pages
from trainer.practice.views import bp as practice_pages
from trainer.scorefile.views import bp as scorefile_pages

_MEGABYTE = 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application, its database open, migrated and with the library stored.

    Raises:
        ConfigError: A setting holds a value that can't be used.
        DatabaseUnusableError: The database can't be used; it was left as it was found.
    """
    chosen = settings or load_settings()
    app = Flask(__name__, template_folder=str(_templates()))
    _register_settings(app, chosen)
    app.extensions["poise"] = open_local(chosen, now=datetime.now(UTC))
    # First: what is refused by its host or its size is never parsed.
    security.protect(app)
    csrf.init_app(app)
    formatting.register(app)
    web.register_errors(app)
    app.teardown_appcontext(web.close_session)
    _register_pages(app)
    return app


def _templates() -> Path:
    """Return the folder of the templates: inside the package when installed, else beside it."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "templates"


def _register_settings(app: Flask, settings: Settings) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.logger.setLevel(logging.INFO)
    app.config.update(
        SECRET_KEY=signing_key(settings),
        SESSION_COOKIE_NAME="poise",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A page left open over lunch must still be able to send what was written on it.
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=settings.max_upload_mb * _MEGABYTE,
        SEND_FILE_MAX_AGE_DEFAULT=365 * 24 * 3600,
        POISE_SETTINGS=settings,
    )


def _register_pages(app: Flask) -> None:
    for pages in (practice_pages, review_pages, scorefile_pages, help_pages):
        app.register_blueprint(pages)
    app.add_url_rule("/healthz", view_func=healthz)


def healthz() -> ResponseReturnValue:
    """Say that the process answers and reaches its database."""
    queries.playbook_current(web.session())
    return {"status": "ok"}
