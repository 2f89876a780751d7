"""One run that goes forward: what happens when, and where each answer leads."""

import math
from collections.abc import Sequence
from dataclasses import replace

from scenarios import state as feeling
from scenarios.agenda import Agenda, Coming
from scenarios.clock import clock_label
from scenarios.errors import EventOrderError
from scenarios.events import Event, ReplySent, RunFinished
from scenarios.guards import MOODS, SCORES, Facts
from scenarios.impression import impression
from scenarios.parts import WEEK, Ending, GuardedWay, Way
from scenarios.promises import Pledge, Pledges
from scenarios.runstate import RunState, TurnResult, is_substantive, refusal_of
from scenarios.schema import ScenarioVersion
from scenarios.targets import first_target, follow_up_target, gravity
from scenarios.thread import Thread
from scoring import thread_score

LONGEST_RUN = float(WEEK)
"""Minutes after which a run that was left alone is over."""


class Play:
    """A run that goes forward: `take` events, look at the `state` at any later minute.

    A look changes nothing that is seen later: the feelings move on whole minutes, on events and
    on posts, never because somebody asked.
    """

    def __init__(self, version: ScenarioVersion, seed: int) -> None:
        self._version = version
        self._thread = Thread(version, seed)
        self._pledges = Pledges()
        self._turns: list[TurnResult] = []
        self._holds: list[TurnResult] = []
        self._events = 0
        self._latest = 0.0
        self._agenda = Agenda()
        self._ending: Ending | None = None
        self._over_at: float | None = None
        self._missed_at = 0.0
        self._beat = version.beat(version.opening)
        self._feelings = feeling.opening(
            anger=version.start.anger,
            trust=version.start.trust,
            trust_before=version.start.trust_before,
            sentiment=version.start.sentiment,
            target=first_target(version, self._beat),
            severity=gravity(version, self._beat),
            is_vindictive=version.customer.disposition == "vindictive",
        )
        self._ask(0.0, private=False, promised=self._label(0.0))

    # --- Looking ---------------------------------------------------------------------------

    @property
    def settled_minute(self) -> float:
        """The minute at which the answer to the last event is there."""
        return (
            self._latest
            if self._agenda.coming is None
            else max(self._latest, self._agenda.coming.minute)
        )

    def state(self, minute: float) -> RunState:
        """Return the run at a minute, which is not before the last one looked at or acted in.

        Raises:
            EventOrderError: The minute is earlier than that, or no finite number.
        """
        self._check_minute(minute)
        self._advance(minute)
        self._latest = minute
        if self._over_at is None:
            self._feelings = feeling.wait_until(self._feelings, float(math.floor(minute)))
        return self._view(minute)

    def _view(self, minute: float) -> RunState:
        wait, over_at = self._feelings.private_wait, self._over_at
        graded = [turn for turn in self._turns if turn.assessment.graded]
        return RunState(
            minute=minute if over_at is None else over_at,
            posts=tuple(self._thread.posts),
            beat=self._beat.id,
            asked=tuple(self._thread.asked),
            is_over=over_at is not None,
            ending=self._ending,
            mood=self._feelings.mood,
            turns=tuple(self._turns),
            holds=tuple(self._holds),
            asked_since=wait.since,
            waiting_since=wait.since if self._is_waiting and over_at is None else None,
            target_minutes=wait.target,
            next_due=self._next_due,
            public_turns=sum(turn.action == "reply" for turn in graded),
            lesson=self._beat.lesson if self._version.guided else None,
            thread_score=self._thread_score(graded),
            promises=self._pledges.promises,
            has_open_hold=self._pledges.open_hold is not None,
            reach=self._feelings.reach,
        )

    def _thread_score(self, graded: Sequence[TurnResult]) -> int | None:
        """Private turns count like public ones; in a timed run no turn at all is gate K10."""
        overalls = [turn.assessment.overall or 0 for turn in graded]
        if overalls:
            has_deleted = any(turn.action == "delete" for turn in graded)
            return thread_score(overalls, auto_failed=has_deleted)
        # An ungraded answer is one all the same; so is any sign that speed is not scored here.
        has_tried = bool(self._turns) or any(hold.assessment.speed is None for hold in self._holds)
        is_late = self._feelings.private_wait.share(self._feelings.minute) >= 1
        return 0 if self._over_at is not None and is_late and not has_tried else None

    # --- Time ------------------------------------------------------------------------------

    @property
    def _silence_minute(self) -> float | None:
        """When silence leads on. Nobody loses patience before a time that is still promised."""
        if self._beat.silence is None or not self._is_waiting or self._agenda.coming is not None:
            return None
        pledge = self._pledges.next_open
        patient_until = self._missed_at if pledge is None else pledge.last_minute
        return max(self._beat_minute + self._beat.silence.after, patient_until)

    @property
    def _next_due(self) -> float | None:
        if self._over_at is not None:
            return None
        pledge = self._pledges.falling_due
        due = (
            LONGEST_RUN,
            None if pledge is None else pledge.last_minute,
            self._silence_minute,
            self._agenda.next_minute,
        )
        return min(minute for minute in due if minute is not None)

    def _advance(self, minute: float) -> None:
        """Let everything happen that is due by the minute, in its order."""
        while (due := self._next_due) is not None and due <= minute:
            if due == LONGEST_RUN:
                self._feelings = feeling.wait_until(self._feelings, due)
                self._over_at = due
            elif (remark := self._agenda.remark_at(due)) is not None:
                promised = self._label(self._pledges.latest_due)
                self._thread.remark(remark, minute=due, promised=promised)
            else:
                self._feelings = feeling.wait_until(self._feelings, due)
                self._happen(due)

    def _happen(self, due: float) -> None:
        pledge, silence = self._pledges.falling_due, self._beat.silence
        if pledge is not None and pledge.last_minute == due:
            self._miss(pledge, due)
        elif self._agenda.coming is not None and self._agenda.coming.minute == due:
            self._arrive(self._agenda.coming)
        elif silence is not None:
            self._arrive(
                Coming(
                    minute=due,
                    go=silence.go,
                    private=False,
                    promised=self._label(self._pledges.latest_due),
                    since=due,
                )
            )

    def _check_minute(self, minute: float) -> None:
        if not (math.isfinite(minute) and minute >= self._latest):
            raise EventOrderError(
                f"minute {minute!r} comes before minute {self._latest:g}, which has been: "
                "sort the events, and look at a run from its last event on"
            )

    # --- What the customer does ------------------------------------------------------------

    def _arrive(self, coming: Coming) -> None:
        self._agenda.coming = None
        ending = self._version.ending(coming.go)
        if ending is not None:
            self._close(ending, coming)
            return
        self._beat = self._version.beat(coming.go)
        if self._feelings.private_wait.is_answered:
            self._thread.asked.clear()
        self._feelings = replace(
            feeling.hear_customer(
                self._feelings, target=self._target(coming.minute), in_public=not coming.private
            ),
            severity=gravity(self._version, self._beat),
        )
        self._ask(coming.minute, private=coming.private, promised=coming.promised)

    def _ask(self, minute: float, *, private: bool, promised: str) -> None:
        self._thread.ask(self._beat, minute, private=private, promised=promised)
        self._beat_minute, self._is_waiting = minute, True
        self._agenda.expect(() if private else self._beat.chimes, minute, place=self._beat.id)

    def _close(self, ending: Ending, coming: Coming) -> None:
        """Bystanders have their say at once, because here the clock stops."""
        minute, promised = coming.minute, coming.promised
        self._thread.close(ending, minute, private=coming.private, promised=promised)
        self._agenda.expect(() if coming.private else ending.chimes, minute, place=ending.id)
        for remark in self._agenda.remarks:
            self._thread.remark(remark, minute=minute, promised=promised)
        self._ending, self._over_at = ending, minute

    def _miss(self, pledge: Pledge, minute: float) -> None:
        """A promised time passed without an answer."""
        self._pledges.miss(pledge)
        self._missed_at, self._is_waiting = minute, True
        self._feelings = feeling.miss_promise(self._feelings)
        label = self._label(pledge.promise.due)
        self._thread.note(f"{label} has passed without the answer that was promised.", minute)
        way = self._beat.promise_missed or self._version.on_promise_missed
        if way is not None and self._agenda.coming is None:
            self._agenda.lead(way, minute, promised=label)

    def _label(self, minute: float | None) -> str:
        return clock_label(self._version.starts_at, minute or 0.0)

    def _target(self, minute: float) -> float:
        if not self._feelings.private_wait.is_answered:
            return first_target(self._version, self._beat)
        pledge = self._pledges.falling_due
        promised_in = None if pledge is None else pledge.promise.due - minute
        return follow_up_target(self._version, self._beat, promised_in=promised_in)

    # --- What the trainee does -------------------------------------------------------------

    def take(self, event: Event) -> None:
        """Let an event happen.

        Raises:
            EventOrderError: It is earlier than what has been, the run is over, or the action
                can't be taken now. The run is then as it was at that minute.
        """
        self._check_minute(event.minute)
        self._advance(event.minute)
        if self._over_at is not None:
            raise EventOrderError(
                f"the run was over at minute {self._over_at:g}; "
                f"an event at minute {event.minute:g} can't follow"
            )
        if isinstance(event, ReplySent):
            self._check_action(event)
        self._feelings = feeling.wait_until(self._feelings, event.minute)
        self._latest = event.minute
        if isinstance(event, RunFinished):
            self._over_at = event.minute
        else:
            self._act(event)
        self._events += 1

    def _check_action(self, event: ReplySent) -> None:
        reason = refusal_of(
            event.action,
            asked=self._thread.latest_asked,
            is_waiting=self._is_waiting,
            has_open_hold=self._pledges.open_hold is not None,
        )
        if reason is not None:
            raise EventOrderError(f"{event.action} at minute {event.minute:g}: {reason}")

    def _act(self, event: ReplySent) -> None:
        if event.action == "none":
            return  # The decision is in the log; in the thread nothing is said.
        before, since, beat = self._feelings.mood, self._feelings.private_wait.since, self._beat.id
        minutes = max(0.0, event.minute - since)
        if event.action == "delete":
            self._delete(event)
        else:
            self._thread.answer(event, self._events)
            self._land(event, minutes)
        result = TurnResult(
            event_index=self._events,
            beat=beat,
            action=event.action,
            minute=event.minute,
            minutes=minutes,
            assessment=event.assessment,
            mood_before=before,
            mood_after=self._feelings.mood,
            due=event.due,
        )
        (self._holds if event.action == "hold" else self._turns).append(result)

    def _land(self, event: ReplySent, minutes: float) -> None:
        """Let the words have their effect. Ungraded ones change no feeling."""
        if not event.assessment.graded:
            if self._agenda.coming is None:
                self._lead(self._beat.ungraded, event.minute, private=event.action == "private")
        elif event.action == "hold":
            self._hold(event, minutes)
        else:
            self._reply(event, minutes)

    def _reply(self, event: ReplySent, minutes: float) -> None:
        card, in_public = event.assessment, event.action == "reply"
        self._feelings = feeling.hear(self._feelings, impression(card), in_public=in_public)
        if is_substantive(card):
            self._pledges.keep()
        self._pledges.add(event)
        self._is_waiting = False
        facts = self._facts(event, minutes)
        way = next(way for way in self._beat.next if way.when is None or way.when.holds(facts))
        self._lead(way, event.minute, private=not in_public and not way.in_public)

    def _hold(self, event: ReplySent, minutes: float) -> None:
        is_dated = self._pledges.add(event)
        said = impression(event.assessment)
        self._feelings = feeling.hear_hold(self._feelings, said, is_dated=is_dated)
        facts = self._facts(event, minutes)
        way = next((way for way in self._beat.next if _is_for_hold(way, facts)), None)
        if way is not None:
            self._lead(way, event.minute)

    def _delete(self, event: ReplySent) -> None:
        self._feelings = feeling.see_deletion(self._feelings, impression(event.assessment))
        self._thread.take_down()
        way = self._beat.deleted or self._version.on_delete
        if way is not None:
            self._lead(way, event.minute, stands=True)

    def _lead(
        self, way: Way, minute: float, *, private: bool = False, stands: bool = False
    ) -> None:
        promised = self._label(self._pledges.latest_due)
        self._agenda.lead(way, minute, promised=promised, private=private, stands=stands)

    def _facts(self, event: ReplySent, minutes: float) -> Facts:
        card, mood = event.assessment, self._feelings.mood
        numbers: dict[str, float | None] = {name: card.score(name) for name in SCORES}
        numbers |= {name: getattr(mood, name) for name in MOODS}
        numbers["minutes"] = None if card.speed is None else minutes
        numbers["turn_number"] = 1 + sum(turn.assessment.graded for turn in self._turns)
        return Facts(
            numbers=numbers,
            moves=frozenset(move.name for move in card.moves),
            action=event.action,
        )


def _is_for_hold(way: GuardedWay, facts: Facts) -> bool:
    return way.when is not None and way.when.awaits_hold and way.when.holds(facts)
