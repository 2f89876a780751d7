import time
from threading import Event

import pytest
from flask import request
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.player import BAD, GOOD, PARCEL, play_to_the_end, send, start

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_thread_is_answered_to_its_end_and_debriefed(open_page, size, scheme):
    page = open_page("/", size=size, scheme=scheme)
    start(page)

    play_to_the_end(page, GOOD)
    page.get_by_role("link", name="See what your words did").click()

    expect(page.locator(".dial")).to_have_count(4)
    expect(page.locator(".dial", has_text="Defensiveness")).to_contain_text("Lower is better")
    expect(page.locator(".dial", has_text="Speed")).to_contain_text("Not timed")
    expect(page.locator(".wrote .marked mark").first).to_be_visible()
    expect(page.get_by_role("heading", name="The rule that bound your score")).to_be_visible()
    expect(page.get_by_role("heading", name="Two other ways to write it")).to_be_visible()
    page.get_by_role("button", name="Try it again").click()
    expect(page.locator("#reply")).to_be_visible()


def test_an_objection_is_stored_and_shown(open_page):
    page = open_page("/")
    start(page)
    send(page, BAD)
    page.locator("#finish").click()

    part = page.locator(".why > li").first
    part.get_by_text("I disagree").click()
    part.get_by_label("Why?").fill("She asked where it is, and I said so.")
    part.get_by_role("button", name="Store my objection").click()

    expect(part.get_by_text("Stored. A trainer will see it")).to_be_in_viewport()
    expect(part.get_by_text("Waiting for a trainer")).to_be_visible()
    page.goto("/reviews")
    expect(page.get_by_text("She asked where it is, and I said so.")).to_be_visible()


def test_the_customer_writes_back_by_itself_and_an_idle_page_hardly_asks(open_page, watch):
    page = open_page("/")
    start(page, timed=True)
    send(page, BAD)

    expect(page.locator("#posts > li")).to_have_count(3, timeout=60_000)

    page.locator("h1").click()
    before, began = len(watch.live_requests()), time.monotonic()
    page.wait_for_timeout(10_000)
    asked, seconds = len(watch.live_requests()) - before, time.monotonic() - began
    assert asked <= 1 + seconds // 10.5


def test_the_clock_stands_still_when_paused(open_page):
    page = open_page("/")
    start(page, timed=True)
    says = page.locator("[data-rate-says]")

    expect(says).to_have_text("5×, Adaeze is waiting")
    page.locator("#pause").click()
    expect(says).to_have_text("Paused")
    clock = page.locator("[data-clock]").inner_text()
    page.wait_for_timeout(2_500)
    assert page.locator("[data-clock]").inner_text() == clock
    page.locator("#pause").click()
    expect(says).to_have_text("5×, Adaeze is waiting")


def test_a_pause_is_told_where_one_writes_and_sending_ends_it(open_page):
    page = open_page("/")
    start(page, timed=True)
    told = page.get_by_text("The clock is stopped, so writing now costs no speed.")
    expect(told).to_be_hidden()

    page.locator("#pause").click()
    expect(told).to_be_visible()
    expect(page.locator("#send")).to_have_text("Send and resume")
    send(page, GOOD)

    expect(told).to_be_hidden()
    expect(page.locator("#send")).to_have_text("Send", use_inner_text=True)
    expect(page.locator("#pause")).to_have_text("Pause")


def test_an_answer_that_promises_a_time_is_reminded_of_it(open_page):
    page = open_page("/")
    start(page, timed=True)
    expect(page.locator("#due_in")).to_be_hidden()

    page.get_by_label("I promise a time").check()
    page.locator("#due_in").fill("25")
    send(page, GOOD)

    expect(page.get_by_text("You said you’d be back by 13:20.")).to_be_visible()
    expect(page.locator("#promise")).not_to_be_checked()


def test_the_clock_runs_fast_only_while_nobody_waits_and_nothing_is_written(open_page):
    page = open_page("/")
    start(page, "gym-cancellation", timed=True)  # Thandiwe leaves 20 s for what comes next.
    says = page.locator("[data-rate-says]")
    page.locator("h1").click()
    page.wait_for_timeout(1_000)
    expect(says).to_have_text("5×, Thandiwe is waiting")

    send(page, GOOD)
    expect(says).to_have_text("20×, nobody is waiting")
    page.locator("#reply").press_sequentially("And")
    expect(says).to_have_text("5×, nobody is waiting")
    page.locator("h1").click()
    expect(says).to_have_text("20×, nobody is waiting")

    expect(says).to_have_text("5×, Thandiwe is waiting", timeout=90_000)
    expect(page.locator("#posts > .post--customer")).to_have_count(2)


HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_hidden_tab_stops_the_clock_until_it_is_looked_at_again(open_page):
    page = open_page("/")
    start(page, timed=True)
    says = page.locator("[data-rate-says]")
    expect(says).to_have_text("5×, Adaeze is waiting")

    page.evaluate(HIDE, True)
    home = open_page("/", context=page.context)
    expect(home.get_by_text("Your run is paused")).to_be_visible()
    before = home.locator(".go__where").inner_text()
    home.wait_for_timeout(1_500)
    home.reload()
    assert home.locator(".go__where").inner_text() == before
    home.close()

    page.evaluate(HIDE, False)
    expect(says).to_have_text("5×, Adaeze is waiting")


def test_a_clock_paused_by_hand_stays_so_when_the_tab_comes_back(open_page):
    page = open_page("/")
    start(page, timed=True)
    page.locator("#pause").click()
    expect(page.locator("[data-rate-says]")).to_have_text("Paused")

    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)
    page.wait_for_timeout(800)

    expect(page.locator("[data-rate-says]")).to_have_text("Paused")


@pytest.fixture
def late(server):
    """Hold back what a page says when it is left, until the test lets it go."""
    name = "practice.set_clock"
    answer, late = server.app.view_functions[name], LateWord()

    def held_back(run_id):
        if request.form.get("move") != "away":
            return answer(run_id)
        late.may_come.wait(30)
        try:
            return answer(run_id)
        finally:
            late.has_come.set()

    server.app.view_functions[name] = held_back
    yield late
    late.may_come.set()


class LateWord:
    """A request on its way."""

    def __init__(self) -> None:
        self.may_come, self.has_come = Event(), Event()

    def comes(self) -> None:
        """Let it arrive, and wait until it was answered."""
        self.may_come.set()
        assert self.has_come.wait(30)


def test_home_learns_of_a_pause_that_comes_after_it_was_shown(open_page, late):
    page = open_page("/")
    start(page, timed=True)
    expect(page.locator("[data-rate-says]")).to_have_text("5×, Adaeze is waiting")

    page.goto("/")
    expect(page.get_by_text("Your run is open, and its clock is running.")).to_be_visible()
    page.get_by_role("link", name="Back to Adaeze").focus()
    late.comes()

    expect(page.get_by_text("Your run is paused")).to_be_visible()
    expect(page.locator(".go__where")).to_contain_text("Paused at")
    expect(page.get_by_role("link", name="Back to Adaeze")).to_be_focused()


def test_a_pause_that_comes_after_the_desk_was_opened_again_stops_nothing(open_page, late):
    page = open_page("/")
    start(page, timed=True)
    desk, says = page.url, page.locator("[data-rate-says]")
    expect(says).to_have_text("5×, Adaeze is waiting")
    page.goto("/history")

    with page.expect_response("**/clock"):
        page.goto(desk)
    late.comes()

    expect(says).to_have_text("5×, Adaeze is waiting")
    home = open_page("/", context=page.context)
    expect(home.get_by_text("Your run is open, and its clock is running.")).to_be_visible()


def test_leaving_the_desk_stops_the_clock_and_coming_back_lets_it_go_on(open_page):
    page = open_page("/")
    start(page, timed=True)
    desk = page.url
    expect(page.locator("[data-rate-says]")).to_have_text("5×, Adaeze is waiting")

    page.goto("/history")
    page.goto("/")
    expect(page.get_by_text("Your run is paused")).to_be_visible()

    page.goto(desk)
    expect(page.locator("[data-rate-says]")).to_have_text("5×, Adaeze is waiting")


def test_the_guided_run_teaches_a_score_at_a_time_and_can_be_skipped(open_page):
    page = open_page("/")
    page.get_by_role("button", name="Answer Ines").click()

    expect(page.locator("[data-rate-says]")).to_have_text("Real time")
    expect(page.locator(".lesson__step")).to_have_text("1 of 4: Speed")
    send(page, "Ines, we packed the wrong book and I'm sorry. His guide comes tomorrow by 1. ^Jo")
    expect(page.locator(".lesson__score")).to_contain_text("Speed 100")
    expect(page.locator(".lesson__step")).to_have_text("2 of 4: Empathy", timeout=40_000)
    page.locator("#finish").click()

    expect(page.locator(".sum__num")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Pick a scenario")).to_be_visible()


def test_a_reply_is_scored_in_the_time_it_takes_to_read_the_page(open_page):
    page = open_page("/")
    start(page)

    began = time.monotonic()
    send(page, GOOD)

    assert time.monotonic() - began < 10


def test_the_library_names_each_scenario_once(open_page):
    page = open_page("/practise")

    slugs = page.locator('.scard input[name="slug"]').evaluate_all(
        "fields => fields.map(field => field.value)"
    )

    assert PARCEL in slugs
    assert len(slugs) == len(set(slugs))
