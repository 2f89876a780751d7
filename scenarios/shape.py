"""What a document's shape gets wrong against the format, in an author's words."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scenarios.document import Document, Path
from scenarios.errors import GuardError
from scenarios.schema import Scenario, json_schema

MOST_PROBLEMS = 500
"""Problems of shape that are put into words; nobody reads more, and it takes its time."""

_TYPES = {
    "string_type": ("a text", "Put it in quotes, on its own."),
    "int_type": ("a whole number", "Write it without quotes or decimals."),
    "int_from_float": ("a whole number", "Write it without decimals."),
    "float_type": ("a number", "Write it without quotes or units."),
    "bool_type": ("true or false", "Write true or false."),
    "tuple_type": ("a list", "Write [a, b], or one item a line after - and a space."),
    "model_type": ("a map", "Write its fields as key: value."),
}
_HANDLE = "Start it with @, then letters, digits, _ or dots: @tallowandpine."
_PATTERNS = {
    "Handle": _HANDLE,
    "By": _HANDLE,
    "Id": "Use small letters, digits, - and _, and start with a letter.",
    "Starts at": 'Write hours and minutes in quotes: "13:05".',
    "Industry": "Use small letters: retail.",
}


def validated(document: Document) -> Scenario | None:
    """Return the scenario, or None once every problem of its shape is noted."""
    try:
        return Scenario.model_validate_json(json.dumps(document.data), strict=True)
    except ValidationError as error:
        for detail in error.errors(include_url=False)[:MOST_PROBLEMS]:
            _report(document, detail)
        return None


def _report(document: Document, detail: ErrorDetails) -> None:
    if detail["type"] == "too_short" and detail["input"]:
        return  # A list is "too short" once its items are wrong; they are noted themselves.
    path: Path = tuple(detail["loc"])
    message, fix = _words(path, detail)
    document.report(path, message, fix)


def _words(path: Path, detail: ErrorDetails) -> tuple[str, str]:
    kind, limits = detail["type"], detail.get("ctx", {})
    name = _name(path)
    if kind in _TYPES:
        wanted, fix = _TYPES[kind]
        return f"{name} must be {wanted}, not {_shown(detail['input'])}.", fix
    if kind == "missing":
        return f"{name} is missing.", f"Add it: {_description(path)}"
    if kind == "extra_forbidden":
        return f"There is no field {name} here.", _suggestion(name, _fields(path[:-1]))
    if kind in ("enum", "literal_error"):
        return _not_in_set(name, detail)
    if kind == "string_pattern_mismatch":
        field = _schema_at(path)
        fix = _PATTERNS.get(str(field.get("title")), f"See the format: {_description(path)}")
        if name in ("go", "opening"):
            fix = _PATTERNS["Id"]
        return f"{_shown(detail['input'])} can't be used for {name}.", fix
    if isinstance(limits.get("error"), GuardError):
        guard: GuardError = limits["error"]
        return f"Column {guard.column} of the guard: {guard.message}", guard.fix
    return _out_of_bounds(name, kind, limits, detail)


def _out_of_bounds(
    name: str, kind: str, limits: Mapping[str, Any], detail: ErrorDetails
) -> tuple[str, str]:
    if kind == "string_too_long":
        length = len(str(detail["input"]))
        return f"{name} has {length} characters; {limits['max_length']} is the most.", "Shorten it."
    if kind == "string_too_short":
        return f"{name} is empty.", "Write something, or leave the field out."
    if kind == "too_long":
        most = limits["max_length"]
        return f"{name} has {limits['actual_length']} items; {most} is the most.", "Drop some."
    if kind == "too_short":
        return f"{name} has no items.", f"Add at least {limits['min_length']}."
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = limits.get("ge", limits.get("le"))
        side = "or more" if "ge" in limits else "or less"
        return f"{name} is {_shown(detail['input'])}.", f"Use {limit:g} {side}."
    return f"{name}: {detail['msg']}.", _description(path=tuple(detail["loc"]))


def _not_in_set(name: str, detail: ErrorDetails) -> tuple[str, str]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    choices = [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]
    known = f"Use one of {', '.join(choices)}."
    close = get_close_matches(str(detail["input"]), choices, n=1)
    fix = f"Did you mean {close[0]}? {known}" if close else known
    return f"{_shown(detail['input'])} is not a {name}.", fix


def _suggestion(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"Did you mean {close[0]}?" if close else f"Known here: {', '.join(known)}."


def _name(path: Path) -> str:
    """The field's name; for an item of a list, the list's."""
    words = [step for step in path if isinstance(step, str)]
    if path and isinstance(path[-1], int):
        return f"{words[-1]}[{path[-1]}]" if words else f"item {path[-1]}"
    return words[-1] if words else "The file"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."


@cache
def _schema() -> Mapping[str, Any]:
    return json_schema()


def _resolved(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a field's schema to the one that says what it holds."""
    while True:
        if "$ref" in field:
            field = {**_schema()["$defs"][str(field["$ref"]).rsplit("/", 1)[-1]], **_kept(field)}
        elif "anyOf" in field:
            field = {**field["anyOf"][0], **_kept(field)}
        else:
            return field


def _kept(field: Mapping[str, Any]) -> dict[str, Any]:
    return {key: field[key] for key in ("title", "description") if key in field}


def _schema_at(path: Path) -> Mapping[str, Any]:
    field: Mapping[str, Any] = _schema()
    for step in path:
        inside = _resolved(field)
        found = (
            inside.get("items") if isinstance(step, int) else inside.get("properties", {}).get(step)
        )
        if found is None:
            return {}
        field = found
    return _resolved(field)


def _description(path: Path) -> str:
    return str(_schema_at(path).get("description", "see the reference of the format."))


def _fields(path: Path) -> list[str]:
    return list(_schema_at(path).get("properties", {}))
