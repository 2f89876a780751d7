"""One way to round, so that a score is the same everywhere."""

import math


def half_up(value: float) -> int:
    """Return the nearest integer, halves up: floor(value + 0.5).

    The value is first cut to nine decimals, so that the last bits of a
    logarithm can't decide which side of a half it falls on.
    """
    return math.floor(round(value, 9) + 0.5)
