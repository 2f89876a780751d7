"""The scenario format, number 1, as a model: what the loader checks and the editor explains."""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from scenarios.parts import (
    Beat,
    Brand,
    Bystander,
    ClockTime,
    Customer,
    Ending,
    Id,
    KnownFact,
    Line,
    Offer,
    Part,
    Start,
    Way,
    text_of,
)
from scoring import Channel, Fault, Flag, Severity

FORMAT = 1
"""The format number that this version reads."""

SCHEMA_ID = "urn:poise:scenario:format:1"


class Scenario(Part):
    """One authored public complaint, format 1."""

    format: Literal[1] = Field(title="Format")
    """The format's number: 1."""
    title: Annotated[str, text_of(80)] = Field(title="Title")
    """What the trainee picks it by."""
    summary: Line = Field(title="Summary")
    """One line read before choosing."""
    industry: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z &/-]{1,39}$")] = Field(
        title="Industry"
    )
    """Free text in small letters, e.g. retail."""
    channel: Channel = Field(title="Channel")
    """Which kind of network the thread is on; it sets the target time."""
    severity: Severity = Field(default=Severity.P3, title="Severity")
    """P1 safety or a vulnerable person, P2 urgent, P3 normal, P4 praise or a plain question."""
    difficulty: Annotated[int, Field(ge=1, le=3)] = Field(title="Difficulty")
    """1 gentle, 2 steady, 3 hard."""
    fault: Fault = Field(default=Fault.UNCLEAR, title="Fault")
    """Whose failure the facts say it is."""
    emotion_need: Annotated[float, Field(ge=0, le=1)] | None = Field(
        default=None, title="Emotion need"
    )
    """How much feeling an answer has to meet, 0 neutral to 1 angry or hurt; judged if left out."""
    flags: Annotated[tuple[Flag, ...], Field(max_length=12)] = Field(default=(), title="Flags")
    """Circumstances that switch a rule of the rubric on or off."""
    guided: bool = Field(default=False, title="Guided")
    """True only for the guided first run."""
    brand: Brand = Field(title="Brand")
    """Who the trainee speaks for."""
    customer: Customer = Field(title="Customer")
    """Who complains."""
    bystanders: Annotated[tuple[Bystander, ...], Field(max_length=20)] = Field(
        default=(), title="Bystanders"
    )
    """Others who may speak in the thread."""
    starts_at: ClockTime = Field(default="09:00", title="Starts at")
    """Local time of the opening post, for the clock on screen."""
    start: Start = Field(default=Start(), title="Start")
    """How everyone feels at the opening."""
    facts: Annotated[tuple[KnownFact, ...], Field(max_length=20)] = Field(default=(), title="Facts")
    """What is true and known; shown beside the thread."""
    offers: Annotated[tuple[Offer, ...], Field(max_length=20)] = Field(default=(), title="Offers")
    """What the trainee may offer."""
    not_offers: Annotated[tuple[Line, ...], Field(max_length=20)] = Field(
        default=(), title="Not offers"
    )
    """What the trainee may not offer; shown in the playbook panel."""
    parts: Annotated[tuple[Line, ...], Field(max_length=8)] = Field(default=(), title="Parts")
    """What the complaint asks, part by part; a beat may have its own."""
    voice: Annotated[str, text_of(300, shortest=0)] = Field(default="", title="Voice")
    """How the brand sounds, in a sentence or two."""
    goals: Annotated[tuple[Line, ...], Field(max_length=5)] = Field(default=(), title="Goals")
    """What the trainee should learn."""
    opening: Id = Field(title="Opening")
    """The id of the first beat."""
    beats: Annotated[tuple[Beat, ...], Field(min_length=1, max_length=200)] = Field(title="Beats")
    """The steps of the thread."""
    endings: Annotated[tuple[Ending, ...], Field(min_length=1, max_length=40)] = Field(
        title="Endings"
    )
    """How it can end."""
    on_delete: Way | None = Field(default=None, title="On delete")
    """Where deleting a post leads: the screenshot comes back."""
    on_promise_missed: Way | None = Field(default=None, title="On a missed promise")
    """Where a promised time that passes without an answer leads, for every beat."""


class ScenarioVersion(Scenario):
    """A loaded scenario: immutable, named by its slug, known by the hash of its content.

    `content_hash` is the SHA-256 of the canonical form: comments, key order, quoting and fields
    left at their default do not change it; any word a trainee could see does.
    """

    slug: str
    content_hash: str

    def beat(self, beat_id: str) -> Beat:
        """Return the beat of this id.

        Raises:
            KeyError: There is none.
        """
        return self._beats_by_id[beat_id]

    def ending(self, ending_id: str) -> Ending | None:
        """Return the ending of this id, or None: it is a beat."""
        return self._endings_by_id.get(ending_id)

    def severity_at(self, beat: Beat) -> Severity:
        """Return how grave the case is at a beat."""
        return beat.severity or self.severity

    def flags_at(self, beat: Beat) -> frozenset[Flag]:
        """Return the circumstances at a beat."""
        return frozenset(self.flags if beat.flags is None else beat.flags)

    @cached_property
    def _beats_by_id(self) -> dict[str, Beat]:
        return {beat.id: beat for beat in self.beats}

    @cached_property
    def _endings_by_id(self) -> dict[str, Ending]:
        return {ending.id: ending for ending in self.endings}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a scenario file, for editors."""
    schema = Scenario.model_json_schema()
    _entitle(Scenario, schema)
    for part in Part.__subclasses__() + Way.__subclasses__():
        _entitle(part, schema["$defs"].get(part.__name__, {}))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
        "title": "Poise scenario, format 1",
    }


def _entitle(part: type[BaseModel], schema: dict[str, Any]) -> None:
    """Give a field that refers to a part its own title too; Pydantic leaves it out there."""
    for name, field in schema.get("properties", {}).items():
        field.setdefault("title", part.model_fields[name].title)
