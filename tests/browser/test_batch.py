"""A file of replies, scored from the page, at both sizes and in both lights, and without script."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.player import BAD, GOOD
from trainer.jobs import Worker

pytestmark = pytest.mark.browser

ROWS = [
    {"id": "good", "complaint": "Her costume went to a red door.", "reply": GOOD, "minutes": 9},
    {"id": "bad", "complaint": "Her costume went to a red door.", "reply": BAD, "minutes": 90},
    {"id": "none", "complaint": "Her costume went to a red door.", "reply": ""},
    {"id": "rejected", "complaint": "Her costume went to a red door."},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a row of each kind."""
    path = tmp_path / "replies.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def worker(server) -> Iterator[None]:
    """The thread that runs the server's jobs."""
    with Worker(server.app.extensions["poise"].database, server.app.config["POISE_SETTINGS"]):
        yield


def send(page: Page, file: Path) -> None:
    page.locator("#file").set_input_files(file)
    page.get_by_role("button", name="Upload and score").click()


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(DESK, "light"), (PHONE, "dark"), (DESK, "dark"), (PHONE, "light")],
    ids=["desk-light", "phone-dark", "desk-dark", "phone-light"],
)
def test_scores_come_by_themselves_and_lead_to_the_words(open_page, file, size, scheme):
    page = open_page("/score", size=size, scheme=scheme)
    found = {}

    def look(name: str) -> None:
        result = Axe().run(page)
        found[name] = [each["id"] for each in result.response["violations"]]
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[f"{name}, pixels too wide"] = max(0, over) or []

    send(page, file)
    expect(page.locator("#result-h")).to_contain_text("Half of these replies score")
    look("job")
    page.get_by_role("link", name="Lowest first").click()
    expect(page.locator(".batch__reply a").first).to_have_text("bad")
    look("lowest first")
    page.locator(".batch__reply a").first.click()
    expect(page.locator(".marked mark").first).to_be_visible()
    look("row")
    page.get_by_role("link", name="Next reply").click()
    expect(page.get_by_text("Line 1 of the file")).to_be_visible()
    page.get_by_role("link", name="All replies").click()
    expect(page.locator("#rows-h")).to_be_in_viewport()

    assert {name: what for name, what in found.items() if what} == {}


def test_scores_can_be_read_and_fetched_without_script(open_page, file):
    page = open_page("/score", script=False)

    send(page, file)
    while page.locator("progress").count():
        page.get_by_role("link", name="Refresh").click()

    expect(page.locator("#result-h")).to_contain_text("Half of these replies score")
    for name, suffix in (("Scores, CSV", "csv"), ("Scores, JSONL", "jsonl")):
        with page.expect_download() as fetched:
            page.get_by_role("link", name=name).click()
        assert fetched.value.suggested_filename == f"scores.{suffix}"
        assert "good" in Path(fetched.value.path()).read_text(encoding="utf-8")
