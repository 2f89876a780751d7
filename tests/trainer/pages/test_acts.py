"""What can be done at the desk, and why something can't."""

import re

import pytest

from tests.trainer.pages.visitor import HTMX

pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

PARCEL = "late-birthday-parcel"
HOLD = {"action": "hold", "due_in": "30", "text": "Back in 30. ^Jo"}


def checked(page):
    """Return the acts that a page has chosen."""
    return re.findall(r'name="action" value="(\w+)"[^>]* checked', page.text)


def test_why_an_act_is_refused_is_written_beside_it(visitor):
    desk = visitor.start(PARCEL, timed="no")

    held = visitor.submit(desk, "/actions", **HOLD)

    assert "choice__why" not in desk.text
    assert re.search(r'id="act-hold"[^>]* disabled aria-describedby="why-hold"', held.text)
    why = re.search(r'id="why-hold"><b>Holding reply:</b> ([^<]+)</p>', held.text)
    assert why
    assert why[1].strip()


def test_a_refused_act_gives_way_to_one_that_can_be_sent(visitor):
    desk = visitor.start(PARCEL, timed="no")
    held = visitor.submit(desk, "/actions", **HOLD)

    again = visitor.submit(held, "/actions", **HOLD)
    answered = visitor.submit(again, "/actions", text="The costume is with you by 14:30. ^Jo")

    assert again.status == 409
    assert checked(again) == ["reply"]
    assert answered.status == 200


def test_what_was_chosen_stays_chosen_while_it_can_be_done(visitor):
    desk = visitor.start(PARCEL)

    refused = visitor.submit(desk, "/actions", action="private", text="")

    assert refused.status == 422
    assert checked(refused) == ["private"]


def test_an_act_that_no_page_of_ours_offers_leaves_the_first_one_chosen(visitor):
    desk = visitor.start(PARCEL)

    refused = visitor.submit(desk, "/actions", action="escalate", text="Hello")

    assert refused.status == 422
    assert checked(refused) == ["reply"]


def test_enter_in_a_field_sends_and_does_not_pause(visitor):
    desk = visitor.start(PARCEL)

    first = re.search(r'<button[^>]*form="composer"[^>]*>', desk.text)

    assert first
    assert "formaction" not in first[0]
    assert "name=" not in first[0]


def test_a_clock_fragment_of_a_thread_that_is_over_lists_no_reasons(visitor):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"rate": "0"}
    visitor.submit(desk, "/finish")

    answer = visitor.post(f"{desk.path}/clock", fields, **HTMX)

    assert answer.status == 200
    assert "choice__why" not in answer.text
