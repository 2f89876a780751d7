"""What a document means, beyond its shape: ids, ways, speakers, and that every path ends.

Reads plain data and takes nothing for granted, so that a mistake in one field does not hide
the mistakes in the others.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from scenarios.document import Document, Path

MOST_IDS = 240
"""Beats and endings that a scenario can hold."""

MOST_LINKS = 4000
"""Ways that they can have: 12 of `next` and 4 others for each of 200 beats, and some to spare."""

MOST_SUGGESTIONS = 50
"""Misspelt ids that are compared with the known ones, which takes its time."""

_EXITS = ("ungraded", "deleted", "promise_missed", "silence")
_FORWARD = ("next", "silence")
"""Ways that a thread can be expected to take; the others are accidents."""


@dataclass(frozen=True, kw_only=True)
class _Link:
    """One way from a beat (None: from the scenario as a whole) to an id."""

    path: Path
    start: str | None
    go: str
    kind: str


class _Outline:
    """Beats, endings and ways as far as they can be made out."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.beats = list(_maps(data, "beats"))
        self.endings = list(_maps(data, "endings"))
        self.ids = [
            ((*path, "id"), item["id"])
            for path, item in (*self.beats, *self.endings)
            if isinstance(item.get("id"), str)
        ]
        self.links = list(self._links())

    @property
    def beat_ids(self) -> list[str]:
        return [beat["id"] for _, beat in self.beats if isinstance(beat.get("id"), str)]

    @property
    def ending_ids(self) -> list[str]:
        return [item["id"] for _, item in self.endings if isinstance(item.get("id"), str)]

    def _links(self) -> Iterator[_Link]:
        for path, beat in self.beats:
            start = beat.get("id") if isinstance(beat.get("id"), str) else None
            for place, way in _maps(beat, "next"):
                yield from _link((*path, *place), way, start, "next")
            for kind in _EXITS:
                yield from _link((*path, kind), beat.get(kind), start, kind)
        for kind in ("on_delete", "on_promise_missed"):
            yield from _link((kind,), self.data.get(kind), None, kind)


def check(document: Document) -> None:
    """Note every problem of meaning in a document whose top is a map.

    A document with far more in it than a scenario can hold is left to the check of its shape.
    """
    outline = _Outline(document.data)
    if len(outline.ids) > MOST_IDS or len(outline.links) > MOST_LINKS:
        return
    known = len(document.problems)
    _check_ids(document, outline)
    _check_links(document, outline)
    is_connected = len(document.problems) == known
    _check_ways(document, outline)
    _check_people(document, outline)
    _check_start(document)
    _check_lessons(document, outline)
    # A misspelt id would show again as beats that can't be reached: say it once.
    if is_connected and len(outline.ids) == len(outline.beats) + len(outline.endings):
        _check_paths(document, outline)


def _maps(data: Mapping[str, Any], name: str) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    items = data.get(name)
    if isinstance(items, list):
        for place, item in enumerate(items):
            if isinstance(item, dict):
                yield (name, place), item


def _link(path: Path, way: object, start: str | None, kind: str) -> Iterator[_Link]:
    if isinstance(way, dict) and isinstance(way.get("go"), str):
        yield _Link(path=(*path, "go"), start=start, go=way["go"], kind=kind)


def _check_ids(document: Document, outline: _Outline) -> None:
    first: dict[str, Path] = {}
    for path, name in outline.ids:
        if name in first:
            line = document.line(first[name])
            document.report(path, f"The id {name} is taken by line {line}.", "Rename one of them.")
        first.setdefault(name, path)


def _check_links(document: Document, outline: _Outline) -> None:
    known = [name for _, name in outline.ids]
    astray = [link for link in outline.links if link.go not in known]
    for number, link in enumerate(astray):
        fix = _did_you_mean(link.go, known if number < MOST_SUGGESTIONS else [])
        document.report(link.path, f"There is no beat or ending {link.go}.", fix)
    opening = document.data.get("opening")
    if isinstance(opening, str) and opening not in outline.beat_ids:
        fix = _did_you_mean(opening, outline.beat_ids)
        document.report(("opening",), f"There is no beat {opening} to open with.", fix)


def _did_you_mean(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    return f"Did you mean {close[0]}?" if close else "Write that beat, or name one there is."


def _check_ways(document: Document, outline: _Outline) -> None:
    has_delete = isinstance(document.data.get("on_delete"), dict)
    for path, beat in outline.beats:
        ways = list(_maps(beat, "next"))
        for place, way in ways[:-1]:
            if way.get("when") is None:
                document.report(
                    (*path, *place),
                    "This way has no `when`, so the ways after it are never tried.",
                    "Add a `when`, or move it to the end.",
                )
        if ways and ways[-1][1].get("when") is not None:
            document.report(
                (*path, *ways[-1][0], "when"),
                "The last way has a condition, so some replies would lead nowhere.",
                "Add one more way after it, without `when`.",
            )
        if not has_delete and not isinstance(beat.get("deleted"), dict):
            document.report(
                path,
                "Nothing says what happens when this post is deleted.",
                "Add `deleted: {go: ...}` here, or `on_delete: {go: ...}` for the whole scenario.",
            )


def _check_people(document: Document, outline: _Outline) -> None:
    people = [
        (("brand",), document.data.get("brand")),
        (("customer",), document.data.get("customer")),
    ]
    others = list(_maps(document.data, "bystanders"))
    handles: list[tuple[Path, str]] = [
        ((*path, "handle"), who["handle"])
        for path, who in (*people, *others)
        if isinstance(who, dict) and isinstance(who.get("handle"), str)
    ]
    count = Counter(handle.lower() for _, handle in handles)
    for path, handle in handles:
        if count[handle.lower()] > 1:
            document.report(path, f"{handle} belongs to two people.", "Give each their own handle.")
    speakers = [who["handle"] for _, who in others if isinstance(who.get("handle"), str)]
    _check_speakers(document, outline, speakers)
    _check_chimes(document, outline, speakers, [handle for _, handle in handles])


def _check_speakers(document: Document, outline: _Outline, speakers: list[str]) -> None:
    for path, beat in outline.beats:
        speaker = beat.get("speaker", "customer")
        if isinstance(speaker, str) and speaker not in ("customer", *speakers):
            document.report(
                (*path, "speaker"),
                f"Nobody here is called {speaker}.",
                _did_you_mean(speaker, ["customer", *speakers])
                if speakers
                else "Use customer, or add them under `bystanders`.",
            )


def _check_chimes(
    document: Document, outline: _Outline, speakers: list[str], known: list[str]
) -> None:
    """Only bystanders chime in: the customer has `says`, and the brand is the trainee."""
    for path, item in (*outline.beats, *outline.endings):
        for place, chime in _maps(item, "chimes"):
            handle = chime.get("by")
            if not isinstance(handle, str) or handle in speakers:
                continue
            at = (*path, *place, "by")
            if not speakers:
                fix = "Add them under `bystanders`."
                document.report(at, f"Nobody here is called {handle}.", fix)
            elif handle in known:
                fix = f"Use one of {', '.join(speakers)}."
                document.report(at, f"{handle} is no bystander.", fix)
            else:
                message = f"Nobody here is called {handle}."
                document.report(at, message, _did_you_mean(handle, speakers))


def _check_start(document: Document) -> None:
    start = document.data.get("start")
    if not isinstance(start, dict):
        return
    trust, before = start.get("trust", 60), start.get("trust_before", 75)
    if isinstance(trust, int | float) and isinstance(before, int | float) and trust > before:
        document.report(
            ("start", "trust"),
            f"Trust starts at {trust:g}, above the {before:g} of before it went wrong.",
            "Lower trust, or raise trust_before.",
        )


def _check_lessons(document: Document, outline: _Outline) -> None:
    if document.data.get("guided") is True:
        return
    for path, beat in outline.beats:
        if beat.get("lesson") is not None:
            document.report(
                (*path, "lesson"),
                "Only a guided scenario has lessons.",
                "Remove it, or set `guided: true`.",
            )


def _check_paths(document: Document, outline: _Outline) -> None:
    anywhere = [link for link in outline.links if link.start is None]
    reached = _closure(outline, {str(document.data.get("opening"))}, anywhere)
    finished = _finishing(outline)
    for path, item in (*outline.beats, *outline.endings):
        name = item["id"]
        if name not in reached:
            document.report((*path, "id"), f"No way leads to {name}.", "Lead to it, or drop it.")
        elif name not in finished:
            document.report(
                (*path, "id"),
                f"From {name} no answer and no silence ever leads to an ending.",
                "Give it, or a beat after it, a way to an ending.",
            )


def _closure(outline: _Outline, start: set[str], anywhere: list[_Link]) -> set[str]:
    reached = start | {link.go for link in anywhere}
    while True:
        more = {link.go for link in outline.links if link.start in reached} - reached
        if not more:
            return reached
        reached |= more


def _finishing(outline: _Outline) -> set[str]:
    """The ids from which an answer or a silence can lead to an ending."""
    done = set(outline.ending_ids)
    while True:
        more = {
            link.start
            for link in outline.links
            if link.start is not None and link.kind in _FORWARD and link.go in done
        } - done
        if not more:
            return done
        done |= more
