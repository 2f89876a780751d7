"""What an assessment means, mark by mark and score by score, what did most first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring import Assessment, Case, Dimension, Move, catalogue, target_minutes
from trainer.practice import words
from trainer.practice.effects import Effect, Reading, reading_of
from trainer.practice.gaps import limit_of
from trainer.practice.marking import (
    MARKS,
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

    `quoted` holds the first of its words, and `more` counts those left out.
    `without` is the total that the reply would have without the mark, where that is known and
    speaks for the mark; `target` is what an objection to it names.
    """

    label: str
    tone: Tone
    quoted: tuple[str, ...]
    more: int
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

_QUOTE, _QUOTES = 90, 3
"""Characters of a quote at most, and quotes of one kind."""


def findings(case: Case, card: Assessment) -> Findings:
    """Return what is to be said of a reply, what earned or cost most first.

    The first are the marks of the text itself, and what set off a gate or costs, has no mark
    there and did as much as they. The others are listed by kind.
    """
    shown = _Shown(text=case.reply, card=card, reading=reading_of(case, card))
    marks = marks_of(highlights(case.reply, card))
    moves, gates = shown_moves(card), gate_moves(card)
    inside = {move for mark in marks for move in moves if _touches(mark, move)}
    said = {m for mark in marks for m in inside if m.name == mark.lead.name and _touches(mark, m)}
    bare = [m for m in moves if m not in inside and (m in gates or tone_of(m) == "bad")]
    others = [move for move in moves if move not in said and move not in bare]
    marked = [shown.of_mark(mark) for mark in marks]
    unmarked = [shown.of_kind(group) for group in _kinds(bare)]
    weighty = [each for each in _in_order([*marked, *unmarked])[:MARKS] if each in unmarked]
    rest = [shown.of_kind(group) for group in _kinds(others)]
    rest += [each for each in unmarked if each not in weighty]
    return Findings(
        first=tuple(each.why for each in _in_order([*marked, *weighty])),
        rest=tuple(each.why for each in _in_order(rest)),
        held=tuple(_held(case, card, words.HEADLINES)),
        held_rest=tuple(_held(case, card, words.SUPPORTING)),
    )


@dataclass(frozen=True, kw_only=True)
class _Ranked:
    """What is said of a part, and its place: minus what moves without it, helping, its start."""

    place: tuple[int, int, bool, int]
    why: Why


def _in_order(parts: Iterable[_Ranked]) -> list[_Ranked]:
    return sorted(parts, key=lambda part: part.place)


@dataclass(frozen=True, kw_only=True)
class _Shown:
    """A reply with its assessment, and its reading where the scorer is still the same."""

    text: str
    card: Assessment
    reading: Reading | None

    def of_mark(self, mark: Mark) -> _Ranked:
        """Return a mark of the text: without it, everything of its tone in its words is gone."""
        gone = [move for move in shown_moves(self.card) if _touches(mark, move)]
        return self._ranked(mark.lead, gone, [self.text[mark.start : mark.end]])

    def of_kind(self, group: list[Move]) -> _Ranked:
        """Return one kind of move with all of its words: without it, they are gone."""
        return self._ranked(group[0], group, [self.text[m.start : m.end] for m in group])

    def _ranked(self, lead: Move, gone: list[Move], passages: list[str]) -> _Ranked:
        effect = self.reading.without(gone) if self.reading else None
        quoted = tuple(dict.fromkeys(map(_shortened, passages)))
        moved = (0, 0)
        if effect is not None:
            moved = -abs(effect.total - (self.card.overall or 0)), -effect.shift
        return _Ranked(
            place=(*moved, tone_of(lead) != "bad", lead.start),
            why=_why(self.card, lead, quoted, effect),
        )


def _why(card: Assessment, lead: Move, quoted: tuple[str, ...], effect: Effect | None) -> Why:
    kind, tone = catalogue().get(lead.name), tone_of(lead)
    gain = 0 if effect is None else effect.total - (card.overall or 0)
    # A mark whose words also do the opposite may move the total the other way: say nothing then.
    is_plain = gain > 0 if tone == "bad" else gain < 0
    return Why(
        label=label_of(lead),
        tone=tone,
        quoted=quoted[:_QUOTES],
        more=len(quoted[_QUOTES:]),
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
