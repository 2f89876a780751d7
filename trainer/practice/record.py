"""A run as it is stored, and what it says at a moment of the server's clock."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Select, select

from scenarios import (
    Event,
    ReplySent,
    RunFinished,
    RunState,
    ScenarioError,
    ScenarioFormatError,
    ScenarioVersion,
    Segment,
    event_from_dict,
    load_text,
    minute_at,
    replay,
    settled_minute,
)
from trainer.errors import RunNotFoundError, ScenarioUnreadableError
from trainer.models import Event as EventRow
from trainer.models import EventKind, Member, Run, Scenario
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice.pace import PAUSED, segments_of
from trainer.practice.pauses import Pauses, pauses_of
from trainer.practice.presence import Move, PageWord, word_of
from trainer.scope import ScopedSession


@dataclass(frozen=True, kw_only=True)
class SavedEvent:
    """One action of the member, or the run's early end, with its place in the run's log."""

    seq: int
    key: str
    wall_at: datetime
    event: Event


@dataclass(frozen=True, kw_only=True)
class Record:
    """Everything stored of one run.

    `events` leaves out the clock's, so an index into it is what the engine calls `event_index`.
    `next_seq` counts those too. `words` is what pages said with their clock requests, in order;
    `was_left` says that the latest such request stopped the clock because its page was left.
    """

    run: Run
    slug: str
    version: ScenarioVersion
    events: tuple[SavedEvent, ...]
    segments: tuple[Segment, ...]
    words: tuple[PageWord, ...]
    was_left: bool
    next_seq: int
    last_wall: datetime

    def pauses(self, now: datetime) -> Pauses:
        """Return how often and how long the run stood still; an untimed one never does."""
        if not self.run.timed:
            return Pauses()
        end = next((e.wall_at for e in self.events if isinstance(e.event, RunFinished)), now)
        return pauses_of(self.segments, end)

    @property
    def log(self) -> tuple[Event, ...]:
        """What the engine replays."""
        return tuple(saved.event for saved in self.events)

    def rate(self, now: datetime) -> float:
        """Simulated minutes per real minute; 0 when paused, and always in an untimed run."""
        if not self.run.timed:
            return 0.0
        wall = self.wall(now).timestamp()
        return next((each.rate for each in reversed(self.segments) if each.wall <= wall), 0.0)

    def wall(self, now: datetime) -> datetime:
        """Return `now`, or the last stored moment where the server's clock was set back."""
        return max(now, self.last_wall)

    def minute(self, now: datetime) -> float:
        """Return the simulated minute: by the server's clock, or by the story when untimed."""
        latest = self.events[-1].event.minute if self.events else 0.0
        if self.run.timed:
            # Never before the last action, whatever rounding or a changed clock say.
            return max(latest, minute_at(self.segments, self.wall(now).timestamp()))
        return settled_minute(self.version, self.run.seed, self.log)

    def state(self, now: datetime) -> RunState:
        """Return the thread as it stands now.

        Raises:
            ScenarioUnreadableError: What was stored can't be played by this version of Poise.
        """
        try:
            return replay(self.version, self.run.seed, self.log, self.minute(now))
        except ScenarioError as error:
            raise ScenarioUnreadableError(self.slug, f"{error}.") from error

    def event_of_key(self, key: str) -> SavedEvent | None:
        """Return the action that a form with this key stored."""
        return next((saved for saved in self.events if saved.key == key), None)

    def reply_of_seq(self, seq: int) -> ReplySent | None:
        """Return the assessed action of this number."""
        for saved in self.events:
            if saved.seq == seq and isinstance(saved.event, ReplySent):
                return saved.event
        return None


def runs_of(member: Member) -> Select[Run, VersionRow, str]:
    """Return the select of a member's runs with their version and slug, to be narrowed."""
    return (
        select(Run, VersionRow, Scenario.slug)
        .join(VersionRow, Run.scenario_version_id == VersionRow.id)
        .join(Scenario, VersionRow.scenario_id == Scenario.id)
        .where(Run.member_id == member.id)
    )


def record_of(session: ScopedSession, *, member: Member, run_id: str) -> Record | None:
    """Return what is stored of a member's run by its public id, or None: not theirs, or no such.

    Raises:
        ScenarioUnreadableError: Its scenario or an event can't be read by this version of Poise.
    """
    row = session.execute(runs_of(member).where(Run.public_id == run_id)).one_or_none()
    if row is None:
        return None
    run, version, slug = row
    return record(run, version, slug, events_of(session, [run.id])[run.id])


def known_record(session: ScopedSession, *, member: Member, run_id: str) -> Record:
    """Return what is stored of a member's run by its public id.

    Raises:
        RunNotFoundError: This member has no such run.
        ScenarioUnreadableError: Its scenario or an event can't be read by this version of Poise.
    """
    found = record_of(session, member=member, run_id=run_id)
    if found is None:
        raise RunNotFoundError(run_id)
    return found


def events_of(session: ScopedSession, run_ids: Iterable[int]) -> dict[int, list[EventRow]]:
    """Return the stored events of each run, in order; a run without any has an empty list."""
    found: dict[int, list[EventRow]] = defaultdict(list)
    rows = session.scalars(
        select(EventRow).where(EventRow.run_id.in_(tuple(run_ids))).order_by(EventRow.seq)
    )
    for row in rows:
        found[row.run_id].append(row)
    return found


def record(run: Run, version: VersionRow, slug: str, rows: Sequence[EventRow]) -> Record:
    """Return the record of rows that were read.

    Raises:
        ScenarioUnreadableError: The scenario or an event can't be read by this version of Poise.
    """
    clock = [row for row in rows if row.kind == EventKind.CLOCK]
    return Record(
        run=run,
        slug=slug,
        version=loaded(version, slug),
        events=tuple(_saved(row, slug) for row in rows if row.kind != EventKind.CLOCK),
        segments=segments_of(rows),
        words=tuple(said for row in clock if (said := word_of(row)) is not None),
        was_left=bool(clock) and _was_left(clock[-1]),
        next_seq=rows[-1].seq + 1 if rows else 0,
        last_wall=max((row.wall_at for row in rows), default=run.started_at),
    )


def _was_left(row: EventRow) -> bool:
    said = word_of(row)
    return row.payload["rate"] == PAUSED and said is not None and said.move is Move.AWAY


def loaded(version: VersionRow, slug: str) -> ScenarioVersion:
    """Return the scenario of a stored version.

    Raises:
        ScenarioUnreadableError: This version of Poise can't read it any more.
    """
    try:
        return _loaded(version.source, slug)
    except ScenarioFormatError as error:
        raise ScenarioUnreadableError(slug, str(error.problems[0])) from error


@lru_cache(maxsize=128)
def _loaded(source: str, slug: str) -> ScenarioVersion:
    # A stored text never changes, so it is read once a process.
    return load_text(source, file=f"{slug}.yaml")


def _saved(row: EventRow, slug: str) -> SavedEvent:
    try:
        event = event_from_dict(row.payload)
    except ScenarioError as error:
        raise ScenarioUnreadableError(slug, f"{error}.") from error
    return SavedEvent(seq=row.seq, key=row.key, wall_at=row.wall_at, event=event)
