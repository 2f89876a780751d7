"""Everything the application raises on purpose. `trainer/web.py` gives each its HTTP status.

PoiseError
├── ConfigError              a setting holds a value that can't be used
├── KeyFileError             the file of the key that signs cookies can't be used
├── DatabaseUnusableError    the database is damaged, newer, foreign or out of reach
├── ScopeError               a query or a row without, or outside, its organisation
├── AppendOnlyError          a row that is history was about to change
├── NotFoundError            no such row, or it is somebody else's
│   ├── RunNotFoundError
│   ├── EventNotFoundError
│   ├── DisputeNotFoundError
│   ├── ScenarioUnknownError
│   ├── JobNotFoundError
│   └── FileMissingError
├── RoleError                a member's role doesn't reach so far
├── ScenarioUnreadableError  a stored scenario can't be played by this version of Poise
├── InputError               a value that came from outside is out of its range
└── RaceLostError            others kept writing first; nothing was saved
"""

from pathlib import Path


class PoiseError(Exception):
    """Anything the application raises on purpose; its text may be shown to a person."""


class ConfigError(PoiseError):
    """A setting holds a value that can't be used."""

    def __init__(self, name: str, value: object, fix: str) -> None:
        super().__init__(f"{name} is {value!r}: {fix}")
        self.name = name


class KeyFileError(PoiseError):
    """The file of the key that signs cookies is empty, isn't text, or can't be reached."""

    def __init__(self, path: Path, problem: str, fix: str) -> None:
        super().__init__(f"The key file {path} can't be used: {problem} {fix}")
        self.path = path
        self.fix = fix


class DatabaseUnusableError(PoiseError):
    """The database is damaged, newer than this Poise, another program's, or out of reach.

    It was left as it was found. `where` is the path or the address without its password.
    """

    def __init__(self, where: Path | str, problem: str, fix: str) -> None:
        super().__init__(f"The database {where} can't be used: {problem} {fix}")
        self.where = str(where)
        self.problem = problem
        self.fix = fix


class ScopeError(PoiseError):
    """A statement or a row reached for data without, or outside, its organisation."""


class AppendOnlyError(PoiseError):
    """A row that is history was about to be changed or deleted."""

    def __init__(self, table: str) -> None:
        super().__init__(f"{table} is append-only: add a new row, never change or delete one")
        self.table = table


class NotFoundError(PoiseError):
    """No such row, or it belongs to somebody else; nobody is told which."""


class RunNotFoundError(NotFoundError):
    """This member has no such run."""

    def __init__(self, run_id: str) -> None:
        super().__init__(f"run {run_id!r} isn't among your runs: open it from your history")


class EventNotFoundError(NotFoundError):
    """The run holds no assessed reply of that number."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"reply {seq} isn't a scored reply of this run: pick one from the debrief")


class DisputeNotFoundError(NotFoundError):
    """The organisation holds no such objection."""

    def __init__(self, dispute_id: str) -> None:
        super().__init__(f"objection {dispute_id!r} isn't in the queue: pick one from Reviews")


class ScenarioUnknownError(NotFoundError):
    """The organisation has no scenario of that slug."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"scenario {slug!r} isn't in the library: pick one from the practice page")


class JobNotFoundError(NotFoundError):
    """This member has no such job."""

    def __init__(self, job_id: str) -> None:
        super().__init__(f"job {job_id!r} isn't among your jobs")


class FileMissingError(NotFoundError):
    """A stored file is gone or its name isn't one that the store gives."""

    def __init__(self, name: str) -> None:
        super().__init__(f"file {name!r} isn't in the store: upload it again")


class RoleError(PoiseError):
    """The member's role doesn't reach so far."""

    def __init__(self, what: str, who: str) -> None:
        super().__init__(f"It takes {who} to {what}. Ask one, or an admin of your organisation.")


class ScenarioUnreadableError(PoiseError):
    """A stored scenario can't be played by this version of Poise; its rows are untouched."""

    def __init__(self, slug: str, problem: str) -> None:
        super().__init__(
            f"Scenario {slug!r} can't be opened by this version of Poise: {problem} "
            "Nothing is lost; it opens again with the Poise that saved it."
        )
        self.slug = slug


class InputError(PoiseError, ValueError):
    """A value that came from outside is out of its range; `field` names it."""

    def __init__(self, field: str, value: object, fix: str) -> None:
        shown = repr(value)
        if len(shown) > 80:
            shown = shown[:77] + "..."
        super().__init__(f"{field} is {shown}: {fix}")
        self.field = field
        self.fix = fix


class RaceLostError(PoiseError):
    """Others kept writing first, several times over; nothing was saved, so trying again is safe."""

    def __init__(self) -> None:
        super().__init__("Poise was too busy to save this. Nothing was lost: send it again.")
