"""One stored reply with what it answered, as a trainer reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios import ReplySent, ScenarioError, replay
from trainer.errors import ScenarioUnreadableError
from trainer.models import Event, Run
from trainer.models import ScenarioVersion as VersionRow
from trainer.practice.record import Record, record


@dataclass(frozen=True, kw_only=True)
class StoredReply:
    """A reply as it was sent, the title of its scenario, and what the customer had asked."""

    title: str
    complaint: str
    sent: ReplySent


def stored_reply(
    run: Run, version: VersionRow, slug: str, rows: Sequence[Event], seq: int
) -> StoredReply | None:
    """Return the run's reply of this number, or None: this version of Poise can't read it."""
    try:
        found = record(run, version, slug, rows)
        sent = found.reply_of_seq(seq)
        if sent is None:
            return None
        asked = _asked_before(found, seq, sent)
        return StoredReply(title=found.version.title, complaint=asked, sent=sent)
    except (ScenarioError, ScenarioUnreadableError):
        return None


def _asked_before(found: Record, seq: int, sent: ReplySent) -> str:
    """Return what the customer had asked when the reply was sent."""
    earlier = [saved.event for saved in found.events if saved.seq < seq]
    state = replay(found.version, found.run.seed, earlier, sent.minute)
    return "\n\n".join(post.text for post in state.asked_posts)
