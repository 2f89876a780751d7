"""The command group; each command's work is in its own module, imported when it is called."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "serve": "trainer.cli.serve:serve",
        "work": "trainer.cli.serve:work",
        "play": "trainer.cli.play:play",
        "score": "trainer.cli.score:score",
        "score-file": "trainer.cli.score_file:score_file_command",
        "scenario": "trainer.cli.scenario:scenario",
    }
)
"""Each command and where it lives, so that scoring a line doesn't load a web server."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands' names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of this name, or None: there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name]} is not a command")
        return command


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="poise")
def main() -> None:
    """Practise answering public complaints, and score replies with the words behind each point."""
