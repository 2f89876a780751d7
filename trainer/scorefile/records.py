"""One row in, one record out."""

import math
from typing import Any

from scoring import DIMENSIONS, Assessment, Case, CaseError, Move
from trainer.scorefile.errors import RowError
from trainer.scorefile.rows import REQUIRED, Row

_OPTIONAL_WORDS = ("channel", "severity", "fault")

_SCORES = ("overall", "speed", *DIMENSIONS)


def case_from_row(row: Row) -> Case:
    """Return the case that a row describes; unknown columns are ignored.

    Raises:
        RowError: A column is missing or holds a value that can't be scored.
    """
    for name in REQUIRED:
        if row.fields.get(name) is None:
            raise RowError(f"{name} is missing; each row needs {', '.join(REQUIRED)}")
    row_id(row)
    optional: dict[str, Any] = {}
    for name in _OPTIONAL_WORDS:
        value = row.fields.get(name)
        if value is not None:
            optional[name] = _word(name, value)
    if row.fields.get("minutes") is not None:
        optional["minutes"] = _minutes(row.fields["minutes"])
    try:
        return Case(complaint=_text(row, "complaint"), reply=_text(row, "reply"), **optional)
    except CaseError as error:
        raise RowError(str(error)) from error


def row_id(row: Row) -> str | int:
    """Return the row's id as given.

    Raises:
        RowError: The id is neither text nor a whole number.
    """
    value = row.fields["id"]
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise RowError(f"id is {_shown(value)}; give text or a whole number")
    if isinstance(value, str):
        _check_text("id", value)
    return value


def record(identifier: str | int, card: Assessment) -> dict[str, Any]:
    """Return the JSON object of one scored row; unscored scores are None."""
    scores = {name: card.score(name) for name in _SCORES}
    return {
        "id": identifier,
        "graded": card.graded,
        "reason": card.reason,
        **scores,
        "bound_by": card.bound_by,
        "moves": [move_record(move) for move in card.moves],
        "rubric": card.rubric,
        "scorer": card.scorer,
    }


def move_record(move: Move) -> dict[str, Any]:
    """Return a move as published: name, offsets into the reply as typed, strength."""
    return {"name": move.name, "start": move.start, "end": move.end, "strength": move.strength}


def _text(row: Row, name: str) -> str:
    value = row.fields[name]
    if not isinstance(value, str):
        raise RowError(f"{name} is {_shown(value)}; give the text as a string")
    _check_text(name, value)
    return value


def _check_text(name: str, value: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise RowError(f"{name} holds half a character (a lone surrogate); remove it") from None


def _word(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise RowError(f"{name} is {_shown(value)}; give it as text")
    word = value.strip()
    return word.upper() if name == "severity" else word.lower()


def _minutes(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise RowError(f"minutes is {_shown(value)}; give a number of minutes, or leave it out")
    try:
        minutes = float(value)
    except (ValueError, OverflowError):
        raise RowError(f"minutes is {_shown(value)}; give a number of minutes") from None
    if not math.isfinite(minutes):
        raise RowError(f"minutes is {_shown(value)}; give a finite number of minutes")
    return minutes


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
