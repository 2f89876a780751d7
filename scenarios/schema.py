"""The scenario format, number 1, as models: what the loader checks and the editor explains.

Every field has a title and a description, because trainers read them in their editor.
"""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from scenarios.guard_parser import LONGEST, parse
from scenarios.guards import Guard
from scoring import Channel, Fault, Flag, Severity, Turn

FORMAT = 1
"""The format number that this version reads."""

SCHEMA_ID = "urn:poise:scenario:format:1"
WEEK = 10_080
"""Minutes in a week: the longest that anything in a run can take."""

YEAR = 525_600
"""Minutes in a year: the longest that an offer may take to be carried out."""


def _text(longest: int, *, shortest: int = 1) -> Any:
    return StringConstraints(strip_whitespace=True, min_length=shortest, max_length=longest)


Name = Annotated[str, _text(60)]
Line = Annotated[str, _text(300)]
Paragraph = Annotated[str, _text(2000)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
Handle = Annotated[str, StringConstraints(pattern=r"^@[A-Za-z0-9_.]{1,30}$")]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Minutes = Annotated[float, Field(ge=0, le=WEEK)]
Points = Annotated[float, Field(ge=0, le=100)]


def _guard(value: object) -> object:
    return parse(value) if isinstance(value, str) else value


GuardText = Annotated[
    InstanceOf[Guard],
    BeforeValidator(_guard),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "maxLength": LONGEST}),
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Brand(_Part):
    """The invented company whose voice the trainee is."""

    name: Name = Field(title="Name")
    """The company, invented: never a real one."""
    handle: Handle = Field(title="Handle")
    """Its account, with the @."""
    signature: Annotated[str, _text(20, shortest=0)] = Field(default="", title="Signature")
    """How this agent signs, e.g. ^Jo. Empty where the brand does not sign."""
    playful: bool = Field(default=False, title="Playful brand")
    """Whether the brand jokes. Off for nearly every brand; humour is never required."""


class Customer(_Part):
    """The person who complains."""

    name: Name = Field(title="Name")
    """Their name as the network shows it."""
    handle: Handle = Field(title="Handle")
    """Their account, with the @."""
    followers: Annotated[int, Field(ge=0, le=500_000_000)] = Field(default=0, title="Followers")
    """How many follow them. It never changes how fast they deserve an answer."""
    disposition: Literal["constructive", "vindictive"] = Field(
        default="constructive", title="Disposition"
    )
    """Constructive: wants it solved. Vindictive: hardly anything calms them."""
    about: Line = Field(title="About them")
    """One line on who they are and what they need, for the facts panel."""


class Bystander(_Part):
    """Someone else in the thread."""

    name: Name = Field(title="Name")
    """Their name as the network shows it."""
    handle: Handle = Field(title="Handle")
    """Their account, with the @; a beat's `speaker` names them by it."""


class Start(_Part):
    """How everyone feels when the opening post goes up."""

    anger: Points = Field(default=55.0, title="Anger")
    """The customer's anger, 0 calm to 100 furious."""
    trust: Points = Field(default=60.0, title="Trust")
    """Their trust in the brand now, 0 to 100."""
    trust_before: Points = Field(default=75.0, title="Trust before it went wrong")
    """Their trust before the failure. It can't be won back beyond this."""
    sentiment: Annotated[float, Field(ge=-100, le=100)] = Field(default=-20.0, title="Audience")
    """What onlookers think of the brand, -100 to 100."""


class KnownFact(_Part):
    """One thing that is true in this case, shown to the trainee."""

    label: Name = Field(title="Label")
    """What it is about, e.g. Parcel."""
    text: Line = Field(title="Fact")
    """The fact itself. A reply against it is capped."""


class Offer(_Part):
    """Something that the trainee may offer."""

    action: Line = Field(title="What may be offered")
    """In words that a reply could use."""
    within: Annotated[float, Field(ge=0, le=YEAR)] | None = Field(
        default=None, title="Within minutes"
    )
    """How soon it can happen, in minutes; left out where time does not matter."""


class Way(_Part):
    """Where the thread goes, and when."""

    go: Id = Field(title="Go to")
    """The id of the beat or ending that comes next."""
    after: Minutes = Field(default=2.0, title="After minutes")
    """Minutes from the answer until the customer posts it, or from the first of several."""


class GuardedWay(Way):
    """A way that is taken when its guard is true of the reply."""

    when: GuardText | None = Field(default=None, title="When")
    """The guard, e.g. overall >= 70 and not moves.excuse. The last way, and only it, has none."""
    in_public: bool = Field(default=False, title="Answers in public")
    """After a private message: whether the customer answers in public all the same."""


class Silence(_Part):
    """What happens when nobody answers."""

    after: Annotated[float, Field(ge=1, le=WEEK)] = Field(title="After minutes")
    """Minutes without an answer to this beat's post."""
    go: Id = Field(title="Go to")
    """The beat or ending that silence leads to."""


class Lesson(_Part):
    """What this beat of the guided first run teaches."""

    score: Literal["speed", "empathy", "ownership", "defensiveness"] = Field(title="Score")
    """The score that it is about."""
    before: Line = Field(title="Before the reply")
    """Shown beside the composer."""
    after: Line = Field(title="After the reply")
    """Shown with the score."""


class ModelReply(_Part):
    """A reply written by the author, shown only after an attempt."""

    text: Annotated[str, _text(1000)] = Field(title="Reply")
    """The words."""
    note: Line = Field(title="Note")
    """Why it is good, or where it goes wrong."""


class Models(_Part):
    """A good and a bad reply to the same post."""

    good: ModelReply = Field(title="Good")
    """A reply that would score 80 or more."""
    bad: ModelReply = Field(title="Bad")
    """A tempting one that would score under 50."""


class Beat(_Part):
    """One step of the thread: what is said, and where each answer leads."""

    id: Id = Field(title="Id")
    """Its name in `go`; small letters, digits, - and _."""
    turn: Turn = Field(default=Turn.MIDDLE, title="Turn")
    """Which turn of the talk a reply to it is; the weights depend on it."""
    speaker: str = Field(default="customer", title="Speaker", max_length=31)
    """`customer`, or the handle of a bystander."""
    says: Annotated[tuple[Annotated[str, _text(1000)], ...], Field(min_length=1, max_length=12)] = (
        Field(title="Says")
    )
    """One or more ways to say it; the seed picks one. {promised} becomes the time promised."""
    parts: Annotated[tuple[Line, ...], Field(max_length=8)] | None = Field(
        default=None, title="Parts"
    )
    """What this post asks, part by part, where it differs from the scenario's."""
    facts: Annotated[tuple[KnownFact, ...], Field(max_length=12)] = Field(
        default=(), title="More facts"
    )
    """Facts that become known with this beat; the scenario's stay."""
    flags: Annotated[tuple[Flag, ...], Field(max_length=12)] | None = Field(
        default=None, title="Flags"
    )
    """Circumstances of this beat, in place of the scenario's."""
    fault: Fault | None = Field(default=None, title="Fault")
    """Whose failure it now is known to be."""
    severity: Severity | None = Field(default=None, title="Severity")
    """How grave it has become."""
    emotion_need: Annotated[float, Field(ge=0, le=1)] | None = Field(
        default=None, title="Emotion need"
    )
    """How much feeling the answer has to meet, 0 to 1, in place of the scenario's."""
    silence: Silence | None = Field(default=None, title="Silence")
    """Where it goes when nobody answers."""
    next: Annotated[tuple[GuardedWay, ...], Field(min_length=1, max_length=12)] = Field(
        title="Next"
    )
    """Ways on after a graded reply, tried in order; the last has no `when`."""
    ungraded: Way = Field(title="Ungraded")
    """The way on after a reply that can't be graded (no words, another language)."""
    deleted: Way | None = Field(default=None, title="Deleted")
    """The way on after the trainee deletes this post, in place of the scenario's on_delete."""
    promise_missed: Way | None = Field(default=None, title="Promise missed")
    """The way on when a promised time passes here without an answer."""
    lesson: Lesson | None = Field(default=None, title="Lesson")
    """What it teaches; guided scenarios only."""
    model: Models | None = Field(default=None, title="Model replies")
    """A good and a bad reply, shown after the attempt."""


class Ending(_Part):
    """How a thread can end."""

    id: Id = Field(title="Id")
    """Its name in `go`."""
    outcome: Literal["recovered", "settled", "unresolved", "lost"] = Field(title="Outcome")
    """Recovered: won back. Settled: solved. Unresolved: still open. Lost: gone, and said so."""
    title: Line = Field(title="Title")
    """One line for the debrief."""
    text: Paragraph = Field(title="Text")
    """What happened in the end, and why."""
    says: Annotated[tuple[Annotated[str, _text(1000)], ...], Field(max_length=12)] = Field(
        default=(), title="Last word"
    )
    """The customer's last word; the seed picks one. Left out where they say nothing more."""


class Scenario(_Part):
    """One authored public complaint, format 1."""

    format: Literal[1] = Field(title="Format")
    """The format's number: 1."""
    title: Annotated[str, _text(80)] = Field(title="Title")
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
    voice: Annotated[str, _text(300, shortest=0)] = Field(default="", title="Voice")
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
    for part in _Part.__subclasses__() + Way.__subclasses__():
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
