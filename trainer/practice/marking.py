"""A reply cut into pieces, each with the moves that cover it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from scoring import DIMENSIONS, Assessment, Move, catalogue

Tone = Literal["good", "bad", "note", "plain"]
_WEIGHTY = frozenset({"empathy", "ownership", "helpfulness"})
MARKS = 6
"""Marks in one text at most: more, and nothing stands out."""

_MANNER = frozenset({"speaks_as_person", "sees_person", "courtesy"})
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

    What costs or set off a gate comes first; then the moves behind empathy, ownership
    and helpfulness by turns, as long as they are a phrase: a mark around the whole reply
    shows nothing. Everything else is listed beside the text.
    """
    return most_telling(text, shown_moves(card), gate_moves(card))


def most_telling(
    text: str, moves: Iterable[Move], gates: Collection[Move] = ()
) -> tuple[Move, ...]:
    """Return the moves that fit into `MARKS` marks, costs first, in reading order."""
    found = [move for move in moves if _is_phrase(text, move)]
    costs = [move for move in found if tone_of(move) == "bad" or move in gates]
    helps = [move for move in found if _score_of(move) in _WEIGHTY and tone_of(move) == "good"]
    kept: list[Move] = []
    for move in sorted(costs, key=_weight):
        if _touches(move, kept) or len(merged(kept)) < MARKS:
            kept.append(move)
    for move in _by_turns(move for move in helps if move not in costs):
        # Two helping phrases over the same words would need two labels: the first one stands.
        if not _touches(move, kept) and len(merged(kept)) < MARKS:
            kept.append(move)
    return tuple(sorted(kept))


def _is_phrase(text: str, move: Move) -> bool:
    """Return whether a mark would show something: not a bare "I", not nearly everything."""
    is_bad = tone_of(move) == "bad"
    length = move.end - move.start
    shortest = 2 if is_bad else _SHORTEST
    return shortest <= length <= max(_SHORT, (0.95 if is_bad else 0.7) * len(text))


def _weight(move: Move) -> tuple[bool, float, int, Move]:
    """Return the key that sorts what says most first.

    Among costs, defensive words lead, and the shorter quote is the sharper one. Among what
    helps, acts and care come before manner, and the longer phrase shows more.
    """
    kind = catalogue().get(move.name)
    length = move.end - move.start
    if tone_of(move) == "bad":
        return kind is None or kind.weight is None, -move.strength, length, move
    return move.name in _MANNER, -move.strength, -length, move


def _by_turns(moves: Iterable[Move]) -> list[Move]:
    """Return the strongest move of each score, then the second of each, and so on."""
    places: Counter[str] = Counter()
    ranked: list[tuple[int, Move]] = []
    for move in sorted(moves, key=_weight):
        ranked.append((places[_score_of(move)], move))
        places[_score_of(move)] += 1
    return [move for _, move in sorted(ranked, key=lambda pair: (pair[0], *_weight(pair[1])))]


def _touches(move: Move, others: Iterable[Move]) -> bool:
    return any(move.start < other.end and other.start < move.end for other in others)


def _score_of(move: Move) -> str:
    kind = catalogue().get(move.name)
    return kind.dimensions[0] if kind else ""


def pieces(text: str, moves: Iterable[Move]) -> tuple[Piece, ...]:
    """Return the text cut where marks begin and end, in order; joined, they are the text again.

    Moves of one tone that overlap become one mark, labelled by its strongest; a costly mark
    inside a helpful one splits it. A label stands where its mark begins.
    """
    inside = [_clipped(move, len(text)) for move in moves]
    bad = merged([move for move in inside if tone_of(move) == "bad"])
    rest = merged([move for move in inside if tone_of(move) != "bad"])
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
class Mark:
    """A stretch of the text under moves of one tone."""

    start: int
    end: int
    tone: Tone
    moves: tuple[Move, ...]

    @property
    def lead(self) -> Move:
        """The strongest move; what else the words do is listed beside the text."""
        return min(self.moves, key=_weight)


def marks_of(moves: Iterable[Move]) -> tuple[Mark, ...]:
    """Return the marks that `pieces` draws for these moves, costs first."""
    found = list(moves)
    bad = [move for move in found if tone_of(move) == "bad"]
    return (*merged(bad), *merged([move for move in found if tone_of(move) != "bad"]))


def merged(moves: list[Move]) -> list[Mark]:
    """Return one mark for each group of moves that overlap; empty moves are left out."""
    marks: list[Mark] = []
    for move in sorted(move for move in moves if move.start < move.end):
        last = marks[-1] if marks else None
        if last is not None and move.start < last.end:
            end = max(last.end, move.end)
            tone: Tone = "good" if "good" in {last.tone, tone_of(move)} else last.tone
            marks[-1] = replace(last, end=end, tone=tone, moves=(*last.moves, move))
        else:
            marks.append(Mark(start=move.start, end=move.end, tone=tone_of(move), moves=(move,)))
    return marks


def _clipped(move: Move, length: int) -> Move:
    start, end = (max(0, min(each, length)) for each in (move.start, move.end))
    return replace(move, start=start, end=end)


def _piece(text: str, start: int, end: int, bad: list[Mark], rest: list[Mark]) -> Piece:
    over = next((mark for mark in (*bad, *rest) if mark.start <= start and end <= mark.end), None)
    if over is None:
        return Piece(text=text[start:end], tone="plain")
    tags = (Tag(label=label_of(over.lead), tone=over.tone),) if over.start == start else ()
    return Piece(text=text[start:end], tone=over.tone, tags=tags)
