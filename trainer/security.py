"""What stands between the application and whatever a browser or a stranger sends it."""

import re

from flask import Flask, Response, abort, request

from trainer.identifiers import is_public_id

# The whole header, and no address parser: those forgive user names, paths and ports of letters.
_LOOPBACK = re.compile(r"(?ai)(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]{1,5})?")

# Everything comes from us: no inline script or style, no other host, no frame around us.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
FORM_BYTES = 1024 * 1024
"""Largest form without a file: a reply of 100,000 four-byte characters, percent-encoded, fits."""

UPLOAD_ENDPOINTS = frozenset({"scorefile.upload"})


def protect(app: Flask) -> None:
    """Check where each request says it goes and how large it is; send the headers of ours."""
    app.before_request(_refuse_other_hosts)
    app.before_request(_refuse_odd_addresses)
    app.before_request(_limit_size)
    app.after_request(_add_headers)


def is_loopback(host: str) -> bool:
    """Return whether a Host header names this machine alone, with or without a port.

    A page elsewhere can point its own name at 127.0.0.1 and then reach a local
    server; the Host header still tells.
    """
    return _LOOPBACK.fullmatch(host) is not None


def _refuse_other_hosts() -> None:
    if not is_loopback(request.headers.get("Host", "")):
        abort(400, description="host")


def _refuse_odd_addresses() -> None:
    """Answer 404 to an id that we never gave out, before a database is asked for it."""
    for name, value in (request.view_args or {}).items():
        if name.endswith("_id") and not is_public_id(value):
            abort(404)


def _limit_size() -> None:
    if request.endpoint not in UPLOAD_ENDPOINTS:
        request.max_content_length = FORM_BYTES
        # The form parser's own limit is lower than ours; a long reply is refused in words.
        request.max_form_memory_size = FORM_BYTES


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        # Pages hold what people wrote, and the back button must show what is stored.
        # Whatever a view set is replaced: `send_file` lets a file be kept for as long as a script.
        response.headers["Cache-Control"] = "no-store"
        response.headers.pop("Expires", None)
    return response
