"""The catalogue of moves: what each is called, what it means, and what it carries.

One YAML file a dimension, beside this module. The debrief, the docs, scenario
guards and every detector read this catalogue and nothing else.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scoring.errors import CatalogueError

Polarity = Literal["helps", "costs", "neutral"]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z_]*[a-z]$")]


class MoveKind(BaseModel):
    """One kind of move.

    Attributes:
        name: Identifier, used in guards and stored assessments; never renamed.
        label: What the highlighted span is tagged with, at most four words.
        dimensions: The scores it bears on, the main one first.
        polarity: Whether it helps or costs; neutral moves are noted only.
        weight: The noisy-or weight of a defensiveness cue (RUBRIC 2.4), else None.
        definition: One sentence: what must be in the words.
        why: One short sentence for the trainee: why it earns or costs.
        advice: What to write instead or next; empty where nothing needs changing.
        examples, near_misses: Two phrases that are this move, two that look like it and are not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    label: Annotated[str, Field(min_length=3, max_length=32)]
    dimensions: Annotated[tuple[str, ...], Field(min_length=1)]
    polarity: Polarity
    weight: Annotated[float, Field(gt=0, lt=1)] | None = None
    definition: str
    why: str
    advice: str = ""
    examples: Annotated[tuple[str, ...], Field(min_length=2)]
    near_misses: Annotated[tuple[str, ...], Field(min_length=2)]


@cache
def catalogue() -> Mapping[str, MoveKind]:
    """Return every kind of move by name, in the files' order.

    Raises:
        CatalogueError: A file can't be read, or a name stands twice.
    """
    kinds: dict[str, MoveKind] = {}
    folder = files(__name__)
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".yaml"):
            continue
        for kind in _kinds(file.name, file.read_text(encoding="utf-8")):
            if kind.name in kinds:
                raise CatalogueError(f"{file.name}: {kind.name} is named twice; rename one")
            kinds[kind.name] = kind
    return MappingProxyType(kinds)


def _kinds(file_name: str, text: str) -> list[MoveKind]:
    try:
        return [MoveKind.model_validate(item) for item in yaml.safe_load(text)]
    except (ValidationError, yaml.YAMLError) as error:
        raise CatalogueError(f"{file_name}: {error}") from error
