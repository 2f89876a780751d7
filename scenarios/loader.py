"""Scenario files: text in, an immutable version out, or every problem at once."""

import hashlib
import json
import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Any

from scenarios.checks import check
from scenarios.document import LARGEST, Document, read
from scenarios.errors import Problem, ScenarioFormatError
from scenarios.schema import FORMAT, Scenario, ScenarioVersion
from scenarios.shape import validated

SUFFIXES = (".yaml", ".yml")

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 80
_UNNAMED = "untitled"


@dataclass(frozen=True, kw_only=True)
class LoadedFolder:
    """What a folder of scenario files holds: the good ones, and the problems of the others."""

    versions: tuple[ScenarioVersion, ...]
    problems: tuple[Problem, ...]


def load_text(text: str, *, file: str = "<text>") -> ScenarioVersion:
    """Return the scenario that the text holds; a file's name gives its slug.

    Raises:
        ScenarioFormatError: It has problems; every one is listed.
    """
    document = read(text, file=file)
    scenario = _checked(document)
    slug = _slug(document)
    if document.problems or scenario is None:
        raise ScenarioFormatError(sorted(document.problems))
    return ScenarioVersion.model_construct(
        **_fields(scenario), slug=slug, content_hash=content_hash(scenario)
    )


def load_bytes(content: bytes, *, file: str) -> ScenarioVersion:
    """Return the scenario of a file's bytes.

    Raises:
        ScenarioFormatError: They are no UTF-8, or the text has problems.
    """
    if len(content) > LARGEST:
        return load_text("#" * (LARGEST + 1), file=file)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem(
            file=file,
            line=line,
            path="",
            message="The file is not UTF-8.",
            fix="Save it as UTF-8 in your editor.",
        )
        raise ScenarioFormatError([problem]) from error
    return load_text(text, file=file)


def load_folder(path: str | PathLike[str] | Traversable) -> LoadedFolder:
    """Return every scenario of a folder by name; a broken file never hides the others."""
    folder = Path(path) if isinstance(path, str | PathLike) else path
    versions: list[ScenarioVersion] = []
    problems: list[Problem] = []
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(SUFFIXES) or not file.is_file():
            continue
        try:
            versions.append(load_bytes(file.read_bytes(), file=file.name))
        except ScenarioFormatError as error:
            problems.extend(error.problems)
        except OSError as error:
            problems.append(_unreadable(file.name, error))
    return LoadedFolder(versions=tuple(versions), problems=tuple(problems))


def content_hash(scenario: Scenario) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal.

    Comments, the order of keys, quoting, and fields written out at their default don't change it.
    """
    canonical = json.dumps(
        scenario.model_dump(mode="json", exclude_defaults=True),
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _fields(scenario: Scenario) -> dict[str, Any]:
    return {name: getattr(scenario, name) for name in Scenario.model_fields}


def _checked(document: Document) -> Scenario | None:
    """Check the format's number first: another format would be wrong in every line."""
    if document.problems and document.data is None:
        return None
    if not isinstance(document.data, dict):
        document.report((), "The file holds no fields.", "Start with `format: 1`.")
        return None
    if not _is_this_format(document):
        return None
    scenario = validated(document)
    check(document)
    return scenario


def _is_this_format(document: Document) -> bool:
    number = document.data.get("format")
    if number is None:
        document.report((), "The file does not say its format.", "Start it with `format: 1`.")
    elif isinstance(number, bool) or not isinstance(number, int):
        document.report(
            ("format",), f"format is {number!r}, no whole number.", "Write `format: 1`."
        )
    elif number > FORMAT:
        document.report(
            ("format",),
            f"The file has format {number}; this version of Poise reads up to {FORMAT}.",
            "Update Poise, or save the scenario in the older format.",
        )
    elif number < FORMAT:
        document.report(
            ("format",), f"There is no format {number}.", "Use `format: 1`, the first there is."
        )
    else:
        return True
    return False


def _slug(document: Document) -> str:
    name = document.file.replace("\\", "/").rsplit("/", 1)[-1]
    for suffix in SUFFIXES:
        if name.endswith(suffix):
            slug = name.removesuffix(suffix)
            if len(slug) > _LONGEST_SLUG or not _SLUG.fullmatch(slug):
                document.report(
                    (),
                    f"The file's name {name!r} can't name a scenario.",
                    "Use small letters, digits and single hyphens: late-parcel.yaml.",
                )
            return slug
    return _UNNAMED


def _unreadable(file: str, error: OSError) -> Problem:
    return Problem(
        file=file,
        line=1,
        path="",
        message=f"The file can't be read: {error.strerror or error}.",
        fix="Check that it is there and may be read.",
    )
