"""The shapes of our charts: paths and positions that templates put into SVG attributes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

_CENTRE, _RADIUS, _BUG, _ZONE = 88.0, 64.0, 56.0, 75.0


@dataclass(frozen=True, kw_only=True)
class Dial:
    """A half-circle gauge in a box of 176 by 108."""

    track: str
    run: str
    zone: str
    bug: str
    ticks: tuple[str, ...]


def dial(value: float, *, lower_is_better: bool = False) -> Dial:
    """Return the gauge for a score from 0 to 100; the outer band marks the target quarter."""
    zone = (0.0, 25.0) if lower_is_better else (75.0, 100.0)
    x, y = _on_arc(value, _BUG)
    return Dial(
        track=_arc(0, 100, _RADIUS),
        run=_arc(0, max(value, 0.6), _RADIUS),
        zone=_arc(*zone, _ZONE),
        bug=f"translate({x:.1f} {y:.1f}) rotate({value * 1.8 - 90:.1f})",
        ticks=tuple(_spoke(each) for each in (25, 50, 75)),
    )


def _on_arc(value: float, radius: float) -> tuple[float, float]:
    angle = pi * (1 - value / 100)
    return _CENTRE + radius * cos(angle), _CENTRE - radius * sin(angle)


def _arc(start: float, end: float, radius: float) -> str:
    (x1, y1), (x2, y2) = _on_arc(start, radius), _on_arc(end, radius)
    return f"M{x1:.1f} {y1:.1f}A{radius:g} {radius:g} 0 0 1 {x2:.1f} {y2:.1f}"


def _spoke(value: float) -> str:
    (x1, y1), (x2, y2) = _on_arc(value, _RADIUS - 6), _on_arc(value, _RADIUS + 6)
    return f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One value at one simulated minute."""

    minute: float
    value: float


@dataclass(frozen=True, kw_only=True)
class Label:
    """A word at a place in the chart."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened at a moment: a line across the chart, and its label."""

    x: float
    label: Label


@dataclass(frozen=True, kw_only=True)
class Curve:
    """A chart of one measure over time, in a box of 370 by 200."""

    path: str
    end_x: float
    end_y: float
    end_text: str
    x_labels: tuple[Label, ...]
    y_labels: tuple[Label, ...]
    events: tuple[Event, ...]


_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 300.0, 26.0, 172.0


def curve(
    points: Sequence[Point], *, events: Sequence[Point] = (), low: float = 0, high: float = 100
) -> Curve:
    """Return the chart of these points; `events` are the moments to mark, numbered in order.

    Raises:
        ValueError: There is no point to draw.
    """
    if not points:
        raise ValueError("a curve needs at least one point; give the run's first minute")
    first, last = points[0].minute, max(points[-1].minute, points[0].minute + 1)

    def x_of(minute: float) -> float:
        share = (minute - first) / (last - first)
        return _LEFT + min(1.0, max(0.0, share)) * (_RIGHT - _LEFT)

    def y_of(value: float) -> float:
        share = (min(high, max(low, value)) - low) / (high - low)
        return _BOTTOM - share * (_BOTTOM - _TOP)

    steps = "L".join(f"{x_of(p.minute):.1f} {y_of(p.value):.1f}" for p in points)
    end = points[-1]
    return Curve(
        path=f"M{steps}",
        end_x=round(x_of(end.minute), 1),
        end_y=round(y_of(end.value), 1),
        end_text=f"{end.value:.0f}",
        x_labels=tuple(
            Label(x=round(x_of(minute), 1), y=190, text=_since(minute - first))
            for minute in _ticks(first, last)
        ),
        y_labels=tuple(
            Label(x=28, y=round(y_of(value) + 4, 1), text=f"{value:g}")
            for value in (low, (low + high) / 2, high)
        ),
        events=_events(events, x_of),
    )


def _events(moments: Sequence[Point], x_of: Callable[[float], float]) -> tuple[Event, ...]:
    marks = []
    for number, moment in enumerate(moments, start=1):
        x = round(x_of(moment.minute), 1)
        marks.append(Event(x=x, label=Label(x=x, y=16, text=str(number))))
    return tuple(marks)


def _ticks(first: float, last: float) -> tuple[float, ...]:
    """Return the minutes to name on the axis: a middle one only where it reads differently."""
    return (first, last) if last - first < 4 else (first, (first + last) / 2, last)


def _since(minutes: float) -> str:
    whole = round(minutes)
    return f"{whole} min" if whole < 120 else f"{whole / 60:.1f} h"


@dataclass(frozen=True, kw_only=True)
class Ring:
    """The clock ring: how much of the target is gone, and what stands in its middle."""

    state: str  # "", "soon", "late", "done"
    share: float  # 0 to 100, of the circle
    number: str
    unit: str
    says: str


def ring(*, waited: float | None, target: float, timed: bool = True) -> Ring:
    """Return the ring for a customer who has waited so many simulated minutes.

    `waited=None` means that nobody waits. Nearly due begins at four fifths of the target.
    """
    if not timed:
        return Ring(state="", share=0, number="∞", unit="", says="Untimed")
    if waited is None:
        return Ring(state="done", share=100, number="✓", unit="", says="Answered")
    left = target - waited
    share = round(min(100.0, 100 * waited / target), 1)
    if left < 0:
        number, unit = _short(-left)
        return Ring(
            state="late", share=100, number=f"+{number}", unit=unit, says=f"{number} {unit} late"
        )
    number, unit = _short(left)
    state = "soon" if waited >= 0.8 * target else ""
    return Ring(state=state, share=share, number=number, unit=unit, says=f"{number} {unit} left")


def _short(minutes: float) -> tuple[str, str]:
    if minutes < 100:
        return f"{int(minutes)}", "min"
    hours = minutes / 60
    return (f"{hours:.1f}".removesuffix(".0") if hours < 10 else f"{hours:.0f}"), "h"
