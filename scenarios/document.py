"""YAML text into plain data that remembers its lines, with nothing that could harm or surprise.

Of YAML only what scenarios need: maps, lists, texts, numbers, true and false. Aliases, tags and
several documents are refused; so `on`, `no` and `13:05` mean what they say. Built from the
parser's events with a stack, so depth costs memory of ours, not of Python's call stack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from scenarios.errors import Problem

LARGEST = 256 * 1024
"""Bytes a scenario file may have."""

DEEPEST = 20
"""Lists and maps that may be nested in each other."""

Path = tuple[str | int, ...]

_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?([0-9]{1,15}\.[0-9]{0,15}|\.[0-9]{1,15})([eE][-+]?[0-9]{1,2})?")
_WORDS = {"true": True, "false": False, "True": True, "False": False, "null": None, "~": None}
_WORDS |= {"": None, "Null": None, "NULL": None, "TRUE": True, "FALSE": False}


@dataclass(kw_only=True)
class Document:
    """What a file holds: its data, the line of every value, and what is wrong with the YAML.

    `data` is None where nothing could be read. Lines count from 1.
    """

    file: str
    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def report(self, path: Path, message: str, fix: str, *, line: int | None = None) -> None:
        """Note a problem at a place."""
        self.problems.append(
            Problem(
                file=self.file,
                line=self.line(path) if line is None else line,
                path=spell(path),
                message=message,
                fix=fix,
            )
        )


def spell(path: Path) -> str:
    """Return a path as authors read it: `beats[2].next[0].when`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def read(text: str, *, file: str) -> Document:
    """Return what a scenario file's text holds; problems are listed, never raised."""
    document = Document(file=file)
    encoded = text.encode("utf-8", "replace")
    if len(encoded) > LARGEST:
        document.report((), "The file is larger than 256 KB.", "Split it into several scenarios.")
        return document
    if encoded.decode("utf-8") != text:
        document.report((), "The text holds half a character.", "Save the file as UTF-8.")
        return document
    builder = _Builder(document)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.YAMLError as error:
        _report_syntax(document, text, error)
        return document
    except _RefusedError:
        return document
    document.data = builder.root
    return document


def _events(text: str) -> Iterator[yaml.Event]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)
    return events


class _RefusedError(Exception):
    """The file holds something that is not read any further; the problem is already noted."""


@dataclass(kw_only=True)
class _Open:
    """A list or map that is being read."""

    path: Path
    items: list[Any] | dict[str, Any]
    key: str | None = None
    key_line: int = 0
    is_ignored: bool = False


_NO_KEY = "?"


class _Builder:
    def __init__(self, document: Document) -> None:
        self.root: Any = None
        self._document = document
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "Aliases (*name) are switched off.", "Write the text out again.")
        elif isinstance(event, yaml.ScalarEvent):
            self._check_tag(event)
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._check_tag(event)
            self._start(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()

    def _start_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "The file holds a second document.", "Keep one a file; drop ---.")

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._refuse(event, f"The tag {tag} is not read.", "Write the plain value.")

    def _refuse(self, event: yaml.Event, message: str, fix: str) -> None:
        line = _line(event)
        self._document.report(self._path_of_next(), message, fix, line=line)
        raise _RefusedError

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._open) >= DEEPEST:
            self._refuse(event, f"More than {DEEPEST} levels deep.", "Flatten it.")
        if self._awaits_key:
            self._refuse(event, "A key has to be a word.", "Write key: value.")
        items: list[Any] | dict[str, Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._path_of_next()
        self._place(items, event)
        self._open.append(_Open(path=path, items=items))

    @property
    def _awaits_key(self) -> bool:
        return (
            bool(self._open) and isinstance(self._open[-1].items, dict) and not self._open[-1].key
        )

    def _path_of_next(self) -> Path:
        if not self._open:
            return ()
        top = self._open[-1]
        if isinstance(top.items, list):
            return (*top.path, len(top.items))
        return top.path if top.key is None else (*top.path, top.key)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._awaits_key:
            self._key(event)
        else:
            self._place(_value(event), event)

    def _key(self, event: yaml.ScalarEvent) -> None:
        top = self._open[-1]
        top.key = event.value or _NO_KEY
        top.key_line = _line(event)
        if top.key in top.items:
            first = self._document.line((*top.path, top.key))
            self._document.report(
                (*top.path, top.key),
                f"{top.key} stands here a second time; line {first} has the first.",
                "Keep one of them.",
                line=top.key_line,
            )
            top.is_ignored = True

    def _place(self, value: Any, event: yaml.Event) -> None:
        path, line = self._path_of_next(), _line(event)
        if not self._open:
            self.root = value
            self._document.lines[path] = line
            return
        top = self._open[-1]
        if isinstance(top.items, list):
            top.items.append(value)
            self._document.lines[path] = line
        elif top.key is not None:
            if not top.is_ignored:
                top.items[top.key] = value
                self._document.lines[path] = top.key_line
            top.key, top.is_ignored = None, False


def _line(event: yaml.Event) -> int:
    return _line_of(event.start_mark)


def _line_of(mark: Any) -> int:
    return 1 if mark is None else int(mark.line) + 1


def _value(event: yaml.ScalarEvent) -> Any:
    text: str = event.value
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _report_syntax(document: Document, text: str, error: yaml.YAMLError) -> None:
    """Say what is wrong in our words: the two YAML parsers have different ones."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        document.report((), "There is a character that can't be read.", "Delete it.", line=line)
        return
    line = _line_of(getattr(error, "problem_mark", None))
    lines = text.split("\n")
    shown = lines[line - 1] if line <= len(lines) else ""
    context, problem = str(getattr(error, "context", "")), str(getattr(error, "problem", ""))
    if "\t" in shown[: len(shown) - len(shown.lstrip())]:
        document.report((), "A tab indents this line.", "Indent with spaces.", line=line)
    elif "quoted scalar" in context:
        line = _line_of(getattr(error, "context_mark", None))
        document.report((), "A quote opens here and never closes.", "Close it.", line=line)
    elif "mapping values" in problem:
        document.report(
            (),
            "There is a colon that can't stand here.",
            "Put a text that holds a colon in quotes, or check the indentation.",
            line=line,
        )
    elif "flow" in context:
        document.report(
            (), "A bracket is not closed, or a comma is missing.", "Close it: [a, b].", line=line
        )
    else:
        document.report(
            (),
            "This line does not fit the one above.",
            "Check the indentation of both, and that list items start with - and a space.",
            line=line,
        )
