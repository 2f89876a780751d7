"""What comes next in a thread: the customer's answer, and what bystanders are about to add."""

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.parts import Chime, Way


@dataclass(frozen=True, kw_only=True)
class Coming:
    """Where the thread goes next, and when.

    `since` is the minute of the first action that it answers, `promised` the time on the clock
    that stands for {promised} in it. `stands` says that no later action leads elsewhere.
    """

    minute: float
    go: str
    private: bool
    promised: str
    since: float
    stands: bool = False


@dataclass(frozen=True, kw_only=True)
class Remark:
    """What a bystander is about to add, and when; `place` names it for the seed."""

    minute: float
    place: str
    chime: Chime


class Agenda:
    """The one answer of the customer that is on its way, and the remarks that are, soonest first.

    Remarks belong to the post in play: once the next one is up, they are out of place.
    """

    def __init__(self) -> None:
        self.coming: Coming | None = None
        self.remarks: list[Remark] = []

    @property
    def next_minute(self) -> float | None:
        """The minute of the next post that is on its way."""
        coming = () if self.coming is None else (self.coming,)
        return min((each.minute for each in (*coming, *self.remarks)), default=None)

    def expect(self, chimes: Sequence[Chime], minute: float, *, place: str) -> None:
        """Drop what was about to be added, and look forward to what follows a post."""
        found = (
            Remark(minute=minute + chime.after, place=f"{place}/chime-{number}", chime=chime)
            for number, chime in enumerate(chimes)
        )
        self.remarks = sorted(found, key=lambda remark: remark.minute)

    def remark_at(self, minute: float) -> Remark | None:
        """Return the next remark and strike it off, if this is its minute."""
        is_due = bool(self.remarks) and self.remarks[0].minute == minute
        return self.remarks.pop(0) if is_due else None

    def lead(
        self, way: Way, minute: float, *, promised: str, private: bool = False, stands: bool = False
    ) -> None:
        """Let an action at `minute` lead on by a way.

        Where an answer is on its way already, the new way replaces the old one, unless that
        one stands, but the customer is not put off: their time runs from the first action.
        """
        earlier, since, due = self.coming, minute, minute + way.after
        if earlier is not None:
            if earlier.stands:
                return
            since = earlier.since
            due = min(due, max(earlier.minute, since + way.after))
        self.coming = Coming(
            minute=due, go=way.go, private=private, promised=promised, since=since, stands=stands
        )
