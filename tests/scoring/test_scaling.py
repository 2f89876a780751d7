"""The time to read a reply grows with its length, and no faster, whatever it repeats.

Times are compared with each other and never with a clock's limit: what a busy machine slows, it
slows alike for the short reply and for the long one.
"""

import time

import pytest

from scoring import LONGEST_REPLY, Case, default_detector
from tests.scoring.attacks import POSTS

COMPLAINT = "My parcel says delivered and it isn't here. The party is at 4 today and we paid £30."

LENGTHS = (LONGEST_REPLY // 4, LONGEST_REPLY)
"""Characters; linear time grows by 4 between them, quadratic time by 16."""

MOST_GROWTH = 9.0
TRIES = 2

# Each of these took quadratic time once, or stands for a rule that looks around each of its finds.
UNITS = [
    "i ",
    "we ",
    "im ",
    "i am ",
    "I'll ",
    "a\n",
    "a, ",
    "#a ",
    "by 3pm ",
    "today ",
    "DM us. ",
    "dm us ",
    "we care, ",
    "i sent it and ",
    "I refunded Jo ",
    "sorry we are late and ",
    "you should have, but ",
    "our team ",
    "            a",
]


UNREAD = ["sorry we are late ", "a", "you should have, but ", "\u0336x", "((("]
"""Units of replies so long that they are refused before anything is looked for in them."""


def seconds(reply: str) -> float:
    """Return the processor time that one reading takes, the best of a few tries."""
    case = Case(complaint=COMPLAINT, reply=reply)
    taken = []
    for _ in range(TRIES):
        start = time.process_time()
        default_detector().detect(case)
        taken.append(time.process_time() - start)
    return min(taken)


def growth(unit: str, lengths: tuple[int, int]) -> float:
    """Return how many times longer the longer of two replies of one unit takes."""
    seconds("Sorry, it's on its way.")  # The lexicons are read once a process.
    short, long = ((unit * length)[:length] for length in lengths)
    return seconds(long) / max(seconds(short), 1e-3)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_the_time_to_read_a_reply_grows_with_its_length_and_no_faster(unit):
    assert growth(unit, LENGTHS) < MOST_GROWTH


@pytest.mark.parametrize("unit", UNREAD, ids=repr)
def test_the_time_to_refuse_a_reply_grows_with_its_length_and_no_faster(unit):
    assert growth(unit, (25_000, 100_000)) < MOST_GROWTH


def test_an_ordinary_reply_takes_a_small_part_of_the_time_of_the_longest():
    replies = [post.honest for post in POSTS]
    longest = (" ".join(replies) * LONGEST_REPLY)[:LONGEST_REPLY]
    letters = sum(map(len, replies))

    taken = sum(map(seconds, replies)) / letters

    assert taken < 3 * seconds(longest) / len(longest)
