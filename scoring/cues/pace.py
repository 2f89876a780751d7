"""Pace: a reply that came faster than anybody could have read the complaint."""

from collections.abc import Iterator

from scoring.assessment import Move
from scoring.reading import Reading

WORDS_A_SECOND = 4.0
"""How fast a post is read, at most (RUBRIC 2.1)."""

_SECONDS = 60.0


def find(reading: Reading) -> Iterator[Move]:
    """Yield the whole reply where it was sent before its complaint can have been read.

    It costs nothing: it asks for a look at whether the text was pasted. Silent without timing.
    """
    minutes, said = reading.case.minutes, len(reading.complaint.words)
    if minutes is None or not reading.reply.words:
        return
    seconds, needed = minutes * _SECONDS, said / WORDS_A_SECOND
    if seconds < needed:
        note = f"sent after {seconds:.0f} seconds; {said} words take {needed:.0f} to read"
        yield reading.move("faster_than_reading", 0, len(reading.reply.folded), 1.0, note)
