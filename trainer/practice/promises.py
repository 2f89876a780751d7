"""Times that were promised, by a holding reply or an answer, and whether they were kept."""

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
    state: RunState, version: ScenarioVersion, turn: TurnResult
) -> PromiseView | None:
    """Return what became of the promise of this reply, for the debrief, or None: it made none."""
    promise = next((each for each in state.promises if each.due == turn.due), None)
    if promise is None:
        return None
    when = clock_label(version.starts_at, promise.due)
    word, tone, icon = _STATES[promise.kept]
    says = f"You said {when}{_outcome(promise, is_hold=turn.action == 'hold')}"
    return PromiseView(when=when, word=word, says=says, tone=tone, icon=icon)


_STATES = {
    True: ("Kept", "good", "check"),
    False: ("Missed", "bad", "alert"),
    None: ("Open", "time", "holding"),
}


def _outcome(promise: Promise, *, is_hold: bool) -> str:
    if promise.kept is None:
        return ". The thread stands before that, so it is neither kept nor missed."
    if promise.kept:
        counts = " The wait in between counts half." if is_hold else ""
        return f", and an answer came by then.{counts}"
    counts = " The whole wait counts." if is_hold else " People notice."
    return f", and no real answer came by then.{counts}"
