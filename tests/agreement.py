"""How far the scorer agrees with a panel's marks, per score.

The panel's marks in `data/rated_replies.jsonl` were made by language models; no person was studied.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

from scoring import Assessment, Case, assess

RATED_REPLIES = Path(__file__).parent / "data" / "rated_replies.jsonl"
SCORES = ("empathy", "ownership", "defensiveness", "helpfulness", "overall")
_LEVELS = range(5)


@dataclass(frozen=True, kw_only=True)
class RatedReply:
    """One reply with the panel's mean mark per score, 0-100."""

    case: Case
    panel: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Agreement on one score over `rows` graded replies.

    `spearman` compares order, -1 to 1; `qwk` is the quadratic weighted kappa of
    five levels (score / 25, halves up); `error` is the mean absolute difference and `bias` the mean
    difference in points.
    """

    score: str
    rows: int
    spearman: float
    qwk: float
    error: float
    bias: float


def rated_replies(path: Path = RATED_REPLIES) -> tuple[RatedReply, ...]:
    """Return the rated replies of a JSONL file, scored as a file of replies would be."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(
        RatedReply(
            case=Case(
                complaint=row["complaint"], reply=row["reply"], channel=row.get("channel", "x")
            ),
            panel=row["panel"],
        )
        for row in rows
    )


def agreements(replies: Iterable[RatedReply]) -> tuple[Agreement, ...]:
    """Return the agreement on each score; unscored ones are left out of their score's rows."""
    cards = [(assess(reply.case), reply.panel) for reply in replies]
    return tuple(_agreement(score, cards) for score in SCORES)


def _agreement(score: str, cards: list[tuple[Assessment, Mapping[str, float]]]) -> Agreement:
    pairs = [(card.score(score), panel[score]) for card, panel in cards]
    ours = [float(value) for value, _ in pairs if value is not None]
    theirs = [mark for value, mark in pairs if value is not None]
    differences = [mine - mark for mine, mark in zip(ours, theirs, strict=True)]
    return Agreement(
        score=score,
        rows=len(ours),
        spearman=float(spearmanr(ours, theirs).statistic),
        qwk=_qwk(ours, theirs),
        error=sum(map(abs, differences)) / len(differences),
        bias=sum(differences) / len(differences),
    )


def _qwk(ours: list[float], theirs: list[float]) -> float:
    return float(
        cohen_kappa_score(
            [_level(value) for value in ours],
            [_level(value) for value in theirs],
            labels=list(_LEVELS),
            weights="quadratic",
        )
    )


def _level(value: float) -> int:
    return math.floor(value / 25 + 0.5)
