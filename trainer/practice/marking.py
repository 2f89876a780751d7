"""A reply cut into pieces, each with the moves that cover it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from scoring import DIMENSIONS, Assessment, Move, catalogue

Tone = Literal["good", "bad", "note", "plain"]
_WEIGHTY = frozenset({"empathy", "ownership", "helpfulness"})
_SHORTEST = 6
"""Characters of the shortest helpful phrase worth a mark of its own."""

_SHORT = 60
"""Characters of a text so short that a mark may cover all of it."""


@dataclass(frozen=True, kw_only=True)
class Tag:
    """The label of a move, shown where the move begins."""

    label: str
    tone: Tone

    @property
    def says(self) -> str:
        """What a screen reader hears before the label."""
        return {"good": "Helps", "bad": "Costs"}.get(self.tone, "Noted")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of the reply under one set of moves; `tags` name those that begin here."""

    text: str
    tone: Tone
    tags: tuple[Tag, ...] = ()


def tone_of(move: Move) -> Tone:
    """Return how a move is shown: by the catalogue's polarity, or plainly noted if unknown."""
    kind = catalogue().get(move.name)
    if kind is None:
        return "note"
    return {"helps": "good", "costs": "bad"}.get(kind.polarity, "note")  # type: ignore[return-value] # a closed set


def label_of(move: Move) -> str:
    """Return the label of a move."""
    return label_of_name(move.name)


def label_of_name(name: str) -> str:
    """Return the label of a move's name; one that the catalogue dropped keeps its own words."""
    kind = catalogue().get(name)
    return kind.label if kind else name.replace("_", " ").capitalize()


def shown_moves(card: Assessment) -> tuple[Move, ...]:
    """Return the moves that something rests on, in reading order.

    Those that earned or cost points in a dimension, those that set off a gate, and
    every move that costs; not the neutral ones that no score rests on.
    """
    from_scores = {move for name in DIMENSIONS for move in getattr(card, name).spans}
    costly = {move for move in card.moves if tone_of(move) == "bad"}
    return tuple(sorted(from_scores | gate_moves(card) | costly))


def gate_moves(card: Assessment) -> set[Move]:
    """Return the moves that set off a gate."""
    return {each.move for each in card.ceilings if each.move is not None}


def highlights(text: str, card: Assessment) -> tuple[Move, ...]:
    """Return the few moves that are marked in the text itself, in reading order.

    Every move that costs or set off a gate, and of those that help the ones behind
    empathy, ownership and helpfulness, as long as they are a phrase: a mark around
    the whole reply shows nothing. Everything else is listed beside the text.
    """
    gates = gate_moves(card)

    def is_marked(move: Move) -> bool:
        costs = tone_of(move) == "bad" or move in gates
        share = 0.95 if costs else 0.7
        is_part = move.end - move.start <= max(_SHORT, share * len(text))
        return is_part and (costs or _is_weighty(move))

    return tuple(filter(is_marked, shown_moves(card)))


def _is_weighty(move: Move) -> bool:
    is_phrase = move.end - move.start >= _SHORTEST
    return is_phrase and tone_of(move) == "good" and _score_of(move) in _WEIGHTY


def _score_of(move: Move) -> str:
    kind = catalogue().get(move.name)
    return kind.dimensions[0] if kind else ""


def pieces(text: str, moves: Iterable[Move]) -> tuple[Piece, ...]:
    """Return the text cut where marks begin and end, in order; joined, they are the text again.

    Moves of one tone that overlap become one mark, labelled by its longest two; a costly
    mark inside a helpful one splits it. A label stands where its mark begins.
    """
    inside = [_clipped(move, len(text)) for move in moves]
    bad = _merged([move for move in inside if tone_of(move) == "bad"])
    rest = _merged([move for move in inside if tone_of(move) != "bad"])
    marks = [*bad, *rest]
    borders = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    return tuple(
        piece
        for start, end in pairwise(borders)
        for piece in _trimmed(_piece(text, start, end, bad, rest))
    )


def _trimmed(piece: Piece) -> Iterator[Piece]:
    """Yield the piece with the blanks at its ends outside the mark."""
    core = piece.text.strip()
    if piece.tone == "plain" or core == piece.text:
        yield piece
        return
    if not core:
        yield Piece(text=piece.text, tone="plain")
        return
    head, _, tail = piece.text.partition(core)
    if head:
        yield Piece(text=head, tone="plain")
    yield replace(piece, text=core)
    if tail:
        yield Piece(text=tail, tone="plain")


@dataclass(frozen=True, kw_only=True)
class _Mark:
    start: int
    end: int
    tone: Tone
    moves: tuple[Move, ...]

    @property
    def label(self) -> str:
        """The label of the strongest move, and of the strongest of another score, if any."""
        ranked = sorted(self.moves, key=lambda move: (-move.strength, move.end - move.start, move))
        by_score: dict[str, str] = {}
        for move in ranked:
            by_score.setdefault(_score_of(move), label_of(move))
        first, *more = dict.fromkeys(by_score.values())
        return " + ".join([first, *(each[:1].lower() + each[1:] for each in more[:1])])


def _clipped(move: Move, length: int) -> Move:
    start, end = (max(0, min(each, length)) for each in (move.start, move.end))
    return replace(move, start=start, end=end)


def _merged(moves: list[Move]) -> list[_Mark]:
    """Return one mark for each group of moves that overlap; empty moves are left out."""
    marks: list[_Mark] = []
    for move in sorted(move for move in moves if move.start < move.end):
        last = marks[-1] if marks else None
        if last is not None and move.start < last.end:
            end = max(last.end, move.end)
            tone: Tone = "good" if "good" in {last.tone, tone_of(move)} else last.tone
            marks[-1] = replace(last, end=end, tone=tone, moves=(*last.moves, move))
        else:
            marks.append(_Mark(start=move.start, end=move.end, tone=tone_of(move), moves=(move,)))
    return marks


def _piece(text: str, start: int, end: int, bad: list[_Mark], rest: list[_Mark]) -> Piece:
    over = next((mark for mark in (*bad, *rest) if mark.start <= start and end <= mark.end), None)
    if over is None:
        return Piece(text=text[start:end], tone="plain")
    tags = (Tag(label=over.label, tone=over.tone),) if over.start == start else ()
    return Piece(text=text[start:end], tone=over.tone, tags=tags)
