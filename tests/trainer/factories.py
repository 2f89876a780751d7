"""Rows for tests: each maker takes what the test cares about and fills in the rest."""

import itertools
from datetime import UTC, datetime
from typing import Any, TypeVar

from trainer.database import Database
from trainer.models import (
    AssessmentRow,
    Dispute,
    DisputeAnswer,
    Event,
    EventKind,
    Job,
    Member,
    Model,
    Organisation,
    Playbook,
    Run,
    Scenario,
    ScenarioVersion,
    Verdict,
)
from trainer.scope import ScopedSession

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""When tests begin, unless they say otherwise."""

Row = TypeVar("Row", bound=Model)

_numbers = itertools.count(1)


def make_organisation(database: Database, **overrides: Any) -> Organisation:
    number = next(_numbers)
    values = {"slug": f"company-{number}", "name": f"Company {number}", "created_at": NOON}
    organisation = Organisation(**values | overrides)
    with database.session() as session:
        session.add(organisation)
        session.commit()
    return organisation


def make_member(session: ScopedSession, **overrides: Any) -> Member:
    number = next(_numbers)
    values = {"handle": f"member-{number}", "name": f"Member {number}", "created_at": NOON}
    return _saved(session, Member(**values | overrides))


def make_playbook(session: ScopedSession, **overrides: Any) -> Playbook:
    values = {"version": 1, "body": {"tone": "plain"}, "created_at": NOON}
    return _saved(session, Playbook(**values | overrides))


def make_version(session: ScopedSession, **overrides: Any) -> ScenarioVersion:
    """One version of a new scenario; `slug` and `source` may be given."""
    number = next(_numbers)
    content_hash = f"{number:064d}"
    slug = overrides.pop("slug", f"scenario-{number}")
    scenario = _saved(session, Scenario(slug=slug, content_hash=content_hash, created_at=NOON))
    values = {
        "scenario_id": scenario.id,
        "number": 1,
        "content_hash": content_hash,
        "source": "format: 1\n",
        "created_at": NOON,
    }
    return _saved(session, ScenarioVersion(**values | overrides))


def make_run(session: ScopedSession, member: Member, **overrides: Any) -> Run:
    """A run without events; the playbook and the version are made where not given."""
    if "playbook_id" not in overrides:
        overrides["playbook_id"] = make_playbook(session, version=next(_numbers)).id
    if "scenario_version_id" not in overrides:
        overrides["scenario_version_id"] = make_version(session).id
    values = {
        "member_id": member.id,
        "seed": 7,
        "timed": True,
        "guided": False,
        "engine": "1",
        "rubric": "2026.1",
        "scorer": "cues-1",
        "key": f"run-key-{next(_numbers)}",
        "started_at": NOON,
    }
    return _saved(session, Run(**values | overrides))


def make_event(session: ScopedSession, run: Run, **overrides: Any) -> Event:
    number = next(_numbers)
    values = {
        "run_id": run.id,
        "seq": number,
        "minute": 0.0,
        "wall_at": NOON,
        "kind": EventKind.CLOCK,
        "payload": {"rate": 5.0},
        "key": f"event-key-{number}",
    }
    return _saved(session, Event(**values | overrides))


def make_assessment(session: ScopedSession, event: Event, **overrides: Any) -> AssessmentRow:
    values = {
        "event_id": event.id,
        "body": {},
        "graded": True,
        "overall": 70,
        "rubric": "2026.1",
        "scorer": "cues-1",
        "created_at": NOON,
    }
    return _saved(session, AssessmentRow(**values | overrides))


def make_dispute(session: ScopedSession, member: Member, event: Event, **overrides: Any) -> Dispute:
    values = {
        "member_id": member.id,
        "run_id": event.run_id,
        "event_id": event.id,
        "target": "score:empathy",
        "reason": "I named the feeling.",
        "key": f"dispute-key-{next(_numbers)}",
        "created_at": NOON,
    }
    return _saved(session, Dispute(**values | overrides))


def make_answer(
    session: ScopedSession, member: Member, dispute: Dispute, **overrides: Any
) -> DisputeAnswer:
    number = next(_numbers)
    values = {
        "dispute_id": dispute.id,
        "member_id": member.id,
        "number": 1,
        "verdict": Verdict.AGREE,
        "note": "The feeling is there.",
        "key": f"answer-key-{number}",
        "created_at": NOON,
    }
    return _saved(session, DisputeAnswer(**values | overrides))


def make_job(session: ScopedSession, member: Member, **overrides: Any) -> Job:
    values = {
        "member_id": member.id,
        "kind": "count",
        "params": {"to": 3},
        "key": f"job-key-{next(_numbers)}",
        "created_at": NOON,
    }
    return _saved(session, Job(**values | overrides))


def _saved(session: ScopedSession, row: Row) -> Row:
    session.add(row)
    session.commit()
    return row
