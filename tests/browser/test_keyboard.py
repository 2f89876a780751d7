import pytest
from playwright.sync_api import Page, expect

from tests.browser.player import GOOD, start

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


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_enter_in_the_time_box_sends_and_does_not_pause(open_page, script):
    page = open_page("/", script=script)
    start(page, timed=True)
    page.locator("#act-hold").check()
    page.locator("#reply").fill("I'm on it, Adaeze, and I'll write again soon. ^Jo")

    page.locator("#due_in").press("Enter")

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    expect(page.locator("#pause")).to_have_text("Pause")


def test_the_send_button_hands_the_focus_to_the_box(open_page):
    page = open_page("/")
    start(page)
    page.locator("#reply").fill(GOOD[:100])

    page.locator("#send").press("Enter")

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    expect(page.locator("#reply")).to_be_focused()


def test_the_send_button_hands_the_focus_to_what_is_wrong(open_page, watch):
    watch.expect("422")
    page = open_page("/")
    start(page)
    page.locator("#act-hold").check()
    page.locator("#reply").fill("I'm on it. ^Jo")
    page.locator("#due_in").fill("0")

    page.locator("#send").press("Enter")

    expect(page.get_by_text("Say in how many minutes")).to_be_visible()
    expect(page.locator("#due_in")).to_be_focused()


def test_the_send_button_hands_the_focus_to_the_end_when_the_thread_is_over(open_page, watch):
    watch.expect("409")
    first = open_page("/")
    start(first)
    second = open_page(first.url, context=first.context)
    second.locator("#reply").fill("Something else")
    first.locator("#finish").click()
    expect(first.locator("#sum")).to_be_visible()

    second.locator("#send").press("Enter")

    expect(second.get_by_label("Your words, not sent")).to_be_visible()
    expect(second.locator("#notes")).to_be_focused()
