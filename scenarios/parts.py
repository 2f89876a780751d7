"""The parts of a scenario file, from the brand to its endings, as models.

Every field has a title and a description, because trainers read them in their editor.
"""

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
from scoring import Fault, Flag, Severity, Turn

WEEK = 10_080
"""Minutes in a week: the longest that anything in a run can take."""

YEAR = 525_600
"""Minutes in a year: the longest that an offer may take to be carried out."""


def text_of(longest: int, *, shortest: int = 1) -> Any:
    """Return the constraint of a text of so many characters, without spaces around it."""
    return StringConstraints(strip_whitespace=True, min_length=shortest, max_length=longest)


Name = Annotated[str, text_of(60)]
Line = Annotated[str, text_of(300)]
Words = Annotated[str, text_of(1000)]
Paragraph = Annotated[str, text_of(2000)]
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


class Part(BaseModel):
    """Immutable, and closed: a field that the format does not know is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Brand(Part):
    """The invented company whose voice the trainee is."""

    name: Name = Field(title="Name")
    """The company, invented: never a real one."""
    handle: Handle = Field(title="Handle")
    """Its account, with the @."""
    signature: Annotated[str, text_of(20, shortest=0)] = Field(default="", title="Signature")
    """How this agent signs, e.g. ^Jo. Empty where the brand does not sign."""
    playful: bool = Field(default=False, title="Playful brand")
    """Whether the brand jokes. Off for nearly every brand; humour is never required."""


class Customer(Part):
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


class Bystander(Part):
    """Someone else in the thread."""

    name: Name = Field(title="Name")
    """Their name as the network shows it."""
    handle: Handle = Field(title="Handle")
    """Their account, with the @; a beat's `speaker` names them by it."""


class Start(Part):
    """How everyone feels when the opening post goes up."""

    anger: Points = Field(default=55.0, title="Anger")
    """The customer's anger, 0 calm to 100 furious."""
    trust: Points = Field(default=60.0, title="Trust")
    """Their trust in the brand now, 0 to 100."""
    trust_before: Points = Field(default=75.0, title="Trust before it went wrong")
    """Their trust before the failure. It can't be won back beyond this."""
    sentiment: Annotated[float, Field(ge=-100, le=100)] = Field(default=-20.0, title="Audience")
    """What onlookers think of the brand, -100 to 100."""


class KnownFact(Part):
    """One thing that is true in this case, shown to the trainee."""

    label: Name = Field(title="Label")
    """What it is about, e.g. Parcel."""
    text: Line = Field(title="Fact")
    """The fact itself. A reply against it is capped."""


class Offer(Part):
    """Something that the trainee may offer."""

    action: Line = Field(title="What may be offered")
    """In words that a reply could use."""
    within: Annotated[float, Field(ge=0, le=YEAR)] | None = Field(
        default=None, title="Within minutes"
    )
    """How soon it can happen, in minutes; left out where time does not matter."""


class Way(Part):
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


class Silence(Part):
    """What happens when nobody answers."""

    after: Annotated[float, Field(ge=1, le=WEEK)] = Field(title="After minutes")
    """Minutes without an answer to this beat's post."""
    go: Id = Field(title="Go to")
    """The beat or ending that silence leads to."""


class Chime(Part):
    """What a bystander adds. It moves no feeling, leads nowhere and asks for no answer."""

    by: Handle = Field(title="By")
    """The bystander's handle."""
    after: Minutes = Field(default=2.0, title="After minutes")
    """Minutes after the post that it follows; unsaid once the next one is up."""
    says: Annotated[tuple[Words, ...], Field(min_length=1, max_length=12)] = Field(title="Says")
    """One or more ways to say it; the seed picks one."""


Chimes = Annotated[tuple[Chime, ...], Field(max_length=6)]


class Lesson(Part):
    """What this beat of the guided first run teaches."""

    score: Literal["speed", "empathy", "ownership", "defensiveness"] = Field(title="Score")
    """The score that it is about."""
    before: Line = Field(title="Before the reply")
    """Shown beside the composer."""
    after: Line = Field(title="After the reply")
    """Shown with the score."""


class ModelReply(Part):
    """A reply written by the author, shown only after an attempt."""

    text: Words = Field(title="Reply")
    """The words."""
    note: Line = Field(title="Note")
    """Why it is good, or where it goes wrong."""


class Models(Part):
    """A good and a bad reply to the same post."""

    good: ModelReply = Field(title="Good")
    """A reply that would score 80 or more."""
    bad: ModelReply = Field(title="Bad")
    """A tempting one that would score under 50."""


class Beat(Part):
    """One step of the thread: what is said, and where each answer leads."""

    id: Id = Field(title="Id")
    """Its name in `go`; small letters, digits, - and _."""
    turn: Turn = Field(default=Turn.MIDDLE, title="Turn")
    """Which turn of the talk a reply to it is; the weights depend on it."""
    speaker: str = Field(default="customer", title="Speaker", max_length=31)
    """`customer`, or the handle of a bystander."""
    says: Annotated[tuple[Words, ...], Field(min_length=1, max_length=12)] = Field(title="Says")
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
    chimes: Chimes = Field(default=(), title="Chimes")
    """What bystanders add below this post, where it is public."""
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


class Ending(Part):
    """How a thread can end."""

    id: Id = Field(title="Id")
    """Its name in `go`."""
    outcome: Literal["recovered", "settled", "unresolved", "lost"] = Field(title="Outcome")
    """Recovered: won back. Settled: solved. Unresolved: still open. Lost: gone, and said so."""
    title: Line = Field(title="Title")
    """One line for the debrief."""
    text: Paragraph = Field(title="Text")
    """What happened in the end, and why."""
    says: Annotated[tuple[Words, ...], Field(max_length=12)] = Field(default=(), title="Last word")
    """The customer's last word; the seed picks one. Left out where they say nothing more."""
    chimes: Chimes = Field(default=(), title="Chimes")
    """What bystanders add at the end, all at once, where it came in public."""
