"""How the mood moved: what one reply changed, and the curves over the whole run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import nextafter
from string import ascii_lowercase

from scenarios import CurvePoint, Mood, TurnResult, clock_label, mood_curve
from scenarios import replay as state_at
from trainer.practice import words
from trainer.practice.charts import Curve, Point, Step, curve
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
    """One line of the table beside the curves: a mark of theirs, or an end of theirs.

    Where something changed at that moment, a value reads "60 → 47", with thin spaces.
    """

    sign: str
    what: str
    when: str
    anger: str
    trust: str
    crowd: str
    is_own: bool


@dataclass(frozen=True, kw_only=True)
class Story:
    """Anger and trust over the run, as two charts and as the table of what is marked in them."""

    anger: Curve
    trust: Curve
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class _Moment:
    """Something that happened: what the charts mark and the table lists."""

    minute: float
    sign: str
    what: str
    before: Mood
    after: Mood
    is_own: bool


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


def story(view: RunView, turns: Sequence[TurnResult]) -> Story:
    """Return the mood over the run; `turns` are the member's own acts, in order."""
    # An untimed run stands at the minute of the post that is answered, so that post comes first.
    moments = sorted(
        [*_theirs(view), *_own(turns)], key=lambda moment: (moment.minute, moment.is_own)
    )
    until = _until(view, moments)
    log = [saved.event for saved in view.events]
    step = max(1.0, until / _CURVE_POINTS)
    points = mood_curve(view.version, view.run.seed, log, until, step)
    name_of = partial(moment_name, view.version.starts_at)

    def drawn(measure: str) -> Curve:
        return curve(
            [Point(minute=each.minute, value=getattr(each, measure)) for each in points],
            steps=[_step(moment, measure) for moment in moments],
            name_of=name_of,
        )

    return Story(
        anger=drawn("anger"),
        trust=drawn("trust"),
        rows=tuple(_rows(view, moments, points[-1], name_of)),
    )


def moment_name(starts_at: str, minute: float) -> str:
    """Return what a minute of the run is called: "13:25", and "09:10, day 2" from midnight on."""
    hours, minutes = starts_at.split(":")
    days = int(int(hours) * 60 + int(minutes) + minute) // (24 * 60)
    clock = clock_label(starts_at, minute)
    return f"{clock}, day {days + 1}" if days else clock


def _own(turns: Sequence[TurnResult]) -> Iterator[_Moment]:
    for number, turn in enumerate(turns, start=1):
        yield _Moment(
            minute=turn.minute,
            sign=str(number),
            what=words.ACTS[turn.action],
            before=turn.mood_before,
            after=turn.mood_after,
            is_own=True,
        )


def _theirs(view: RunView) -> Iterator[_Moment]:
    """Yield what the customer wrote after the first post, and what was promised and not kept."""
    first, name = view.state.posts[0], view.version.customer.name.split()[0]
    found = [
        (post.minute, f"{name} writes" if post.author.kind == "customer" else "A promise is missed")
        for post in view.state.posts
        if post.author.kind in {"customer", "system"} and post is not first
    ]
    for sign, (minute, what) in zip(ascii_lowercase, found, strict=False):
        yield _Moment(
            minute=minute,
            sign=sign,
            what=what,
            before=_mood_at(view, nextafter(minute, 0)),
            after=_mood_at(view, minute),
            is_own=False,
        )


def mood_at_start(view: RunView) -> Mood:
    """Return how everyone felt when the first post went up."""
    return _mood_at(view, 0.0)


def _mood_at(view: RunView, minute: float) -> Mood:
    # What the member did at that very minute came after: it is a moment of its own.
    log = [saved.event for saved in view.events if saved.event.minute < minute]
    return state_at(view.version, view.run.seed, log, minute).mood


def _until(view: RunView, moments: Sequence[_Moment]) -> float:
    """Return the minute that the curves end at: the end, or this moment where it is still open.

    Of a run that was left alone, the first hour after the last thing that happened.
    """
    if view.state.ending is not None:
        return max(view.state.minute, 1.0)
    last = max((moment.minute for moment in moments), default=0.0)
    events = max((saved.event.minute for saved in view.events), default=0.0)
    return max(events, min(view.state.minute, last + _WINDOW), 1.0)


def _step(moment: _Moment, measure: str) -> Step:
    return Step(
        minute=moment.minute,
        sign=moment.sign,
        before=getattr(moment.before, measure),
        after=getattr(moment.after, measure),
        is_own=moment.is_own,
    )


def _rows(
    view: RunView,
    moments: Sequence[_Moment],
    last: CurvePoint,
    name_of: Callable[[float], str],
) -> Iterator[Row]:
    """Yield the same moments as the curves mark, between their two ends."""
    first = mood_at_start(view)
    yield _row("", "The start", name_of(0.0), first, first)
    for each in moments:
        yield _row(each.sign, each.what, name_of(each.minute), each.before, each.after)
    yield _row("", _end_of(view, last), name_of(last.minute), last, last)


def _end_of(view: RunView, last: CurvePoint) -> str:
    if last.minute < view.state.minute:
        return "An hour later"
    return "The end" if view.state.is_over else "Now"


def _row(
    sign: str, what: str, when: str, before: Mood | CurvePoint, after: Mood | CurvePoint
) -> Row:
    return Row(
        sign=sign,
        what=what,
        when=when,
        anger=_moved(f"{before.anger:.0f}", f"{after.anger:.0f}"),
        trust=_moved(f"{before.trust:.0f}", f"{after.trust:.0f}"),
        crowd=_moved(_signed(before.sentiment), _signed(after.sentiment)),
        is_own=sign.isdigit(),
    )


def _moved(before: str, after: str) -> str:
    return after if before == after else f"{before}\u2009→\u2009{after}"
