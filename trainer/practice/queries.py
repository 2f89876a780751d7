"""What is shown of practice: one run at a moment, the latest runs, the library, objections."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from scenarios import ReplySent, RunState, ScenarioVersion, TurnResult
from trainer.errors import ScenarioUnreadableError
from trainer.models import Event as EventRow
from trainer.models import EventKind, Member, Playbook, Run
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice.cards import Cards, ScenarioCard, scenario_cards
from trainer.practice.limits import WITH_TEXT
from trainer.practice.objections import (
    AnswerRow,
    Counts,
    DisputeRow,
    Show,
    counts_by_run,
    dispute_counts,
    dispute_of,
    disputes,
    disputes_of,
)
from trainer.practice.pasted import QuickReply, quick_replies
from trainer.practice.pauses import Pauses
from trainer.practice.record import SavedEvent, events_of, record, record_of, runs_of
from trainer.scope import ScopedSession

__all__ = [
    "AnswerRow",
    "Cards",
    "Counts",
    "DisputeRow",
    "QuickReply",
    "RunSummary",
    "RunView",
    "SavedEvent",
    "ScenarioCard",
    "Scores",
    "Show",
    "counts_by_run",
    "dispute_counts",
    "dispute_of",
    "disputes",
    "disputes_of",
    "latest_runs",
    "needs_welcome",
    "open_run",
    "playbook_current",
    "quick_replies",
    "recent_replies",
    "run_count",
    "run_of",
    "scenario_cards",
    "view_of",
]

RECENT_REPLIES = 20
"""How many of a member's last replies the copy-paste check reads (RUBRIC 2.2)."""

_OPEN_SEARCH = 100
_OPEN_STEP = 20


@dataclass(frozen=True, kw_only=True)
class RunView:
    """A run at one moment.

    `minute` and `rate` are simulated minutes, and such minutes per real minute. `events[i].seq` is
    the number of the action that the engine calls `event_index` i. `was_left` says that the clock
    stands still because the desk was left; `pauses` is how often and how long it did so for
    whatever reason. `playbook` is the one that was current when the run started.
    """

    run: Run
    slug: str
    version: ScenarioVersion
    state: RunState
    minute: float
    rate: float
    is_paused: bool
    was_left: bool
    pauses: Pauses
    events: tuple[SavedEvent, ...]
    playbook: Playbook

    def text_of(self, turn: TurnResult) -> str:
        """Return the words of an action, exactly as they were sent."""
        event = self.events[turn.event_index].event
        return event.text if isinstance(event, ReplySent) else ""


@dataclass(frozen=True, kw_only=True)
class Scores:
    """The four scores of one reply, 0-100; None where unscored. Defensiveness is 0 at best."""

    speed: int | None
    empathy: int | None
    ownership: int | None
    defensiveness: int | None


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """A run in a list: the thread's score so far, and the four scores of the last graded turn.

    `problem` says why a stored run can't be opened by this version of Poise; then only what its
    row says is known.
    """

    run_id: str
    slug: str
    title: str
    started_at: datetime
    overall: int | None = None
    scores: Scores | None = None
    turns: int = 0
    is_over: bool = False
    outcome: str | None = None
    is_timed: bool
    is_guided: bool
    problem: str | None = None


def run_of(session: ScopedSession, *, member: Member, run_id: str) -> Run | None:
    """Return a member's run by its public id, or None: not theirs, or no such run."""
    return session.scalars(
        select(Run).where(Run.public_id == run_id, Run.member_id == member.id)
    ).one_or_none()


def view_of(
    session: ScopedSession, *, member: Member, run_id: str, now: datetime
) -> RunView | None:
    """Return a member's run as it stands at `now`, or None: not theirs, or no such run.

    Raises:
        ScenarioUnreadableError: This version of Poise can't play it.
    """
    found = record_of(session, member=member, run_id=run_id)
    if found is None:
        return None
    state, rate = found.state(now), found.rate(now)
    return RunView(
        run=found.run,
        slug=found.slug,
        version=found.version,
        state=state,
        minute=state.minute,
        rate=rate,
        is_paused=found.run.timed and rate == 0,
        was_left=found.run.timed and rate == 0 and found.was_left,
        pauses=found.pauses(now),
        events=found.events,
        playbook=_playbook_of(session, found.run),
    )


def latest_runs(
    session: ScopedSession, *, member: Member, now: datetime, limit: int = 10, skip: int = 0
) -> tuple[RunSummary, ...]:
    """Return a member's last runs, newest first; one that can't be opened is named as such.

    `skip` leaves out that many of the newest.
    """
    return _summaries(session, runs_of(member), now=now, limit=limit, skip=skip)


def run_count(session: ScopedSession, *, member: Member) -> int:
    """Return how many runs a member has started."""
    counted = select(func.count(Run.id)).where(Run.member_id == member.id)
    return session.scalar(counted) or 0


def open_run(session: ScopedSession, *, member: Member, now: datetime) -> RunSummary | None:
    """Return a member's newest run that is not over, or None.

    Only playing it tells whether a story has come to its end, so the search stops after the last
    100 runs that nobody ended by hand.
    """
    ended = select(EventRow.id).where(EventRow.run_id == Run.id, EventRow.kind == EventKind.FINISH)
    going_on = runs_of(member).where(~ended.exists())
    for skip in range(0, _OPEN_SEARCH, _OPEN_STEP):
        found = _summaries(session, going_on, now=now, limit=_OPEN_STEP, skip=skip)
        for run in found:
            if not run.is_over and run.problem is None:
                return run
        if len(found) < _OPEN_STEP:
            break
    return None


def needs_welcome(session: ScopedSession, *, member: Member) -> bool:
    """Return whether the guided first run was neither skipped nor started yet."""
    guided = select(Run.id).where(Run.member_id == member.id, Run.guided).limit(1)
    return member.welcomed_at is None and session.scalar(guided) is None


def playbook_current(session: ScopedSession) -> Playbook:
    """Return the organisation's newest playbook; every organisation has one from its start."""
    return session.scalars(select(Playbook).order_by(Playbook.version.desc()).limit(1)).one()


def _playbook_of(session: ScopedSession, run: Run) -> Playbook:
    return session.scalars(select(Playbook).where(Playbook.id == run.playbook_id)).one()


def recent_replies(session: ScopedSession, run: Run) -> tuple[str, ...]:
    """Return what the member last wrote in runs of other scenarios, oldest first.

    It is for the copy-paste check. Runs of the same scenario are left out: to play again and send
    a better wording of the same answer is what a retry is for. The engine adds the run's own.
    """
    scenario = select(VersionRow.scenario_id).where(VersionRow.id == run.scenario_version_id)
    texts = session.scalars(
        select(EventRow.payload["text"].as_string())
        .join(Run, EventRow.run_id == Run.id)
        .join(VersionRow, Run.scenario_version_id == VersionRow.id)
        .where(Run.member_id == run.member_id, EventRow.kind.in_(sorted(WITH_TEXT)))
        .where(VersionRow.scenario_id != scenario.scalar_subquery())
        .order_by(EventRow.id.desc())
        .limit(RECENT_REPLIES)
    ).all()
    return tuple(reversed(texts))


def _summaries(
    session: ScopedSession,
    runs: Select[Run, VersionRow, str],
    *,
    now: datetime,
    limit: int,
    skip: int,
) -> tuple[RunSummary, ...]:
    newest = runs.order_by(Run.started_at.desc(), Run.id.desc()).limit(limit).offset(skip)
    rows = session.execute(newest).all()
    events = events_of(session, [run.id for run, _, _ in rows])
    return tuple(_summary(run, version, slug, events[run.id], now) for run, version, slug in rows)


def _summary(
    run: Run, version: VersionRow, slug: str, rows: list[EventRow], now: datetime
) -> RunSummary:
    try:
        found = record(run, version, slug, rows)
        state = found.state(now)
    except ScenarioUnreadableError as error:
        return RunSummary(
            run_id=run.public_id,
            slug=slug,
            title=slug,
            started_at=run.started_at,
            is_timed=run.timed,
            is_guided=run.guided,
            problem=str(error),
        )
    return RunSummary(
        run_id=run.public_id,
        slug=slug,
        title=found.version.title,
        started_at=run.started_at,
        overall=state.thread_score,
        scores=_last_scores(state.turns),
        turns=len(state.turns),
        is_over=state.is_over,
        outcome=None if state.ending is None else state.ending.outcome,
        is_timed=run.timed,
        is_guided=run.guided,
    )


def _last_scores(turns: tuple[TurnResult, ...]) -> Scores | None:
    graded = [turn.assessment for turn in turns if turn.assessment.graded]
    if not graded:
        return None
    return Scores(
        speed=graded[-1].speed,
        empathy=graded[-1].empathy.value,
        ownership=graded[-1].ownership.value,
        defensiveness=graded[-1].defensiveness.value,
    )
