"""What the desk shows: one thread, its clock, its customer, and what may be done next."""

from dataclasses import dataclass

from scenarios import (
    Beat,
    RunState,
    ScenarioVersion,
    ThreadPost,
    clock_label,
    refusal,
)
from scoring import Channel
from trainer.practice import words
from trainer.practice.charts import Ring, ring
from trainer.practice.deskclock import ClockView, clock_of
from trainer.practice.endings import Closing, closing_of
from trainer.practice.lessons import CoachView, coach_of
from trainer.practice.playbook import PlaybookView, playbook_view
from trainer.practice.promises import PromiseView, promise_of
from trainer.practice.queries import RunView
from trainer.practice.words import Feeling, Network, Urgency

_STARRED = frozenset({Channel.REVIEW, Channel.APPSTORE})


@dataclass(frozen=True, kw_only=True)
class PostView:
    """One post as the page shows it."""

    id: str
    name: str
    handle: str
    kind: str
    text: str
    when: str
    is_root: bool
    is_private: bool
    is_deleted: bool
    stars: int | None
    role: str


@dataclass(frozen=True, kw_only=True)
class ActionView:
    """One thing that can be done; `refused` says why it can't be done now."""

    name: str
    label: str
    icon: str
    refused: str | None


@dataclass(frozen=True, kw_only=True)
class KnownFact:
    """One line of the facts panel; new ones came to be known with the present post."""

    label: str
    text: str
    is_new: bool = False


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything on the desk.

    `seen` counts the member's own actions that it shows; `stage` changes when the composer does.
    `doomed` is the post that deleting would take down, None where there is none to delete.
    """

    run_id: str
    seen: int
    stage: str
    title: str
    network: Network
    look: str
    brand: str
    customer: str
    first_name: str
    handle: str
    about: str
    feeling: Feeling
    mood: str
    urgency: Urgency
    clock: ClockView
    ring: Ring
    waited: float | None
    target_minutes: float
    target: str
    posts: tuple[PostView, ...]
    actions: tuple[ActionView, ...]
    doomed: PostView | None
    facts: tuple[KnownFact, ...]
    fault: str
    offers: tuple[str, ...]
    not_offers: tuple[str, ...]
    goals: tuple[str, ...]
    voice: str
    signature: str
    playbook: PlaybookView
    ungraded: str | None
    promise: PromiseView | None
    coach: CoachView | None
    closing: Closing
    is_over: bool
    is_guided: bool
    public_turns: int


def _facts(version: ScenarioVersion, beat: Beat) -> tuple[KnownFact, ...]:
    known = [KnownFact(label=fact.label, text=fact.text) for fact in version.facts]
    new = [KnownFact(label=fact.label, text=fact.text, is_new=True) for fact in beat.facts]
    return (*new, *known)


def desk_of(view: RunView) -> Desk:
    """Return the desk of a run as it stands at the view's moment."""
    version, state = view.version, view.state
    beat = version.beat(state.beat)
    network = words.NETWORKS[version.channel]
    first_name = version.customer.name.split()[0]
    playbook = playbook_view(view.playbook, version.channel)
    return Desk(
        run_id=view.run.public_id,
        seen=len(view.events),
        stage=f"{len(view.events)}{'-over' if state.is_over else ''}",
        title=version.title,
        network=network,
        look=version.channel.value,
        brand=version.brand.name,
        customer=version.customer.name,
        first_name=first_name,
        handle=version.customer.handle,
        about=version.customer.about,
        feeling=words.anger_feeling(state.mood.anger),
        mood=mood_words(state, version),
        urgency=words.URGENCIES[beat.severity or version.severity],
        clock=clock_of(view),
        ring=ring(waited=_waited(state), target=state.target_minutes, timed=view.run.timed),
        waited=_waited(state) if view.run.timed else None,
        target_minutes=state.target_minutes,
        target=words.minutes(state.target_minutes),
        posts=tuple(post_view(post, view) for post in state.posts),
        actions=tuple(_actions(state, network, first_name)),
        doomed=_doomed(view),
        facts=_facts(version, beat),
        fault=words.FAULTS[beat.fault or version.fault],
        offers=tuple(_offer(offer.action, offer.within) for offer in version.offers),
        not_offers=version.not_offers,
        goals=version.goals,
        voice=version.voice or playbook.tone,
        signature=version.brand.signature or playbook.signature,
        playbook=playbook,
        ungraded=_ungraded(state),
        promise=promise_of(state, version),
        coach=coach_of(view),
        closing=closing_of(view),
        is_over=state.is_over,
        is_guided=view.run.guided,
        public_turns=state.public_turns,
    )


def mood_words(state: RunState, version: ScenarioVersion) -> str:
    """Return the customer's mood in a short phrase: the anger, its trend, patience and trust."""
    now = state.mood
    before = state.turns[-1].mood_before.anger if state.turns else version.start.anger
    change = now.anger - before
    trend = " and rising" if change > 2 else ", settling" if change < -2 else ", steady"
    return (
        f"{words.anger_feeling(now.anger).word}{trend}. "
        f"Patience {words.patience_word(now.patience)}; trust {words.trust_word(now.trust)}."
    )


def post_view(post: ThreadPost, view: RunView) -> PostView:
    """Return one post as the page shows it."""
    version = view.version
    is_root = post.id == view.state.posts[0].id
    has_stars = is_root and version.channel in _STARRED
    return PostView(
        id=post.id,
        name=post.author.name,
        handle=post.author.handle,
        kind=post.author.kind,
        text=post.text,
        when=clock_label(version.starts_at, post.minute),
        is_root=is_root,
        is_private=post.private,
        is_deleted=post.deleted,
        stars=_stars(version.start.anger) if has_stars else None,
        role=_role(post, version, is_root=is_root),
    )


def _role(post: ThreadPost, version: ScenarioVersion, *, is_root: bool) -> str:
    """Return what a post is on its network, beside who wrote it; empty where that says it all."""
    if version.channel not in _STARRED:
        return ""
    if post.author.kind == "brand" and not post.private:
        is_app = version.channel is Channel.APPSTORE
        return "Developer response" if is_app else "Response from the owner"
    if post.author.kind == "customer" and not is_root and not post.private:
        return "Edited review"
    return next(
        (f"Version {each.text}" for each in version.facts if each.label == "Version" and is_root),
        "",
    )


def _stars(anger: float) -> int:
    """Return how many stars someone this angry gives; they are shown, and nothing reads them."""
    return next(
        (stars for stars, below in ((5, 10), (4, 20), (3, 35), (2, 50)) if anger < below), 1
    )


def _waited(state: RunState) -> float | None:
    return None if state.waiting_since is None else state.minute - state.waiting_since


def _actions(state: RunState, network: Network, first_name: str) -> list[ActionView]:
    labels = {
        "reply": (network.answer, "reply"),
        "private": (network.private, "lock"),
        "hold": ("Holding reply", "holding"),
        "delete": (f"Delete {first_name}’s {network.post}", "delete"),
    }
    if not network.is_public:
        del labels["private"], labels["delete"]
    return [
        ActionView(name=name, label=label, icon=icon, refused=refusal(state, name))
        for name, (label, icon) in labels.items()
    ]


def _doomed(view: RunView) -> PostView | None:
    state = view.state
    if refusal(state, "delete") is not None:
        return None
    return post_view(state.asked_posts[-1], view)


def _offer(action: str, within: float | None) -> str:
    return (
        action
        if within is None
        else f"{action} (within {words.minutes(within)})".replace(" (within ", " (within\u00a0")
    )


def _ungraded(state: RunState) -> str | None:
    if not state.turns or state.turns[-1].assessment.graded:
        return None
    return state.turns[-1].assessment.reason
