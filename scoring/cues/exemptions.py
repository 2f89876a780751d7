"""What looks defensive and is not: owned causes, shown corrections, calm boundaries."""

import re
from collections.abc import Iterator, Sequence

from scoring.assessment import Move
from scoring.case import Flag
from scoring.cues.wordings import pattern
from scoring.reading import Reading
from scoring.stance import TRAITS
from scoring.text import Span

_CAUSES = frozenset({"excuse", "blames_third_party"})
_CORRECTIONS = frozenset({"flat_denial", "doubts_customer"})
_BOUNDARIES = frozenset({"tone_policing"})
_BLAME = frozenset({"blames_customer", "attacks", "threat", "compares"})

_OWNS = re.compile(
    r"\b(?:on us|ours to|(?:our|my) (?:fault|mistake|miss|error|failure|slip)|let you down"
    r"|got (?:it|this|that) wrong"
    r"|(?:we|i) (?:missed|failed|lost|broke|forgot|should(?:n't)? have))\b"
)
_CONCERN = re.compile(
    r"\b(?:sorry|apolog\w+|(?:can|do) see (?:why|how)|understand why|see the worry|no wonder"
    r"|right to (?:ask|check)|horrible|worrying|frightening|upsetting|frustrating|miserable|awful"
    r"|alarming)\b"
)
_EVIDENCE = re.compile(
    r"\b(?:photo|picture|link|here's|attached|statement|line|receipt|timestamp|page \d+|dated"
    r"|clears|hold|scan(?:ned)?|at \d{1,2}[:.]\d\d|on the \d+\w*|reads?"
    r"|(?<!records )(?<!system )(?<!logs )shows?)\b"
)


def settled(reading: Reading, moves: Sequence[Move]) -> Iterator[Move]:
    """Yield the moves, with each exempt one replaced by the neutral move that excuses it."""
    blames = any(move.name in _BLAME for move in moves)
    for move in moves:
        name = None if blames else _excuse_for(reading, move)
        if name is None:
            yield move
        else:
            yield Move(start=move.start, end=move.end, name=name, strength=1.0)


def _excuse_for(reading: Reading, move: Move) -> str | None:
    sentence, before = _around(reading, move)
    if move.name in _CAUSES and _OWNS.search(before + sentence):
        return "cause_after_ownership"
    if move.name in _CORRECTIONS and _is_shown(reading, move, sentence):
        return "evidenced_correction"
    if move.name in _BOUNDARIES and _is_calm(reading, sentence):
        return "calm_boundary"
    return None


def _around(reading: Reading, move: Move) -> tuple[str, str]:
    """Return the typed sentence of the move, lower case, and the one before it."""
    before = ""
    for span in reading.reply.sentences:
        start, end = reading.reply.typed_span(span.start, span.end)
        part = reading.reply.part(span)
        if start <= move.start < end:
            return part, before
        before = part
    return "", before


def _is_shown(reading: Reading, move: Move, sentence: str) -> bool:
    """Say whether a correction comes after concern, with evidence and a next step."""
    ahead = reading.case.reply[: move.start].lower()
    return bool(
        _CONCERN.search(ahead)
        and _EVIDENCE.search(sentence)
        and TRAITS["acts"].search(reading.reply.folded)
    )


def _is_calm(reading: Reading, sentence: str) -> bool:
    """Say whether one boundary is set to abuse while the issue is answered."""
    abused = Flag.ABUSIVE in reading.case.flags or pattern("abuse").search(reading.complaint.folded)
    asides = [s for s in reading.reply.sentences if not _same(reading, s, sentence)]
    answers = any(TRAITS["acts"].search(reading.reply.part(span)) for span in asides)
    return bool(abused and answers)


def _same(reading: Reading, span: Span, sentence: str) -> bool:
    return reading.reply.part(span) == sentence
