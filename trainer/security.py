"""What stands between the application and whatever a browser or a stranger sends it."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

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
    app.before_request(_limit_size)
    app.after_request(_add_headers)


def is_loopback(host: str) -> bool:
    """Return whether a Host header names this machine alone, with or without a port.

    A page elsewhere can point its own name at 127.0.0.1 and then reach a local
    server; the Host header still tells.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _refuse_other_hosts() -> None:
    if not is_loopback(request.headers.get("Host", "")):
        abort(400, description="host")


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
        response.headers.setdefault("Cache-Control", "no-store")
    return response
