"""One run that goes forward: what each action does, and how the run looks at any minute."""

import math
from collections.abc import Sequence

from scenarios import state as feeling
from scenarios.course import Course
from scenarios.errors import EventOrderError
from scenarios.events import Event, ReplySent, RunFinished
from scenarios.guards import MOODS, SCORES, Facts
from scenarios.impression import impression
from scenarios.parts import GuardedWay
from scenarios.runstate import RunState, TurnResult, is_substantive, refusal_of
from scenarios.schema import ScenarioVersion
from scoring import thread_score


class Play:
    """A run that goes forward: `take` events, look at the `state` at any later minute.

    A look changes nothing that is seen later: the feelings move on whole minutes, on events and
    on posts, never because somebody asked.
    """

    def __init__(self, version: ScenarioVersion, seed: int) -> None:
        self._version = version
        self._course = Course(version, seed)
        self._turns: list[TurnResult] = []
        self._holds: list[TurnResult] = []
        self._events = 0
        self._latest = 0.0

    # --- Looking ---------------------------------------------------------------------------

    @property
    def settled_minute(self) -> float:
        """The minute at which the answer to the last event is there."""
        coming = self._course.agenda.coming
        return self._latest if coming is None else max(self._latest, coming.minute)

    def state(self, minute: float) -> RunState:
        """Return the run at a minute, which is not before the last one looked at or acted in.

        Raises:
            EventOrderError: The minute is earlier than that, or no finite number.
        """
        self._check_minute(minute)
        self._course.advance(minute)
        self._latest = minute
        if self._course.over_at is None:
            self._course.wait_until(float(math.floor(minute)))
        return self._view(minute)

    def _view(self, minute: float) -> RunState:
        course = self._course
        wait, over_at = course.feelings.private_wait, course.over_at
        graded = [turn for turn in self._turns if turn.assessment.graded]
        return RunState(
            minute=minute if over_at is None else over_at,
            posts=tuple(course.thread.posts),
            beat=course.beat.id,
            asked=tuple(course.thread.asked),
            is_over=over_at is not None,
            ending=course.ending,
            mood=course.feelings.mood,
            turns=tuple(self._turns),
            holds=tuple(self._holds),
            asked_since=wait.since,
            waiting_since=wait.since if course.is_waiting and over_at is None else None,
            target_minutes=wait.target,
            next_due=course.next_due,
            public_turns=sum(turn.action == "reply" for turn in graded),
            lesson=course.beat.lesson if self._version.guided else None,
            thread_score=self._thread_score(graded),
            promises=course.pledges.promises,
            has_open_hold=course.pledges.open_hold is not None,
            reach=course.feelings.reach,
        )

    def _thread_score(self, graded: Sequence[TurnResult]) -> int | None:
        """Private turns count like public ones; in a timed run no turn at all is gate K10."""
        course = self._course
        overalls = [turn.assessment.overall or 0 for turn in graded]
        if overalls:
            has_deleted = any(turn.action == "delete" for turn in graded)
            return thread_score(overalls, auto_failed=has_deleted)
        # An ungraded answer is one all the same; so is any sign that speed is not scored here.
        has_tried = bool(self._turns) or any(hold.assessment.speed is None for hold in self._holds)
        is_late = course.feelings.private_wait.share(course.feelings.minute) >= 1
        return 0 if course.over_at is not None and is_late and not has_tried else None

    def _check_minute(self, minute: float) -> None:
        if not (math.isfinite(minute) and minute >= self._latest):
            raise EventOrderError(
                f"minute {minute!r} comes before minute {self._latest:g}, which has been: "
                "sort the events, and look at a run from its last event on"
            )

    # --- What the trainee does -------------------------------------------------------------

    def take(self, event: Event) -> None:
        """Let an event happen.

        Raises:
            EventOrderError: It is earlier than what has been, the run is over, or the action
                can't be taken now. The run is then as it was at that minute.
        """
        self._check_minute(event.minute)
        self._course.advance(event.minute)
        if self._course.over_at is not None:
            raise EventOrderError(
                f"the run was over at minute {self._course.over_at:g}; "
                f"an event at minute {event.minute:g} can't follow"
            )
        if isinstance(event, ReplySent):
            self._check_action(event)
        self._course.wait_until(event.minute)
        self._latest = event.minute
        if isinstance(event, RunFinished):
            self._course.over_at = event.minute
        else:
            self._act(event)
        self._events += 1

    def _check_action(self, event: ReplySent) -> None:
        reason = refusal_of(
            event.action,
            asked=self._course.thread.latest_asked,
            is_waiting=self._course.is_waiting,
            has_open_hold=self._course.pledges.open_hold is not None,
        )
        if reason is not None:
            raise EventOrderError(f"{event.action} at minute {event.minute:g}: {reason}")

    def _act(self, event: ReplySent) -> None:
        if event.action == "none":
            return  # The decision is in the log; in the thread nothing is said.
        course = self._course
        before, beat = course.feelings.mood, course.beat.id
        minutes = max(0.0, event.minute - course.feelings.private_wait.since)
        if event.action == "delete":
            self._delete(event)
        else:
            course.thread.answer(event, self._events)
            self._land(event, minutes)
        result = TurnResult(
            event_index=self._events,
            beat=beat,
            action=event.action,
            minute=event.minute,
            minutes=minutes,
            assessment=event.assessment,
            mood_before=before,
            mood_after=course.feelings.mood,
            due=event.due,
        )
        (self._holds if event.action == "hold" else self._turns).append(result)

    def _land(self, event: ReplySent, minutes: float) -> None:
        """Let the words have their effect. Ungraded ones change no feeling."""
        if not event.assessment.graded:
            if self._course.agenda.coming is None:
                way = self._course.beat.ungraded
                self._course.lead(way, event.minute, private=event.action == "private")
        elif event.action == "hold":
            self._hold(event, minutes)
        else:
            self._reply(event, minutes)

    def _reply(self, event: ReplySent, minutes: float) -> None:
        course = self._course
        card, in_public = event.assessment, event.action == "reply"
        course.feelings = feeling.hear(course.feelings, impression(card), in_public=in_public)
        if is_substantive(card):
            course.pledges.keep()
        course.pledges.add(event)
        course.is_waiting = False
        facts = self._facts(event, minutes)
        way = next(way for way in course.beat.next if way.when is None or way.when.holds(facts))
        course.lead(way, event.minute, private=not in_public and not way.in_public)

    def _hold(self, event: ReplySent, minutes: float) -> None:
        course = self._course
        is_dated = course.pledges.add(event)
        said = impression(event.assessment)
        course.feelings = feeling.hear_hold(course.feelings, said, is_dated=is_dated)
        facts = self._facts(event, minutes)
        way = next((way for way in course.beat.next if _is_for_hold(way, facts)), None)
        if way is not None:
            course.lead(way, event.minute)

    def _delete(self, event: ReplySent) -> None:
        course = self._course
        course.feelings = feeling.see_deletion(course.feelings, impression(event.assessment))
        course.thread.take_down()
        way = course.beat.deleted or self._version.on_delete
        if way is not None:
            course.lead(way, event.minute, stands=True)

    def _facts(self, event: ReplySent, minutes: float) -> Facts:
        card, mood = event.assessment, self._course.feelings.mood
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
