"""How many rows there are of each level, as bars that a template draws."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.practice.charts import Label


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One group of a histogram: its rectangle, its count above it and its name below."""

    x: float
    y: float
    height: float
    count: Label
    name: Label


@dataclass(frozen=True, kw_only=True)
class Histogram:
    """How many there are of each group, as bars of one `width` in a box of 340 by 200."""

    width: float
    bars: tuple[Bar, ...]


_BOX, _GAP = 340.0, 12.0
_TOP, _BOTTOM, _NAMES = 26.0, 172.0, 190.0


def histogram(groups: Sequence[tuple[str, int]]) -> Histogram:
    """Return the bars of these groups, each a name and a count; the longest fills the height.

    Raises:
        ValueError: There is no group to draw.
    """
    if not groups:
        raise ValueError("a histogram needs at least one group")
    most = max(1, *(count for _, count in groups))
    step = _BOX / len(groups)
    bars = []
    for place, (name, count) in enumerate(groups):
        height = round(count / most * (_BOTTOM - _TOP), 1)
        x, y = round(place * step + _GAP / 2, 1), round(_BOTTOM - height, 1)
        middle = round((place + 0.5) * step, 1)
        bars.append(
            Bar(
                x=x,
                y=y,
                height=height,
                count=Label(x=middle, y=round(y - 7, 1), text=f"{count:,}"),
                name=Label(x=middle, y=_NAMES, text=name),
            )
        )
    return Histogram(width=round(step - _GAP, 1), bars=tuple(bars))
