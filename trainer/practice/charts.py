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
class Step:
    """Something that happened at a minute: its sign, and the value just before and after it.

    `is_own` says that the trainee did it; anything else is marked more lightly.
    """

    minute: float
    sign: str
    before: float
    after: float
    is_own: bool = True


@dataclass(frozen=True, kw_only=True)
class Label:
    """A word at a place in the chart."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A step as it is drawn: a line from its label down the chart, and both ends of the step."""

    line: str
    label: Label
    x: float
    before_y: float
    after_y: float
    is_own: bool


@dataclass(frozen=True, kw_only=True)
class Curve:
    """A chart of one measure over time, in a box of 340 by 200."""

    path: str
    end_x: float
    end_y: float
    end_text: str
    x_labels: tuple[Label, ...]
    y_labels: tuple[Label, ...]
    marks: tuple[Mark, ...]


_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 300.0, 34.0, 172.0
_SIGN_ROWS = (22.0, 8.0)
_SIGN_GAP = 17.0
"""Between two signs of a row: two digits at the size that small screens show."""


def curve(
    points: Sequence[Point],
    *,
    steps: Sequence[Step] = (),
    name_of: Callable[[float], str],
    low: float = 0,
    high: float = 100,
) -> Curve:
    """Return the chart of these points, with a mark for each step, both in order of time.

    The line goes straight up or down at a step, however little time lies around it. `name_of`
    says what a minute is called on the axis.

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

    drawn = _with_steps(points, steps)
    end = drawn[-1]
    return Curve(
        path="M" + "L".join(f"{x_of(p.minute):.1f} {y_of(p.value):.1f}" for p in drawn),
        end_x=round(x_of(end.minute), 1),
        end_y=round(y_of(end.value), 1),
        end_text=f"{end.value:.0f}",
        x_labels=_x_labels(first, last, x_of, name_of),
        y_labels=tuple(
            Label(x=28, y=round(y_of(value) + 4, 1), text=f"{value:g}")
            for value in (low, (low + high) / 2, high)
        ),
        marks=_marks(steps, x_of, y_of),
    )


def _with_steps(points: Sequence[Point], steps: Sequence[Step]) -> list[Point]:
    """Return the points with both ends of every step in their place."""
    taken = {step.minute for step in steps}
    ends = [
        Point(minute=step.minute, value=value)
        for step in steps
        for value in (step.before, step.after)
    ]
    rest = [point for point in points if point.minute not in taken]
    return sorted([*ends, *rest], key=lambda point: point.minute)


def _x_labels(
    first: float, last: float, x_of: Callable[[float], float], name_of: Callable[[float], str]
) -> tuple[Label, ...]:
    """Return the moments named on the axis: start, middle and end, each name once."""
    named: dict[str, float] = {}
    for minute in (first, last, (first + last) / 2):
        named.setdefault(name_of(minute), minute)
    return tuple(
        Label(x=round(x_of(minute), 1), y=196, text=text) for text, minute in named.items()
    )


def _marks(
    steps: Sequence[Step], x_of: Callable[[float], float], y_of: Callable[[float], float]
) -> tuple[Mark, ...]:
    marks = []
    places = _sign_places([x_of(step.minute) for step in steps])
    for step, (sign_x, sign_y) in zip(steps, places, strict=True):
        x = round(x_of(step.minute), 1)
        marks.append(
            Mark(
                line=f"M{sign_x:g} {sign_y + 4:g}V{_TOP - 6:g}L{x:g} {_TOP:g}V{_BOTTOM:g}",
                label=Label(x=sign_x, y=sign_y, text=step.sign),
                x=x,
                before_y=round(y_of(step.before), 1),
                after_y=round(y_of(step.after), 1),
                is_own=step.is_own,
            )
        )
    return tuple(marks)


def _sign_places(wanted: Sequence[float]) -> list[tuple[float, float]]:
    """Return where each sign stands: near its step, and clear of its neighbours.

    One row holds 16 signs, two hold 32; each row keeps its signs in order.
    """
    rows = 1 if len(wanted) * _SIGN_GAP <= _RIGHT - _LEFT + _SIGN_GAP else 2
    places = [(0.0, 0.0)] * len(wanted)
    for row in range(rows):
        numbers = range(row, len(wanted), rows)
        for number, x in zip(numbers, _spread([wanted[n] for n in numbers]), strict=True):
            places[number] = (x, _SIGN_ROWS[row])
    return places


def _spread(wanted: Sequence[float]) -> list[float]:
    """Return the positions moved apart, as little as keeps them inside the chart."""
    gap = min(_SIGN_GAP, (_RIGHT - _LEFT) / max(1, len(wanted) - 1))
    placed: list[float] = []
    for x in wanted:
        placed.append(max(x, placed[-1] + gap) if placed else x)
    limit = _RIGHT
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], limit)
        limit = placed[number] - gap
    return [round(max(x, _LEFT), 1) for x in placed]


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
