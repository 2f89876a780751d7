"""Times that a reply names."""

from itertools import pairwise

import pytest

from scoring.cues.times import times


@pytest.mark.parametrize(
    ("text", "said", "sharpness"),
    [
        ("with you by 6 tonight", "by 6", 1.0),
        ("at 16:50 sharp", "at 16:50 ", 1.0),
        ("before noon", "before noon", 1.0),
        ("within the hour", "within the hour", 1.0),
        ("in about 12 minutes", "in about 12 minutes", 1.0),
        ("on tomorrow's van", "tomorrow", 1.0),
        ("the 14th of may", "the 14th of may", 1.0),
        ("on friday 14th", "on friday", 1.0),
        ("at 4.30 sharp", "at 4.30 ", 1.0),
        ("at 7 with a new key", "at 7", 1.0),
        ("on thursday", "on thursday", 1.0),
        ("by the 28th", "by the 28th", 1.0),
        ("it lands tomorrow morning", "tomorrow morning", 1.0),
        ("sometime this week", "this week", 0.6),
        ("in 5 to 7 working days", "5 to 7 working days", 0.4),
        ("24-48 hours", "24-48 hours", 0.4),
    ],
)
def test_times_are_found_with_their_sharpness(text: str, said: str, sharpness: float) -> None:
    first = times(text)[0]

    assert (text[first.start : first.end], first.sharpness) == (said, sharpness)


@pytest.mark.parametrize(
    "text",
    ["as soon as possible", "in due course", "she sat with him", "by 10% of people", "at 4 years"],
)
def test_loose_talk_is_no_time(text: str) -> None:
    assert times(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "your balance shows 0.00",
        "you paid £6.95 and $4.50",
        "it costs 1.20 euros a kilo",
        "fewer than 0.05% are late",
        "version 8.21.3 is out",
        "she lives at 7 alder street",
        "happy 30th anniversary",
        "your flat on the 2nd floor",
        "sorry about today's delay",
    ],
)
def test_prices_addresses_and_occasions_are_no_time(text: str) -> None:
    assert times(text) == ()


def test_times_do_not_overlap() -> None:
    found = times("by 6 tonight, thursday noon at the latest, or in 3-5 working days")

    assert all(before.end <= after.start for before, after in pairwise(found))
