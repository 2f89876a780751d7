"""`poise play`: one scenario in the terminal, on the engine the pages use."""

from collections.abc import Iterator

import click
from rich.console import Console
from rich.text import Text

from scenarios import ScenarioNotFoundError, ScenarioVersion, library, refusal
from trainer.cli.game import Game
from trainer.cli.scorecard import print_card
from trainer.cli.thread import ThreadView
from trainer.practice.limits import LONGEST_HOLD

_HELP = """\
Type a public reply and press Enter. Or:
  /private TEXT      a private message
  /promise MIN TEXT  a public reply that promises to be back within MIN minutes
  /hold MIN TEXT     a holding reply: you'll be back within MIN minutes
  /delete            delete the customer's post
  /wait MIN          let minutes pass
  /facts             what you know and may offer
  /help              this list
  /quit              end here and see the result"""


@click.command()
@click.argument("slug", required=False)
@click.option("--seed", type=int, default=1, show_default=True, help="Which wording is drawn.")
@click.option("--untimed", is_flag=True, help="No clock; speed is not scored.")
def play(slug: str | None, seed: int, *, untimed: bool) -> None:
    """Play a scenario in the terminal; without SLUG, choose from the library."""
    console = Console(highlight=False)
    version = _version(slug) if slug else _chosen(console)
    console.print(Text(version.title, style="bold"), Text(version.summary), sep="\n")
    console.print(Text(_HELP, style="dim"))
    _Session(console, Game(version=version, seed=seed, timed=not untimed)).run()


def _version(slug: str) -> ScenarioVersion:
    try:
        return library.get(slug)
    except ScenarioNotFoundError as error:
        raise click.ClickException(f"{error}; `poise scenario list` names them all") from error


def _chosen(console: Console) -> ScenarioVersion:
    """Ask for one of the library, gentle ones first, by its number or its name."""
    versions = sorted(
        library.all(), key=lambda each: (not each.guided, each.difficulty, each.title)
    )
    for number, version in enumerate(versions, start=1):
        console.print(Text(f"{number}. {version.slug}: {version.title}"))
    by_answer = {str(number): version for number, version in enumerate(versions, start=1)}
    by_answer |= {version.slug: version for version in versions}

    def picked(answer: str) -> ScenarioVersion:
        found = by_answer.get(answer.strip())
        if found is None:
            fix = f"give a number from 1 to {len(versions)}, or a name of the list"
            raise click.UsageError(f"{answer!r} is none of them; {fix}")
        return found

    chosen: ScenarioVersion = click.prompt("Which one", default="1", value_proc=picked)
    return chosen


class _Session:
    """One player at one terminal."""

    def __init__(self, console: Console, game: Game) -> None:
        self._console = console
        self._game = game
        self._view = ThreadView(console, game)

    def run(self) -> None:
        """Play until the thread is over, the player leaves, or the input ends."""
        self._view.show_new()
        for line in self._lines():
            self._answer(line)
            if self._view.show_new().is_over:
                break
        self._game.finish()
        self._view.result()

    def _lines(self) -> Iterator[str]:
        """Yield what the player types until they leave or the input ends."""
        while True:
            try:
                asked = self._view.prompt()
                line = click.prompt(asked, prompt_suffix="> ", default="", show_default=False)
            except (click.Abort, EOFError):
                click.echo()  # The terminal still stands behind the prompt.
                return
            if (line := line.strip()) == "/quit":
                return
            if line:
                yield line

    def _answer(self, line: str) -> None:
        command, _, rest = line.partition(" ")
        if command == "/help":
            self._say(_HELP)
        elif command == "/facts":
            self._view.facts()
        elif command == "/wait":
            self._wait(rest)
        elif command in ("/hold", "/promise"):
            self._promise(command, rest)
        elif command in ("/private", "/delete"):
            self._act(command[1:], rest)
        elif command.startswith("/"):
            self._say(f"There is no {command}; /help lists what there is.")
        else:
            self._act("reply", line)

    def _wait(self, rest: str) -> None:
        minutes = _minutes(rest)
        if minutes is None:
            self._say(f"Say how many minutes, up to {LONGEST_HOLD:,}, for example: /wait 10")
        else:
            self._game.waited += minutes

    def _promise(self, command: str, rest: str) -> None:
        number, _, text = rest.partition(" ")
        minutes = _minutes(number)
        if minutes is None:
            self._say(
                f"Say when you'll be back, for example: {command} 20 Checking with the depot."
            )
        else:
            self._act("hold" if command == "/hold" else "reply", text, due_in=minutes)

    def _act(self, action: str, text: str, due_in: float | None = None) -> None:
        state = self._game.state()
        if action != "delete" and not text.strip():
            self._say("There are no words to send.")
            return
        reason = refusal(state, action)
        if reason is not None:
            self._say(reason)
            return
        if action == "delete" and not _confirmed("Deleting this post scores the thread 0. Do it?"):
            return
        event = self._game.act(action, text, due_in)
        if action == "hold":
            self._say("Held. The clock for a full answer goes on at half pace until you're due.")
        else:
            print_card(self._console, event.assessment, text, is_brief=True)
            self._view.taught(state)
        if event.due is not None and self._game.timed:
            self._say(f"You are due back by {self._game.clock(event.due)}.")
        self._game.catch_up()

    def _say(self, text: str) -> None:
        self._console.print(Text(text))


def _confirmed(question: str) -> bool:
    try:
        return click.confirm(question)
    except click.Abort:
        return False  # the input ended, which is no yes


def _minutes(text: str) -> float | None:
    try:
        minutes = float(text)
    except ValueError:
        return None
    return minutes if 0 < minutes <= LONGEST_HOLD else None
