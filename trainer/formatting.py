"""Jinja filters and globals: initials, colours, moments, addresses of static files."""

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zlib import crc32

from flask import Flask, url_for

STYLE_SHEETS = (
    "css/tokens.css",
    "css/base.css",
    *(
        f"css/components/{name}.css"
        for name in (
            "shell",
            "button",
            "field",
            "panel",
            "tag",
            "ring",
            "mood",
            "marked",
            "dial",
            "meter",
            "chart",
            "table",
            "notice",
            "objection",
            "post",
            "composer",
            "facts",
            "card",
            "coach",
        )
    ),
    *(f"css/pages/{name}.css" for name in ("desk", "debrief", "home", "document", "batch")),
    "css/states.css",
)

# Dark enough for white initials at 4.5:1, and none of them a verdict's colour.
_AVATARS = (
    "#7d3b46",
    "#7a4a2b",
    "#575f22",
    "#2f6b55",
    "#33586a",
    "#4a4f86",
    "#6a4a6e",
    "#5c5148",
)


def register(app: Flask) -> None:
    """Give every template our filters and globals."""
    app.add_template_filter(initials)
    app.add_template_filter(avatar_colour)
    app.add_template_filter(day)
    app.add_template_global(static_url)
    app.jinja_env.globals["style_sheets"] = STYLE_SHEETS


def initials(name: str) -> str:
    """Return one or two initials of a name, or "?" where it holds no letter."""
    words = [word for word in name.split() if any(map(str.isalnum, word))]
    letters = [next(filter(str.isalnum, word)) for word in words]
    return "".join([*letters[:1], *letters[1:][-1:]]).upper() or "?"


def avatar_colour(name: str) -> str:
    """Return the colour of a person's disc: always the same for the same name."""
    return _AVATARS[crc32(name.encode("utf-8", "replace")) % len(_AVATARS)]


def day(moment: datetime) -> str:
    """Return a moment as "20 Mar 2026, 21:34 UTC"."""
    at = moment.astimezone(UTC)
    return f"{at.day} {at:%b %Y, %H:%M} UTC"


def static_url(filename: str) -> str:
    """Return the address of a static file; it changes with the content, so it can be cached."""
    return url_for("static", filename=filename, v=_fingerprint(filename))


@cache
def _fingerprint(filename: str) -> str:
    path = Path(__file__).parent / "static" / filename
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
