"""One run that goes forward: what is said when, and where each answer leads."""

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scenarios import state as feeling
from scenarios.clock import clock_label
from scenarios.errors import EventOrderError
from scenarios.events import Event, ReplySent, RunFinished
from scenarios.guards import MOODS, SCORES, Facts
from scenarios.runstate import (
    Person,
    RunState,
    ThreadPost,
    TurnResult,
    is_substantive,
    refusal_of,
)
from scenarios.schema import WEEK, Ending, ScenarioVersion, Way
from scoring import Case, Promise, target_minutes, thread_score

GRACE = 1.0
"""Minutes after a promised time that still keep it: the clock on screen shows whole minutes."""

FOLLOW_UP = 2.0
"""A follow-up's target as a multiple of the first reply's (RUBRIC 2.1)."""

SHORTEST_TARGET = 0.25
"""The least share of the usual target that a promised time can leave. A design choice."""

LONGEST_RUN = float(WEEK)
"""Minutes after which a run that was left alone is over."""

_SYSTEM = Person(name="", handle="", kind="system")


@dataclass(frozen=True, kw_only=True)
class _Coming:
    """What will be said next, and when, unless another answer changes it."""

    minute: float
    go: str
    private: bool


@dataclass(frozen=True, kw_only=True)
class _Pledge:
    """A time promised. An untimed one never falls due."""

    promise: Promise
    is_hold: bool
    is_timed: bool

    @property
    def is_open(self) -> bool:
        return self.promise.kept is None

    @property
    def last_minute(self) -> float:
        return self.promise.due + GRACE


class Play:
    """A run that goes forward: `take` events, look at the `state` at any later minute.

    A look changes nothing that is seen later: the feelings move on whole minutes, on events and
    on posts, never because somebody asked.
    """

    def __init__(self, version: ScenarioVersion, seed: int) -> None:
        self._version = version
        self._seed = seed
        self._posts: list[ThreadPost] = []
        self._turns: list[TurnResult] = []
        self._holds: list[TurnResult] = []
        self._pledges: list[_Pledge] = []
        self._visits: Counter[str] = Counter()
        self._asked: list[str] = []
        self._coming: _Coming | None = None
        self._ending: Ending | None = None
        self._over_at: float | None = None
        self._is_waiting = True
        self._latest = 0.0
        self._events = 0
        self._beat = version.beat(version.opening)
        self._beat_minute = 0.0
        self._feelings = feeling.opening(
            anger=version.start.anger,
            trust=version.start.trust,
            trust_before=version.start.trust_before,
            sentiment=version.start.sentiment,
            target=self._usual_target(),
            severity=self._beat.severity or version.severity,
            is_vindictive=version.customer.disposition == "vindictive",
        )
        self._post_beat(private=False)

    # --- Looking ---------------------------------------------------------------------------

    @property
    def settled_minute(self) -> float:
        """The minute at which the answer to the last event is there."""
        return self._latest if self._coming is None else max(self._latest, self._coming.minute)

    def state(self, minute: float) -> RunState:
        """Return the run at a minute, which is not before the last one looked at or acted in.

        Raises:
            EventOrderError: The minute is earlier than that, or no finite number.
        """
        self._check_minute(minute)
        self._advance(minute)
        self._latest = minute
        self._feelings = feeling.wait_until(self._feelings, self._calm_minute(minute))
        return self._view(minute)

    def _view(self, minute: float) -> RunState:
        wait = self._feelings.private_wait
        graded = [turn for turn in self._turns if turn.assessment.graded]
        return RunState(
            minute=minute if self._over_at is None else self._over_at,
            posts=tuple(self._posts),
            beat=self._beat.id,
            asked=tuple(self._asked),
            is_over=self._over_at is not None,
            ending=self._ending,
            mood=self._feelings.mood,
            turns=tuple(self._turns),
            holds=tuple(self._holds),
            asked_since=wait.since,
            waiting_since=wait.since if self._is_waiting and self._over_at is None else None,
            target_minutes=wait.target,
            next_due=self._next_due,
            public_turns=sum(turn.action == "reply" for turn in graded),
            lesson=self._beat.lesson if self._version.guided else None,
            thread_score=self._thread_score(graded),
            promises=tuple(pledge.promise for pledge in self._pledges),
            has_open_hold=self._open_hold is not None,
        )

    def _thread_score(self, graded: Sequence[TurnResult]) -> int | None:
        """Private turns count like public ones; nobody answered at all is gate K10."""
        overalls = [turn.assessment.overall or 0 for turn in graded]
        if overalls:
            return thread_score(
                overalls, auto_failed=any(turn.action == "delete" for turn in graded)
            )
        is_late = self._feelings.private_wait.share(self._feelings.minute) >= 1
        return 0 if self._over_at is not None and is_late else None

    # --- Time ------------------------------------------------------------------------------

    @property
    def _open_hold(self) -> _Pledge | None:
        return next((pledge for pledge in self._pledges if pledge.is_hold and pledge.is_open), None)

    @property
    def _falling_due(self) -> _Pledge | None:
        timed = [pledge for pledge in self._pledges if pledge.is_open and pledge.is_timed]
        return min(timed, key=lambda pledge: pledge.last_minute, default=None)

    @property
    def _silence_minute(self) -> float | None:
        if self._beat.silence is None or not self._is_waiting or self._coming is not None:
            return None
        minute = self._beat_minute + self._beat.silence.after
        hold = self._open_hold
        return minute if hold is None else max(minute, hold.last_minute)

    @property
    def _next_due(self) -> float | None:
        if self._over_at is not None:
            return None
        pledge, silence = self._falling_due, self._silence_minute
        minutes = [LONGEST_RUN]
        if pledge is not None:
            minutes.append(pledge.last_minute)
        if self._coming is not None:
            minutes.append(self._coming.minute)
        if silence is not None:
            minutes.append(silence)
        return min(minutes)

    def _advance(self, minute: float) -> None:
        """Let everything happen that is due by the minute, in its order."""
        while (due := self._next_due) is not None and due <= minute:
            self._feelings = feeling.wait_until(self._feelings, due)
            pledge = self._falling_due
            if pledge is not None and pledge.last_minute == due:
                self._miss(pledge, due)
            elif self._coming is not None and self._coming.minute == due:
                self._arrive(self._coming)
            elif self._silence_minute == due and self._beat.silence is not None:
                self._arrive(_Coming(minute=due, go=self._beat.silence.go, private=False))
            else:
                self._over_at = due

    def _calm_minute(self, minute: float) -> float:
        """The last whole minute: the grid on which feelings move while nothing happens."""
        return float(math.floor(minute)) if self._over_at is None else self._feelings.minute

    def _check_minute(self, minute: float) -> None:
        if not (math.isfinite(minute) and minute >= self._latest):
            raise EventOrderError(
                f"minute {minute!r} comes before minute {self._latest:g}, which has been: "
                "sort the events, and look at a run from its last event on"
            )

    # --- What the customer does ------------------------------------------------------------

    def _arrive(self, coming: _Coming) -> None:
        self._coming = None
        ending = self._version.ending(coming.go)
        if ending is not None:
            self._end(ending, coming)
            return
        self._beat = self._version.beat(coming.go)
        self._beat_minute = coming.minute
        if self._feelings.private_wait.is_answered:
            self._asked.clear()
        self._feelings = replace(
            feeling.hear_customer(
                self._feelings, target=self._target(), in_public=not coming.private
            ),
            severity=self._version.severity_at(self._beat),
        )
        self._post_beat(private=coming.private)

    def _end(self, ending: Ending, coming: _Coming) -> None:
        if ending.says:
            text = self._variant(ending.id, ending.says)
            self._post(self._customer, text, coming.minute, private=coming.private)
        self._ending = ending
        self._over_at = coming.minute

    def _post_beat(self, *, private: bool) -> None:
        text = self._variant(self._beat.id, self._beat.says)
        self._asked.append(self._post(self._speaker, text, self._beat_minute, private=private))
        self._is_waiting = True

    def _miss(self, pledge: _Pledge, minute: float) -> None:
        """A promised time passed without an answer."""
        self._settle(pledge, kept=False)
        self._feelings = feeling.miss_promise(self._feelings)
        label = clock_label(self._version.starts_at, pledge.promise.due)
        note = f"{label} has passed without the answer that was promised."
        self._post(_SYSTEM, note, minute, private=False)
        way = self._beat.promise_missed or self._version.on_promise_missed
        if way is not None and self._coming is None:
            self._coming = _Coming(minute=minute + way.after, go=way.go, private=False)

    def _usual_target(self) -> float:
        version, beat = self._version, self._beat
        facts = Case(
            complaint="",
            reply="",
            channel=version.channel,
            severity=version.severity_at(beat),
            flags=version.flags_at(beat),
        )
        return target_minutes(facts)

    def _target(self) -> float:
        """A promised time sets its own target; a follow-up without one has twice the usual."""
        usual = self._usual_target()
        if not self._feelings.private_wait.is_answered:
            return usual
        pledge = self._falling_due
        if pledge is None:
            return FOLLOW_UP * usual
        return max(pledge.promise.due - self._beat_minute, SHORTEST_TARGET * usual)

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
        asked = next(post for post in reversed(self._posts) if post.id == self._asked[-1])
        reason = refusal_of(
            event.action,
            asked=asked,
            is_waiting=self._is_waiting,
            has_open_hold=self._open_hold is not None,
        )
        if reason is not None:
            raise EventOrderError(f"{event.action} at minute {event.minute:g}: {reason}")

    def _act(self, event: ReplySent) -> None:
        before, minutes = self._feelings.mood, self._waited(event)
        beat = self._beat.id
        if event.action == "hold":
            self._hold(event, minutes)
        elif event.action == "delete":
            self._delete(event)
        elif event.action != "none":
            self._reply(event, minutes)
        if event.action == "none":
            return
        results = self._holds if event.action == "hold" else self._turns
        results.append(
            TurnResult(
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
        )

    def _reply(self, event: ReplySent, minutes: float) -> None:
        card, in_public = event.assessment, event.action == "reply"
        self._post_brand(event)
        if not card.graded:
            self._take_ungraded_way(event)
            return
        self._feelings = feeling.hear(self._feelings, feeling.impression(card), in_public=in_public)
        if is_substantive(card):
            for pledge in [pledge for pledge in self._pledges if pledge.is_open]:
                self._settle(pledge, kept=True)
        self._promise(event)
        self._is_waiting = False
        facts = self._facts(event, minutes)
        way = next(way for way in self._beat.next if way.when is None or way.when.holds(facts))
        private = not in_public and not way.in_public
        self._coming = _Coming(minute=event.minute + way.after, go=way.go, private=private)

    def _hold(self, event: ReplySent, minutes: float) -> None:
        self._post_brand(event)
        if not event.assessment.graded:
            self._take_ungraded_way(event)
            return
        is_dated = self._promise(event)
        self._feelings = feeling.hear_hold(
            self._feelings, feeling.impression(event.assessment), is_dated=is_dated
        )
        facts = self._facts(event, minutes)
        for way in self._beat.next:
            if way.when is not None and way.when.awaits_hold and way.when.holds(facts):
                minute = event.minute + way.after
                self._coming = _Coming(minute=minute, go=way.go, private=False)
                return

    def _delete(self, event: ReplySent) -> None:
        self._feelings = feeling.see_deletion(self._feelings, feeling.impression(event.assessment))
        gone = self._asked[-1]
        self._posts = [
            replace(post, deleted=True) if post.id == gone else post for post in self._posts
        ]
        way = self._beat.deleted or self._version.on_delete
        if way is not None:
            self._coming = _Coming(minute=event.minute + way.after, go=way.go, private=False)

    def _take_ungraded_way(self, event: ReplySent) -> None:
        if self._coming is None:
            way: Way = self._beat.ungraded
            private = event.action == "private"
            self._coming = _Coming(minute=event.minute + way.after, go=way.go, private=private)

    def _promise(self, event: ReplySent) -> bool:
        """Note a promised time that is still to come; return whether there was one."""
        if event.due is None or event.due <= event.minute:
            return False
        pledge = _Pledge(
            promise=Promise(text=event.text, due=event.due),
            is_hold=event.action == "hold",
            is_timed=event.assessment.speed is not None,
        )
        self._pledges.append(pledge)
        return True

    def _settle(self, pledge: _Pledge, *, kept: bool) -> None:
        place = self._pledges.index(pledge)
        self._pledges[place] = replace(pledge, promise=replace(pledge.promise, kept=kept))

    def _waited(self, event: ReplySent) -> float:
        return max(0.0, event.minute - self._feelings.private_wait.since)

    def _facts(self, event: ReplySent, minutes: float) -> Facts:
        card, mood = event.assessment, self._feelings.mood
        graded = sum(turn.assessment.graded for turn in self._turns)
        numbers: dict[str, float | None] = {name: card.score(name) for name in SCORES}
        numbers |= {name: getattr(mood, name) for name in MOODS}
        numbers["minutes"] = None if card.speed is None else minutes
        numbers["turn_number"] = graded + 1
        return Facts(
            numbers=numbers,
            moves=frozenset(move.name for move in card.moves),
            action=event.action,
        )

    # --- Posts -----------------------------------------------------------------------------

    @property
    def _customer(self) -> Person:
        who = self._version.customer
        return Person(name=who.name, handle=who.handle, kind="customer")

    @property
    def _speaker(self) -> Person:
        for other in self._version.bystanders:
            if other.handle == self._beat.speaker:
                return Person(name=other.name, handle=other.handle, kind="bystander")
        return self._customer

    def _variant(self, place: str, says: Sequence[str]) -> str:
        """Pick by the seed; a beat that comes again says something else while it can."""
        order = list(says)
        random.Random(f"{self._seed}/{place}").shuffle(order)
        text = order[self._visits[place] % len(order)]
        self._visits[place] += 1
        return text.replace("{promised}", self._promised_label)

    @property
    def _promised_label(self) -> str:
        if not self._pledges:
            return clock_label(self._version.starts_at, self._beat_minute)
        return clock_label(self._version.starts_at, self._pledges[-1].promise.due)

    def _post_brand(self, event: ReplySent) -> None:
        brand = self._version.brand
        author = Person(name=brand.name, handle=brand.handle, kind="brand")
        self._post(
            author, event.text, event.minute, private=event.action == "private", is_ours=True
        )

    def _post(
        self, author: Person, text: str, minute: float, *, private: bool, is_ours: bool = False
    ) -> str:
        post = ThreadPost(
            id=f"post-{len(self._posts) + 1}",
            author=author,
            text=text,
            minute=minute,
            private=private,
            event_index=self._events if is_ours else None,
        )
        self._posts.append(post)
        return post.id
