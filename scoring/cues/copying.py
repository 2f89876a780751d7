"""Copy and paste: a reply nearly the same as one of the last twenty, names and numbers aside."""

import re
from collections.abc import Iterator

from scoring.assessment import Move
from scoring.cues.ties import bearing
from scoring.reading import Reading

LIKENESS = 0.6
"""Share of word triples in common (Jaccard) above which a reply counts as pasted."""

REMEMBERED = 20
"""How many of the agent's last replies are looked at."""

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]*|(?<=[@^#])\w+")
_GREETED = re.compile(r"^(\W*(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear)) [A-Z][\w'’-]*")
_NUMBER = re.compile(r"\w*\d[\w.,:/-]*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def find(reading: Reading) -> Iterator[Move]:
    """Yield the copied reply, whole, with how alike it is as its strength.

    It is compared with and without its idle sentences: a line of padding makes no new reply.
    """
    said = {reading.case.reply, _without_idle(reading)}
    recent = reading.case.recent_replies[-REMEMBERED:]
    likeness = max((alike(reply, other) for reply in said for other in recent), default=0)
    if likeness > LIKENESS:
        end = len(reading.reply.folded)
        yield reading.move("copy_paste", 0, end, likeness, f"{likeness:.0%} like a recent reply")


def _without_idle(reading: Reading) -> str:
    text = reading.reply
    spans = (text.typed_span(span.start, span.end) for span in bearing(reading))
    return " ".join(text.typed[start:end] for start, end in spans)


def alike(reply: str, other: str) -> float:
    """Return the Jaccard share of the two texts' word triples, 0 to 1."""
    first, second = _triples(reply), _triples(other)
    if not first or not second:
        return 0.0
    return len(first & second) / len(first | second)


def _triples(text: str) -> frozenset[tuple[str, ...]]:
    masked = _NUMBER.sub("0", _NAME.sub("X", _GREETED.sub(r"\1 X", text)))
    words = [word.lower() for word in _WORD.findall(masked)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))
