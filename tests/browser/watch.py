"""What a browser complains about, and whom it asks."""

from playwright.sync_api import ConsoleMessage, Page, Request


class Watch:
    """Collects errors of the console and requests to other hosts."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._expected: tuple[str, ...] = ()
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.requests: list[Request] = []

    def follow(self, page: Page) -> None:
        """Watch a page from now on."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._asked)

    def expect(self, *parts: str) -> None:
        """Let errors pass that hold one of these words: the test brings them about."""
        self._expected = parts

    def check(self) -> None:
        """Fail if anything was wrong."""
        wrong = [each for each in self.errors if not any(p in each for p in self._expected)]
        assert not wrong
        assert not self.outside

    def live_requests(self) -> list[Request]:
        """Return the fragments that were asked for."""
        return [each for each in self.requests if "/live" in each.url]

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def _asked(self, request: Request) -> None:
        self.requests.append(request)
        if not request.url.startswith((self._address, "data:")):
            self.outside.append(request.url)
