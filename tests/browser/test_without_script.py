import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.player import GOOD, play_to_the_end, send, start

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_whole_loop_works_without_script(open_page, size):
    page = open_page("/", size=size, script=False)
    page.get_by_role("button", name="Skip, show me the library").click()
    start(page)

    play_to_the_end(page, GOOD)
    page.get_by_role("link", name="See what your words did").click()
    part = page.locator(".why > li").first
    part.get_by_text("I disagree").click()
    part.get_by_label("Why?").fill("I did say when.")
    part.get_by_role("button", name="Store my objection").click()

    expect(part.get_by_text("Stored. A trainer will see it")).to_be_visible()


def test_what_is_written_survives_pause_and_refresh(open_page):
    page = open_page("/", script=False)
    start(page, timed=True)
    page.locator("#reply").fill("Half a thought")

    page.locator("#pause").click()
    expect(page.locator("#reply")).to_have_value("Half a thought")
    expect(page.locator("[data-rate-says]")).to_have_text("Paused")
    page.get_by_role("button", name="Refresh the thread").click()

    expect(page.locator("#reply")).to_have_value("Half a thought")


def test_deleting_names_its_cost_before_the_act(open_page):
    page = open_page("/", script=False)
    start(page)

    page.locator("#act-delete").check()
    expect(page.get_by_text("scores this thread 0")).to_be_visible()
    expect(page.locator("#send")).to_be_hidden()
    page.get_by_role("button", name="Delete it anyway").click()

    expect(page.get_by_text("You deleted this post.")).to_be_visible()


def test_a_holding_reply_asks_when_you_will_be_back(open_page):
    page = open_page("/", script=False)
    start(page, timed=True)

    expect(page.locator("#due_in")).to_be_hidden()
    page.locator("#act-hold").check()
    page.locator("#due_in").fill("15")
    send(page, "I'm on it, back in 15 minutes. ^Jo")

    expect(page.get_by_text("You said you’d be back by")).to_be_visible()


def test_a_pair_is_scored_without_script(open_page):
    page = open_page("/score", script=False)

    page.locator("#complaint").fill("Where is my parcel? It is three days late.")
    page.locator("#reply").fill("I'm sorry it's three days late. I'll ring the depot by noon.")
    page.get_by_role("button", name="Score it").click()

    expect(page.locator(".dial")).to_have_count(4)
