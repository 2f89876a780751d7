"""`poise score`: one reply, scored in the terminal."""

import json

import click
from rich.console import Console

from scoring import Case, CaseError, Channel, Fault, Severity, assess
from trainer.cli.choices import words
from trainer.cli.scorecard import print_card
from trainer.scorefile.records import record


@click.command()
@click.option("--complaint", required=True, help="What the customer posted.")
@click.option("--reply", required=True, help="What the brand answered.")
@click.option("--minutes", type=float, help="Minutes the customer waited; leave out for untimed.")
@click.option("--channel", type=words(Channel), default=Channel.X.value, show_default=True)
@click.option("--severity", type=words(Severity), default=Severity.P3.value, show_default=True)
@click.option("--fault", type=words(Fault), default=Fault.UNCLEAR.value, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def score(
    complaint: str,
    reply: str,
    minutes: float | None,
    channel: str,
    severity: str,
    fault: str,
    *,
    as_json: bool,
) -> None:
    """Score one reply and show the words that earned or cost each point."""
    try:
        case = Case(
            complaint=complaint,
            reply=reply,
            minutes=minutes,
            channel=Channel(channel),
            severity=Severity(severity),
            fault=Fault(fault),
        )
    except CaseError as error:
        raise click.UsageError(str(error)) from error
    card = assess(case)
    if as_json:
        fields = record("", card)
        del fields["id"]
        click.echo(json.dumps(fields, ensure_ascii=False))
    else:
        print_card(Console(), card, reply)
