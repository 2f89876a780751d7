"""Fit the stance weights: `python -m scoring.stance.fit RATED.jsonl scoring/stance/weights.json`.

RATED holds one reply a line: `complaint`, `reply`, `severity`, `id` and `panel.defensiveness`
(0-100). Only whole replies are rated, so the fit is by noisy-or: a reply's D is the chance
that at least one of its sentences argues our side. The sentences of `neutral.txt` are read as
replies that argue nothing. Plain Python and no chance in it: the same file gives the same weights.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.case import Case
from scoring.cues.ties import is_tied
from scoring.reading import Reading
from scoring.stance import features, traits
from scoring.text import Text

RIDGE = 1.5
"""Strength of the pull of each word's weight towards 0."""

TRAIT_RIDGE = 0.9
"""The same for traits, which are few."""

HIGHEST_BIAS = -3.0
"""Log-odds of a sentence without weights; higher, and a reply would lean by no words of its own."""

MIN_REPLIES = 8
MIN_BRIEFS = 5
"""A word counts if this many replies, from this many authors' briefs, use it."""

PRUNE = 0.12
"""Words whose weight stays below this are dropped before the last fit."""

ROUNDS = 150
_FLOOR = 1e-6
_LONGEST_STEP, _SHORTEST_STEP = 0.5, 1e-4


@dataclass(frozen=True, slots=True)
class Sample:
    """One rated reply: its sentences' words, its traits, its D as a share, its author's brief."""

    sentences: tuple[frozenset[str], ...]
    traits: dict[str, float]
    target: float
    brief: str


def samples(lines: Iterable[str]) -> list[Sample]:
    """Return the replies that can be fitted on: praise and plain questions (P4) carry no D."""
    rows = (json.loads(line) for line in lines)
    return [_sample(row) for row in rows if row.get("severity") != "P4"]


def neutral() -> list[Sample]:
    """Return the sentences beside any complaint, as replies that argue nothing and do nothing."""
    lines = Path(__file__).with_name("neutral.txt").read_text(encoding="utf-8").splitlines()
    texts = (Text(line) for line in lines if not line.startswith("#"))
    nothing = traits(Text(""), ())
    return [Sample((features(text, text.sentences[0]),), nothing, 0.0, "-") for text in texts]


def vocabulary(rated: Sequence[Sample]) -> list[str]:
    """Return the words that enough replies and enough authors use, sorted."""
    replies: Counter[str] = Counter()
    briefs: defaultdict[str, set[str]] = defaultdict(set)
    for sample in rated:
        for word in frozenset().union(*sample.sentences):
            replies[word] += 1
            briefs[word].add(sample.brief)
    return sorted(
        word
        for word, count in replies.items()
        if count >= MIN_REPLIES and len(briefs[word]) >= MIN_BRIEFS
    )


def fit(rated: Sequence[Sample], words: Sequence[str]) -> dict[str, float]:
    """Return weights by feature name (`""` is the bias, traits begin with `@`), by Rprop."""
    names = ["", *words, *(f"@{name}" for name in sorted(rated[0].traits))]
    weights = dict.fromkeys(names, 0.0)
    weights[""] = HIGHEST_BIAS
    steps, last = dict.fromkeys(names, 0.05), dict.fromkeys(names, 0.0)
    kept = [_known(sample, weights) for sample in rated]
    for _ in range(ROUNDS):
        slopes = _slopes(kept, weights)
        for name, slope in slopes.items():
            turn = slope * last[name]
            pace = steps[name] * (1.2 if turn > 0 else 0.5 if turn < 0 else 1)
            steps[name] = min(_LONGEST_STEP, max(_SHORTEST_STEP, pace))
            last[name] = 0.0 if turn < 0 else slope
            moved = weights[name] - (math.copysign(steps[name], last[name]) if last[name] else 0.0)
            weights[name] = min(moved, _highest(name))
    return weights


def main(rated_path: str, weights_path: str) -> None:
    """Fit, prune, fit again, and write the weights."""
    with Path(rated_path).open(encoding="utf-8") as lines:
        rated = samples(lines)
    words = vocabulary(rated)
    rated += neutral()
    first = fit(rated, words)
    final = fit(rated, [word for word in words if abs(first[word]) >= PRUNE])
    Path(weights_path).write_text(_as_json(final), encoding="utf-8")


def _sample(row: dict[str, Any]) -> Sample:
    reading = Reading(Case(complaint=row["complaint"], reply=row["reply"]))
    text = reading.reply
    heard = [span for span in text.sentences if is_tied(reading, span)]
    return Sample(
        sentences=tuple(features(text, span) for span in text.sentences),
        traits=traits(text, heard),
        target=row["panel"]["defensiveness"] / 100,
        brief=row["id"][0],
    )


def _known(sample: Sample, weights: dict[str, float]) -> Sample:
    kept = tuple(frozenset(word for word in s if word in weights) for s in sample.sentences)
    return Sample(kept, {f"@{k}": v for k, v in sample.traits.items()}, sample.target, sample.brief)


def _slopes(rated: Sequence[Sample], weights: dict[str, float]) -> dict[str, float]:
    """Return the slope of the log loss and the ridge, by feature."""
    slopes = {n: _ridge(n) * w for n, w in weights.items()}
    for sample in rated:
        ground = weights[""] + sum(weights[k] * v for k, v in sample.traits.items())
        odds = [_share(ground + sum(weights[w] for w in words)) for words in sample.sentences]
        whole = max(_FLOOR, 1 - math.prod(1 - p for p in odds))
        pull = 1 - sample.target / whole
        total = 0.0
        for p, words in zip(odds, sample.sentences, strict=True):
            total += p * pull
            for word in words:
                slopes[word] += p * pull
        slopes[""] += total
        for name, value in sample.traits.items():
            slopes[name] += total * value
    return slopes


def _highest(name: str) -> float:
    """Return the most that a weight may be: what a reply does can only lower its lean."""
    if not name:
        return HIGHEST_BIAS
    return 0.0 if name.startswith("@") else math.inf


def _ridge(name: str) -> float:
    if not name:
        return 0.0
    return TRAIT_RIDGE if name.startswith("@") else RIDGE


def _share(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def _as_json(weights: dict[str, float]) -> str:
    rounded = {name: round(value, 3) for name, value in sorted(weights.items())}
    stored = {
        "bias": rounded.pop(""),
        "traits": {k[1:]: v for k, v in rounded.items() if k.startswith("@")},
        "words": {k: v for k, v in rounded.items() if not k.startswith("@")},
    }
    return json.dumps(stored, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main(*sys.argv[1:])
