"""What every view shares: the signed-in member's session, htmx, errors in words."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Flask, current_app, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from trainer import errors
from trainer.database import Trouble, trouble
from trainer.local import local_member
from trainer.models import Member
from trainer.scope import ScopedSession


@dataclass(frozen=True, kw_only=True)
class Message:
    """What an error page says."""

    title: str
    text: str
    status: int


_STATUSES: dict[int, tuple[str, str]] = {
    400: ("That request didn’t come through.", "Go back, reload the page and try again."),
    404: ("There’s nothing here.", "The address may be mistyped, or the page isn’t yours to see."),
    405: ("That can’t be done from here.", "Go back to the page and use its buttons."),
    413: ("That is too large to take.", "Send less text or a smaller file. Nothing was saved."),
    422: (
        "Something in that form can’t be used.",
        "Nothing was saved. Go back, reload the page and send it again.",
    ),
    500: (
        "Something broke on our side.",
        "Nothing you sent before is lost. Go back and try again, or restart Poise.",
    ),
    503: (
        "Poise is busy.",
        "Nothing was lost, and nothing was saved twice. Wait a moment, then send it again.",
    ),
}
_TROUBLES: dict[Trouble, tuple[str, str]] = {
    Trouble.BUSY: _STATUSES[503],
    Trouble.FULL: (
        "The disk is full.",
        "What you sent last wasn’t saved; everything before it is. Make room, then send it again.",
    ),
    Trouble.AWAY: (
        "The database can’t be reached.",
        "Nothing saved is lost. Once it is back, send this again: it counts once.",
    ),
}
_DOMAIN_STATUSES: tuple[tuple[type[errors.PoiseError], int], ...] = (
    (errors.NotFoundError, 404),
    (errors.RoleError, 403),
    (errors.InputError, 422),
    (errors.RaceLostError, 503),
    (errors.ScenarioUnreadableError, 409),
    (errors.PoiseError, 500),
)


def register_errors(app: Flask) -> None:
    """Answer every error with a page of ours, kind and in words."""
    app.register_error_handler(CSRFError, _csrf_failed)
    app.register_error_handler(HTTPException, _http_failed)
    app.register_error_handler(errors.PoiseError, _domain_failed)
    app.register_error_handler(DBAPIError, _database_failed)
    app.register_error_handler(Exception, _anything_failed)


def _csrf_failed(_error: CSRFError) -> ResponseReturnValue:
    return _page(
        "This form has gone stale.",
        "Poise was restarted with another key, or cookies are off. Go back, reload the page and "
        "send it again. If you had written something, it is still in the box.",
        400,
    )


def _http_failed(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    if error.code == 400 and error.description == "host":
        return _page(
            "Poise only answers on this machine.",
            "Open it at http://localhost or http://127.0.0.1, with the port it printed.",
            400,
        )
    title, text = _STATUSES.get(error.code, (error.name, "Go back and try again."))
    return _page(title, text, error.code)


def _domain_failed(error: errors.PoiseError) -> ResponseReturnValue:
    status = next(status for kind, status in _DOMAIN_STATUSES if isinstance(error, kind))
    if status == 404:
        return _page(*_STATUSES[404], 404)
    if status == 500:
        current_app.logger.error("request failed", exc_info=error)
    title = "That couldn’t be done." if status != 500 else _STATUSES[500][0]
    return _page(title, str(error), status)


def _database_failed(error: DBAPIError) -> ResponseReturnValue:
    close_session()
    what = trouble(error)
    if what is None:
        return _anything_failed(error)
    current_app.logger.warning("the database is %s: %s", what, error.orig)
    return _page(*_TROUBLES[what], 503)


def _anything_failed(error: Exception) -> ResponseReturnValue:
    current_app.logger.error("request failed", exc_info=error)
    return _page(*_STATUSES[500], 500)


def _page(title: str, text: str, status: int) -> ResponseReturnValue:
    message = Message(title=title, text=text, status=status)
    return render_template("errors/error.html", message=message), status


def is_htmx() -> bool:
    """Return whether htmx asked and wants a fragment."""
    return request.headers.get("HX-Request") == "true"


def page_number() -> int:
    """Return which page of a list was asked for, from 1; the first, if it is none."""
    return min(max(request.args.get("page", default=1, type=int), 1), 10_000)


def now() -> datetime:
    """Return this moment; the one place where the pages look at a clock."""
    return datetime.now(UTC)


def new_key() -> str:
    """Return a key that makes a form count once, however often it is sent."""
    return secrets.token_urlsafe(16)


def session() -> ScopedSession:
    """Return the request's session, of the signed-in member's organisation."""
    if "session" not in g:
        local = current_app.extensions["poise"]
        g.session = local.database.session_for(local.organisation_id, for_page=True)
    found: ScopedSession = g.session
    return found


def member() -> Member:
    """Return the signed-in member; on a laptop there is one."""
    if "member" not in g:
        g.member = local_member(session(), current_app.extensions["poise"].member_id)
    found: Member = g.member
    return found


def close_session(_error: BaseException | None = None) -> None:
    """Give the request's connection back."""
    if (opened := g.pop("session", None)) is not None:
        opened.close()
