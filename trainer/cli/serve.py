"""`poise serve` and `poise work`: the server on this machine, and its jobs."""

import multiprocessing
import multiprocessing.process
import os
import signal
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from multiprocessing.util import Finalize

import click
from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from trainer.app import create_app
from trainer.cli.announce import announce_when_up
from trainer.config import Settings, hand_on, load_settings, signing_key
from trainer.database import Database
from trainer.errors import PoiseError
from trainer.jobs import Worker
from trainer.opening import Local, open_local

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_THREADS = 8
_STOPS = frozenset(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl-C, a service that is stopped, and a terminal that is closed, where the system has them."""

_LONGEST_STOP = 5
"""Seconds that the server's own process may take to stop; then it is killed."""


@click.command()
@click.option("--host", type=click.Choice(_LOOPBACK), help="Which loopback name to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Which port; 0 takes a free one.")
def serve(host: str | None, port: int | None) -> None:
    """Serve Poise on this machine alone, with everything it needs."""
    with _opened(host=host, port=port) as (settings, _):
        if settings.host not in _LOOPBACK:
            raise click.ClickException(
                f"POISE_HOST is {settings.host!r}: use one of {', '.join(_LOOPBACK)}"
            )
        # Found out here, in one line; the server's own process would only stop.
        signing_key(settings)
        number = _free_port(settings.host, settings.port)
        hand_on(settings.model_copy(update={"port": number}))
    # The server forks its process from this one, so no thread and no connection is left here:
    # a lock held by a thread at that moment would stay locked in the other process for ever.
    _serve(settings.host, number)


@click.command()
def work() -> None:
    """Run waiting jobs until stopped; the server does this by itself on a laptop."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with _opened() as (settings, local), Worker(local.database, settings):
        click.echo("Waiting for jobs (Ctrl-C stops)")
        stop.wait()


@contextmanager
def _opened(
    *, host: str | None = None, port: int | None = None
) -> Iterator[tuple[Settings, Local]]:
    """Give the settings and the open database; say in one line why it can't be opened."""
    try:
        settings = load_settings(host=host, port=port)
        with open_local(settings, now=datetime.now(UTC)) as local:
            counts = Counter(problem.file for problem in local.library.problems)
            for file, count in counts.items():
                click.echo(f"Left out: {file}. `poise scenario check` lists its {count} problems.")
            yield settings, local
    except PoiseError as error:
        raise click.ClickException(str(error)) from error


def _serve(address: str, port: int) -> None:
    """Answer requests until the process is told to stop, or its terminal is closed."""
    server = Granian(
        "trainer.cli.serve:watched_app",
        factory=True,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=_THREADS,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=_LONGEST_STOP,
    )
    server.on_startup(partial(_stop_at_signals, server.signal_handler_interrupt))
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(
            before=partial(signal.pthread_sigmask, signal.SIG_BLOCK, _STOPS),
            after_in_parent=partial(signal.pthread_sigmask, signal.SIG_UNBLOCK, _STOPS),
            after_in_child=_leave_stopping_to_the_parent,
        )
    server.serve()


def _stop_at_signals(end: Callable[[], object]) -> None:
    """End at Ctrl-C, at a service's stop and at a hang-up, whenever they come.

    Granian's own handler sets an event that the main thread may be about to wait for, with its
    lock in hand: then both stand still for ever. A thread has to wait for no such lock. At a
    hang-up Granian would start over, and hold the port with no terminal.
    """

    def stop(*_: object) -> None:
        threading.Thread(target=end).start()

    for number in _STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # As nohup asks.
            signal.signal(number, stop)


def watched_app() -> Flask:
    """Return the application, in a server process that runs its jobs and ends with its parent.

    Otherwise a parent killed with -9 would leave this process behind, holding the port. It also
    tells the address, because only here may a thread be started (see `serve`).
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        _leave_stopping_to_the_parent()  # Once more, for a child that was not forked.
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    settings = load_settings()
    app = create_app(settings)
    if settings.worker:
        _run_jobs(app.extensions["poise"].database, settings)
    announce_when_up(settings.host, settings.port)
    return app


def _leave_stopping_to_the_parent() -> None:
    """Let the parent's word stop this process, and nothing else; before any thread starts.

    Ctrl-C and a hang-up go to every process of a terminal, and the parent tells this one as well:
    of two signals at once Granian loses both, and the terminal hangs. What the parent says before
    the application is made must not go to the handler that a fork inherits from it.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # Windows has none.
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS - {signal.SIGTERM})
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _run_jobs(database: Database, settings: Settings) -> None:
    """Run jobs in a thread of this process; a stop gives the running one back to the queue."""
    worker = Worker(database, settings)
    worker.__enter__()
    # A child process ends without `atexit`; multiprocessing's own finalisers do run.
    Finalize(None, worker.__exit__, args=(None, None, None), exitpriority=10)


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _free_port(address: str, port: int) -> int:
    """Return the port if it is free, or a free one for 0; otherwise say what to do."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise click.ClickException(
                f"port {port} on {address} is not free ({error.strerror}): "
                f"stop what uses it, or choose another with --port"
            ) from error
        number: int = probe.getsockname()[1]
        return number
