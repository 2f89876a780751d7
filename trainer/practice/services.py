"""What a member does in practice. Each function commits once, at its end, or changes nothing.

Every form carries a key, so that sending it again (reload, double click, two tabs, a server killed
between the commit and the answer) finds what was saved instead of saving it twice. Replies are
scored before the write lock is taken; whoever comes second looks again at what is there now.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from scenarios import ENGINE, ReplySent, RunFinished, RunState, case_for
from scoring import RUBRIC, Assessment, assess, default_detector
from trainer.database import begin_writing
from trainer.errors import (
    EventNotFoundError,
    RaceLostError,
    RunNotFoundError,
    ScenarioUnknownError,
)
from trainer.models import Dispute, Member, Run, Scenario
from trainer.models import Event as EventRow
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice import limits, queries
from trainer.practice.log import TRIES, append, clock_event
from trainer.practice.pace import PAUSED, Pace, opening_pace
from trainer.practice.record import Record, SavedEvent, known_record, loaded
from trainer.scope import ScopedSession

_START_KEY_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What became of an action. `refused` says why it was not taken; then nothing was stored."""

    run: Run
    event: SavedEvent | None = None
    assessment: Assessment | None = None
    refused: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Act:
    """What the member wants to do, as checked, and what the page showed then.

    `due_in` is in simulated minutes from now.
    """

    action: str
    text: str
    due_in: float | None
    post: str | None
    seen: int | None


def start_run(
    session: ScopedSession,
    *,
    member: Member,
    slug: str,
    timed: bool,
    key: str,
    now: datetime,
    parent: str | None = None,
) -> Run:
    """Start a run of the scenario's current version and return it; the same form returns it again.

    A form is known by its key, its scenario and its clock: one key may serve a page of buttons.
    A guided scenario is always timed.
    `parent` is the public id of a run to try again: it keeps that run's seed, so that the customer
    says the same.

    Raises:
        ScenarioUnknownError: The organisation has no scenario of this slug.
        ScenarioUnreadableError: This version of Poise can't play it.
        RunNotFoundError: `parent` is no run of this member and scenario.
        InputError: The key is none that a form of ours sends.
    """
    limits.check_key(key)
    stored_key = _start_key(key, slug, timed=timed)
    by_key = select(Run).where(Run.member_id == member.id, Run.key == stored_key)
    if (saved := session.scalars(by_key).one_or_none()) is not None:
        return saved
    version = _current_version(session, slug)
    elder = None if parent is None else _parent(session, member, version, parent)
    is_guided = loaded(version, slug).guided
    run = Run(
        member_id=member.id,
        scenario_version_id=version.id,
        playbook_id=queries.playbook_current(session).id,
        parent_id=None if elder is None else elder.id,
        seed=secrets.randbits(31) if elder is None else elder.seed,
        # The guided run teaches speed too, so it always has its clock.
        timed=timed or is_guided,
        guided=is_guided,
        engine=ENGINE,
        rubric=RUBRIC,
        scorer=default_detector().version,
        key=stored_key,
        started_at=now,
    )
    begin_writing(session)
    try:
        session.add(run)
        session.flush()  # The first clock event points at the run's id.
        pace = opening_pace(is_guided=is_guided)
        session.add(clock_event(run, seq=0, pace=pace, wall=now, key=f"start:{key}"))
        session.commit()
    except IntegrityError:
        # The same form came twice, and the other one was first.
        session.rollback()
        return session.scalars(by_key).one()
    return run


def submit_action(
    session: ScopedSession,
    *,
    member: Member,
    run_id: str,
    action: str,
    text: str,
    due_in: float | None = None,
    post: str | None = None,
    seen: int | None = None,
    key: str,
    now: datetime,
) -> Submission:
    """Score an action at this moment of the run, save it, and return it with its assessment.

    The same key again returns what was saved. `due_in` is in how many simulated minutes the text
    promises to be back; a reply or a message may say so, a holding reply has to. `post` is the one
    that the member saw and wants deleted; where there is a newer one, none is. `seen` is how
    many of the member's own actions the page showed; an action written for an older thread is
    refused, so of two tabs only the first one is taken. Nothing comes between that check and the
    write: `append` takes a row only if the log is as it was read. A clock that stood still goes
    on from here: whoever acts is back.

    Raises:
        RunNotFoundError: This member has no such run.
        ScenarioUnreadableError: This version of Poise can't play the run.
        InputError: The action, the key or `due_in` is none that a form of ours sends.
        RaceLostError: Others kept writing to the run; nothing was saved.
    """
    limits.check_key(key)
    limits.check_action(action, due_in)
    typed = limits.clean(text) if action in limits.WITH_TEXT else ""
    promised = due_in if action in limits.WITH_TEXT else None
    act = _Act(action=action, text=typed, due_in=promised, post=post, seen=seen)
    stored_key = f"do:{key}"
    for _ in range(TRIES):
        found = known_record(session, member=member, run_id=run_id)
        if (saved := found.event_of_key(stored_key)) is not None:
            return _submission(found.run, saved)
        state = found.state(now)
        if (reason := _refused(found, state, act)) is not None:
            return Submission(run=found.run, refused=reason)
        event, pace = _scored(session, found, state, act), _resumed(found, now)
        stored = append(session, found, event, pace=pace, key=stored_key, now=now)
        if stored is not None:
            return _submission(found.run, stored)
    raise RaceLostError


def finish_run(
    session: ScopedSession, *, member: Member, run_id: str, key: str, now: datetime
) -> Run:
    """End the run now and return it; a run that is over stays as it is.

    Raises:
        RunNotFoundError: This member has no such run.
        RaceLostError: Others kept writing to the run; nothing was saved.
    """
    limits.check_key(key)
    for _ in range(TRIES):
        found = known_record(session, member=member, run_id=run_id)
        state = found.state(now)
        if state.is_over:
            return found.run
        event = RunFinished(minute=state.minute)
        if append(session, found, event, key=f"finish:{key}", now=now) is not None:
            return found.run
    raise RaceLostError


def dispute(
    session: ScopedSession,
    *,
    member: Member,
    run_id: str,
    event_seq: int,
    target: str,
    reason: str,
    key: str,
    now: datetime,
) -> Dispute:
    """Keep a member's objection for a trainer, and return it; the same key returns it again.

    `target` is `score:<name>` or `move:<index>` of the reply's assessment.

    Raises:
        RunNotFoundError: This member has no such run.
        EventNotFoundError: The run has no assessed reply of this number.
        InputError: The target isn't in the assessment, or the reason is too short or too long.
    """
    limits.check_key(key)
    words = limits.checked_reason("reason", reason)
    by_key = select(Dispute).where(Dispute.member_id == member.id, Dispute.key == key)
    if (saved := session.scalars(by_key).one_or_none()) is not None:
        return saved
    found = known_record(session, member=member, run_id=run_id)
    reply = found.reply_of_seq(event_seq)
    if reply is None:
        raise EventNotFoundError(event_seq)
    limits.check_target(target, reply.assessment)
    row = Dispute(
        member_id=member.id,
        run_id=found.run.id,
        event_id=_event_id(session, found, event_seq),
        target=target,
        reason=words,
        key=key,
        created_at=now,
    )
    begin_writing(session)
    try:
        session.add(row)
        session.commit()
    except IntegrityError:
        # The same form came twice, and the other one was first.
        session.rollback()
        return session.scalars(by_key).one()
    return row


def skip_welcome(session: ScopedSession, *, member: Member, now: datetime) -> None:
    """Note that the guided first run was skipped; the first time stays."""
    begin_writing(session)
    session.refresh(member)
    if member.welcomed_at is None:
        member.welcomed_at = now
    session.commit()


def _start_key(key: str, slug: str, *, timed: bool) -> str:
    """Return what tells one start button of a page from the others, short enough to be stored."""
    said = f"{key}\n{slug}\n{timed}".encode()
    return blake2b(said, digest_size=_START_KEY_BYTES).hexdigest()


def _resumed(found: Record, now: datetime) -> Pace | None:
    """Return how a clock that stands still goes on; None where it goes on as it is."""
    is_paused = found.run.timed and found.rate(now) == PAUSED
    return opening_pace(is_guided=found.run.guided) if is_paused else None


def _refused(found: Record, state: RunState, act: _Act) -> str | None:
    # The end comes first: of a thread that is over, no page has a box to keep writing in.
    if not state.is_over and act.seen is not None and act.seen != len(found.events):
        return limits.STALE
    if (reason := limits.refused(state, act.action, act.text, act.due_in)) is not None:
        return reason
    if act.action == "delete" and act.post not in {None, state.asked_posts[-1].id}:
        return limits.NEWER_POST
    return None


def _scored(session: ScopedSession, found: Record, state: RunState, act: _Act) -> ReplySent:
    due = None if act.due_in is None else state.minute + act.due_in
    case = case_for(
        found.version,
        state,
        action=act.action,
        text=act.text,
        minute=state.minute,
        timed=found.run.timed,
        recent_replies=queries.recent_replies(session, found.run),
        due=due,
    )
    return ReplySent(
        minute=state.minute, action=act.action, text=act.text, assessment=assess(case), due=due
    )


def _submission(run: Run, saved: SavedEvent) -> Submission:
    card = saved.event.assessment if isinstance(saved.event, ReplySent) else None
    return Submission(run=run, event=saved, assessment=card)


def _event_id(session: ScopedSession, found: Record, seq: int) -> int:
    rows = select(EventRow.id).where(EventRow.run_id == found.run.id, EventRow.seq == seq)
    return session.scalars(rows).one()


def _current_version(session: ScopedSession, slug: str) -> VersionRow:
    version = session.scalars(
        select(VersionRow)
        .join(Scenario, VersionRow.scenario_id == Scenario.id)
        .where(Scenario.slug == slug, Scenario.content_hash == VersionRow.content_hash)
    ).one_or_none()
    if version is None:
        raise ScenarioUnknownError(slug)
    return version


def _parent(session: ScopedSession, member: Member, version: VersionRow, parent: str) -> Run:
    found = session.scalars(
        select(Run)
        .join(VersionRow, Run.scenario_version_id == VersionRow.id)
        .where(Run.public_id == parent, Run.member_id == member.id)
        .where(VersionRow.scenario_id == version.scenario_id)
    ).one_or_none()
    if found is None:
        raise RunNotFoundError(parent)
    return found
