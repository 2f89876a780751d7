"""Two lines for the next try: the words that cost most, and the one thing that is missing.

Pure: a case and its assessment in, advice out. Where it names a new score, that score
was worked out by scoring the changed reply; it is never an estimate.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, reduce

from scoring import Assessment, Case, Fault, Move, assess, catalogue
from trainer.practice.gaps import limit_of
from trainer.practice.marking import tone_of

LINES = 2
TRIES = 8
"""Stretches of words that are tried without: each costs another scoring of the whole reply."""

_KEPT = 128
"""Pieces of advice kept in memory, so that opening a debrief again scores nothing again."""

_LEAST_GAIN = 3
_SHORT = 60

# What each score is made of, the likeliest gap first. RUBRIC 2.2 to 2.6.
_EXPECTED = {
    "empathy": ("restates_situation", "names_feeling", "acknowledges_cost"),
    "ownership": ("admits_fault", "concrete_step", "named_owner", "gives_time", "honest_unknown"),
    "helpfulness": ("answers_part", "next_step", "gives_route", "fallback"),
    "voice": ("concrete_detail", "first_person", "signs_name"),
}
# What to write for it, where the catalogue only says why it helps.
_TRY = {
    "admits_fault": "Say once, plainly, that it was ours.",
    "concrete_step": "Name one thing that you have done, or do next.",
    "named_owner": "Say who does it: “I”, or a name.",
    "gives_time": "Give it a time.",
    "honest_unknown": "Say what isn’t known yet, and when it will be.",
    "answers_part": "Answer what was asked, in one line.",
    "next_step": "Say what happens next.",
    "gives_route": "Give one sure way to reach a person.",
    "fallback": "Say what happens if it goes wrong again.",
}
_BOUND_BY = {
    "cap_E": "empathy",
    "cap_O": "ownership",
    "cap_H": "helpfulness",
    "cap_D": "defensiveness",
    "cap_N": "defensiveness",
}
_BORDERS = ".,;:!?–—()\n"
_JOINTS = (" and", " but", " so")
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[\"”’)\]]*|\n|$)\s*")

Assess = Callable[[Case], Assessment]


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One thing to try. `score` is what the reply would then get, where that was worked out."""

    text: str
    quoted: str = ""
    score: int | None = None
    gain: int = 0


@dataclass(frozen=True, kw_only=True)
class _Stretch:
    """Words that cost something, and every place where they stand; `weight` is what marks them."""

    words: str
    spans: tuple[tuple[int, int], ...]
    weight: float


@lru_cache(maxsize=_KEPT)
def coach(case: Case, card: Assessment, assess_case: Assess = assess) -> tuple[Advice, ...]:
    """Return at most two pieces of advice on a graded reply, the weightiest first.

    A removal is advised only where the same reply without those words scores at
    least 3 points more; words that stand there twice are left out twice. Of a reply with
    many costly words the weightiest `TRIES` stretches are tried. If the scorer has changed
    since the reply was scored, its numbers would not compare, so none is given.
    """
    if not card.graded or card.overall is None or not case.reply.strip():
        return ()
    can_compare = assess_case(case) == card
    removals = _removals(case, card, assess_case) if can_compare else []
    missing = list(_missing(case, card))
    lines = [*removals[:1], *missing, *removals[1:]]
    return tuple(lines[:LINES])


def _removals(case: Case, card: Assessment, assess_case: Assess) -> list[Advice]:
    """Return what could be left out, by what that would gain, each stretch of words once."""
    costly = [move for move in card.moves if tone_of(move) == "bad"]
    stretches = _weightiest(_stretches(case.reply, costly))
    tried = [_without(case, card, stretch, assess_case) for stretch in stretches]
    found = [each for each in tried if each is not None and each.gain >= _LEAST_GAIN]
    found.sort(key=lambda each: -each.gain)  # Stable: at equal gain, in reading order.
    return list(_apart(found))


def _weightiest(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Return the few to try, those that hold most of what costs and of them the shorter ones.

    They come in reading order, a whole sentence before its clauses.
    """
    ranked = sorted(stretches, key=lambda each: (-each.weight, len(each.words)))
    return sorted(ranked[:TRIES], key=lambda each: (each.spans[0][0], -len(each.words)))


def _stretches(text: str, moves: Iterable[Move]) -> list[_Stretch]:
    """Return what could go, the same words once with all their places."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    weights: dict[str, float] = defaultdict(float)
    sentences = [match.span() for match in _SENTENCE.finditer(text)]
    for move in moves:
        found = {
            text[start:end].strip(): (start, end) for start, end in _spans(text, move, sentences)
        }
        for words, span in found.items():
            spans[words].add(span)
            weights[words] += move.strength
    return [
        _Stretch(words=words, spans=tuple(sorted(places)), weight=weights[words])
        for words, places in spans.items()
    ]


def _spans(
    text: str, move: Move, sentences: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield what could go without leaving half a sentence: the sentence, and the clause itself."""
    over = [(start, end) for start, end in sentences if start < move.end and move.start < end]
    yield (over[0][0], over[-1][1]) if over else (move.start, move.end)
    before, after = text[: move.start].rstrip(), text[move.end :].lstrip()
    begins = not before or before[-1] in _BORDERS or before.endswith(_JOINTS)
    ends = not after or after[0] in _BORDERS
    if begins and ends:
        yield move.start, move.end


def _apart(found: list[Advice]) -> Iterator[Advice]:
    """Yield each piece of advice whose words no earlier one holds already, or lies within."""
    kept: list[str] = []
    for advice in found:
        if not any(advice.quoted in other or other in advice.quoted for other in kept):
            kept.append(advice.quoted)
            yield advice


def _without(case: Case, card: Assessment, stretch: _Stretch, assess_case: Assess) -> Advice | None:
    rest = reduce(_tidy, _around(case.reply, stretch.spans))
    if not any(map(str.isalnum, rest)):
        return None
    changed = assess_case(replace(case, reply=rest))
    if changed.overall is None or card.overall is None:
        return None
    return Advice(
        text="Leave this out, and the same reply scores",
        quoted=_shortened(stretch.words),
        score=changed.overall,
        gain=changed.overall - card.overall,
    )


def _around(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield what stands before, between and after these spans, which are in order."""
    at = 0
    for start, end in spans:
        if start >= at:
            yield text[at:start]
        at = max(at, end)
    yield text[at:]


def _tidy(before: str, after: str) -> str:
    joined = f"{before.rstrip()} {after.lstrip()}".strip()
    joined = re.sub(r"\s+([.,!?;:])", r"\1", joined)
    return re.sub(r"(?:[,;:]|\s+(?:and|but|so))+\s*([.!?])", r"\1", joined)


def _shortened(text: str) -> str:
    if len(text) <= _SHORT:
        return text
    return f"{text[: _SHORT - 1].rsplit(' ', 1)[0].rstrip(',;:–—')}…"


def _missing(case: Case, card: Assessment) -> Iterator[Advice]:
    """Yield what the weakest scores still lack, the one that bound the total first."""
    present = {move.name for move in card.moves}
    for name in _weakest(card):
        advice = _advice_for(name, present, case)
        limit = limit_of(name, case, card)
        if advice:
            yield Advice(text=f"{limit} {advice}".strip())


def _weakest(card: Assessment) -> list[str]:
    bound = _BOUND_BY.get(card.bound_by or "")
    scored = [name for name in _EXPECTED if card.score(name) is not None]
    short = [name for name in scored if (card.score(name) or 0) < 85]
    return sorted(short, key=lambda name: (name != bound, card.score(name) or 0))


def _advice_for(name: str, present: set[str], case: Case) -> str:
    for expected in _EXPECTED[name]:
        if expected in present or (expected == "admits_fault" and case.fault is not Fault.OURS):
            continue
        kind = catalogue().get(expected)
        if advice := (kind.advice if kind else "") or _TRY.get(expected, ""):
            return advice
    return ""
