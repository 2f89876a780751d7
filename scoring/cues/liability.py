"""Legal fault conceded on an injury or legal post, and another company's failure taken as ours."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.case import Flag
from scoring.cues.phrases import matches
from scoring.cues.wordings import wordings
from scoring.reading import Reading

_GUARDED = frozenset({Flag.INJURY, Flag.LEGAL})


def find(reading: Reading) -> Iterator[Move]:
    """Yield concessions where the case's flags make them a gate; sympathy and care are none."""
    if _GUARDED & reading.case.flags:
        yield from matches(reading, wordings("liability"))
    if Flag.WRONG_COMPANY in reading.case.flags:
        yield from _claimed(reading)


def _claimed(reading: Reading) -> Iterator[Move]:
    """Yield words that own the failure, unless the reply says whose it is."""
    if not any(matches(reading, wordings("not_ours"))):
        yield from matches(reading, wordings("taken_as_ours"))
