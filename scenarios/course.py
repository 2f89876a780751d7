"""A thread as its minutes pass: what is due, and what the customer does by themselves."""

from dataclasses import replace

from scenarios import state as feeling
from scenarios.agenda import Agenda, Coming
from scenarios.clock import clock_label
from scenarios.parts import WEEK, Ending, Way
from scenarios.promises import Pledge, Pledges
from scenarios.schema import ScenarioVersion
from scenarios.targets import first_target, follow_up_target, gravity
from scenarios.thread import Thread

LONGEST_RUN = float(WEEK)
"""Minutes after which a run that was left alone is over."""


class Course:
    """What happens in a thread when nobody acts, up to any minute.

    `is_waiting` says whether the customer waits for an answer; `over_at` is the minute of the
    end, None before it. Actions (`scenarios.play`) change what is here between two advances.
    """

    def __init__(self, version: ScenarioVersion, seed: int) -> None:
        self._version = version
        self.thread = Thread(version, seed)
        self.pledges = Pledges()
        self.agenda = Agenda()
        self.ending: Ending | None = None
        self.over_at: float | None = None
        self._missed_at = 0.0
        self.beat = version.beat(version.opening)
        self.feelings = feeling.opening(
            anger=version.start.anger,
            trust=version.start.trust,
            trust_before=version.start.trust_before,
            sentiment=version.start.sentiment,
            target=first_target(version, self.beat),
            severity=gravity(version, self.beat),
            is_vindictive=version.customer.disposition == "vindictive",
        )
        self._ask(0.0, private=False, promised=self._label(0.0))

    # --- Time ------------------------------------------------------------------------------

    @property
    def next_due(self) -> float | None:
        """The minute at which something happens next; None once the run is over."""
        if self.over_at is not None:
            return None
        pledge = self.pledges.falling_due
        due = (
            LONGEST_RUN,
            None if pledge is None else pledge.last_minute,
            self._silence_minute,
            self.agenda.next_minute,
        )
        return min(minute for minute in due if minute is not None)

    def advance(self, minute: float) -> None:
        """Let everything happen that is due by the minute, in its order."""
        while (due := self.next_due) is not None and due <= minute:
            if due == LONGEST_RUN:
                self.wait_until(due)
                self.over_at = due
            elif (remark := self.agenda.remark_at(due)) is not None:
                promised = self._label(self.pledges.latest_due)
                self.thread.remark(remark, minute=due, promised=promised)
            else:
                self.wait_until(due)
                self._happen(due)

    def wait_until(self, minute: float) -> None:
        """Let the customer and the audience wait until a minute, and feel it."""
        self.feelings = feeling.wait_until(self.feelings, minute)

    def lead(self, way: Way, minute: float, *, private: bool = False, stands: bool = False) -> None:
        """Let an action at `minute` lead on by a way; see `Agenda.lead`."""
        promised = self._label(self.pledges.latest_due)
        self.agenda.lead(way, minute, promised=promised, private=private, stands=stands)

    @property
    def _silence_minute(self) -> float | None:
        """When silence leads on. Nobody loses patience before a time that is still promised."""
        if self.beat.silence is None or not self.is_waiting or self.agenda.coming is not None:
            return None
        pledge = self.pledges.next_open
        patient_until = self._missed_at if pledge is None else pledge.last_minute
        return max(self._beat_minute + self.beat.silence.after, patient_until)

    def _happen(self, due: float) -> None:
        pledge, silence = self.pledges.falling_due, self.beat.silence
        if pledge is not None and pledge.last_minute == due:
            self._miss(pledge, due)
        elif self.agenda.coming is not None and self.agenda.coming.minute == due:
            self._arrive(self.agenda.coming)
        elif silence is not None:
            self._arrive(
                Coming(
                    minute=due,
                    go=silence.go,
                    private=False,
                    promised=self._label(self.pledges.latest_due),
                    since=due,
                )
            )

    # --- What the customer does ------------------------------------------------------------

    def _arrive(self, coming: Coming) -> None:
        self.agenda.coming = None
        ending = self._version.ending(coming.go)
        if ending is not None:
            self._close(ending, coming)
            return
        self.beat = self._version.beat(coming.go)
        if self.feelings.private_wait.is_answered:
            self.thread.asked.clear()
        self.feelings = replace(
            feeling.hear_customer(
                self.feelings, target=self._target(coming.minute), in_public=not coming.private
            ),
            severity=gravity(self._version, self.beat),
        )
        self._ask(coming.minute, private=coming.private, promised=coming.promised)

    def _ask(self, minute: float, *, private: bool, promised: str) -> None:
        self.thread.ask(self.beat, minute, private=private, promised=promised)
        self._beat_minute, self.is_waiting = minute, True
        self.agenda.expect(() if private else self.beat.chimes, minute, place=self.beat.id)

    def _close(self, ending: Ending, coming: Coming) -> None:
        """Bystanders have their say at once, because here the clock stops."""
        minute, promised = coming.minute, coming.promised
        self.thread.close(ending, minute, private=coming.private, promised=promised)
        self.agenda.expect(() if coming.private else ending.chimes, minute, place=ending.id)
        for remark in self.agenda.remarks:
            self.thread.remark(remark, minute=minute, promised=promised)
        self.ending, self.over_at = ending, minute

    def _miss(self, pledge: Pledge, minute: float) -> None:
        """A promised time passed without an answer."""
        self.pledges.miss(pledge)
        self._missed_at, self.is_waiting = minute, True
        self.feelings = feeling.miss_promise(self.feelings)
        label = self._label(pledge.promise.due)
        self.thread.note(f"{label} has passed without the answer that was promised.", minute)
        way = self.beat.promise_missed or self._version.on_promise_missed
        if way is not None and self.agenda.coming is None:
            self.agenda.lead(way, minute, promised=label)

    def _label(self, minute: float | None) -> str:
        return clock_label(self._version.starts_at, minute or 0.0)

    def _target(self, minute: float) -> float:
        if not self.feelings.private_wait.is_answered:
            return first_target(self._version, self.beat)
        pledge = self.pledges.falling_due
        promised_in = None if pledge is None else pledge.promise.due - minute
        return follow_up_target(self._version, self.beat, promised_in=promised_in)
