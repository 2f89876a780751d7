import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, PHONE
from tests.browser.player import BAD, GOOD, send, start

pytestmark = pytest.mark.browser

PLACES = ("/practise", "/history", "/reviews", "/score", "/how-scoring-works", "/nowhere")


def every_page(page):
    """Go from the welcome through a run, and yield a name for each page on the way."""
    yield "welcome"
    page.get_by_role("button", name="Answer Ines").click()
    send(page, "Ines, we packed the wrong book and I'm sorry. His guide comes tomorrow by 1. ^Jo")
    yield "guided desk"
    start(page, timed=True)
    page.locator("#act-delete").check()
    yield "desk, about to delete"
    page.locator("#act-reply").check()
    send(page, BAD)
    yield "desk"
    page.goto("/")
    yield "home"
    page.go_back()
    page.locator("#finish").click()
    page.locator(".sum__num").wait_for()
    page.locator(".wrote > details.more > summary").first.click()
    page.get_by_text("I disagree").first.click()
    yield "debrief"
    page.get_by_label("Why?").locator("visible=true").fill("She asked where it is.")
    page.get_by_role("button", name="Store my objection").locator("visible=true").click()
    page.goto("/reviews")
    yield "a review that waits"
    page.get_by_label("I agree").check()
    page.get_by_label("A short note").fill("She did.")
    page.get_by_role("button", name="Send my answer").click()
    page.goto("/reviews?show=answered")
    yield "an answered review"
    for place in PLACES:
        page.goto(place)
        yield place
    page.goto("/score")
    page.locator("#complaint").fill("It is late.")
    page.locator("#reply").fill(BAD)
    page.get_by_role("button", name="Score it").click()
    page.locator(".dial").first.wait_for()
    yield "a scored pair"


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(DESK, "light"), (PHONE, "dark"), (DESK, "dark"), (PHONE, "light")],
    ids=["desk-light", "phone-dark", "desk-dark", "phone-light"],
)
def test_axe_finds_nothing_on_any_page(open_page, watch, size, scheme):
    watch.expect("404")
    page = open_page("/", size=size, scheme=scheme)

    found = {}
    for name in every_page(page):
        result = Axe().run(page)
        if result.violations_count:
            found[name] = [
                (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
                for each in result.response["violations"]
            ]

    assert not found


def test_no_page_scrolls_sideways_from_320_to_1440(open_page, watch):
    watch.expect("404")
    page = open_page("/")

    found = []
    for name in every_page(page):
        for width, height in ((320, 256), (320, 640), (390, 844), (768, 1024), (1024, 700), DESK):
            page.set_viewport_size({"width": width, "height": height})
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if over > 0:
                found.append(f"{name} at {width} by {height}: {over} px too wide")
        page.set_viewport_size({"width": DESK[0], "height": DESK[1]})

    assert not found


def test_ten_seconds_are_enough_the_first_screen_of_a_debrief_says_it_all(open_page):
    page = open_page("/", size=DESK)
    start(page)
    send(page, GOOD)
    page.locator("#finish").click()
    page.locator(".sum__num").wait_for()

    limit = page.locator(".actbar").bounding_box()["y"]
    for selector in (".sum__num", "h1", ".dials", ".wrote .marked", ".ceils__row--bound"):
        box = page.locator(selector).bounding_box()
        assert box["y"] + box["height"] <= limit, selector
    marks = page.locator(".wrote .marked mark")
    assert 1 <= marks.count() <= 6
    assert all(len(each.strip()) > 1 for each in marks.all_inner_texts())


def test_forced_colours_and_a_large_font_leave_the_words_readable(open_page, server, browser):
    context = browser.new_context(base_url=server.address, forced_colors="active")
    page = context.new_page()
    page.goto("/practise")

    colours = page.locator(".btn--primary").first.evaluate(
        "el => [getComputedStyle(el).color, getComputedStyle(el).backgroundColor]"
    )

    assert colours[0] != colours[1]
    context.close()
