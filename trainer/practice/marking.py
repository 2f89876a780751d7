"""A reply cut into pieces, each with the moves that cover it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from scoring import DIMENSIONS, Assessment, Move, catalogue

Tone = Literal["good", "bad", "note", "plain"]
_SHOWN_TAGS = 2


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
    """Return the moves worth showing, in reading order.

    Those that earned or cost points in a dimension, those that set off a gate, and
    every move that costs; not the neutral ones that no score rests on.
    """
    from_scores = {move for name in DIMENSIONS for move in getattr(card, name).spans}
    from_gates = {each.move for each in card.ceilings if each.move is not None}
    costly = {move for move in card.moves if tone_of(move) == "bad"}
    return tuple(sorted(from_scores | from_gates | costly))


def pieces(text: str, moves: Iterable[Move]) -> tuple[Piece, ...]:
    """Return the text cut at every border of a move, in order; joined, they are the text again.

    Where moves overlap, a costly one gives the piece its tone; tags go to the
    longest moves first, and a label is never shown twice at one place.
    """
    inside = [_clipped(move, len(text)) for move in moves]
    inside = [move for move in inside if move.start < move.end]
    borders = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    return tuple(
        _piece(text[start:end], [m for m in inside if m.start <= start and end <= m.end], start)
        for start, end in pairwise(borders)
    )


def _clipped(move: Move, length: int) -> Move:
    return Move(
        start=max(0, min(move.start, length)),
        end=max(0, min(move.end, length)),
        name=move.name,
        strength=move.strength,
        note=move.note,
    )


def _piece(text: str, over: list[Move], start: int) -> Piece:
    if not over:
        return Piece(text=text, tone="plain")
    tones = {tone_of(move) for move in over}
    tone: Tone = next(each for each in ("bad", "good", "note") if each in tones)
    beginning = sorted(
        (move for move in over if move.start == start), key=lambda move: move.start - move.end
    )
    tags = dict.fromkeys(Tag(label=label_of(move), tone=tone_of(move)) for move in beginning)
    return Piece(text=text, tone=tone, tags=tuple(tags)[:_SHOWN_TAGS])
