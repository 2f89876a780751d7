"""A run at one moment: what stands in the thread, how everyone feels, and what comes next."""

from dataclasses import dataclass
from typing import Literal

from scenarios.events import ACTIONS
from scenarios.feelings import Mood, Reach
from scenarios.parts import Ending, Lesson
from scoring import Assessment, Promise

SUBSTANCE = 25
"""Least ownership or helpfulness of an answer that keeps a promise (RUBRIC 2.1)."""

_UNSUBSTANTIAL = frozenset({"K1", "K2", "K3", "K8"})


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who wrote a post. `kind` is system for notes that no person wrote."""

    name: str
    handle: str
    kind: Literal["customer", "brand", "bystander", "system"]


@dataclass(frozen=True, kw_only=True)
class ThreadPost:
    """One post of the thread, with the simulated minute at which it appeared.

    `private` posts are seen by the customer and the brand alone. `deleted` ones were taken down
    by the brand. `event_index` is the place of the event that posted it, None for the others'.
    """

    id: str
    author: Person
    text: str
    minute: float
    private: bool = False
    deleted: bool = False
    event_index: int | None = None


@dataclass(frozen=True, kw_only=True)
class TurnResult:
    """What one action did: the scores it got, and the mood before and after.

    `minutes` is how long the post had waited; `beat` the one that was answered; `due` the run's
    minute that was promised, if one was.
    """

    event_index: int
    beat: str
    action: str
    minute: float
    minutes: float
    assessment: Assessment
    mood_before: Mood
    mood_after: Mood
    due: float | None = None


@dataclass(frozen=True, kw_only=True)
class CurvePoint:
    """The mood at one minute, for the curves of the debrief."""

    minute: float
    anger: float
    trust: float
    sentiment: float


@dataclass(frozen=True, kw_only=True)
class RunState:
    """A run at `minute`.

    Attributes:
        minute: Simulated minutes since the opening post; stands still once the run is over.
        posts: The thread so far, oldest first.
        beat: The id of the beat in play.
        asked: The ids of the posts that an answer now would answer.
        ending: How it ended, or None: still open, ended early, or left for a week.
        mood: How everyone feels; it changes on whole minutes.
        turns: Public replies, private messages and deletions, graded or not, in order.
        holds: Holding replies; they are no turns.
        asked_since: The minute at which the wait for an answer to the present post began.
        waiting_since: The same while nobody has given a graded answer, else None.
        target_minutes: Target time for an answer to the present post.
        next_due: The minute at which the thread will next change by itself, or None.
        public_turns: Graded public replies so far.
        lesson: What the beat in play teaches, in a guided run.
        thread_score: 0-100 over the turns so far, or None without any.
        promises: Times promised; `due` in the run's minutes, `kept` None while open.
        has_open_hold: Whether a holding reply's promise is still to be kept.
        reach: The place of the crowd model; None in format 1.
    """

    minute: float
    posts: tuple[ThreadPost, ...]
    beat: str
    asked: tuple[str, ...]
    is_over: bool
    ending: Ending | None
    mood: Mood
    turns: tuple[TurnResult, ...]
    holds: tuple[TurnResult, ...]
    asked_since: float
    waiting_since: float | None
    target_minutes: float
    next_due: float | None
    public_turns: int
    lesson: Lesson | None
    thread_score: int | None
    promises: tuple[Promise, ...]
    has_open_hold: bool = False
    reach: Reach | None = None

    @property
    def asked_posts(self) -> tuple[ThreadPost, ...]:
        """The posts that an answer now would answer, oldest first."""
        return tuple(post for post in self.posts if post.id in self.asked)


def refusal(state: RunState, action: str) -> str | None:
    """Return why an action can't be taken now, in plain words, or None: it can."""
    if state.is_over:
        return "This thread is over. You can play it again from the debrief."
    return refusal_of(
        action,
        asked=state.asked_posts[-1],
        is_waiting=state.waiting_since is not None,
        has_open_hold=state.has_open_hold,
    )


def refusal_of(
    action: str, *, asked: ThreadPost, is_waiting: bool, has_open_hold: bool
) -> str | None:
    """Return why an action can't be taken on the post that asks, in a run that is not over."""
    if action == "hold" and not is_waiting:
        return "Nobody is waiting for an answer now, so there is nothing to hold."
    if action == "hold" and has_open_hold:
        return "You have already said when you will be back. Answer by then."
    if action == "delete" and asked.private:
        return "This came as a private message; there is no public post to delete."
    if action == "delete" and asked.deleted:
        return "This post is already gone."
    if action not in ACTIONS:
        return f"{action!r} is not an action. Use one of {', '.join(ACTIONS)}."
    return None


def is_substantive(card: Assessment) -> bool:
    """Return whether a reply has substance enough to keep a promise (RUBRIC 2.1)."""
    defensiveness = card.defensiveness.value or 0
    content = max(card.ownership.value or 0, card.helpfulness.value or 0)
    rules = {ceiling.rule for ceiling in card.ceilings}
    return (
        card.graded and content >= SUBSTANCE and defensiveness < 50 and not rules & _UNSUBSTANTIAL
    )
