"""Plans: transcripts that say which beat each action must lead to.

One file a library scenario, `plans/<slug>.yaml`:

    scenario: late-birthday-parcel
    transcripts:
      - name: excellent
        seed: 1
        timed: true
        steps:
          - {minute: 9, action: reply, text: "Our driver ...", beat: which_green}
          - {minute: 20, action: hold, text: "Back by 13:30.", due: 35, beat: patient}
          - {minute: 60, action: none, beat: nudge}
          - {minute: 70, action: reply, scores: {overall: 80}, moves: [apology], beat: roar}
        ending: roar

`text` is scored by the real scorer; `scores` (with `moves`, and `rules` for gates) states the
assessment instead. `beat` is the beat or ending once the customer has answered; with `none`, the
one that is in play at that minute, because nobody did anything. An untimed run keeps its own
clock, so its minutes are not read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenarios import (
    Event,
    ReplySent,
    RunState,
    ScenarioVersion,
    case_for,
    refusal,
    replay,
    settled_minute,
)
from scoring import Assessment, assess
from tests.scenarios.builders import make_assessment

FOLDER = Path(__file__).parent / "plans"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Step(_Part):
    """One action, or a wait, and where it must lead."""

    minute: Annotated[float, Field(ge=0)]
    action: Literal["reply", "private", "hold", "delete", "none"]
    text: str | None = None
    scores: dict[str, int | None] | None = None
    moves: list[str] = []
    rules: list[str] = []
    due: float | None = None
    beat: str

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        speaks = self.action in ("reply", "private", "hold")
        if speaks and (self.text is None) == (self.scores is None):
            raise ValueError(f"the {self.action} at {self.minute:g} needs text or scores, not both")
        if not speaks and (self.text or self.scores):
            raise ValueError(f"the {self.action} at {self.minute:g} says nothing: drop its words")
        return self


class Transcript(_Part):
    """One way through a scenario."""

    name: str
    seed: int
    timed: bool = True
    steps: Annotated[list[Step], Field(min_length=1)]
    ending: str | None = None


class Plan(_Part):
    """Every transcript of one scenario."""

    scenario: str
    transcripts: Annotated[list[Transcript], Field(min_length=1)]


def plans() -> Iterator[tuple[str, Plan]]:
    """Yield the plan of every file, with the file's name."""
    for file in sorted(FOLDER.glob("*.yaml")):
        yield file.stem, Plan.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))


class Player:
    """Plays a transcript step by step."""

    def __init__(self, version: ScenarioVersion, transcript: Transcript) -> None:
        self._version = version
        self._seed = transcript.seed
        self._timed = transcript.timed
        self.events: list[Event] = []
        self.assessment: Assessment | None = None

    def play(self, step: Step) -> RunState:
        """Take a step; return the run once its answer is there."""
        self.assessment = None
        if step.action == "none":
            return self._at(step.minute if self._timed else self._settled)
        minute = step.minute if self._timed else self._settled
        state = self._at(minute)
        reason = refusal(state, step.action)
        assert reason is None, f"minute {minute:g}: {reason}"
        self.assessment = self._assessed(step, state, minute)
        event = ReplySent(
            minute=minute,
            action=step.action,
            text=step.text or "",
            assessment=self.assessment,
            due=step.due,
        )
        self.events.append(event)
        return self._at(max(minute, self._settled))

    @property
    def _settled(self) -> float:
        return settled_minute(self._version, self._seed, self.events)

    def _at(self, minute: float) -> RunState:
        return replay(self._version, self._seed, self.events, minute)

    def _assessed(self, step: Step, state: RunState, minute: float) -> Assessment:
        if step.scores is not None:
            speed = step.scores.get("speed", 90 if self._timed else None)
            stated = {"overall": 70} | step.scores | {"speed": speed}
            return make_assessment(moves=step.moves, rules=step.rules, **stated)
        case = case_for(
            self._version,
            state,
            action=step.action,
            text=step.text or "",
            minute=minute,
            timed=self._timed,
            due=step.due,
        )
        return assess(case)
