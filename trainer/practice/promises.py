"""Times that a holding reply promised: when, and whether they were kept."""

from dataclasses import dataclass

from scenarios import RunState, ScenarioVersion, TurnResult, clock_label
from scoring import Promise


@dataclass(frozen=True, kw_only=True)
class PromiseView:
    """A promised time in words. `tone` is "good" when kept, "bad" when missed, else "time"."""

    when: str
    word: str
    says: str
    tone: str
    icon: str


def promise_of(state: RunState, version: ScenarioVersion) -> PromiseView | None:
    """Return the promise that the desk must show: an open one, or a missed one still unanswered."""
    if not state.promises or state.is_over:
        return None
    latest = max(state.promises, key=lambda each: each.due)
    when = clock_label(version.starts_at, latest.due)
    if latest.kept is None:
        says = f"You said you’d be back by {when}."
        return PromiseView(when=when, word="Promised", says=says, tone="time", icon="holding")
    if latest.kept or state.waiting_since is None:
        return None
    says = f"You said {when}, and it has passed. Say so when you answer."
    return PromiseView(when=when, word="Missed", says=says, tone="bad", icon="alert")


def promise_after(
    state: RunState, version: ScenarioVersion, hold: TurnResult
) -> PromiseView | None:
    """Return what became of a holding reply's promise, for the debrief; None if it made none."""
    promise = next((each for each in state.promises if each.due == hold.due), None)
    if hold.action != "hold" or promise is None:
        return None
    when = clock_label(version.starts_at, promise.due)
    word, tone, icon = _STATES[promise.kept]
    return PromiseView(when=when, word=word, says=_told(promise, when), tone=tone, icon=icon)


_STATES = {
    True: ("Kept", "good", "check"),
    False: ("Missed", "bad", "alert"),
    None: ("Open", "time", "holding"),
}


def _told(promise: Promise, when: str) -> str:
    if promise.kept:
        return f"You said {when}, and an answer came by then. The wait in between counts half."
    if promise.kept is None:
        return f"You said {when}. The thread stands before that, so it is neither kept nor missed."
    return f"You said {when}, and no real answer came by then. The whole wait counts."
