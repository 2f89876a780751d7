"""A scorecard for the terminal: numbers first, then the words behind them."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scoring import Assessment, catalogue
from trainer.practice.words import RULES

_HEADLINE = ("speed", "empathy", "ownership", "defensiveness")
_SUPPORTING = ("helpfulness", "voice", "channel_fit", "gratitude")
_STYLES = {"helps": "green", "costs": "red"}
_SIGNS = {"helps": "+", "costs": "-"}


def print_card(console: Console, card: Assessment, reply: str) -> None:
    """Print an assessment of `reply` to the console."""
    if not card.graded:
        console.print(f"Not scored: {card.reason}", highlight=False)
        return
    console.print(Text(f"{card.overall} of 100", style="bold"), f"set by: {rule_name(card)}")
    console.print(_scores(card))
    evidence = _evidence(card, reply)
    if evidence.row_count:
        console.print(evidence)
    console.print(Text(f"Rubric {card.rubric}, scorer {card.scorer}", style="dim"))


def rule_name(card: Assessment) -> str:
    """Return what set the total, in plain words."""
    return RULES[card.bound_by or "Q"].name


def _scores(card: Assessment) -> Table:
    table = Table.grid(padding=(0, 2))
    for name in (*_HEADLINE, *_SUPPORTING):
        value = card.score(name)
        shown = "not timed" if name == "speed" and value is None else _shown(value)
        note = "lower is better" if name == "defensiveness" else ""
        table.add_row(name.replace("_", " ").capitalize(), shown, Text(note, style="dim"))
    return table


def _shown(value: int | None) -> str:
    return "not scored here" if value is None else str(value)


def _evidence(card: Assessment, reply: str) -> Table:
    """Return a row for each kind of move, with every phrase that showed it."""
    table = Table.grid(padding=(0, 2))
    for name in dict.fromkeys(move.name for move in card.moves):
        kind = catalogue().get(name)
        if kind is not None and kind.polarity != "neutral":
            label = Text(f"{_SIGNS[kind.polarity]} {kind.label}", style=_STYLES[kind.polarity])
            table.add_row(label, Text(_quotes(card, name, reply)), Text(kind.why, style="dim"))
    return table


def _quotes(card: Assessment, name: str, reply: str) -> str:
    spans = [reply[move.start : move.end] for move in card.moves if move.name == name]
    return " … ".join(f"“{' '.join(span.split())}”" for span in dict.fromkeys(spans))
