"""A thread as the terminal prints it: what is said, what is known, and how it ended."""

from rich.console import Console
from rich.text import Text

from scenarios import RunState, ScenarioVersion, ThreadPost
from trainer.cli.game import Game

_DIM, _BOLD = "dim", "bold"


class ThreadView:
    """Prints what is new in a run, and each thing once."""

    def __init__(self, console: Console, game: Game) -> None:
        self._console = console
        self._game = game
        self._seen: set[str] = set()
        self._lesson = ""

    def show_new(self) -> RunState:
        """Print the posts and the lesson that were not shown yet; return the run as it stands."""
        state = self._game.state()
        for post in state.posts:
            if post.id not in self._seen:
                self._seen.add(post.id)
                self._post(post)
        if state.lesson is not None and not state.is_over and state.lesson.before != self._lesson:
            self._lesson = state.lesson.before
            self._dim(f"{state.lesson.score.capitalize()}: {state.lesson.before}")
        return state

    def taught(self, state: RunState) -> None:
        """Print what the lesson says once its reply is scored, if `state` was in a lesson."""
        if state.lesson is not None:
            self._dim(state.lesson.after)

    def facts(self) -> None:
        """Print what the player knows and may offer."""
        for line in _facts(self._game.version):
            self._console.print(Text(line))

    def result(self) -> None:
        """Print how the run ended, and its score."""
        state = self._game.state()
        if state.ending is None:
            self._dim("You ended it here. Nobody writes back any more.")
        else:
            self._console.print(
                Text(state.ending.title, style=_BOLD), Text(state.ending.text), sep="\n"
            )
        if state.thread_score is None:
            self._console.print("No graded reply, so there is no thread score.")
        else:
            self._console.print(f"Thread score: {state.thread_score} of 100")

    def prompt(self) -> str:
        """Return what stands before the player's line: the clock, and by when to answer."""
        state, promised = self._game.state(), self._game.promised
        if not self._game.timed:
            return "you"
        now = self._game.clock(state.minute)
        if promised is not None:
            return f"you, {now}, promised {self._game.clock(promised)}"
        if state.waiting_since is None:
            return f"you, {now}"
        due = self._game.clock(state.asked_since + state.target_minutes)
        return f"you, {now}, target {due}"

    def _post(self, post: ThreadPost) -> None:
        if post.author.kind == "brand":
            return
        if post.author.kind == "system":
            self._dim(post.text)
            return
        where = " (private)" if post.private else ""
        when = self._game.clock(post.minute)
        name = f"{post.author.name} {post.author.handle}{where}, {when}"
        self._console.print(Text(name, style=_BOLD), Text(post.text), sep="\n")

    def _dim(self, text: str) -> None:
        self._console.print(Text(text, style=_DIM))


def _facts(version: ScenarioVersion) -> tuple[str, ...]:
    return (
        *(f"{fact.label}: {fact.text}" for fact in version.facts),
        *(f"You may offer: {offer.action}" for offer in version.offers),
        *(f"Not yours to promise: {refused}" for refused in version.not_offers),
    )
