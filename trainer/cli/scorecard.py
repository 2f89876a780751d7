"""A scorecard for the terminal: numbers first, then the words behind them."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scoring import Assessment, Move, catalogue
from trainer.practice import words
from trainer.practice.marking import highlights

_HEADLINE = ("speed", "empathy", "ownership", "defensiveness")
_SUPPORTING = ("helpfulness", "voice", "channel_fit", "gratitude")
_STYLES = {"helps": "green", "costs": "red"}
_SIGNS = {"helps": "+", "costs": "-"}


def print_card(console: Console, card: Assessment, reply: str, *, is_brief: bool = False) -> None:
    """Print an assessment of `reply` to the console; briefly, with the most telling words alone."""
    if not card.graded:
        console.print(f"Not scored: {card.reason}", highlight=False)
        return
    console.print(
        Text(f"{card.overall} of 100", style="bold"), f"set by: {rule_name(card)}", highlight=False
    )
    console.print(_scores(card))
    moves = highlights(reply, card) if is_brief else card.moves
    evidence = _evidence(moves, reply)
    if evidence.row_count:
        console.print(evidence)
    if is_brief and (more := _kinds(card.moves) - _kinds(moves)):
        console.print(Text(f"{len(more)} smaller marks more", style="dim"))
    console.print(Text(f"Rubric {card.rubric}, scorer {card.scorer}", style="dim"))


def rule_name(card: Assessment) -> str:
    """Return what set the total, in plain words."""
    return words.rule(card.bound_by or "Q").name


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


def _evidence(moves: Sequence[Move], reply: str) -> Table:
    """Return a row for each kind of move, costs first, with every phrase that showed it."""
    table = Table.grid(padding=(0, 2))
    for name in sorted(_kinds(moves), key=lambda each: _place(each, moves)):
        kind = catalogue()[name]
        label = Text(f"{_SIGNS[kind.polarity]} {kind.label}", style=_STYLES[kind.polarity])
        table.add_row(label, Text(_quotes(moves, name, reply)), Text(kind.why, style="dim"))
    return table


def _kinds(moves: Sequence[Move]) -> set[str]:
    """Return the kinds of moves that help or cost."""
    known = catalogue()
    return {
        each.name for each in moves if each.name in known and known[each.name].polarity in _SIGNS
    }


def _place(name: str, moves: Sequence[Move]) -> tuple[bool, int]:
    first = next(place for place, move in enumerate(moves) if move.name == name)
    return catalogue()[name].polarity != "costs", first


def _quotes(moves: Sequence[Move], name: str, reply: str) -> str:
    spans = [reply[move.start : move.end] for move in moves if move.name == name]
    return " … ".join(f"“{' '.join(span.split())}”" for span in dict.fromkeys(spans))
