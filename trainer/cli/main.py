"""The command group; each command's work is in its own module."""

import click

from trainer.cli.play import play
from trainer.cli.scenario import scenario
from trainer.cli.score import score
from trainer.cli.score_file import score_file_command
from trainer.cli.serve import serve, work


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="poise")
def main() -> None:
    """Practise answering public complaints, and score replies with the words behind each point."""


for command in (serve, work, play, score, score_file_command, scenario):
    main.add_command(command)
