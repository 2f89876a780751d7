"""The arithmetic: moves, facts and timing in, scores out. No learned part.

A rubric version pins what is in its files and no more: targets, severity factors, the weights of
the three turns and the gates (`2026.1.yaml`), and the ladders of ownership and helpfulness
(`2026.1.ladders.yaml`). Once a version has been released those files are not edited; new numbers
are a new version. The shares of empathy, voice, gratitude and channel fit stand in their modules,
the weights of defensive cues in the catalogue, and wordings and stance weights with the detector:
an assessment is reproduced by the release of the package that made it, not by its `rubric` alone.
"""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from scoring.case import Channel, Severity, Turn

CURRENT = "2026.1"

Share = Annotated[float, Field(ge=0, le=1)]
Points = Annotated[float, Field(ge=0, le=100)]


class Weights(BaseModel):
    """The shares of the eight scores in the mean; N is 100 - defensiveness. They sum to 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    S: Share
    E: Share
    O: Share  # noqa: E741 - the rubric's own letter
    N: Share
    H: Share
    V: Share
    C: Share
    G: Share

    @model_validator(mode="after")
    def _sum_to_one(self) -> "Weights":
        whole = math.fsum(self.model_dump().values())
        if not math.isclose(whole, 1):
            raise ValueError(f"the weights sum to {whole:g}: make them sum to 1")
        return self


class Rubric(BaseModel):
    """One version's numbers, as its YAML file gives them. Times are minutes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    target_minutes: Mapping[Channel, float]
    severity_factor: Mapping[Severity, float]
    weights: Mapping[Turn, Weights]
    gates: Mapping[str, Points]
    bands: Mapping[str, Points]


@cache
def load(version: str = CURRENT) -> Rubric:
    """Return the numbers of a rubric version.

    Raises:
        FileNotFoundError: There is no such version.
    """
    text = files(__name__).joinpath(f"{version}.yaml").read_text(encoding="utf-8")
    return Rubric.model_validate(yaml.safe_load(text))
