import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import GOOD

pytestmark = pytest.mark.browser


def tab_to(page: Page, selector: str, limit: int = 80) -> None:
    """Press Tab until the element has the focus, and see that the focus shows."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached by Tab within {limit} steps")


def test_the_whole_loop_needs_no_mouse(open_page):
    page = open_page("/practise")
    tab_to(page, '.scard:nth-child(2) button[value="no"]')
    page.keyboard.press("Enter")
    expect(page.locator("#composer")).to_be_visible()
    page.wait_for_load_state()

    tab_to(page, "#act-reply")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#act-private")).to_be_checked()
    page.keyboard.press("ArrowLeft")
    tab_to(page, "#reply")
    page.keyboard.type(GOOD[:120])
    page.keyboard.press("Control+Enter")
    expect(page.locator("#posts > .post--brand")).to_have_count(1)

    page.reload()
    tab_to(page, "#finish")
    page.keyboard.press("Enter")
    expect(page.locator(".sum__num")).to_be_visible()
    tab_to(page, ".disagree summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("I see it differently.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Stored. A trainer will see it")).to_be_visible()


def test_the_first_tab_skips_to_the_content(open_page):
    page = open_page("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_stays_in_the_box_after_sending(open_page):
    page = open_page("/practise")
    page.locator(".scard button[value=no]").nth(1).click()
    expect(page.locator("#composer")).to_be_visible()
    page.wait_for_load_state()  # The keys are the script's.
    page.locator("#reply").fill(GOOD[:100])

    page.keyboard.press("Control+Enter")

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    expect(page.locator("#reply")).to_have_value("")
    expect(page.locator("#reply")).to_be_focused()
