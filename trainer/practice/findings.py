"""What an assessment means, in sentences: the headline, the reasons, what is missing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scoring import Assessment, Dimension, Move, catalogue
from trainer.practice import words
from trainer.practice.coaching import Advice
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
_BOUND_HEADLINES = {
    "K1": "The post is gone. The screenshot isn’t.",
    "K2": "Private data ended up in public.",
    "K3": "The insult is what people will quote.",
    "K5": "You promised something that isn’t yours to give, or that isn’t so.",
    "K6": "You settled the blame before anyone knew.",
    "K7": "Safety had to come first.",
    "K8": "Nothing here answers {name}.",
    "K9": "You have written this before.",
    "K10": "Nobody answered {name}.",
    "K11": "You took on another company’s failure.",
    "cap_D": "Defending cost more than explaining earned.",
    "cap_N": "Defending cost more than explaining earned.",
    "cap_E": "The fix is there. The feeling isn’t.",
    "cap_O": "Nobody stands behind this one yet.",
    "cap_H": "Warm words, but {name} is where they were.",
    "cap_S": "Right words, too late.",
}


def headline(card: Assessment, advice: tuple[Advice, ...], first_name: str) -> str:
    """Return the finding of a debrief in one sentence."""
    if card.overall is None:
        return "This one wasn’t scored."
    top = advice[0] if advice else None
    if top is not None and top.gain >= 5 and not (card.bound_by or "").startswith("K"):
        return f"A few words cost you {top.gain} points."
    if card.overall >= 85:
        return "This is one to keep."
    found = _BOUND_HEADLINES.get(card.bound_by or "")
    if found:
        return found.replace("{name}", first_name)
    weakest = _weakest(card)
    return f"{weakest.label} is what holds it back." if weakest else "Nearly there."


def summary(card: Assessment) -> str:
    """Return the strongest and the weakest headline score, or why nothing was scored."""
    if not card.graded:
        return card.reason or ""
    scored = [(each, card.score(each.name)) for each in words.HEADLINES]
    known = [(each, value) for each, value in scored if value is not None]
    if not known:
        return ""
    best = max(known, key=lambda pair: _goodness(*pair))
    worst = min(known, key=lambda pair: _goodness(*pair))
    if best[0] == worst[0]:
        return f"{best[0].label} {best[1]} is the one headline score that counts here."
    return (
        f"{best[0].label} {best[1]} is your strongest here; "
        f"{worst[0].label.lower()} {worst[1]} the one to work on."
    )


def _goodness(measure: Measure, value: int) -> int:
    return 100 - value if measure.lower_is_better else value


def _weakest(card: Assessment) -> Measure | None:
    known = [
        (each, value)
        for each in words.HEADLINES
        if (value := card.score(each.name)) is not None and not each.on_target(value)
    ]
    return min(known, key=lambda pair: _goodness(*pair))[0] if known else None


def costs(text: str, card: Assessment) -> Iterator[Why]:
    """Yield each kind of move that cost points or set off a gate, in the order of its words."""
    gates = gate_moves(card)
    shown = [move for move in shown_moves(card) if tone_of(move) == "bad" or move in gates]
    yield from _whys(text, card, shown)


def earnings(text: str, card: Assessment) -> Iterator[Earned]:
    """Yield each score that words earn, with the phrases behind it and what held it there."""
    for measure in words.HEADLINES[1:] + words.SUPPORTING:
        dimension: Dimension = getattr(card, measure.name)
        if dimension.value is None:
            continue
        helping = [move for move in dimension.spans if tone_of(move) != "bad"]
        phrases = tuple(_whys(text, card, helping))
        if phrases or dimension.limit:
            yield Earned(
                measure=measure,
                value=dimension.value,
                tone="good" if measure.on_target(dimension.value) else "line",
                limit=dimension.limit,
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
