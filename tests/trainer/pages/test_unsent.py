"""Words that could not be sent stay in view, with the reason."""

import re

import pytest

from tests.trainer.pages.visitor import HTMX
from trainer.models import Event

pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

PARCEL = "late-birthday-parcel"
WORDS = "I'm sorry, Adaeze. <It> comes by 14:30. ^Jo"


def unsent(page):
    """Return the read-only box of a page, as its opening tag and its words."""
    found = re.search(
        r'<div class="composer__unsent field"( hidden)?>.*?<textarea([^>]*)>(.*?)</textarea>',
        page.text,
        re.DOTALL,
    )
    assert found
    return found


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_words_for_a_thread_that_is_over_are_shown_and_not_sent(visitor, stored, headers):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": WORDS}
    visitor.submit(desk, "/finish")
    before = stored(Event)

    late = visitor.post(f"{desk.path}/actions", fields, **headers)

    hidden, tag, words = unsent(late).groups()
    assert late.status == 409
    assert "This thread was over by then" in late.text
    assert "moved on in another tab" not in late.text
    assert not hidden
    assert "readonly" in tag
    assert words == "I&#39;m sorry, Adaeze. &lt;It&gt; comes by 14:30. ^Jo"
    assert stored(Event) == before


@pytest.mark.parametrize("place", ["actions", "clock"])
def test_words_that_came_along_with_another_button_are_shown_too(visitor, place):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": WORDS, "refresh": "yes", "rate": "0"}
    visitor.submit(desk, "/finish")

    late = visitor.post(f"{desk.path}/{place}", fields)

    assert not unsent(late)[1]
    assert "14:30" in unsent(late)[3]


def test_a_thread_that_is_over_shows_no_empty_box(visitor):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/finish")

    over = visitor.get(desk.path)

    assert unsent(over)[1]


def test_deleting_in_a_thread_that_is_over_asks_for_no_second_yes(visitor):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"action": "delete"}
    visitor.submit(desk, "/finish")

    late = visitor.post(f"{desk.path}/actions", fields)

    assert late.status == 409
    assert "second yes" not in late.text
    assert "This thread is over." in late.text


@pytest.mark.parametrize(
    "change",
    [{"key": "short"}, {"key": ""}, {"seen": "x"}, {"seen": "-1"}, {"post": "p" * 41}],
    ids=lambda change: " ".join(f"{name}={value[:5]}" for name, value in change.items()),
)
def test_a_form_that_is_incomplete_says_so_and_keeps_the_words(visitor, stored, change):
    desk = visitor.start(PARCEL)
    before = stored(Event)

    refused = visitor.submit(desk, "/actions", **{"text": WORDS} | change)

    assert refused.status == 422
    assert refused.text.count("This form is incomplete. Reload the page") == 1
    assert "comes by 14:30" in refused.text
    assert stored(Event) == before


@pytest.mark.parametrize("status", ["", "400", "404", "413"])
def test_the_desk_has_words_for_each_way_a_reply_can_fail_to_arrive(visitor, status):
    desk = visitor.start(PARCEL)

    assert desk.text.count(f'data-status="{status}"') == 1
