"""The library's files become immutable versions in the database, by content hash."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from sqlalchemy import func, select

from scenarios import Problem, ScenarioFormatError, library, load_text
from scenarios.library import Source
from trainer.database import begin_writing
from trainer.models import NOT_OFFERED, Organisation, Scenario, ScenarioVersion
from trainer.scope import ScopedSession


@dataclass(frozen=True, kw_only=True)
class LibraryReport:
    """What a sync did: slugs that got a new version or left, how many stayed, what is broken."""

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def sync_library(
    session: ScopedSession, *, now: datetime, sources: Iterable[Source] | None = None
) -> LibraryReport:
    """Store what is new among the library's files (or `sources`), offer it, and commit.

    A stored version never changes, and a broken file hides no other: what was stored of it
    before stays on offer. A file that has left the library takes its scenario off the offer;
    runs of it, open ones too, go on, and the file's return brings it back. `sources` are a part
    of a library, so they take nothing off.
    """
    readable, problems = _read(library.sources() if sources is None else sources)
    if sources is None:
        problems = (*library.problems(), *problems)
    begin_writing(session)
    # PostgreSQL has no lock on the whole: the organisation's row stands for it.
    session.execute(select(Organisation).with_for_update(key_share=True))
    known = {scenario.slug: scenario for scenario in session.scalars(select(Scenario))}
    added = tuple(
        source.slug
        for source, content_hash in readable
        if _offer(session, known.get(source.slug), source, content_hash, now)
    )
    present = {source.slug for source, _ in readable} | {_slug_of(each) for each in problems}
    withdrawn = _withdraw(known, present) if sources is None else ()
    session.commit()
    return LibraryReport(
        added=added,
        withdrawn=withdrawn,
        unchanged=len(readable) - len(added),
        problems=problems,
    )


def _read(
    sources: Iterable[Source],
) -> tuple[tuple[tuple[Source, str], ...], tuple[Problem, ...]]:
    readable: list[tuple[Source, str]] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            version = load_text(source.text, file=f"{source.slug}.yaml")
        except ScenarioFormatError as error:
            problems.extend(error.problems)
        else:
            readable.append((source, version.content_hash))
    return tuple(readable), tuple(problems)


def _slug_of(problem: Problem) -> str:
    return PurePath(problem.file).stem


def _withdraw(known: Mapping[str, Scenario], present: Collection[str]) -> tuple[str, ...]:
    """Offer no version of what is known and not present; return the slugs that were on offer."""
    gone = [
        known[slug]
        for slug in sorted(known)
        if slug not in present and known[slug].content_hash != NOT_OFFERED
    ]
    for scenario in gone:
        scenario.content_hash = NOT_OFFERED
    return tuple(scenario.slug for scenario in gone)


def _offer(
    session: ScopedSession,
    scenario: Scenario | None,
    source: Source,
    content_hash: str,
    now: datetime,
) -> bool:
    """Make this text the one that new runs play; return whether it had to be stored."""
    if scenario is None:
        scenario = Scenario(slug=source.slug, content_hash=content_hash, created_at=now)
        session.add(scenario)
        session.flush()  # The version points at the scenario's id.
    scenario.content_hash = content_hash
    versions = select(ScenarioVersion.content_hash).where(
        ScenarioVersion.scenario_id == scenario.id
    )
    if content_hash in set(session.scalars(versions)):
        return False
    highest = session.scalar(
        select(func.max(ScenarioVersion.number)).where(ScenarioVersion.scenario_id == scenario.id)
    )
    session.add(
        ScenarioVersion(
            scenario_id=scenario.id,
            number=(highest or 0) + 1,
            content_hash=content_hash,
            source=source.text,
            created_at=now,
        )
    )
    return True
