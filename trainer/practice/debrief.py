"""The debrief of a run: what each reply scored, why, and what it changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scenarios import ReplySent, TurnResult, case_for, clock_label
from scenarios import replay as state_at
from scoring import Case, Channel
from trainer.practice import words
from trainer.practice.desk import PostView, post_view
from trainer.practice.endings import Closing, closing_of
from trainer.practice.findings import NOTHING
from trainer.practice.first_steps import first_steps
from trainer.practice.model_replies import ModelView, is_attempt, model_replies
from trainer.practice.moods import Change, Story, changes, story
from trainer.practice.promises import PromiseView, promise_after
from trainer.practice.queries import RunView
from trainer.practice.reviews import Review
from trainer.practice.scorecard import Scorecard, scorecard
from trainer.practice.silence import Silence, silence_of


@dataclass(frozen=True, kw_only=True)
class TurnTab:
    """A way to one of the run's replies."""

    number: int
    label: str
    overall: int | None
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The debrief of one reply."""

    number: int
    event_seq: int
    action: str
    when: str
    scorecard: Scorecard
    promise: PromiseView | None
    landed: tuple[PostView, ...]
    changes: tuple[Change, ...]
    models: tuple[ModelView, ...]
    note: str


@dataclass(frozen=True, kw_only=True)
class Debrief:
    """The debrief of a run. `reply` is None where nothing was sent, and `silence` where it was.

    `first_steps` says what an answer could hold, where the act that is shown was none.
    """

    run_id: str
    slug: str
    title: str
    look: str
    network: str
    customer: str
    first_name: str
    is_timed: bool
    is_over: bool
    is_guided: bool
    closing: Closing
    outcome: str | None
    thread_score: int | None
    tabs: tuple[TurnTab, ...]
    reply: Reply | None
    silence: Silence | None
    first_steps: tuple[str, ...]
    story: Story
    rubric: str
    scorer: str
    pauses: str

    def holds(self, review: Review) -> bool:
        """Return whether an objection is about the reply that is shown."""
        shown = self.reply
        return (
            shown is not None
            and review.run_id == self.run_id
            and review.event_seq == shown.event_seq
        )


def debrief_of(view: RunView, *, number: int | None = None, event: str | None = None) -> Debrief:
    """Return the debrief of a run.

    It opens at the reply of this number (from 1), or of this event, or at the weakest.
    """
    version, state = view.version, view.state
    turns = sorted((*state.turns, *state.holds), key=lambda turn: turn.event_index)
    shown = _shown(view, turns, number, event)
    turn = turns[shown - 1] if shown else None
    current = _reply(view, turn, shown) if turn else None
    return Debrief(
        run_id=view.run.public_id,
        slug=view.slug,
        title=version.title,
        look=version.channel.value,
        network=words.NETWORKS[version.channel].on,
        customer=version.customer.name,
        first_name=version.customer.name.split()[0],
        is_timed=view.run.timed,
        is_over=state.is_over,
        is_guided=view.run.guided,
        closing=closing_of(view),
        outcome=words.OUTCOMES[state.ending.outcome] if state.ending else None,
        thread_score=state.thread_score,
        tabs=tuple(_tab(view, turn, place, shown) for place, turn in enumerate(turns, start=1)),
        reply=current,
        silence=None if turns else silence_of(view),
        first_steps=_first_steps(view, turn),
        story=story(view, turns),
        rubric=current.scorecard.rubric if current else view.run.rubric,
        scorer=current.scorecard.scorer if current else view.run.scorer,
        pauses=view.pauses.says,
    )


def case_of(view: RunView, turn: TurnResult) -> Case:
    """Return the case that a reply was scored against, as far as the run itself remembers it."""
    log = [saved.event for saved in view.events]
    sent = log[turn.event_index]
    before = state_at(view.version, view.run.seed, log[: turn.event_index], turn.minute)
    return case_for(
        view.version,
        before,
        action=turn.action,
        text=view.text_of(turn),
        minute=turn.minute,
        timed=view.run.timed,
        due=sent.due if isinstance(sent, ReplySent) else None,
    )


def _shown(view: RunView, turns: list[TurnResult], number: int | None, event: str | None) -> int:
    """Return which reply to open, from 1; 0 where there is none."""
    if not turns:
        return 0
    for place, turn in enumerate(turns, start=1):
        if str(view.events[turn.event_index].seq) == event:
            return place
    if number is not None and 1 <= number <= len(turns):
        return number
    graded = [place for place, turn in enumerate(turns) if turn.assessment.overall is not None]
    if not graded:
        return len(turns)
    return min(graded, key=lambda place: turns[place].assessment.overall or 0) + 1


def _tab(view: RunView, turn: TurnResult, place: int, shown: int) -> TurnTab:
    when = clock_label(view.version.starts_at, turn.minute)
    return TurnTab(
        number=place,
        label=f"{words.ACTS[turn.action]}, {when}",
        overall=turn.assessment.overall,
        is_current=place == shown,
    )


def _reply(view: RunView, turn: TurnResult, number: int) -> Reply:
    case = case_of(view, turn)
    return Reply(
        number=number,
        event_seq=view.events[turn.event_index].seq,
        action=words.ACTS[turn.action],
        when=clock_label(view.version.starts_at, turn.minute),
        scorecard=_scorecard(view, turn, case),
        promise=promise_after(view.state, view.version, turn),
        landed=tuple(_landed(view, turn)),
        changes=tuple(changes(turn.mood_before, turn.mood_after)),
        models=tuple(model_replies(view, turn, case)),
        note=_note(view, turn),
    )


def _scorecard(view: RunView, turn: TurnResult, case: Case) -> Scorecard:
    """Return the scorecard of an act, in words that fit what was done."""
    card = turn.assessment
    shown = scorecard(case, card, name=view.version.customer.name.split()[0])
    if turn.action == "delete":
        # Nothing was written, so there are no words behind the scores and no advice on them.
        gone = "The post is gone. The complaint isn’t."
        return replace(shown, summary=gone, gauges=(), bars=(), findings=NOTHING)
    if turn.action == "hold" and card.graded:
        return _held(shown, is_kind=words.DEFENSIVENESS.on_target(card.defensiveness.value or 0))
    return shown


def _held(shown: Scorecard, *, is_kind: bool) -> Scorecard:
    """Return the scorecard of a holding reply, which the thread doesn't count."""
    held = replace(shown, aside="Not counted: it only holds")
    if not is_kind:
        return held
    return replace(
        held,
        advice=(),
        headline="It buys time. The answer is still to come.",
        summary="What it needs is short: that you have seen it, and when you will be back.",
    )


def _landed(view: RunView, turn: TurnResult) -> Iterator[PostView]:
    """Yield what others posted between this reply and the next."""
    own = [post for post in view.state.posts if post.event_index is not None]
    later = [post.minute for post in own if (post.event_index or 0) > turn.event_index]
    until = min(later, default=float("inf"))
    for post in view.state.posts:
        if post.event_index is None and turn.minute < post.minute <= until:
            yield post_view(post, view)


def _first_steps(view: RunView, turn: TurnResult | None) -> tuple[str, ...]:
    """Return what an answer could hold, where the act was none; never an author's reply."""
    if turn is not None and is_attempt(turn):
        return ()
    case = case_of(view, turn) if turn else _unanswered(view)
    return first_steps(case, name=view.version.customer.name.split()[0])


def _unanswered(view: RunView) -> Case:
    """Return the case of the first post, as an answer to it at once would have met it."""
    before = state_at(view.version, view.run.seed, [], 0.0)
    timed = view.run.timed
    return case_for(view.version, before, action="reply", text="", minute=0.0, timed=timed)


def _note(view: RunView, turn: TurnResult) -> str:
    """Return what to know of an act besides its scores; empty where there is nothing."""
    name = view.version.customer.name.split()[0]
    if turn.action == "hold":
        return "A holding reply buys time and answers nothing, so the thread doesn’t count it."
    if turn.action == "private" and view.version.channel is not Channel.DIRECT:
        return f"Only {name} can read this. Everyone else still sees no answer."
    return ""
