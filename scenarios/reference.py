"""The reference of the format, written out from its schema, so that the two never part."""

from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.schema import json_schema

_FIRST = "Scenario"
_HEADER = ("| field | holds | if left out | meaning |", "|---|---|---|---|")


def reference() -> str:
    """Return the reference as Markdown: one table for the scenario and for each of its parts."""
    schema = json_schema()
    parts = {name: part for name, part in schema["$defs"].items() if "properties" in part}
    tables = [_table(_FIRST, schema), *(_table(name, parts[name]) for name in _order(schema))]
    return "\n\n".join(tables) + "\n"


def _order(schema: Mapping[str, Any]) -> list[str]:
    """The parts in the order in which a reader meets them."""
    found: list[str] = []
    waiting = list(_links(schema))
    while waiting:
        name = waiting.pop(0)
        part = schema["$defs"][name]
        if name not in found and "properties" in part:
            found.append(name)
            waiting.extend(_links(part))
    return found


def _links(part: Mapping[str, Any]) -> Iterator[str]:
    for field in part["properties"].values():
        for each in (field, *field.get("anyOf", ()), field.get("items", {})):
            holder = each.get("items", each)
            if "$ref" in holder:
                yield _target(holder)


def _table(name: str, part: Mapping[str, Any]) -> str:
    required = part.get("required", ())
    rows = []
    for field, details in part["properties"].items():
        cells = (f"`{field}`", _kind(details), _default(field, details, required), _note(details))
        rows.append(f"| {' | '.join(cells)} |")
    head = [f"#### {name}", "", part.get("description", ""), "", *_HEADER]
    return "\n".join([*head, *rows])


def _note(details: Mapping[str, Any]) -> str:
    return str(details["description"]).replace("|", "\\|")


def _default(field: str, details: Mapping[str, Any], required: tuple[str, ...]) -> str:
    if field in required:
        return "required"
    default = details.get("default")
    if default in (None, "", []):
        return "nothing"
    if isinstance(default, dict):
        return "its defaults"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _kind(details: Mapping[str, Any]) -> str:
    if "anyOf" in details:
        return _kind(next(each for each in details["anyOf"] if each.get("type") != "null"))
    if "$ref" in details:
        return _referred(details)
    if "const" in details:
        return f"`{details['const']}`"
    if "enum" in details:
        return _one_of(details["enum"])
    kind = details["type"]
    if kind == "array":
        most = f" (at most {details['maxItems']})" if "maxItems" in details else ""
        return f"list{most} of {_kind(details['items'])}"
    if kind == "string":
        return f"text (at most {details['maxLength']})" if "maxLength" in details else "text"
    if kind == "boolean":
        return "`true` or `false`"
    low, high = details.get("minimum"), details.get("maximum")
    span = f", {low:g} to {high:,}" if low is not None and high is not None else ""
    return f"{'whole number' if kind == 'integer' else 'number'}{span}"


def _referred(details: Mapping[str, Any]) -> str:
    name = _target(details)
    part = json_schema()["$defs"][name]
    return _one_of(part["enum"]) if "enum" in part else name


def _one_of(choices: list[str]) -> str:
    return ", ".join(f"`{choice}`" for choice in choices)


def _target(details: Mapping[str, Any]) -> str:
    return str(details["$ref"]).rsplit("/", 1)[-1]
