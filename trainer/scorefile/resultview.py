"""What a scored file comes to, as its page shows it: averages, levels, and why rows are missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.practice import words
from trainer.practice.words import Measure
from trainer.scorefile.histogram import Histogram, histogram
from trainer.scorefile.tally import LEVELS, Reason, Spread, Totals

TOTAL = Measure(name="overall", label="Total", icon="target", what="What all the scores come to.")
MEASURES = (TOTAL, *words.HEADLINES)
_LEVEL_NAMES = tuple(f"{low}–{high}" for low, high in LEVELS)


@dataclass(frozen=True, kw_only=True)
class SpreadLine:
    """One score's line: the rows that have it, their mean and median, the rows at each level."""

    measure: Measure
    rows: str
    mean: str
    median: str
    levels: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ResultView:
    """What the scores of a file come to; `chart` is None where no row was graded."""

    finding: str
    furthest: str
    is_untimed: bool
    spreads: tuple[SpreadLine, ...]
    level_names: tuple[str, ...]
    chart: Histogram | None
    chart_says: str
    reasons: tuple[Reason, ...]


def result_view(totals: Totals) -> ResultView:
    """Return the totals of a file, ready to read."""
    spreads = totals.spreads
    overall = spreads["overall"]
    groups = tuple(zip(_LEVEL_NAMES, overall.levels, strict=True))
    return ResultView(
        finding=_finding(overall),
        furthest=_furthest(spreads),
        is_untimed=spreads["speed"].rows == 0,
        spreads=tuple(_spread_line(measure, spreads[measure.name]) for measure in MEASURES),
        level_names=_LEVEL_NAMES,
        chart=histogram(groups) if overall.rows else None,
        chart_says=f"Totals: {', '.join(f'{count:,} at {name}' for name, count in groups)}.",
        reasons=totals.reasons,
    )


def _finding(overall: Spread) -> str:
    if overall.median is None:
        return "None of these replies could be scored."
    if overall.rows == 1:
        return f"The one graded reply scores {overall.median:g} of 100."
    return f"Half of these replies score {int(overall.median)} or less."


def _furthest(spreads: Mapping[str, Spread]) -> str:
    """Return which headline score is furthest from its target on average."""
    means = [(each, spreads[each.name].mean) for each in words.HEADLINES]
    known = [(each, mean, _gap(each, mean)) for each, mean in means if mean is not None]
    if not known:
        return ""
    measure, mean, gap = max(known, key=lambda item: item[2])
    if gap <= 0:
        return "On average, every headline score is on target."
    wanted = "25 or less" if measure.lower_is_better else "75 or more"
    return (
        f"{measure.label} is furthest from its target: {mean:.1f} on average, {wanted} is wanted."
    )


def _gap(measure: Measure, mean: float) -> float:
    return mean - 25 if measure.lower_is_better else 75 - mean


def _spread_line(measure: Measure, spread: Spread) -> SpreadLine:
    return SpreadLine(
        measure=measure,
        rows=f"{spread.rows:,}",
        mean="–" if spread.mean is None else f"{spread.mean:.1f}",
        median="–" if spread.median is None else f"{spread.median:g}",
        levels=tuple(f"{count:,}" for count in spread.levels),
    )
