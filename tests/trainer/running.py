"""`poise serve` as it really runs, in processes of its own, and a visitor over HTTP."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

from tests.trainer.pages.visitor import Page
from trainer.config import Settings

_START = "from trainer.cli import main; main()"


@dataclass
class Connection:
    """A browser's memory, over real HTTP; the cookie outlives the server."""

    cookie: str = ""
    address: str = ""
    seconds: float = 60.0
    last: HTTPConnection = field(init=False)

    def get(self, path: str) -> Page:
        self.send("GET", path)
        return self.receive(path)

    def post(self, path: str, fields: dict[str, str]) -> Page:
        """Send a form and follow where it leads."""
        self.send("POST", path, fields)
        return self.receive(path)

    def send(self, method: str, path: str, fields: dict[str, str] | None = None) -> None:
        """Send a request and don't wait for what comes back."""
        self.last = HTTPConnection(urlsplit(self.address).netloc, timeout=self.seconds)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.last.request(method, path, urlencode(fields) if fields is not None else None, headers)

    def status(self) -> int | None:
        """Return the status that came back, or None: the server was gone first."""
        try:
            response = self.last.getresponse()
            response.read()
            return response.status
        except (OSError, HTTPException):
            return None
        finally:
            self.last.close()

    def receive(self, path: str) -> Page:
        """Return what came back, after its redirect."""
        response = self.last.getresponse()
        text = response.read().decode()
        if cookie := response.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        self.last.close()
        if response.status == 303:
            return self.get(response.getheader("Location") or "")
        headers = dict(response.getheaders())
        return Page(status=response.status, text=text, path=path, headers=headers)


@dataclass(frozen=True, kw_only=True)
class Server:
    """The processes of one `poise serve`."""

    process: "subprocess.Popen[str]"
    address: str

    def kill(self) -> None:
        """End all of them at once, as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()


@contextmanager
def serving(settings: Settings, *arguments: str, **variables: str) -> Iterator[Server]:
    """Serve on a free port, and leave nothing running behind."""
    with started(settings, *arguments, **variables) as process:
        yield Server(process=process, address=_told_address(process))


@contextmanager
def started(
    settings: Settings, *arguments: str, **variables: str
) -> Iterator["subprocess.Popen[str]"]:
    """Start the server, which says where it is in its own time, and leave nothing behind."""
    process = subprocess.Popen(
        [sys.executable, "-c", _START, "serve", "--port", "0", *arguments],
        env=os.environ | variables_of(settings) | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        Server(process=process, address="").kill()


def _told_address(process: "subprocess.Popen[str]") -> str:
    said = ""
    while "Poise is at " not in (line := process.stdout.readline()):
        said += line
        assert line, f"the server did not start: {said}"
    return line.split("Poise is at ")[1].split()[0]


def variables_of(settings: Settings) -> dict[str, str]:
    """Return what another process needs in order to open the same database."""
    found = {"POISE_HOME": str(settings.home)}
    if settings.database_url is not None:
        found["POISE_DATABASE_URL"] = settings.database_url.get_secret_value()
    return found
