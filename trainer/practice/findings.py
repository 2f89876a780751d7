"""What an assessment means, phrase by phrase: the reasons, what is missing, what can be argued."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring import Assessment, Case, Dimension, Move, catalogue
from trainer.practice import words
from trainer.practice.gaps import limit_of
from trainer.practice.marking import Tone, gate_moves, label_of, shown_moves, tone_of
from trainer.practice.words import Measure


@dataclass(frozen=True, kw_only=True)
class Why:
    """Why a part of the reply counts: the tag, the words, the reason, and what to write instead."""

    label: str
    tone: Tone
    quoted: tuple[str, ...]
    text: str
    advice: str
    target: str


@dataclass(frozen=True, kw_only=True)
class Earned:
    """One score, the phrases that earned it, and what held it where it is."""

    measure: Measure
    value: int
    tone: str
    limit: str
    phrases: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Target:
    """Something that can be disagreed with."""

    value: str
    label: str


_QUOTE = 90


def costs(text: str, card: Assessment) -> Iterator[Why]:
    """Yield each kind of move that cost points or set off a gate, in the order of its words."""
    gates = gate_moves(card)
    shown = [move for move in shown_moves(card) if tone_of(move) == "bad" or move in gates]
    yield from _whys(text, card, shown)


def earnings(case: Case, card: Assessment) -> Iterator[Earned]:
    """Yield each score that words earn, with the phrases behind it and what held it there."""
    for measure in words.HEADLINES[1:] + words.SUPPORTING:
        dimension: Dimension = getattr(card, measure.name)
        if dimension.value is None:
            continue
        helping = [move for move in dimension.spans if tone_of(move) != "bad"]
        phrases = tuple(_whys(case.reply, card, helping))
        limit = limit_of(measure.name, case, card)
        if phrases or limit:
            yield Earned(
                measure=measure,
                value=dimension.value,
                tone="good" if measure.on_target(dimension.value) else "line",
                limit=limit,
                phrases=phrases,
            )


def _whys(text: str, card: Assessment, moves: Iterable[Move]) -> Iterator[Why]:
    by_name: dict[str, list[Move]] = {}
    for move in sorted(moves):
        by_name.setdefault(move.name, []).append(move)
    for group in by_name.values():
        first = group[0]
        kind = catalogue().get(first.name)
        yield Why(
            label=label_of(first),
            tone=tone_of(first),
            quoted=tuple(dict.fromkeys(_shortened(text[each.start : each.end]) for each in group)),
            text=kind.why if kind else "",
            advice=kind.advice if kind and tone_of(first) == "bad" else "",
            target=f"move:{card.moves.index(first)}" if first in card.moves else "",
        )


def targets(text: str, card: Assessment) -> Iterator[Target]:
    """Yield what can be disagreed with: the total, each score, each part that is shown."""
    if card.overall is not None:
        yield Target(value="score:overall", label=f"The total, {card.overall}")
    for measure in words.HEADLINES + words.SUPPORTING:
        value = card.score(measure.name)
        if value is not None:
            yield Target(value=f"score:{measure.name}", label=f"{measure.label}, {value}")
    for move in shown_moves(card):
        if move in card.moves:
            quoted = _shortened(text[move.start : move.end])
            yield Target(
                value=f"move:{card.moves.index(move)}", label=f"{label_of(move)}: “{quoted}”"
            )


def _shortened(passage: str) -> str:
    quoted = " ".join(passage.split())
    return quoted if len(quoted) <= _QUOTE else f"{quoted[: _QUOTE - 1].rstrip()}…"
