"""Everything the scenarios package raises.

ScenarioError
├── ScenarioFormatError     a file can't be read; lists every problem, with its place and fix
├── ScenarioNotFoundError   the library has no scenario of that name
├── GuardError              a guard is misspelt; says the column
├── EventOrderError         an event can't follow the ones before it
├── EventFormatError        a stored event can't be read back
└── ClockError              clock segments out of order, or running backwards
"""

from collections.abc import Iterable
from dataclasses import dataclass


class ScenarioError(Exception):
    """Anything that keeps a scenario from being read or played."""


@dataclass(frozen=True, kw_only=True, order=True)
class Problem:
    """One thing wrong in a scenario file.

    `line` counts from 1; `path` names the place (`beats[2].next[0].when`), empty for the file
    as a whole. `message` says what is wrong, `fix` what to write instead.
    """

    file: str
    line: int
    path: str
    message: str
    fix: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        where = f" {self.path}" if self.path else ""
        return f"{place}:{where}: {self.message} {self.fix}".rstrip()


class ScenarioFormatError(ScenarioError, ValueError):
    """A scenario file has problems; `problems` lists all of them in the file's order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ScenarioNotFoundError(ScenarioError, LookupError):
    """The library has no scenario of that name."""

    def __init__(self, slug: str, suggestion: str | None = None) -> None:
        hint = f"; did you mean {suggestion!r}?" if suggestion else ""
        super().__init__(f"there is no scenario {slug!r}{hint}")
        self.slug = slug
        self.suggestion = suggestion


class GuardError(ScenarioError, ValueError):
    """A guard can't be read. `column` counts from 1 in the guard's own text."""

    def __init__(self, *, column: int, message: str, fix: str) -> None:
        super().__init__(f"column {column}: {message} {fix}")
        self.column = column
        self.message = message
        self.fix = fix


class EventOrderError(ScenarioError, ValueError):
    """An event can't follow the ones before it; nothing was changed."""


class EventFormatError(ScenarioError, ValueError):
    """A stored event lacks a field or holds a value of another type."""


class ClockError(ScenarioError, ValueError):
    """Clock segments are out of order, or one runs backwards."""
