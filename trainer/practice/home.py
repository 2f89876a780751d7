"""What home shows: what to do next, the last results, the four skills."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scenarios import clock_label, library
from trainer.practice import words
from trainer.practice.charts import Ring, ring
from trainer.practice.marking import Piece, Tag
from trainer.practice.queries import RunSummary, RunView, ScenarioCard
from trainer.practice.skills import Skill, skills, skills_note
from trainer.practice.words import Network, Urgency

_SHOWN_CARDS = 4


@dataclass(frozen=True, kw_only=True)
class CardView:
    """A scenario to pick, in words."""

    slug: str
    title: str
    summary: str
    network: Network
    urgency: Urgency
    difficulty: int
    difficulty_word: str
    best: int | None
    attempts: int
    is_guided: bool


@dataclass(frozen=True, kw_only=True)
class ResultView:
    """A past run in a list; `scores` are speed, empathy, ownership, defensiveness."""

    run_id: str
    title: str
    started_at: datetime
    overall: int | None
    scores: tuple[int | None, ...]
    is_over: bool
    outcome: str
    problem: str | None


@dataclass(frozen=True, kw_only=True)
class OpenView:
    """The run that waits for the member; `is_running` says that its clock moves on."""

    run_id: str
    where: str
    quote: str
    customer: str
    first_name: str
    network: str
    is_paused: bool
    is_running: bool
    is_waiting: bool
    ring: Ring


@dataclass(frozen=True, kw_only=True)
class NextView:
    """The scenario to take next, and why this one."""

    card: CardView
    why: str


@dataclass(frozen=True, kw_only=True)
class Home:
    """Everything on home."""

    hello: str
    sub: str
    open: OpenView | None
    next: NextView | None
    results: tuple[ResultView, ...]
    skills: tuple[Skill, ...]
    skills_note: str
    is_new: bool
    cards: tuple[CardView, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FirstRun:
    """The guided scenario, as the welcome page offers it."""

    slug: str
    quote: str
    customer: str
    first_name: str
    network: str


def home_of(
    *,
    view: RunView | None,
    runs: Sequence[RunSummary],
    cards: Sequence[ScenarioCard],
    problems: Sequence[str],
) -> Home:
    """Return home for a member with these runs, `view` being the one still open."""
    shown = tuple(card_view(card) for card in cards)
    opened = _open(view) if view else None
    following = None if opened else _next(cards)
    scored = skills(runs)
    is_new = all(skill.level is None for skill in scored)
    return Home(
        hello=_hello(opened),
        sub=_sub(opened),
        open=opened,
        next=following,
        results=tuple(result_view(run) for run in runs if run.problem is None),
        skills=scored,
        skills_note=skills_note(scored, is_new=is_new),
        is_new=is_new,
        cards=shown[:_SHOWN_CARDS],
        problems=tuple(problems),
    )


def card_view(card: ScenarioCard) -> CardView:
    """Return a scenario card in words."""
    return CardView(
        slug=card.slug,
        title=card.title,
        summary=card.summary,
        network=words.NETWORKS[card.channel],
        urgency=words.URGENCIES[card.severity],
        difficulty=card.difficulty,
        difficulty_word=words.DIFFICULTIES[card.difficulty],
        best=card.best,
        attempts=card.attempts,
        is_guided=card.guided,
    )


def result_view(run: RunSummary) -> ResultView:
    """Return a past run in words."""
    scores = run.scores
    four = (
        (None,) * 4 if scores is None else tuple(getattr(scores, m.name) for m in words.HEADLINES)
    )
    return ResultView(
        run_id=run.run_id,
        title=run.title,
        started_at=run.started_at,
        overall=run.overall,
        scores=four,
        is_over=run.is_over,
        outcome=words.OUTCOMES.get(run.outcome or "", ""),
        problem=run.problem,
    )


def next_card(cards: Sequence[ScenarioCard], after: str) -> ScenarioCard | None:
    """Return the scenario to take after this one: untried first, then the lowest best score."""
    others = [card for card in cards if card.slug != after and not card.guided]
    return min(others, key=_priority, default=None)


def _open(view: RunView) -> OpenView:
    version, state = view.version, view.state
    theirs = [
        post
        for post in state.posts
        if post.author.kind in {"customer", "bystander"} and not post.private
    ]
    waited = None if state.waiting_since is None else state.minute - state.waiting_since
    when = clock_label(version.starts_at, view.minute)
    return OpenView(
        run_id=view.run.public_id,
        where=f"{'Paused at' if view.is_paused else 'It is'} {when} · {version.title}",
        quote=theirs[-1].text,
        customer=theirs[-1].author.name,
        first_name=version.customer.name.split()[0],
        network=words.NETWORKS[version.channel].on,
        is_paused=view.is_paused,
        is_running=view.rate > 0,
        is_waiting=waited is not None,
        ring=ring(waited=waited, target=state.target_minutes, timed=view.run.timed),
    )


def _hello(opened: OpenView | None) -> str:
    if opened is None:
        return "Ready for the next one?"
    if opened.is_waiting:
        return f"{opened.first_name} is still waiting."
    return f"{opened.first_name} has your answer."


def _sub(opened: OpenView | None) -> str:
    if opened is None:
        return "Every answer is practice. Nothing you write is posted anywhere."
    if opened.is_paused:
        return "Your run is paused. Nothing moves until you’re back."
    if opened.ring.says == "Untimed":
        return "There is no clock on this one. Take your time."
    return "Your run is open, and its clock is running."


def _next(cards: Sequence[ScenarioCard]) -> NextView | None:
    chosen = next_card(cards, after="")
    if chosen is None:
        return None
    why = "New to you" if not chosen.attempts else "Your lowest best score: room to grow"
    return NextView(card=card_view(chosen), why=f"{why}, {words.DIFFICULTIES[chosen.difficulty]}")


def _priority(card: ScenarioCard) -> tuple[bool, int, int]:
    return (bool(card.attempts), card.best or 0, card.difficulty)


def first_run() -> FirstRun | None:
    """Return the library's guided scenario as the welcome page offers it, or None: it has none."""
    version = next((each for each in library.all() if each.guided), None)
    if version is None:
        return None
    return FirstRun(
        slug=version.slug,
        quote=version.beat(version.opening).says[0],
        customer=version.customer.name,
        first_name=version.customer.name.split()[0],
        network=words.NETWORKS[version.channel].on,
    )


SAMPLE = (
    Piece(text="his party is at 2", tone="good", tags=(Tag(label="Empathy", tone="good"),)),
    Piece(text=" ", tone="plain"),
    Piece(
        text="sorry if you were",
        tone="bad",
        tags=(Tag(label="Conditional apology", tone="bad"),),
    ),
)
"""Two marked phrases that show, before the first reply, what a debrief looks like."""
