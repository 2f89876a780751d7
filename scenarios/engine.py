"""Play a scenario: a pure function of its version, its seed and the log of events.

Nothing here scores a reply: events carry their assessments. Nothing runs in the background:
what the customer does between two events is worked out for any minute that is asked about.
"""

import math
from collections.abc import Sequence

from scenarios.errors import EventOrderError
from scenarios.events import Event
from scenarios.play import Play
from scenarios.runstate import CurvePoint, RunState
from scenarios.schema import ScenarioVersion

ENGINE = "2"
"""This engine, as runs are pinned to it; another number may play the same log differently."""


def replay(
    version: ScenarioVersion, seed: int, events: Sequence[Event], until_minute: float
) -> RunState:
    """Return the run at a minute: the same arguments always give the same state, to the bit.

    Args:
        version: The scenario, as pinned when the run started.
        seed: Picks the variants of what is said; it changes no score and no mood.
        events: The whole log, in order.
        until_minute: Simulated minutes since the opening post, not before the last event.

    Raises:
        EventOrderError: An event is out of order, later than `until_minute`, or can't be taken.
    """
    play = Play(version, seed)
    for event in events:
        if not event.minute <= until_minute:
            raise _beyond(event, until_minute)
        play.take(event)
    return play.state(until_minute)


def settled_minute(version: ScenarioVersion, seed: int, events: Sequence[Event]) -> float:
    """Return the minute at which the answer to the last event is there.

    An untimed run stands at this minute between two replies: its clock moves only by what
    the beats say.
    """
    play = Play(version, seed)
    for event in events:
        play.take(event)
    return play.settled_minute


def mood_curve(
    version: ScenarioVersion,
    seed: int,
    events: Sequence[Event],
    until_minute: float,
    step: float = 1.0,
) -> tuple[CurvePoint, ...]:
    """Return the mood at every `step` minutes from 0, and at `until_minute`.

    An event shows at the first point that is not before it.

    Raises:
        EventOrderError: An event is out of order, later than `until_minute`, or can't be taken.
        ValueError: `step` is not above 0.
    """
    if not step > 0:
        raise ValueError(f"step is {step!r}: give minutes above 0")
    play, waiting, points = Play(version, seed), list(events), []
    for number in range(math.ceil(until_minute / step) + 1):
        minute = min(number * step, until_minute)
        while waiting and waiting[0].minute <= minute:
            play.take(waiting.pop(0))
        mood = play.state(minute).mood
        points.append(
            CurvePoint(minute=minute, anger=mood.anger, trust=mood.trust, sentiment=mood.sentiment)
        )
    if waiting:
        raise _beyond(waiting[0], until_minute)
    return tuple(points)


def _beyond(event: Event, until_minute: float) -> EventOrderError:
    return EventOrderError(
        f"an event at minute {event.minute:g} lies beyond minute {until_minute:g}: "
        "replay up to the last event at least"
    )
