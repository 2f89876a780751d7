"""The scenarios that come with Poise: one YAML file each, named by its slug."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from scenarios.errors import Problem, ScenarioNotFoundError
from scenarios.loader import LoadedFolder, load_folder
from scenarios.schema import ScenarioVersion


@dataclass(frozen=True, kw_only=True)
class Source:
    """A library file as it is written, to be stored as an immutable version."""

    slug: str
    text: str


def all() -> tuple[ScenarioVersion, ...]:  # noqa: A001 - read as library.all()
    """Return every scenario of the library that can be read, by slug."""
    return _loaded().versions


def problems() -> tuple[Problem, ...]:
    """Return what is wrong with the library's files: nothing, unless someone edited them."""
    return _loaded().problems


def get(slug: str) -> ScenarioVersion:
    """Return the scenario of this slug.

    Raises:
        ScenarioNotFoundError: The library has none of that name.
    """
    versions = {version.slug: version for version in all()}
    if slug not in versions:
        close = get_close_matches(slug, list(versions), n=1)
        raise ScenarioNotFoundError(slug, close[0] if close else None)
    return versions[slug]


def sources() -> tuple[Source, ...]:
    """Return the text of every scenario that can be read, by slug."""
    folder = files(__name__)
    return tuple(
        Source(
            slug=version.slug,
            text=folder.joinpath(f"{version.slug}.yaml").read_text(encoding="utf-8"),
        )
        for version in all()
    )


@cache
def _loaded() -> LoadedFolder:
    return load_folder(files(__name__))
