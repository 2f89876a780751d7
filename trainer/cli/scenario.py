"""`poise scenario`: the format and the library."""

import json
from pathlib import Path

import click

from scenarios import ScenarioFormatError, json_schema, library, load_bytes


@click.group()
def scenario() -> None:
    """Look at the scenario library and check scenario files."""


@scenario.command()
def schema() -> None:
    """Print the JSON Schema of scenario files, for an editor to complete and check them."""
    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@scenario.command("list")
def list_scenarios() -> None:
    """List the library: slug, network, severity, title."""
    for version in library.all():
        click.echo(f"{version.slug:24} {version.channel:10} {version.severity}  {version.title}")


@scenario.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Report every problem of scenario FILES, with line, place and fix."""
    failed = False
    for file in files:
        try:
            load_bytes(file.read_bytes(), file=str(file))
        except ScenarioFormatError as error:
            failed = True
            click.echo(str(error), err=True)
        except OSError as error:
            failed = True
            click.echo(f"{file}: {error.strerror}; name a scenario file", err=True)
        else:
            click.echo(f"{file}: fine")
    raise SystemExit(1 if failed else 0)
