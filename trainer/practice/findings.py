"""What an assessment means, mark by mark and score by score, what did most first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring import Assessment, Case, Dimension, Move, catalogue, target_minutes
from trainer.practice import words
from trainer.practice.effects import Effect, Reading, reading_of
from trainer.practice.gaps import limit_of
from trainer.practice.marking import (
    Mark,
    Tone,
    gate_moves,
    highlights,
    label_of,
    marks_of,
    shown_moves,
    tone_of,
)
from trainer.practice.words import Measure


@dataclass(frozen=True, kw_only=True)
class Why:
    """Why a part of the reply counts: the tag, the words, the reason, and what to write instead.

    `without` is the total that the reply would have without the mark, where that is known and
    speaks for the mark; `target` is what an objection to it names.
    """

    label: str
    tone: Tone
    quoted: tuple[str, ...]
    text: str
    advice: str
    target: str
    without: int | None = None


@dataclass(frozen=True, kw_only=True)
class Held:
    """One score and what held it where it is."""

    measure: Measure
    value: int
    tone: str
    says: str
    target: str


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The marks that did most, all others, and what held each score, headline scores first."""

    first: tuple[Why, ...]
    rest: tuple[Why, ...]
    held: tuple[Held, ...]
    held_rest: tuple[Held, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """What can be objected to beside its words: every mark and every score."""
        parts: tuple[Why | Held, ...] = (*self.first, *self.rest, *self.held, *self.held_rest)
        return tuple(part.target for part in parts)


NOTHING = Findings(first=(), rest=(), held=(), held_rest=())
"""Where no words were written, nothing is to be said of them."""

_QUOTE = 90


def findings(case: Case, card: Assessment) -> Findings:
    """Return what is to be said of a reply, what earned or cost most first.

    The first are the marks of the text itself, and whatever else set off a gate or costs and
    has no mark there. The others are listed by kind.
    """
    reading = reading_of(case, card)
    shown, gates = shown_moves(card), gate_moves(card)
    marks = marks_of(highlights(case.reply, card))
    inside = {move for mark in marks for move in shown if _touches(mark, move)}
    bare = [m for m in shown if m not in inside and (m in gates or tone_of(m) == "bad")]
    said = {m for mark in marks for m in inside if m.name == mark.lead.name and _touches(mark, m)}
    others = [move for move in shown if move not in said and move not in bare]
    first = [_of_mark(case.reply, card, mark, shown, reading) for mark in marks]
    first += [_of_kind(case.reply, card, group, reading) for group in _kinds(bare)]
    rest = [_of_kind(case.reply, card, group, reading) for group in _kinds(others)]
    return Findings(
        first=_in_order(first),
        rest=_in_order(rest),
        held=tuple(_held(case, card, words.HEADLINES)),
        held_rest=tuple(_held(case, card, words.SUPPORTING)),
    )


_Rank = tuple[int, int, bool, int]
"""Minus how far the total and the other scores move without it; helping; where it begins."""


def _in_order(ranked: list[tuple[_Rank, Why]]) -> tuple[Why, ...]:
    return tuple(why for _, why in sorted(ranked, key=lambda pair: pair[0]))


def _of_mark(
    text: str, card: Assessment, mark: Mark, shown: Iterable[Move], reading: Reading | None
) -> tuple[_Rank, Why]:
    """Return a mark of the text: without it, everything of its tone in its words is gone."""
    gone = [move for move in shown if _touches(mark, move)]
    effect = reading.without(gone) if reading else None
    quoted = (_shortened(text[mark.start : mark.end]),)
    return _rank(card, mark.lead, effect), _why(card, mark.lead, quoted, effect)


def _of_kind(
    text: str, card: Assessment, group: list[Move], reading: Reading | None
) -> tuple[_Rank, Why]:
    """Return one kind of move with all of its words: without it, they are gone."""
    effect = reading.without(group) if reading else None
    quoted = tuple(dict.fromkeys(_shortened(text[each.start : each.end]) for each in group))
    return _rank(card, group[0], effect), _why(card, group[0], quoted, effect)


def _rank(card: Assessment, lead: Move, effect: Effect | None) -> _Rank:
    is_good = tone_of(lead) != "bad"
    if effect is None:
        return 0, 0, is_good, lead.start
    return -abs(effect.total - (card.overall or 0)), -effect.shift, is_good, lead.start


def _why(card: Assessment, lead: Move, quoted: tuple[str, ...], effect: Effect | None) -> Why:
    kind, tone = catalogue().get(lead.name), tone_of(lead)
    gain = 0 if effect is None else effect.total - (card.overall or 0)
    # A mark whose words also do the opposite may move the total the other way: say nothing then.
    is_plain = gain > 0 if tone == "bad" else gain < 0
    return Why(
        label=label_of(lead),
        tone=tone,
        quoted=quoted,
        text=kind.why if kind else "",
        advice=kind.advice if kind and tone == "bad" else "",
        target=f"move:{card.moves.index(lead)}" if lead in card.moves else "",
        without=effect.total if effect is not None and is_plain else None,
    )


def _kinds(moves: Iterable[Move]) -> list[list[Move]]:
    by_name: dict[str, list[Move]] = {}
    for move in sorted(moves):
        by_name.setdefault(move.name, []).append(move)
    return list(by_name.values())


def _touches(mark: Mark, move: Move) -> bool:
    is_same = (tone_of(move) == "bad") == (mark.tone == "bad")
    return is_same and mark.start < move.end and move.start < mark.end


def _held(case: Case, card: Assessment, measures: Iterable[Measure]) -> Iterator[Held]:
    for measure in measures:
        value = card.score(measure.name)
        if value is not None:
            is_good = measure.on_target(value)
            yield Held(
                measure=measure,
                value=value,
                tone="good" if is_good else "line",
                says=_says(measure, case, card) or _plainly(measure, is_good=is_good),
                target=f"score:{measure.name}",
            )


def _plainly(measure: Measure, *, is_good: bool) -> str:
    if is_good:
        return "On target."
    return f"Short of its target: {measure.what[:1].lower()}{measure.what[1:]}"


def _says(measure: Measure, case: Case, card: Assessment) -> str:
    if isinstance(getattr(card, measure.name), Dimension):
        return limit_of(measure.name, case, card)
    if case.minutes is None:
        return ""
    waited, target = words.minutes(case.minutes), words.minutes(target_minutes(case))
    return f"{waited[:1].upper()}{waited[1:]}; the target is {target}."


def _shortened(passage: str) -> str:
    quoted = " ".join(passage.split())
    return quoted if len(quoted) <= _QUOTE else f"{quoted[: _QUOTE - 1].rstrip(' ,;:–—')}…"
