"""Denying the report itself, beside news of it and owning up."""

import pytest

from scoring import Case
from scoring.cues import contradiction
from scoring.reading import Reading

COMPLAINT = (
    "Your heater app does nothing since Tuesday. I cancelled my plan in May and I still pay. "
    "Three emails ignored, and the fitter was rude. The bath water is cold."
)


def denies(reply):
    reading = Reading(Case(complaint=COMPLAINT, reply=reply))
    return "flat_denial" in {move.name for move in contradiction.find(reading)}


@pytest.mark.parametrize(
    "reply",
    [
        "The heater app is working on all phones.",
        "The app has never been offline.",
        "Your plan wasn't cancelled in May.",
        "You never cancelled the plan.",
        "We answered all three emails the same day.",
        "Our fitter was entirely polite.",
        "The bath water is hot when it leaves the boiler.",
    ],
)
def test_the_opposite_of_the_report_is_a_denial(reply):
    assert denies(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "The heater app is working again.",
        "I've just tested it: the app works on all phones.",
        "We never cancelled the plan, though you asked in May.",
        "You're right, the plan was not cancelled.",
        "The app should be working for everyone.",
        "We're working on the app with the maker.",
        "All three emails are answered now.",
        "The fitter should have been polite.",
    ],
)
def test_news_and_owning_up_are_none(reply):
    assert not denies(reply)
