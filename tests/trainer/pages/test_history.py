"""The history: every run that was ever played can be reached from it."""

import re

import pytest

from tests.trainer.pages.visitor import Page, Visitor
from trainer.practice import views

PARCEL = "late-birthday-parcel"


def runs_on(page: Page) -> list[str]:
    """The desks that a page of the history leads to."""
    return re.findall(r'href="(/runs/\w+)"', page.text)


def ways_on(page: Page) -> list[str]:
    """The names of the ways to other pages."""
    return re.findall(r'class="btn" href="/history\?page=\d+">(\w+)', page.text)


@pytest.fixture
def five(visitor: Visitor, monkeypatch) -> list[str]:
    """Five runs, the newest first, of which a page holds two."""
    monkeypatch.setattr(views, "HISTORY_PAGE", 2)
    return [visitor.start(PARCEL).path for _ in range(5)][::-1]


def test_every_run_is_on_one_of_the_pages(visitor, five):
    pages = [visitor.get(f"/history?page={number}") for number in (1, 2, 3)]

    assert [run for page in pages for run in runs_on(page)] == five
    assert [ways_on(page) for page in pages] == [["Older"], ["Newer", "Older"], ["Newer"]]
    assert "Page 2 of 3" in pages[1].text


def test_page_that_is_none_is_the_nearest_that_is(visitor, five):
    asked = {"0": 1, "-3": 1, "two": 1, "": 1, "9": 3, "9" * 40: 3}

    pages = {each: visitor.get(f"/history?page={each}") for each in asked}

    assert {page.status for page in pages.values()} == {200}
    assert {each: f"Page {shown} of 3" in pages[each].text for each, shown in asked.items()} == (
        dict.fromkeys(asked, True)
    )


def test_history_that_fits_on_a_page_has_no_pages(visitor):
    run = visitor.start(PARCEL).path

    page = visitor.get("/history")

    assert runs_on(page) == [run]
    assert "Page 1" not in page.text
