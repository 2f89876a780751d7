import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios import EventFormatError, RunFinished, event_from_dict
from tests.scenarios.builders import make_reply, make_ungraded


@given(st.floats(0, 1e4), st.text(), st.none() | st.floats(0, 1e4), st.integers(0, 100))
def test_reply_survives_json_to_the_bit(minute, text, due, overall):
    event = make_reply(minute, overall, text=text, due=due, moves=["excuse"])

    assert event_from_dict(json.loads(json.dumps(event.as_dict()))) == event


@pytest.mark.parametrize(
    "event", [RunFinished(minute=12.25), make_reply(3, assessment=make_ungraded())]
)
def test_other_events_survive_json(event):
    assert event_from_dict(json.loads(json.dumps(event.as_dict()))) == event


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"kind": "shout"}, "kind is 'shout'", id="an unknown kind"),
        pytest.param({"action": "shout"}, "action is 'shout'", id="an unknown action"),
        pytest.param({"minute": "soon"}, "can't be read", id="no number"),
        pytest.param({"assessment": {}}, "can't be read", id="no assessment"),
        pytest.param({"assessment": None}, "can't be read", id="nothing"),
    ],
)
def test_stored_event_that_can_not_be_read_is_refused(change, says):
    with pytest.raises(EventFormatError, match=says):
        event_from_dict(make_reply(1).as_dict() | change)


def test_stored_event_without_a_field_is_refused():
    with pytest.raises(EventFormatError, match="kind"):
        event_from_dict({})
