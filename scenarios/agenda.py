"""What comes next in a thread: the customer's answer that is on its way."""

from dataclasses import dataclass

from scenarios.parts import Way


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


class Agenda:
    """The one answer of the customer that is on its way, if there is one."""

    def __init__(self) -> None:
        self.coming: Coming | None = None

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
