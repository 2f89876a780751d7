"""A trainee disagrees in the debrief."""

import re

import pytest

from trainer.models import Dispute

# What the pages call is tested on both kinds of database; `test_loop.py` plays on both, too.
pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

PARCEL = "late-birthday-parcel"
REPLY = (
    "Adaeze, our driver left her costume at the wrong door and I'm sorry her party is at risk. "
    "I'm sending the same green dragon by bike now, at your door by 14:30. ^Jo"
)


def test_an_objection_is_stored_shown_and_listed_once(visitor, stored):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)
    debrief = visitor.get(f"{desk.path}/debrief")
    fields = debrief.form("/disputes").fields | {
        "target": "score:empathy",
        "reason": "I named what it cost her.",
    }

    first = visitor.post(f"{desk.path}/disputes", fields)
    visitor.post(f"{desk.path}/disputes", fields)

    beside = first.text.partition('id="disagree-score-empathy"')[2].partition("<details")[0]
    assert "Stored." in beside
    assert "I named what it cost her." in beside
    assert stored(Dispute) == 1
    assert "I named what it cost her." in visitor.get("/reviews").text


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"reason": ""}, "“Why?” needs a few words", id="no reason"),
        pytest.param({"reason": " \n\t "}, "“Why?” needs a few words", id="blank"),
        pytest.param({"reason": "é" * 1203}, "has 1,203 characters, and 1,000 fit", id="too long"),
        pytest.param({"reason": "a\x00b c"}, "NUL character", id="nul"),
        pytest.param({"target": "move:999"}, "Use score:&lt;name&gt; or move:", id="no such part"),
        pytest.param({"target": ""}, "Choose what you disagree with.", id="nothing chosen"),
        pytest.param({"key": "short"}, "This form is incomplete.", id="no key"),
        pytest.param({"event": "first"}, "Choose the reply again.", id="no reply"),
    ],
)
def test_a_refused_objection_says_why_and_loses_no_text(visitor, stored, fields, says):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)
    debrief = visitor.get(f"{desk.path}/debrief")
    sent = {"target": "score:empathy", "reason": "She asked, and I said when."} | fields

    answer = visitor.submit(debrief, "/disputes", **sent)

    form = answer.text.partition('name="disagree" open')[2].partition("</details>")[0]
    assert answer.status == 422
    assert says in form
    assert f">{sent['reason']}</textarea>" in form
    assert answer.text.count('name="disagree" open') == 1
    assert stored(Dispute) == 0


def test_each_mark_and_score_has_a_form_of_its_own_and_all_are_closed(visitor):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)

    debrief = visitor.get(f"{desk.path}/debrief")

    targets = re.findall(r'name="target" value="([^"]+)"', debrief.text)
    assert len(targets) == len(set(targets)) == debrief.text.count('<details name="disagree">')
    assert {"score:overall", "score:speed", "score:empathy", "score:gratitude"} <= set(targets)
    assert any(target.startswith("move:") for target in targets)
    assert re.search(r"\d+ smaller marks", debrief.text)


def test_an_address_can_name_what_to_disagree_with(visitor):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)

    debrief = visitor.get(f"{desk.path}/debrief?target=score:voice")

    assert debrief.text.count('<details name="disagree" open>') == 1
    # What holds it is unfolded, too.
    assert '<details class="more" open><summary>The supporting scores' in debrief.text


def test_that_a_reply_was_not_scored_can_be_disputed(visitor, stored):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text="asdf qwer zxcv")
    debrief = visitor.get(f"{desk.path}/debrief")

    answer = visitor.submit(debrief, "/disputes", reason="It is a code she asked for.")

    assert "Stored." in answer.text
    assert stored(Dispute) == 1
    assert "The total <span" in visitor.get("/reviews").text
    assert "not scored" in visitor.get("/reviews").text


def test_an_objection_to_what_is_not_shown_any_more_is_listed_all_the_same(visitor):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)
    debrief = visitor.get(f"{desk.path}/debrief")
    shown = set(re.findall(r'name="target" value="move:(\d+)"', debrief.text))
    hidden = next(number for number in map(str, range(99)) if number not in shown)

    answer = visitor.submit(
        debrief, "/disputes", target=f"move:{hidden}", reason="This one counts as well."
    )

    others = answer.text.partition("What else you disagreed with")[2]
    assert "This one counts as well." in others
