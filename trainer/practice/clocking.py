"""Setting the clock of a run: by hand, by the page as one writes, and as pages come and go."""

from datetime import datetime

from trainer.errors import RaceLostError
from trainer.models import Member
from trainer.practice import limits
from trainer.practice.log import TRIES, append_clock
from trainer.practice.pace import PAUSED, Pace, allowed
from trainer.practice.presence import Move, PageWord, is_overtaken
from trainer.practice.record import Record, known_record
from trainer.scope import ScopedSession


def set_clock(
    session: ScopedSession,
    *,
    member: Member,
    run_id: str,
    rate: float,
    word: PageWord | None = None,
    key: str,
    now: datetime,
) -> None:
    """Let the run's clock go on at another rate, or at the fastest allowed now; 0 pauses it.

    Asking for the rate that it has, or for any in an untimed run or one that is over, changes
    nothing, so a form that comes twice counts once. `word` says which page asks, and whether it
    was opened or left; what came late is passed over, and a clock that was paused by hand stands
    still whoever comes or goes.

    Raises:
        RunNotFoundError: This member has no such run.
        InputError: The rate is none of `limits.RATES`, or the word none that a page of ours says.
        RaceLostError: Others kept writing to the run; nothing was saved.
    """
    limits.check_key(key)
    limits.check_rate(rate)
    if word is not None:
        limits.check_word(word)
    for _ in range(TRIES):
        found = known_record(session, member=member, run_id=run_id)
        state = found.state(now)
        pace = allowed(rate, state, is_guided=found.run.guided)
        if state.is_over or not _moves_clock(found, pace, word, now):
            return
        if append_clock(session, found, pace, word=word, key=f"clock:{key}", now=now):
            return
    raise RaceLostError


def _moves_clock(found: Record, pace: Pace, word: PageWord | None, now: datetime) -> bool:
    """Return whether there is anything to store of a clock request."""
    rate = found.rate(now)
    if not found.run.timed or (word is not None and is_overtaken(word, found.words)):
        return False
    if word is None or word.move is Move.STAYS:
        return rate != pace.rate
    # Stored even at the rate that it has: what overtakes it on its way must know of it.
    return rate != PAUSED or found.was_left
