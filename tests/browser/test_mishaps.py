import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from tests.browser.player import GOOD, send, start
from trainer.models import Event

pytestmark = pytest.mark.browser


@pytest.fixture
def replies(server):
    """Count the replies that were stored."""

    def count() -> int:
        local = server.app.extensions["poise"]
        with local.database.session_for(local.organisation_id) as session:
            return session.scalar(select(func.count(Event.id)).where(Event.kind == "reply")) or 0

    return count


def test_a_reload_brings_the_draft_back(open_page):
    page = open_page("/")
    start(page, timed=True)
    page.locator("#reply").fill("Half a thought")

    page.reload()

    expect(page.locator("#reply")).to_have_value("Half a thought")


def test_a_reload_brings_back_what_was_to_be_done_with_the_draft(open_page):
    page = open_page("/")
    start(page)
    page.locator("#act-private").check()
    page.locator("#reply").fill("For her eyes only")
    page.locator("#promise").check()
    page.locator("#due_in").fill("45")

    page.reload()

    expect(page.locator("#reply")).to_have_value("For her eyes only")
    expect(page.locator("#act-private")).to_be_checked()
    expect(page.locator("#promise")).to_be_checked()
    expect(page.locator("#due_in")).to_have_value("45")


def test_an_act_chosen_before_a_word_was_written_outlasts_a_reload(open_page):
    page = open_page("/")
    start(page)
    page.locator("#act-private").check()

    page.reload()
    expect(page.locator("#act-private")).to_be_checked()
    page.locator("#act-reply").check()
    page.reload()

    expect(page.locator("#act-reply")).to_be_checked()


def test_words_for_a_thread_that_was_ended_elsewhere_stay_in_view(open_page, replies, watch):
    watch.expect("409")
    first = open_page("/")
    start(first)
    second = open_page(first.url, context=first.context)
    second.locator("#reply").fill("Something else")
    first.locator("#finish").click()
    expect(first.locator("#sum")).to_be_visible()

    second.locator("#send").click()

    expect(second.get_by_text("This thread was over by then")).to_be_visible()
    expect(second.get_by_label("Your words, not sent")).to_have_value("Something else")
    second.reload()
    expect(second.get_by_label("Your words, not sent")).to_have_value("Something else")
    assert replies() == 0


def test_a_page_that_is_out_of_date_is_told_to_reload_and_keeps_the_words(
    open_page, replies, watch
):
    watch.expect("400")
    page = open_page("/")
    start(page)
    page.locator("#reply").fill(GOOD)
    page.context.clear_cookies()

    page.locator("#send").click()
    expect(page.get_by_text("This page is out of date.")).to_be_visible()
    page.reload()
    expect(page.locator("#reply")).to_have_value(GOOD)
    page.locator("#send").click()

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    assert replies() == 1


def test_a_sent_draft_is_gone(open_page):
    page = open_page("/")
    start(page)
    send(page, GOOD)

    page.reload()

    expect(page.locator("#reply")).to_have_value("")


def test_a_double_click_sends_one_reply(open_page, replies):
    page = open_page("/")
    start(page)
    page.locator("#reply").fill(GOOD)

    page.locator("#send").dblclick()

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    page.wait_for_timeout(500)
    assert replies() == 1


def test_a_double_click_without_script_sends_one_reply(open_page, replies):
    page = open_page("/", script=False)
    start(page)
    page.locator("#reply").fill(GOOD)

    page.locator("#send").dblclick()

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    assert replies() == 1


def test_going_back_shows_the_thread_as_it_is(open_page, replies):
    page = open_page("/")
    start(page)
    send(page, GOOD)
    page.locator("#finish").click()
    expect(page.locator(".sum__num")).to_be_visible()

    page.go_back()

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    expect(page.locator("#send")).to_have_count(0)
    assert replies() == 1


def test_a_second_tab_that_is_behind_is_told_and_keeps_its_words(open_page, replies, watch):
    watch.expect("409")
    first = open_page("/")
    start(first)
    second = open_page(first.url, context=first.context)
    send(first, GOOD)

    second.locator("#reply").fill("Something else")
    second.locator("#send").click()

    expect(second.get_by_text("moved on in another tab")).to_be_visible()
    expect(second.locator("#reply")).to_have_value("Something else")
    expect(second.locator("#posts > .post--brand")).to_have_count(1)
    assert replies() == 1


def test_a_reply_that_never_arrives_stays_in_the_box_and_can_be_sent_again(
    open_page, server, replies, watch
):
    watch.expect("ERR_CONNECTION_REFUSED", "Failed to fetch")
    page = open_page("/")
    start(page)
    page.locator("#reply").fill(GOOD)
    server.stop()

    page.locator("#send").click()
    expect(page.get_by_text("Your reply didn’t reach us.")).to_be_visible()
    expect(page.locator("#reply")).to_have_value(GOOD)
    server.start()
    page.locator("#send").click()

    expect(page.locator("#posts > .post--brand")).to_have_count(1)
    assert replies() == 1


def test_what_was_typed_as_a_time_refuses_no_plain_reply(open_page, replies):
    page = open_page("/")
    start(page)
    page.locator("#act-hold").check()
    page.locator("#due_in").fill("0")
    page.locator("#act-reply").check()

    send(page, GOOD)

    assert replies() == 1


def test_too_many_characters_are_told_and_not_cut(open_page, watch):
    watch.expect("422")
    page = open_page("/")
    start(page)
    text = "a" * 290
    page.locator("#reply").fill(text)
    expect(page.locator("[data-left]")).to_have_text("10 over")

    page.locator("#send").click()

    expect(page.get_by_text("10 over. X stops at 280.")).to_be_visible()
    expect(page.locator("#reply")).to_have_value(text)


@pytest.mark.parametrize(
    "text",
    ["<script>document.title='owned'</script>", "نحن آسفون جدا، سنرسل الزي الآن", "Ď̸̢o̷n't"],
    ids=["script", "right to left", "zalgo"],
)
def test_odd_text_is_shown_as_typed(open_page, text):
    page = open_page("/")
    start(page)

    send(page, text)

    expect(page.locator("#posts > .post--brand .post__text")).to_have_text(text)
    assert "owned" not in page.title()
