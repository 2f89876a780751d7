"""The debrief and the review queue in use: one form at a time, no label over another."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.player import BAD, GOOD, send, start

pytestmark = pytest.mark.browser

OVERLAPS = """boxes => boxes.flatMap((one, at) => boxes.slice(at + 1).filter(other =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5
).map(other => `${one.textContent} over ${other.textContent}`))"""


def finish(page):
    page.locator("#finish").click()
    page.locator("main.debrief").wait_for()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_one_form_to_disagree_is_open_at_a_time(open_page, script):
    page = open_page("/", script=script)
    start(page)
    send(page, BAD)
    finish(page)

    page.locator(".why .disagree__no").nth(0).click()
    page.locator(".why .disagree__no").nth(1).click()

    expect(page.locator(".disagree__form").locator("visible=true")).to_have_count(1)
    expect(page.locator(".why > li").nth(1).get_by_label("Why?")).to_be_visible()


def test_a_refused_objection_is_seen_at_once_with_its_words(open_page, watch):
    watch.expect("422")
    page = open_page("/", size=PHONE)
    start(page)
    send(page, BAD)
    finish(page)
    long = "It is not fair. " * 70

    part = page.locator(".why > li").first
    part.get_by_text("I disagree").click()
    part.get_by_label("Why?").fill(long)
    part.get_by_role("button", name="Store my objection").click()

    expect(part.get_by_text("Take out")).to_be_visible()
    expect(part.get_by_label("Why?")).to_have_value(long)
    expect(part.get_by_label("Why?")).to_be_in_viewport()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_label_of_the_curves_lies_on_another(open_page, size):
    page = open_page("/", size=size)
    start(page)
    for text in (BAD, BAD[:90], GOOD):
        if page.locator("#send").count():
            send(page, text)
    page.goto(f"{page.url.partition('#')[0]}/debrief")

    charts = page.locator("svg.chart")
    assert charts.count() == 2
    for chart in charts.all():
        found = chart.evaluate(
            f"""svg => ({OVERLAPS})([...svg.querySelectorAll('text')].map(text => {{
              const box = text.getBoundingClientRect();
              return {{ ...box.toJSON(), textContent: text.textContent }};
            }}))"""
        )
        assert not found
        assert chart.locator(".event-label").count() >= 3


def test_a_trainer_answers_and_the_trainee_reads_it(open_page):
    page = open_page("/")
    start(page)
    send(page, BAD)
    finish(page)
    debrief = page.url
    part = page.locator(".why > li").first
    part.get_by_text("I disagree").click()
    part.get_by_label("Why?").fill("She asked where it is, and I said so.")
    part.get_by_role("button", name="Store my objection").click()

    page.get_by_role("link", name="Reviews").first.click()
    page.get_by_label("The score stands").check()
    page.get_by_label("A short note").fill("She asked where it is, not what the record says.")
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_text("Everything is answered.")).to_be_visible()

    page.goto(debrief)
    part = page.locator(".why > li").first
    expect(part.get_by_text("The score stands")).to_be_visible()
    expect(part.get_by_text("She asked where it is, not what the record says.")).to_be_visible()
    page.goto("/history")
    expect(page.get_by_text("A trainer has answered")).to_be_visible()
