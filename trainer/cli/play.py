"""`poise play`: one scenario in the terminal, on the engine the pages use."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import click
from rich.console import Console
from rich.markup import escape
from rich.text import Text

from scenarios import (
    Event,
    ReplySent,
    RunFinished,
    RunState,
    ScenarioNotFoundError,
    ScenarioVersion,
    ThreadPost,
    case_for,
    library,
    refusal,
    replay,
    settled_minute,
)
from scoring import assess
from trainer.cli.scorecard import print_card

_RATE = 5.0
"""Simulated minutes per real minute: the pace of a page whose composer has focus."""

_HELP = """\
Type a public reply and press Enter. Or:
  /private TEXT      a private message
  /hold MIN TEXT     a holding reply: you'll be back within MIN minutes
  /delete            delete the customer's post
  /wait MIN          let minutes pass
  /facts             what you know and may offer
  /help              this list
  /quit              end here and see the result"""


@dataclass
class Play:
    """One play-through: the log so far and the simulated minute."""

    version: ScenarioVersion
    seed: int
    timed: bool
    wall: Callable[[], float] = time.monotonic
    events: list[Event] = field(default_factory=list)
    waited: float = 0.0

    def __post_init__(self) -> None:
        self._started = self.wall()

    @property
    def minute(self) -> float:
        """Simulated minutes since the opening post.

        Timed, the clock runs by itself and `waited` is what was skipped. Untimed, it stands
        where the last event's answer is there, and `waited` is what was asked for since.
        """
        if self.timed:
            last = self.events[-1].minute if self.events else 0.0
            return max(last, (self.wall() - self._started) / 60 * _RATE + self.waited)
        return settled_minute(self.version, self.seed, self.events) + self.waited

    def state(self) -> RunState:
        """Return the thread as it stands now."""
        return self._at(self.minute)

    def catch_up(self) -> None:
        """Skip to what the last action sets off, since there is nothing to do until then."""
        due = self.state().next_due
        if self.timed and due is not None:
            self.waited += max(0.0, due - self.minute)

    def act(self, action: str, text: str, due_in: float | None = None) -> ReplySent:
        """Score an action at this minute and add it to the log."""
        minute = self.minute
        due = None if due_in is None else minute + due_in
        case = case_for(
            self.version,
            self._at(minute),
            action=action,
            text=text,
            minute=minute,
            timed=self.timed,
            due=due,
        )
        event = ReplySent(minute=minute, action=action, text=text, assessment=assess(case), due=due)
        self.events.append(event)
        if not self.timed:
            self.waited = 0.0
        return event

    def _at(self, minute: float) -> RunState:
        return replay(self.version, self.seed, self.events, minute)


@click.command()
@click.argument("slug", required=False)
@click.option("--seed", type=int, default=1, show_default=True, help="Which wording is drawn.")
@click.option("--untimed", is_flag=True, help="No clock; speed is not scored.")
def play(slug: str | None, seed: int, *, untimed: bool) -> None:
    """Play a scenario in the terminal; without SLUG, choose from the library."""
    console = Console()
    try:
        version = library.get(slug or _chosen(console))
    except ScenarioNotFoundError as error:
        raise click.ClickException(str(error)) from error
    game = Play(version=version, seed=seed, timed=not untimed)
    console.print(Text(version.title, style="bold"), Text(version.summary), sep="\n")
    console.print(Text(_HELP, style="dim"))
    _loop(console, game)


def _loop(console: Console, game: Play) -> None:
    seen: set[str] = set()
    for line in _lines(console, game, seen):
        _answer(console, game, line)
        if _show_new(console, game.state(), seen):
            break
    _result(console, game)


def _lines(console: Console, game: Play, seen: set[str]) -> Iterator[str]:
    """Yield what the player types until they leave or the input ends."""
    _show_new(console, game.state(), seen)
    while True:
        try:
            line = click.prompt("you", prompt_suffix="> ", default="", show_default=False).strip()
        except (click.Abort, EOFError):
            break
        if line == "/quit":
            break
        if line:
            yield line
    if not game.state().is_over:
        game.events.append(RunFinished(minute=game.minute))


def _answer(console: Console, game: Play, line: str) -> None:
    command, _, rest = line.partition(" ")
    if command == "/help":
        console.print(_HELP)
    elif command == "/facts":
        _facts(console, game.version)
    elif command == "/wait":
        minutes = _minutes(rest)
        game.waited += minutes or 0.0
        if minutes is None:
            console.print("Say how many minutes, for example: /wait 10")
    elif command.startswith("/"):
        _command(console, game, command[1:], rest)
    else:
        _act(console, game, "reply", line)


def _command(console: Console, game: Play, name: str, rest: str) -> None:
    if name in ("private", "delete"):
        _act(console, game, name, rest)
    elif name == "hold":
        number, _, text = rest.partition(" ")
        minutes = _minutes(number)
        if minutes is None:
            console.print("Say when you'll be back, for example: /hold 20 Checking with the depot.")
        else:
            _act(console, game, "hold", text, due_in=minutes)
    else:
        console.print(f"There is no /{escape(name)}; /help lists what there is.")


def _act(console: Console, game: Play, action: str, text: str, due_in: float | None = None) -> None:
    if action == "delete" and not _confirmed("Deleting this post scores the thread 0. Do it?"):
        return
    if action != "delete" and not text.strip():
        console.print("There are no words to send.")
        return
    reason = refusal(game.state(), action)
    if reason is not None:
        console.print(reason)
        return
    event = game.act(action, text, due_in)
    if action == "hold":
        console.print("Held. The clock for a full answer goes on at half pace until you're due.")
    else:
        print_card(console, event.assessment, text)
        game.catch_up()


def _confirmed(question: str) -> bool:
    try:
        return click.confirm(question)
    except click.Abort:
        return False  # the input ended, which is no yes


def _show_new(console: Console, state: RunState, seen: set[str]) -> bool:
    """Print the posts not yet shown; say whether the run is over."""
    for post in state.posts:
        if post.id not in seen:
            seen.add(post.id)
            if post.author.kind != "brand":
                _post(console, post)
    return state.is_over


def _post(console: Console, post: ThreadPost) -> None:
    where = " (private)" if post.private else ""
    name = Text(f"{post.author.name} {post.author.handle}{where}, minute {post.minute:.0f}")
    name.stylize("bold")
    console.print(name)
    console.print(Text(post.text))


def _facts(console: Console, version: ScenarioVersion) -> None:
    for fact in version.facts:
        console.print(f"{escape(fact.label)}: {escape(fact.text)}")
    for offer in version.offers:
        console.print(f"You may offer: {escape(offer.action)}")
    for refused in version.not_offers:
        console.print(f"Not yours to promise: {escape(refused)}")


def _result(console: Console, game: Play) -> None:
    state = game.state()
    if state.ending is not None:
        console.print(Text(state.ending.title, style="bold"), escape(state.ending.text), sep="\n")
    if state.thread_score is not None:
        console.print(f"Thread score: {state.thread_score} of 100")
    else:
        console.print("No graded reply, so there is no thread score.")


def _minutes(text: str) -> float | None:
    try:
        minutes = float(text)
    except ValueError:
        return None
    return minutes if 0 < minutes <= 10_000 else None


def _chosen(console: Console) -> str:
    versions = library.all()
    for number, version in enumerate(versions, start=1):
        console.print(f"{number}. {version.slug}: {escape(version.title)}", highlight=False)
    chosen: int = click.prompt("Which one", type=click.IntRange(1, len(versions)), default=1)
    return versions[chosen - 1].slug
