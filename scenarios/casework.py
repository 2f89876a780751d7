"""From a run to the scorer's case: everything the rubric may know about one reply."""

from collections.abc import Sequence

from scenarios.parts import Beat, KnownFact
from scenarios.promises import GRACE
from scenarios.runstate import RunState, ThreadPost, TurnResult, is_substantive
from scenarios.schema import ScenarioVersion
from scoring import Action, Allowed, Assessment, Case, Channel, Fact, Holding, Post, Promise, Turn

RECENT = 20
"""How many of the agent's last replies the copy-paste check reads (RUBRIC 2.6)."""

DEFENSIVE = 50
"""Defensiveness from which a reply never stops the thread's clock (RUBRIC 2.1)."""

_ACTIONS = {
    "reply": Action.REPLY,
    "private": Action.REPLY,
    "hold": Action.HOLD,
    "delete": Action.DELETE,
    "none": Action.NONE,
}


def case_for(
    version: ScenarioVersion,
    state: RunState,
    *,
    action: str,
    text: str,
    minute: float,
    timed: bool,
    recent_replies: Sequence[str] = (),
    due: float | None = None,
) -> Case:
    """Return the case of an action on the beat in play.

    Args:
        version: The scenario.
        state: The run at `minute`.
        action: One of `scenarios.ACTIONS`; a private message is a reply in a direct channel.
        text: The words as typed; empty where the action has none.
        minute: The run's minute. The case counts from the customer's own post.
        timed: False gives a case without minutes, so speed stays unscored.
        recent_replies: The agent's replies in earlier runs, oldest first.
        due: The run's minute that is promised; only a holding reply's is part of its case.
    """
    beat = version.beat(state.beat)
    waited = max(0.0, minute - state.asked_since)
    need = version.emotion_need if beat.emotion_need is None else beat.emotion_need
    return Case(
        complaint="\n\n".join(post.text for post in state.asked_posts),
        reply=text,
        minutes=waited if timed else None,
        channel=Channel.DIRECT if action == "private" else version.channel,
        target_minutes=state.target_minutes,
        severity=version.severity_at(beat),
        fault=beat.fault or version.fault,
        turn=_turn(beat, state),
        action=_ACTIONS[action],
        holding=_holding(state, action=action, waited=waited, due=due),
        emotion_need=need,
        facts=_facts((*version.facts, *beat.facts)),
        parts=version.parts if beat.parts is None else beat.parts,
        allowed=tuple(Allowed(action=o.action, within=o.within) for o in version.offers),
        promises=_promises(state),
        anger=round(min(100.0, max(0.0, state.mood.anger)), 6),
        playful_brand=version.brand.playful,
        history=_history(state),
        recent_replies=_recent(state, recent_replies),
        flags=version.flags_at(beat),
    )


def _turn(beat: Beat, state: RunState) -> Turn:
    """The beat's turn, but the first answer is a first one whatever silence led to."""
    if not any(turn.assessment.graded for turn in state.turns):
        return Turn.FIRST
    return beat.turn


def _holding(state: RunState, *, action: str, waited: float, due: float | None) -> Holding | None:
    """The holding reply that counts for this wait, in minutes after the customer's post."""
    if action == "hold":
        promised = None if due is None else due - state.asked_since
        return None if promised is None or promised < waited else Holding(sent=waited, due=promised)
    since = state.asked_since
    for hold in reversed(state.holds):
        if (
            hold.due is not None
            and hold.due > hold.minute >= since
            and _holds_back(hold.assessment)
        ):
            return Holding(sent=hold.minute - since, due=hold.due + GRACE - since)
    return None


def _holds_back(card: Assessment) -> bool:
    """Pure blame never stops the clock (RUBRIC 2.1), nor do words that can't be read."""
    return card.graded and (card.defensiveness.value or 0) < DEFENSIVE


def _promises(state: RunState) -> tuple[Promise, ...]:
    """The open promises, and the settled ones until an answer has followed their outcome.

    What was kept or missed is a matter for the next answer and not for every later one.
    """
    answers = [turn for turn in state.turns if turn.assessment.graded and turn.action != "delete"]
    return tuple(promise for promise in state.promises if _matters(promise, state, answers))


def _matters(promise: Promise, state: RunState, answers: Sequence[TurnResult]) -> bool:
    if promise.kept is None or not answers:
        return True
    if promise.kept:
        return answers[-1] == _keeper(promise, state, answers)
    return promise.due + GRACE > answers[-1].minute


def _keeper(promise: Promise, state: RunState, answers: Sequence[TurnResult]) -> TurnResult:
    """The answer that kept a promise: the first with substance after it was made."""
    made = next(
        turn.event_index
        for turn in (*state.turns, *state.holds)
        if turn.due == promise.due and turn.assessment.graded
    )
    return next(
        turn for turn in answers if turn.event_index > made and is_substantive(turn.assessment)
    )


def _facts(known: Sequence[KnownFact]) -> tuple[Fact, ...]:
    return tuple(Fact(label=fact.label, text=fact.text) for fact in known)


def _history(state: RunState) -> tuple[Post, ...]:
    """Everything said before, save the posts being answered and the notes that nobody wrote."""
    earlier = (
        post for post in state.posts if post.id not in state.asked and post.author.kind != "system"
    )
    return tuple(_post(post) for post in earlier)


def _post(post: ThreadPost) -> Post:
    return Post(author=post.author.name, text=post.text, is_brand=post.author.kind == "brand")


def _recent(state: RunState, recent_replies: Sequence[str]) -> tuple[str, ...]:
    own = [post.text for post in state.posts if post.author.kind == "brand"]
    return tuple([*recent_replies, *own][-RECENT:])
