"""A real browser against a real server, on a fresh home for every test."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.browser.chromium import path_of_chromium
from tests.browser.watch import Watch
from trainer.app import create_app
from trainer.config import Settings

DESK, PHONE = (1440, 900), (390, 844)

# A machine that does other things meanwhile is slow; nothing here is about how fast it is.
expect.set_options(timeout=20_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-screenshots",
        action="store_true",
        default=False,
        help="Write the README's picture anew.",
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Take the machine's own Chromium where Playwright has brought none."""
    found = path_of_chromium()
    return browser_type_launch_args | ({"executable_path": found} if found else {})


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: the tests look at the pages."""


class Server:
    """Poise on this machine; it can be stopped and started again on the same port and home."""

    def __init__(self, home: Path) -> None:
        self._settings = Settings(home=home)
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        self.app = create_app(self._settings)
        self._server = make_server(
            "127.0.0.1", self._port, self.app, threaded=True, request_handler=_Quiet
        )
        self._port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self.app.extensions["poise"].database.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A running server."""
    running = Server(tmp_path / "home")
    yield running
    running.stop()


Open = Callable[..., Page]


@pytest.fixture
def watch(server: Server) -> Watch:
    """What went wrong in the browser, or left this machine; a test ends with nothing in it."""
    return Watch(server.address)


@pytest.fixture
def open_page(server: Server, browser: Browser, watch: Watch) -> Iterator[Open]:
    """Open a page of its own browser: `open_page("/", size=PHONE, scheme="dark", script=False)`."""
    with ExitStack() as stack:

        def opened(
            path: str = "/",
            *,
            size: tuple[int, int] = DESK,
            scheme: str = "light",
            script: bool = True,
            context: BrowserContext | None = None,
        ) -> Page:
            if context is None:
                context = browser.new_context(
                    base_url=server.address,
                    viewport={"width": size[0], "height": size[1]},
                    color_scheme=scheme,  # type: ignore[arg-type] # "light" or "dark"
                    java_script_enabled=script,
                    reduced_motion="reduce",
                )
                context.set_default_timeout(30_000)
                stack.callback(context.close)
            page = context.new_page()
            watch.follow(page)
            page.goto(path)
            return page

        yield opened
        watch.check()
