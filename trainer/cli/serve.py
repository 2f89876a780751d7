"""`poise serve` and `poise work`: the server on this machine, and its jobs."""

import signal
import socket
import threading
from contextlib import closing

import click
from granian import Granian
from granian.constants import Interfaces

from trainer.cli.startup import prepared
from trainer.config import Settings
from trainer.jobs import Worker

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_THREADS = 8


@click.command()
@click.option("--host", type=click.Choice(_LOOPBACK), help="Which loopback name to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="Which port to listen on.")
def serve(host: str | None, port: int | None) -> None:
    """Serve Poise on this machine alone, with everything it needs."""
    settings = Settings()
    address, number = host or settings.host, port or settings.port
    _refuse_taken_port(address, number)
    with prepared(settings) as sessions:
        shown = f"[{address}]" if ":" in address else address
        click.echo(f"Poise is at http://{shown}:{number}  (Ctrl-C stops it)")
        with Worker(sessions, settings):
            _server(address, number).serve()


@click.command()
def work() -> None:
    """Run waiting jobs until stopped; the server does this by itself on a laptop."""
    settings = Settings()
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with prepared(settings) as sessions, Worker(sessions, settings):
        click.echo("Waiting for jobs (Ctrl-C stops)")
        stop.wait()


def _server(address: str, port: int) -> Granian:
    return Granian(
        "trainer.app:create_app",
        factory=True,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=_THREADS,
        log_access=False,
    )


def _refuse_taken_port(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise click.ClickException(
                f"port {port} on {address} is not free ({error.strerror}); "
                f"stop what uses it or choose another with --port"
            ) from error
