"""The library as cards: what can be practised, and how the member did so far."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select

from scenarios import ScenarioVersion
from scoring import Channel, Severity, thread_score
from trainer.errors import ScenarioUnreadableError
from trainer.models import ORIGINAL, AssessmentRow, Event, EventKind, Member, Run, Scenario
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice.record import loaded
from trainer.scope import ScopedSession

_TURNS = (EventKind.REPLY, EventKind.PRIVATE, EventKind.DELETE)


@dataclass(frozen=True, kw_only=True)
class ScenarioCard:
    """One scenario to choose. `best` is the member's best thread score, 0-100, None without one."""

    slug: str
    title: str
    summary: str
    channel: Channel
    severity: Severity
    difficulty: int
    guided: bool
    best: int | None
    attempts: int


@dataclass(frozen=True, kw_only=True)
class Cards:
    """The library; `problems` names every stored scenario that can't be opened, and why."""

    cards: tuple[ScenarioCard, ...]
    problems: tuple[str, ...]


def scenario_cards(session: ScopedSession, *, member: Member) -> Cards:
    """Return the organisation's scenarios, gentle ones first, with the member's best scores."""
    best, attempts = _best_scores(session, member), _attempts(session, member)
    cards, problems = [], []
    for scenario_id, slug, version in _current(session):
        try:
            scenario = loaded(version, slug)
        except ScenarioUnreadableError as error:
            problems.append(str(error))
            continue
        cards.append(_card(scenario, slug, best.get(scenario_id), attempts.get(scenario_id, 0)))
    cards.sort(key=lambda card: (not card.guided, card.difficulty, card.title))
    return Cards(cards=tuple(cards), problems=tuple(problems))


def _card(scenario: ScenarioVersion, slug: str, best: int | None, attempts: int) -> ScenarioCard:
    return ScenarioCard(
        slug=slug,
        title=scenario.title,
        summary=scenario.summary,
        channel=scenario.channel,
        severity=scenario.severity,
        difficulty=scenario.difficulty,
        guided=scenario.guided,
        best=best,
        attempts=attempts,
    )


def _current(session: ScopedSession) -> list[tuple[int, str, VersionRow]]:
    rows = session.execute(
        select(Scenario.id, Scenario.slug, VersionRow)
        .join(VersionRow, VersionRow.scenario_id == Scenario.id)
        .where(VersionRow.content_hash == Scenario.content_hash)
        .order_by(Scenario.slug)
    )
    return [(scenario_id, slug, version) for scenario_id, slug, version in rows]


def _attempts(session: ScopedSession, member: Member) -> dict[int, int]:
    rows = session.execute(
        select(VersionRow.scenario_id, func.count(Run.id))
        .join(Run, Run.scenario_version_id == VersionRow.id)
        .where(Run.member_id == member.id)
        .group_by(VersionRow.scenario_id)
    )
    return {row[0]: row[1] for row in rows}


def _best_scores(session: ScopedSession, member: Member) -> dict[int, int]:
    """Return each scenario's best thread score by the stored assessments, without a replay."""
    turns: dict[tuple[int, int], list[tuple[str, int]]] = defaultdict(list)
    rows = session.execute(
        select(VersionRow.scenario_id, Run.id, Event.kind, AssessmentRow.overall)
        .join(Run, Run.scenario_version_id == VersionRow.id)
        .join(Event, Event.run_id == Run.id)
        .join(AssessmentRow, AssessmentRow.event_id == Event.id)
        .where(Run.member_id == member.id, AssessmentRow.branch == ORIGINAL)
        .where(AssessmentRow.graded, Event.kind.in_(_TURNS))
        .order_by(Run.id, Event.seq)
    )
    for scenario_id, run_id, kind, overall in rows:
        turns[scenario_id, run_id].append((kind, overall or 0))
    best: dict[int, int] = {}
    for (scenario_id, _), played in turns.items():
        is_deleted = any(kind == EventKind.DELETE for kind, _ in played)
        score = thread_score([overall for _, overall in played], auto_failed=is_deleted)
        best[scenario_id] = max(score, best.get(scenario_id, 0))
    return best
