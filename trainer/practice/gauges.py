"""Scores ready to draw: the dials, the bars, and the list of ceilings."""

from dataclasses import dataclass

from scoring import Assessment, Case, target_minutes
from trainer.practice import words
from trainer.practice.charts import Dial, dial
from trainer.practice.words import Measure


@dataclass(frozen=True, kw_only=True)
class Gauge:
    """One score, ready to draw; `shape` is None where there is no score."""

    measure: Measure
    value: int | None
    shape: Dial | None
    tone: str
    verdict: str
    icon: str
    note: str
    says: str


@dataclass(frozen=True, kw_only=True)
class CeilingView:
    """One candidate for the total, by its plain name."""

    name: str
    why: str
    value: int
    is_bound: bool


def gauge(measure: Measure, card: Assessment, case: Case) -> Gauge:
    """Return one score of an assessment, ready to draw."""
    value = card.score(measure.name)
    if value is None:
        return _blank(measure, card)
    tone, verdict, icon = _verdict(measure, value)
    note = measure.what
    if measure.name == "speed" and case.minutes is not None:
        waited = words.minutes(case.minutes)
        note = f"{waited[:1].upper()}{waited[1:]}, target {words.minutes(target_minutes(case))}"
    if measure.lower_is_better:
        note = "Lower is better."
    lower = ", lower is better" if measure.lower_is_better else ""
    goal = "25 or less" if measure.lower_is_better else "75 or more"
    return Gauge(
        measure=measure,
        value=value,
        shape=dial(value, lower_is_better=measure.lower_is_better),
        tone=tone,
        verdict=verdict,
        icon=icon,
        note=note,
        says=f"{measure.label} {value} of 100{lower}. Target {goal}.",
    )


def _blank(measure: Measure, card: Assessment) -> Gauge:
    untimed = measure.name == "speed" and card.graded
    return Gauge(
        measure=measure,
        value=None,
        shape=None,
        tone="none",
        verdict="Not timed" if untimed else "Not scored",
        icon="info",
        note="Its weight is shared among the others."
        if card.graded
        else "This reply was not scored.",
        says="",
    )


def _verdict(measure: Measure, value: int) -> tuple[str, str, str]:
    """Return the tone, the words and the icon for a score."""
    if measure.on_target(value):
        return "good", "On target", "check"
    if measure.name == "speed":
        return ("time", "Just late", "flat") if value >= 60 else ("bad", "Late", "alert")
    if measure.lower_is_better:
        return ("time", "A little high", "flat") if value <= 35 else ("bad", "Too high", "alert")
    return ("time", "Short of target", "flat") if value >= 50 else ("bad", "Well short", "alert")


def ceiling_views(card: Assessment) -> tuple[CeilingView, ...]:
    """Return every candidate for the total, lowest first, by plain names."""
    return tuple(
        CeilingView(
            name=words.rule(each.rule).name,
            why=words.rule(each.rule).why,
            value=min(100, round(each.value)),
            is_bound=place == 0,
        )
        for place, each in enumerate(card.ceilings)
    )
