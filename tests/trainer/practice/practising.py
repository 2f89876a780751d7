"""Someone who practises: starts runs, answers, and looks at the clock."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from tests.trainer.factories import NOON
from tests.trainer.stories import GOOD, SOURCE
from trainer.models import Dispute, Member, Run
from trainer.practice import clocking, queries, services
from trainer.practice.presence import PageWord
from trainer.practice.services import Submission
from trainer.scope import ScopedSession

KEY = "a-key-of-a-form"


def minutes(count: float) -> timedelta:
    """Real minutes; a run that isn't guided starts at 5 simulated ones each."""
    return timedelta(minutes=count)


def start(session: ScopedSession, member: Member, **overrides: Any) -> Run:
    values = {"slug": SOURCE.slug, "timed": True, "key": "start-key", "now": NOON}
    return services.start_run(session, member=member, **values | overrides)


def send(session: ScopedSession, member: Member, run: Run, **overrides: Any) -> Submission:
    values = {"action": "reply", "text": GOOD, "key": KEY, "now": NOON + minutes(2)}
    return services.submit_action(
        session, member=member, run_id=run.public_id, **values | overrides
    )


def clock(
    session: ScopedSession,
    member: Member,
    run: Run,
    rate: float,
    after: float,
    key: str = "a",
    word: PageWord | None = None,
) -> None:
    clocking.set_clock(
        session,
        member=member,
        run_id=run.public_id,
        rate=rate,
        word=word,
        now=NOON + minutes(after),
        key=f"clock-key-{key}",
    )


def finish(session: ScopedSession, member: Member, run: Run, after: float, key: str = "a") -> None:
    services.finish_run(
        session,
        member=member,
        run_id=run.public_id,
        key=f"finish-key-{key}",
        now=NOON + minutes(after),
    )


def object_to(session: ScopedSession, member: Member, run: Run, **overrides: Any) -> Dispute:
    values = {
        "event_seq": 1,
        "target": "score:empathy",
        "reason": "I named the feeling.",
        "key": "dispute-key",
        "now": NOON + minutes(5),
    }
    return services.dispute(session, member=member, run_id=run.public_id, **values | overrides)


def view(session: ScopedSession, member: Member, run: Run, after: float) -> queries.RunView:
    now = NOON + minutes(after)
    found = queries.view_of(session, member=member, run_id=run.public_id, now=now)
    assert found is not None
    return found


def count(session: ScopedSession, model: type[Any]) -> int:
    return session.scalar(select(func.count(model.id))) or 0
