"""Telling where Poise is, once it is there."""

import threading
import time
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException

import click

_PAUSE = 0.05  # Seconds between two looks.
_PATIENCE = 10.0  # Seconds that one answer may take; the first one loads the scenarios.


def announce_when_up(host: str, port: int) -> threading.Thread:
    """Print the server's address as soon as it answers there, from a thread of its own.

    An address that is told before anybody listens is one that a browser refuses to open.
    """
    thread = threading.Thread(
        target=_announce, args=(host, port), name="poise-announce", daemon=True
    )
    thread.start()
    return thread


def _announce(host: str, port: int) -> None:
    while not _answers(host, port):
        time.sleep(_PAUSE)
    shown = f"[{host}]" if ":" in host else host
    # Whoever started the server may have closed its output; that is no reason to stop serving.
    with suppress(OSError):
        click.echo(f"Poise is at http://{shown}:{port}  (Ctrl-C stops it)")


def _answers(host: str, port: int) -> bool:
    with closing(HTTPConnection(host, port, timeout=_PATIENCE)) as connection:
        try:
            connection.request("GET", "/healthz")
            connection.getresponse().read()
        except (OSError, HTTPException):
            return False
        return True
