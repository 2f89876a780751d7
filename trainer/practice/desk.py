"""What the desk shows: one thread, its clock, its customer, and what may be done next."""

from dataclasses import dataclass

from scenarios import (
    Lesson,
    ReplySent,
    RunState,
    ScenarioVersion,
    ThreadPost,
    TurnResult,
    clock_label,
    refusal,
)
from scoring import Channel
from trainer.practice import words
from trainer.practice.charts import Ring, ring
from trainer.practice.marking import Piece, pieces
from trainer.practice.queries import RunView
from trainer.practice.words import Feeling, Measure, Network, Urgency

_ENDING_TONES = {"recovered": "good", "settled": "good", "unresolved": "time", "lost": "bad"}
LESSONS = ("speed", "empathy", "ownership", "defensiveness")
WRITING_RATE, WAITING_RATE, GUIDED_RATE = 5, 20, 1


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


@dataclass(frozen=True, kw_only=True)
class ClockView:
    """The simulated clock: what it shows now, and what a script needs to let it run on."""

    label: str
    minute: float
    starts: int
    rate: float
    writing_rate: int
    waiting_rate: int
    due_ms: int | None
    is_timed: bool
    is_paused: bool
    says: str


@dataclass(frozen=True, kw_only=True)
class ActionView:
    """One thing that can be done; `refused` says why it can't be done now."""

    name: str
    label: str
    icon: str
    refused: str | None


@dataclass(frozen=True, kw_only=True)
class LessonResult:
    """The one score that a lesson is about, with the words that earned or cost it."""

    measure: Measure
    score: int | None
    reason: str
    waited: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class CoachView:
    """The strip above the thread in the guided run: what is next, and what the last reply got."""

    measure: Measure
    step: int
    steps: int
    before: str
    result: LessonResult | None


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything on the desk."""

    run_id: str
    seen: int
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
    facts: tuple[tuple[str, str], ...]
    fault: str
    offers: tuple[str, ...]
    not_offers: tuple[str, ...]
    goals: tuple[str, ...]
    voice: str
    signature: str
    ungraded: str | None
    holding: str | None
    coach: CoachView | None
    ending_title: str | None
    ending_tone: str
    ending_text: str | None
    is_over: bool
    is_guided: bool
    public_turns: int


def desk_of(view: RunView) -> Desk:
    """Return the desk of a run as it stands at the view's moment."""
    version, state = view.version, view.state
    beat = version.beat(state.beat)
    network = words.NETWORKS[version.channel]
    first_name = version.customer.name.split()[0]
    return Desk(
        run_id=view.run.public_id,
        seen=len(view.events) + state.is_over,
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
        clock=_clock(view),
        ring=ring(waited=_waited(state), target=state.target_minutes, timed=view.run.timed),
        waited=_waited(state) if view.run.timed else None,
        target_minutes=state.target_minutes,
        target=words.minutes(state.target_minutes),
        posts=tuple(post_view(post, view) for post in state.posts),
        actions=tuple(_actions(state, network, first_name)),
        facts=tuple((fact.label, fact.text) for fact in (*version.facts, *beat.facts)),
        fault=words.FAULTS[beat.fault or version.fault],
        offers=tuple(_offer(offer.action, offer.within) for offer in version.offers),
        not_offers=version.not_offers,
        goals=version.goals,
        voice=version.voice,
        signature=version.brand.signature,
        ungraded=_ungraded(state),
        holding=_holding(state, version),
        coach=_coach(view),
        ending_title=words.sentence(state.ending.title) if state.ending else None,
        ending_tone=_ENDING_TONES[state.ending.outcome] if state.ending else "",
        ending_text=state.ending.text if state.ending else None,
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
    has_stars = is_root and version.channel in {Channel.REVIEW, Channel.APPSTORE}
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
    )


def reply_text(view: RunView, turn: TurnResult) -> str:
    """Return the words of an action, exactly as they were sent."""
    event = view.events[turn.event_index].event
    return event.text if isinstance(event, ReplySent) else ""


def _stars(anger: float) -> int:
    """Return how many stars someone this angry gives; they are shown, and nothing reads them."""
    return next(
        (stars for stars, below in ((5, 10), (4, 20), (3, 35), (2, 50)) if anger < below), 1
    )


def _minute_of_day(starts_at: str) -> int:
    hours, minutes = starts_at.split(":")
    return int(hours) * 60 + int(minutes)


def _clock(view: RunView) -> ClockView:
    guided = view.run.guided
    due = view.state.next_due
    due_ms = None
    if due is not None and view.rate > 0:
        due_ms = max(0, round((due - view.minute) / view.rate * 60_000))
    return ClockView(
        label=clock_label(view.version.starts_at, view.minute),
        minute=view.minute,
        starts=_minute_of_day(view.version.starts_at),
        rate=view.rate,
        writing_rate=GUIDED_RATE if guided else WRITING_RATE,
        waiting_rate=GUIDED_RATE if guided else WAITING_RATE,
        due_ms=due_ms,
        is_timed=view.run.timed,
        is_paused=view.is_paused,
        says=_rate_words(view),
    )


def _rate_words(view: RunView) -> str:
    if not view.run.timed:
        return "Untimed"
    if view.state.is_over:
        return "It’s over"
    if view.is_paused:
        return "Paused"
    return "Real time" if view.rate == 1 else f"{view.rate:g}× real time"


def _waited(state: RunState) -> float | None:
    return None if state.waiting_since is None else state.minute - state.waiting_since


def _actions(state: RunState, network: Network, first_name: str) -> list[ActionView]:
    labels = {
        "reply": (network.answer, "reply"),
        "private": (network.private, "lock"),
        "hold": ("Holding reply", "holding"),
        "delete": (f"Delete {first_name}’s post", "delete"),
    }
    return [
        ActionView(name=name, label=label, icon=icon, refused=refusal(state, name))
        for name, (label, icon) in labels.items()
    ]


def _offer(action: str, within: float | None) -> str:
    return action if within is None else f"{action} (within {words.minutes(within)})"


def _ungraded(state: RunState) -> str | None:
    if not state.turns or state.turns[-1].assessment.graded:
        return None
    return state.turns[-1].assessment.reason


def _holding(state: RunState, version: ScenarioVersion) -> str | None:
    """Return when the trainee said they would be back, where that promise is still open."""
    open_ones = [each for each in state.promises if each.kept is None]
    if not open_ones:
        return None
    due = max(open_ones, key=lambda each: each.due)
    return clock_label(version.starts_at, due.due)


def _coach(view: RunView) -> CoachView | None:
    if not view.run.guided:
        return None
    current, last = view.state.lesson, _last_lesson(view)
    now = current.score if current else last.score if last else None
    if now is None:
        return None
    return CoachView(
        measure=words.MEASURES[now],
        step=LESSONS.index(now) + 1,
        steps=len(LESSONS),
        before=current.before if current and not _is_answered(view) else "",
        result=_lesson_result(view, last) if last else None,
    )


def _is_answered(view: RunView) -> bool:
    """Return whether the beat in play has its reply, and the customer has yet to react."""
    turns = view.state.turns
    return bool(turns) and turns[-1].beat == view.state.beat


def _last_lesson(view: RunView) -> Lesson | None:
    turns = view.state.turns
    return view.version.beat(turns[-1].beat).lesson if turns else None


def _lesson_result(view: RunView, lesson: Lesson) -> LessonResult:
    turn = view.state.turns[-1]
    card, measure = turn.assessment, words.MEASURES[lesson.score]
    text = reply_text(view, turn)
    spans = () if lesson.score == "speed" else getattr(card, lesson.score).spans
    return LessonResult(
        measure=measure,
        score=card.score(lesson.score),
        reason=card.reason or "",
        waited=words.minutes(turn.minutes) if view.run.timed else "",
        after=lesson.after,
        pieces=pieces(text, spans),
    )
