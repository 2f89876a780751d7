"""One scored reply, ready to read: the total and its finding, the scores, the words, the advice."""

from dataclasses import dataclass

from scoring import Assessment, Case
from trainer.practice import words
from trainer.practice.coaching import Advice, coach
from trainer.practice.findings import Findings, findings
from trainer.practice.gauges import CeilingView, Gauge, ceiling_views, gauge
from trainer.practice.headlines import headline, summary
from trainer.practice.marking import Piece, highlights, pieces
from trainer.practice.words import Band


@dataclass(frozen=True, kw_only=True)
class Scorecard:
    """What the pages show of one assessment. `overall` and `band` are None where ungraded.

    `aside` says, in place of the band, why the total counts for nothing.
    """

    overall: int | None
    is_graded: bool
    band: Band | None
    headline: str
    summary: str
    gauges: tuple[Gauge, ...]
    bars: tuple[Gauge, ...]
    pieces: tuple[Piece, ...]
    findings: Findings
    ceilings: tuple[CeilingView, ...]
    advice: tuple[Advice, ...]
    rubric: str
    scorer: str
    aside: str = ""


def scorecard(case: Case, card: Assessment, *, name: str) -> Scorecard:
    """Return the scorecard of a case and its assessment; `name` is what to call the customer."""
    advice = coach(case, card)
    return Scorecard(
        overall=card.overall,
        is_graded=card.graded,
        band=words.band(card.overall) if card.overall is not None else None,
        headline=headline(card, advice, name),
        summary=summary(card, advice),
        gauges=tuple(gauge(measure, card, case) for measure in words.HEADLINES),
        bars=tuple(gauge(measure, card, case) for measure in words.SUPPORTING),
        pieces=pieces(case.reply, highlights(case.reply, card)),
        findings=findings(case, card),
        ceilings=ceiling_views(card),
        advice=advice,
        rubric=card.rubric,
        scorer=card.scorer,
    )
