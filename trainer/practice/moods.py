"""How the mood moved: what one reply changed, and the curves over the whole run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios import Mood, TurnResult, clock_label, mood_curve
from trainer.practice import words
from trainer.practice.charts import Curve, Point, curve
from trainer.practice.queries import RunView
from trainer.practice.words import Feeling

_CURVE_POINTS = 240
_WINDOW = 60.0
"""Simulated minutes that the curves show after the last thing that happened."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that the reply changed, before and after, in words and numbers."""

    label: str
    before: str
    after: str
    before_lean: Feeling | None
    after_lean: Feeling | None
    verdict: str
    tone: str
    icon: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """The mood at one moment, for the table beside the curves."""

    when: str
    anger: int
    trust: int
    crowd: str


def changes(before: Mood, after: Mood) -> Iterator[Change]:
    """Yield what a reply did to the customer's mood and trust, and to the crowd."""
    was, now = words.anger_feeling(before.anger), words.anger_feeling(after.anger)
    calmer = round(before.anger) - round(after.anger)
    yield Change(
        label="Mood",
        before=f"{was.word} {before.anger:.0f}",
        after=f"{now.word} {after.anger:.0f}",
        before_lean=was,
        after_lean=now,
        **_change_words(calmer, "calmer", "angrier"),
    )
    trust = round(after.trust) - round(before.trust)
    yield Change(
        label="Trust",
        before=f"{words.trust_word(before.trust).capitalize()} {before.trust:.0f}",
        after=f"{words.trust_word(after.trust).capitalize()} {after.trust:.0f}",
        before_lean=None,
        after_lean=None,
        **_change_words(trust, "won", "lost"),
    )
    crowd = round(after.sentiment) - round(before.sentiment)
    yield Change(
        label="The crowd",
        before=f"{words.crowd_word(before.sentiment).capitalize()} {_signed(before.sentiment)}",
        after=f"{words.crowd_word(after.sentiment).capitalize()} {_signed(after.sentiment)}",
        before_lean=None,
        after_lean=None,
        **_change_words(crowd, "warmer", "colder"),
    )


def _change_words(amount: int, up: str, down: str) -> dict[str, str]:
    if amount > 0:
        return {"verdict": f"{amount} {up}", "tone": "good", "icon": "check"}
    if amount < 0:
        return {"verdict": f"{-amount} {down}", "tone": "bad", "icon": "trenddown"}
    return {"verdict": "no change", "tone": "", "icon": "flat"}


def _signed(value: float) -> str:
    return f"{value:+.0f}".replace("-", "−").replace("+0", "0").replace("−0", "0")


def curves(view: RunView, turns: Sequence[TurnResult]) -> tuple[Curve, Curve]:
    """Return the charts of anger and of trust over the run, each reply marked by its number."""
    until = _until(view, turns)
    log = [saved.event for saved in view.events]
    step = max(1.0, until / _CURVE_POINTS)
    points = mood_curve(view.version, view.run.seed, log, until, step)
    moments = [Point(minute=turn.minute, value=0) for turn in turns]
    return (
        curve([Point(minute=each.minute, value=each.anger) for each in points], events=moments),
        curve([Point(minute=each.minute, value=each.trust) for each in points], events=moments),
    )


def _until(view: RunView, turns: Sequence[TurnResult]) -> float:
    """Return the minute that the curves end at: this moment, or an hour after the last reply."""
    last = max((turn.minute for turn in turns), default=0.0)
    events = max((saved.event.minute for saved in view.events), default=0.0)
    return max(events, min(view.state.minute, last + _WINDOW), 1.0)


def rows(view: RunView, turns: Sequence[TurnResult]) -> Iterator[Row]:
    """Yield the same moments as the curves mark, for the table beside them."""
    start = view.version.start
    yield Row(
        when="At the start",
        anger=round(start.anger),
        trust=round(start.trust),
        crowd=_signed(start.sentiment),
    )
    for number, turn in enumerate(turns, start=1):
        when = clock_label(view.version.starts_at, turn.minute)
        for label, mood in (("Before", turn.mood_before), ("After", turn.mood_after)):
            yield _row(f"{label} reply {number}, {when}", mood)
    yield _row("At the end", view.state.mood)


def _row(when: str, mood: Mood) -> Row:
    return Row(
        when=when, anger=round(mood.anger), trust=round(mood.trust), crowd=_signed(mood.sentiment)
    )
