"""Someone with a browser without script: gets pages, fills in their forms, follows redirects."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HTMX = {"HX-Request": "true"}


@dataclass
class Form:
    """A form of a page: where it posts to, and what it sends untouched."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "form":
            self.forms.append(Form(action=values.get("action") or ""))
        elif tag == "input" and self.forms:
            is_on = values.get("type") not in {"radio", "checkbox"} or "checked" in values
            if is_on and values.get("name"):
                self.forms[-1].fields[values["name"] or ""] = values.get("value") or ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What came back, after every redirect."""

    status: int
    text: str
    path: str
    headers: dict[str, str]

    def form(self, action: str) -> Form:
        """Return the page's first form whose address ends so."""
        parser = _Forms()
        parser.feed(self.text)
        return next(form for form in parser.forms if form.action.partition("#")[0].endswith(action))


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """A browser."""

    client: FlaskClient

    def get(self, path: str, **headers: str) -> Page:
        return self._page(self.client.get(path, headers=headers, follow_redirects=True))

    def post(self, path: str, data: dict[str, str], **headers: str) -> Page:
        return self._page(self.client.post(path, data=data, headers=headers, follow_redirects=True))

    def submit(self, page: Page, address: str, **fields: str) -> Page:
        """Send a form of a page with these fields changed or added."""
        form = page.form(address)
        return self.post(form.action, form.fields | fields)

    def start(self, slug: str, timed: str = "yes") -> Page:
        """Start a scenario from the library and return its desk."""
        library = self.get("/practise")
        form = library.form("/runs")
        return self.post("/runs", form.fields | {"slug": slug, "timed": timed})

    @staticmethod
    def _page(response: TestResponse) -> Page:
        with response:
            return Page(
                status=response.status_code,
                text=response.text,
                path=response.request.path,
                headers=dict(response.headers),
            )
