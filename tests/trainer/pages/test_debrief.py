"""The debrief as a page, whatever was done or left undone."""

import pytest

# What the pages call is tested on both kinds of database; `test_loop.py` plays on both, too.
pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

PARCEL = "late-birthday-parcel"


def ended(visitor, **action):
    """Play the parcel, do one thing, end the run, and return its debrief."""
    desk = visitor.start(PARCEL)
    if action:
        desk = visitor.submit(desk, "/actions", **action)
    return visitor.submit(visitor.get(desk.path), "/finish")


def test_silence_has_a_debrief_of_its_own(visitor):
    page = ended(visitor)

    assert page.status == 200
    assert "Adaeze got no answer." in page.text
    assert "What everyone saw" in page.text
    assert "dragon" in page.text.partition("What everyone saw")[2]
    assert "What a first answer could hold" in page.text
    assert "Anger and trust over time" in page.text
    assert "This would score" not in page.text
    assert visitor.submit(page, "/runs").status == 200


@pytest.mark.parametrize(
    ("action", "says"),
    [
        pytest.param({"text": "asdf qwer zxcv"}, "This one wasn’t scored.", id="ungraded"),
        pytest.param(
            {"action": "hold", "text": "Back in 20 minutes. ^Jo", "due_in": "20"},
            "It buys time.",
            id="hold",
        ),
        pytest.param({"action": "delete", "confirm": "yes"}, "Nothing was written.", id="delete"),
    ],
)
def test_what_answers_nothing_is_shown_the_way_and_no_model(visitor, action, says):
    page = ended(visitor, **action)

    assert page.status == 200
    assert says in page.text
    assert "What a first answer could hold" in page.text
    assert "Model replies open once you have tried an answer." in page.text
    assert "This would score" not in page.text


def test_a_private_message_opens_the_models_and_says_who_could_read_it(visitor):
    page = ended(visitor, action="private", text="Adaeze, I'm sorry. It comes by 14:30. ^Jo")

    assert "Only Adaeze can read this. Everyone else still sees no answer." in page.text
    assert "This would score" in page.text
    assert "What a first answer could hold" not in page.text
