"""The one organisation and the one member of a laptop."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from trainer.database import Database, begin_writing
from trainer.models import Member, Organisation, Playbook, Role
from trainer.scope import ScopedSession

SLUG, ORGANISATION = "practice", "Practice"
HANDLE, NAME = "you", "You"

FIRST_PLAYBOOK = {
    "name": "House style",
    "tone": "Warm, plain and specific. Own the problem before you explain it.",
    "signature": "",
    "offers": [],
    "crisis": "Safety first: say what to do now, then how to reach a person.",
}
"""What a new organisation starts from; a scenario's own voice and offers come before it."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who is signed in on a laptop, by the tables' own numbers."""

    organisation_id: int
    member_id: int


def ensure_local_identity(database: Database, *, now: datetime) -> Identity:
    """Return the local member, made with an organisation and a first playbook where missing.

    Safe to repeat, and in several processes at once: each takes the write lock and looks again.
    """
    organisation_id = _organisation_id(database, now)
    with database.session_for(organisation_id) as session:
        begin_writing(session)
        # PostgreSQL has no lock on the whole: the organisation's row stands for it.
        session.execute(select(Organisation).with_for_update(key_share=True))
        member = session.scalars(select(Member).where(Member.handle == HANDLE)).one_or_none()
        if member is None:
            member = Member(handle=HANDLE, name=NAME, role=Role.ADMIN, created_at=now)
            session.add(member)
        if session.scalars(select(Playbook.id).limit(1)).one_or_none() is None:
            session.add(Playbook(version=1, body=FIRST_PLAYBOOK, created_at=now))
        session.commit()
        return Identity(organisation_id=organisation_id, member_id=member.id)


def local_member(session: ScopedSession, member_id: int) -> Member:
    """Return the member of `Identity.member_id`.

    Raises:
        LookupError: The session is another organisation's.
    """
    member = session.get(Member, member_id)
    if member is None:
        raise LookupError(f"member {member_id} isn't in organisation {session.organisation_id}")
    return member


def _organisation_id(database: Database, now: datetime) -> int:
    ours = select(Organisation).where(Organisation.slug == SLUG)
    with database.session() as session:
        begin_writing(session)
        found = session.scalars(ours).one_or_none()
        if found is None:
            found = Organisation(slug=SLUG, name=ORGANISATION, created_at=now)
            session.add(found)
        try:
            session.commit()
        except IntegrityError:
            # Another process made it between our look and our commit.
            session.rollback()
            found = session.scalars(ours).one()
        return found.id
