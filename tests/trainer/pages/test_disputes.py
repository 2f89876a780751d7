"""A trainee disagrees in the debrief."""

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

    assert "Stored." in first.text
    assert "I named what it cost her." in first.text
    assert stored(Dispute) == 1
    reviews = visitor.get("/reviews")
    assert "I named what it cost her." in reviews.text
    assert "Empathy, " in reviews.text


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

    assert answer.status == 422
    assert says in answer.text
    assert sent["reason"].strip("\x00") in answer.text
    assert stored(Dispute) == 0
