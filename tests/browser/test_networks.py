"""Every kind of network looks like itself, on a desk and on a phone, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.networks import APPSTORE, DIRECT, INSTAGRAM, NETWORKS, REVIEW
from tests.browser.player import send, start
from tests.trainer.factories import NOON
from trainer.library_sync import sync_library

pytestmark = pytest.mark.browser


@pytest.fixture
def played(server, open_page):
    """Answer a network's scenario once, and see the page stay whole."""
    local = server.app.extensions["poise"]
    with local.database.session_for(local.organisation_id) as session:
        sync_library(session, now=NOON, sources=[each.source for each in NETWORKS])

    def play(network, size, scheme):
        page = open_page("/practise", size=size, scheme=scheme)
        start(page, network.source.slug)
        send(page, network.reply)
        expect(page.locator("#posts > li")).to_have_count(3)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        found = Axe().run(page)
        assert not found.violations_count, found.generate_report()
        return page

    return play


def test_a_review_has_stars_and_the_owners_response(played):
    page = played(REVIEW, DESK, "light")

    expect(page.get_by_role("img", name="1 of 5 stars")).to_be_visible()
    expect(page.locator(".post--brand .post__role")).to_have_text("Response from the owner")
    expect(page.locator(".post--customer").last).to_contain_text("Edited review")
    expect(page.get_by_text("Delete Tomas’s review")).to_be_visible()


def test_an_app_store_has_the_version_and_the_developers_response(played):
    page = played(APPSTORE, PHONE, "dark")

    expect(page.get_by_role("img", name="2 of 5 stars")).to_be_visible()
    expect(page.locator(".post__version")).to_have_text("Version 4.12")
    expect(page.locator(".post--brand .post__role")).to_have_text("Developer response")


def test_a_direct_message_has_bubbles_on_two_sides_and_nothing_to_take_down(played):
    page = played(DIRECT, DESK, "dark")

    theirs = page.locator(".post--customer > article").first.bounding_box()
    ours = page.locator(".post--brand > article").bounding_box()
    assert ours["x"] + ours["width"] > theirs["x"] + theirs["width"]
    assert ours["x"] > theirs["x"]
    expect(page.locator("#act-private, #act-delete")).to_have_count(0)
    expect(page.get_by_text("In public")).to_have_count(0)


def test_instagram_goes_by_handles(played):
    page = played(INSTAGRAM, PHONE, "light")

    expect(page.locator(".post--brand .post__who strong")).to_have_text("clayandco")
    expect(page.locator(".post--root .post__who strong")).to_have_text("lou.bakes")
