"""The four skills on home: their levels, where they go, and what they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.practice import words
from trainer.practice.queries import RunSummary
from trainer.practice.words import Measure

RUNS_FOR_A_LEVEL = 3
"""A level is the mean over runs, of the last scored reply in each."""

_COUNTED = 8


@dataclass(frozen=True, kw_only=True)
class Skill:
    """One of the four skills, over the last `runs` that scored it.

    `level` is None before there are `RUNS_FOR_A_LEVEL`, and `missing` says what it waits for.
    """

    measure: Measure
    runs: int
    level: int | None
    missing: str = ""
    on_target: bool = False
    trend: str = ""
    trend_icon: str = "flat"
    spark: str = ""
    end_y: float = 18
    target_y: float = 18


def skills(runs: Sequence[RunSummary]) -> tuple[Skill, ...]:
    """Return the four skills by the last graded reply of each run; newest run first."""
    return tuple(_skill(measure, runs) for measure in words.HEADLINES)


def skills_note(scored: Sequence[Skill], *, is_new: bool) -> str:
    """Return what the levels rest on, or what they still wait for."""
    most = max(skill.runs for skill in scored)
    if is_new:
        return f"{_runs_left(most)} to set your starting levels"
    return f"From the last reply in each of your last {most} runs"


def _runs_left(runs: int, kind: str = "") -> str:
    left = RUNS_FOR_A_LEVEL - runs
    return f"{left} more {kind}{'run' if left == 1 else 'runs'}"


def _skill(measure: Measure, runs: Sequence[RunSummary]) -> Skill:
    newest = [
        value
        for run in runs
        if run.scores is not None and (value := getattr(run.scores, measure.name)) is not None
    ][:_COUNTED]
    if len(newest) < RUNS_FOR_A_LEVEL:
        kind = "timed " if measure is words.SPEED else ""
        missing = f"{_runs_left(len(newest), kind)} to set it."
        return Skill(measure=measure, runs=len(newest), level=None, missing=missing)
    values = newest[::-1]
    level = round(sum(values) / len(values))
    half = len(values) // 2
    change = round(sum(values[-half:]) / half - sum(values[:half]) / half)
    return Skill(
        measure=measure,
        runs=len(values),
        level=level,
        on_target=measure.on_target(level),
        trend=f"Up {change}" if change > 0 else f"Down {-change}" if change < 0 else "Steady",
        trend_icon="trendup" if change > 2 else "trenddown" if change < -2 else "flat",
        spark=_spark(values),
        end_y=_spark_y(values[-1]),
        target_y=_spark_y(25 if measure.lower_is_better else 75),
    )


def _spark(values: Sequence[int]) -> str:
    step = 112 / (len(values) - 1)
    return "M" + "L".join(f"{3 + i * step:.1f} {_spark_y(v):.1f}" for i, v in enumerate(values))


def _spark_y(value: float) -> float:
    return round(33 - 0.3 * value, 1)
