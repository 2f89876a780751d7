"""The README's picture, made by playing: a debrief whose words show what earned and what cost."""

import struct
from pathlib import Path

import pytest

from tests.browser.player import send, start

pytestmark = pytest.mark.browser

COMMITTED = Path(__file__).parents[2] / "trainer/static/img/readme-debrief.png"
SIZE = (1280, 860)
MIXED = (
    "Adaeze, I'm sorry she's six today and still has no dragon. I've put the same green costume on "
    "a bike from Castlegate, with you by 14:30. Our policy is that a scanned parcel counts as "
    "delivered, and the team did its best. ^Jo"
)


def test_the_picture_of_the_readme_can_be_made(open_page, pytestconfig, tmp_path, watch):
    """Run with --write-screenshots to write the committed picture anew."""
    watch.expect("Applying inline style")  # Playwright hides the caret while it takes a picture.
    is_written = pytestconfig.getoption("--write-screenshots", default=False)
    target = COMMITTED if is_written else tmp_path / COMMITTED.name
    page = open_page("/", size=SIZE)
    start(page, timed=True)
    send(page, MIXED)
    page.locator("#finish").click()
    page.locator(".sum__num").wait_for()

    page.screenshot(path=target)

    assert png_size(target) == SIZE
    assert png_size(COMMITTED) == SIZE


def png_size(path: Path) -> tuple[int, int]:
    """Return the width and the height of a PNG, in pixels."""
    width, height = struct.unpack(">II", path.read_bytes()[16:24])
    return width, height
