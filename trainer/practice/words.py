"""Plain words for what the pages show: bands, rules, moods, networks, urgencies.

Numbers say how much; these words say what it means. Every page and every
chart label reads them from here.
"""

from dataclasses import dataclass

from scoring import Channel, Fault, Severity

Tone = str  # "good", "time" or "bad": which verdict style a word wears


@dataclass(frozen=True, kw_only=True)
class Band:
    """A range of total scores (RUBRIC section 3) and the word for it."""

    name: str
    low: int
    high: int
    tone: Tone
    icon: str


BANDS = (
    Band(name="Exemplary", low=85, high=100, tone="good", icon="check"),
    Band(name="Good", low=70, high=84, tone="good", icon="check"),
    Band(name="Needs work", low=50, high=69, tone="time", icon="flat"),
    Band(name="Redo", low=0, high=49, tone="bad", icon="alert"),
)


def band(score: int) -> Band:
    """Return the band that a total score from 0 to 100 falls in."""
    return next(each for each in BANDS if score >= each.low)


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One score as the pages name it."""

    name: str
    label: str
    icon: str
    what: str
    lower_is_better: bool = False

    def on_target(self, score: int) -> bool:
        """Return whether the score lies in the target zone: 75 up, defensiveness 25 down."""
        return score <= 25 if self.lower_is_better else score >= 75


SPEED = Measure(
    name="speed", label="Speed", icon="speed", what="A useful answer, inside the target time."
)
EMPATHY = Measure(
    name="empathy",
    label="Empathy",
    icon="empathy",
    what="What happened to them, in your own words.",
)
OWNERSHIP = Measure(
    name="ownership", label="Ownership", icon="ownership", what="Who will do what, and by when."
)
DEFENSIVENESS = Measure(
    name="defensiveness",
    label="Defensiveness",
    icon="defensiveness",
    what="Excuses, blame, “if you feel”. Lower is better.",
    lower_is_better=True,
)
HEADLINES = (SPEED, EMPATHY, OWNERSHIP, DEFENSIVENESS)
SUPPORTING = (
    Measure(name="helpfulness", label="Helpfulness", icon="help", what="The question, answered."),
    Measure(name="voice", label="Voice", icon="voice", what="One person writing to another."),
    Measure(name="channel_fit", label="Channel", icon="channel", what="Right place, right length."),
    Measure(name="gratitude", label="Gratitude", icon="thanks", what="Thanks that mean something."),
)
MEASURES = {each.name: each for each in HEADLINES + SUPPORTING}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """The plain name of a candidate for the total, and why the rule is there."""

    name: str
    why: str


RULES = {
    "Q": Rule(
        name="Weighted mean of all scores",
        why="A geometric mean: one very low score pulls harder than one high score lifts.",
    ),
    "cap_D": Rule(
        name="Ceiling: defensive wording",
        why="Above 5, each point of defensiveness lowers the ceiling by 1.25. "
        "Charm elsewhere can’t buy it back.",
    ),
    "cap_E": Rule(
        name="Ceiling: empathy",
        why="A reply that passes over what happened to them stops at 60; each point of "
        "empathy lifts that by half a point.",
    ),
    "cap_O": Rule(
        name="Ceiling: ownership",
        why="A reply that nobody stands behind stops at 40; each point of ownership lifts "
        "that by 0.8.",
    ),
    "cap_N": Rule(
        name="Ceiling: openness",
        why="Openness is 100 less defensiveness. Without it the ceiling is 40; each point "
        "lifts it by 0.8.",
    ),
    "cap_H": Rule(
        name="Ceiling: help",
        why="Warm words that solve nothing stay low: the ceiling is 15 plus helpfulness.",
    ),
    "cap_S": Rule(
        name="Ceiling: time taken",
        why="On time, this ceiling is 100. The later the answer, the lower it falls, to 50.",
    ),
    "K1": Rule(
        name="Gate: a complaint was taken down",
        why="Removing a fair complaint scores the whole thread 0. People notice.",
    ),
    "K2": Rule(
        name="Gate: private data in public",
        why="Card numbers, addresses, birth dates and health never belong in a public thread.",
    ),
    "K3": Rule(
        name="Gate: insult, mockery or threat",
        why="Nobody remembers the rest of a reply that insults.",
    ),
    "K5": Rule(
        name="Gate: a promise or fact that does not hold",
        why="It promises what isn’t yours to give, or says what the facts contradict.",
    ),
    "K6": Rule(
        name="Gate: fault conceded too early",
        why="On an injury or legal post, show care without settling whose fault it was.",
    ),
    "K7": Rule(
        name="Gate: safety first",
        why="Where someone may come to harm, the first words tell them what to do.",
    ),
    "K8": Rule(
        name="Gate: nothing said",
        why="An empty, off-topic or “DM us” reply leaves the person where they were.",
    ),
    "K9": Rule(
        name="Gate: copy and paste",
        why="It is nearly the same as one of your recent replies. People spot that.",
    ),
    "K10": Rule(name="Gate: no answer", why="The target passed and nobody answered."),
    "K11": Rule(
        name="Gate: someone else’s failure",
        why="Owning another company’s failure sends the customer the wrong way.",
    ),
}


def rule(name: str) -> Rule:
    """Return the rule by its short name, or a plain stand-in for one from a later rubric."""
    return RULES.get(name, Rule(name=f"Rule {name}", why=""))


@dataclass(frozen=True, kw_only=True)
class Feeling:
    """A word for how someone feels, and how far the horizon leans: 0 to 57 degrees."""

    word: str
    lean: float


def anger_feeling(anger: float) -> Feeling:
    """Return the word and the lean for an anger from 0 to 100."""
    steps = ((15, "Calm"), (35, "Uneasy"), (58, "Upset"), (82, "Angry"))
    word = next((word for limit, word in steps if anger < limit), "Furious")
    return Feeling(word=word, lean=round(0.6 * min(95.0, max(0.0, anger)), 1))


def trust_word(trust: float) -> str:
    """Return the word for a trust from 0 to 100."""
    steps = ((20, "gone"), (40, "thin"), (60, "wavering"), (80, "steady"))
    return next((word for limit, word in steps if trust < limit), "firm")


def patience_word(patience: float) -> str:
    """Return the word for a patience from 0 to 1, which is what speed would score, by 100.

    It holds for a third of the target time, is short from the target on, and is nearly gone from
    twice the target.
    """
    steps = ((0.4, "used up"), (0.6, "nearly gone"), (0.8, "short"), (0.95, "thinning"))
    return next((word for limit, word in steps if patience < limit), "holding")


def crowd_word(sentiment: float) -> str:
    """Return the word for what bystanders think, from -100 to 100."""
    steps = ((-40, "against us"), (-10, "doubtful"), (10, "undecided"), (40, "warming"))
    return next((word for limit, word in steps if sentiment < limit), "with us")


@dataclass(frozen=True, kw_only=True)
class Network:
    """A channel as people call it, and the longest text it takes, in characters.

    `post` is what a customer's first post is called there; `readers` says who reads an answer.
    `is_public` is False where there is nothing to move into private and nothing to take down.
    """

    name: str
    on: str
    limit: int
    answer: str
    private: str = "Private message"
    post: str = "post"
    readers: str = "Everyone watching will read it."
    is_public: bool = True


NETWORKS = {
    Channel.X: Network(name="X", on="on X", limit=280, answer="Public reply"),
    Channel.FACEBOOK: Network(
        name="Facebook",
        on="on Facebook",
        limit=8000,
        answer="Public comment",
    ),
    Channel.INSTAGRAM: Network(
        name="Instagram",
        on="on Instagram",
        limit=2200,
        answer="Public comment",
    ),
    Channel.REVIEW: Network(
        name="Review site",
        on="on a review site",
        limit=4000,
        answer="Public response",
        post="review",
        readers="Everyone who looks the place up will read it.",
    ),
    Channel.APPSTORE: Network(
        name="App store",
        on="in an app store",
        limit=5970,
        answer="Developer response",
        post="review",
        readers="Everyone who looks at the app will read it.",
    ),
    Channel.DIRECT: Network(
        name="Direct message",
        on="in a direct message",
        limit=10_000,
        answer="Message",
        post="message",
        readers="Nobody else reads it, but screenshots travel.",
        is_public=False,
    ),
}


@dataclass(frozen=True, kw_only=True)
class Urgency:
    """A severity as the pages show it: number for its shape, words for what it means."""

    number: int
    label: str


URGENCIES = {
    Severity.P1: Urgency(number=1, label="P1 Safety"),
    Severity.P2: Urgency(number=2, label="P2 Urgent"),
    Severity.P3: Urgency(number=3, label="P3 Normal"),
    Severity.P4: Urgency(number=4, label="P4 Praise or question"),
}
FAULTS = {
    Fault.OURS: "Ours, confirmed",
    Fault.UNCLEAR: "Not clear yet",
    Fault.NOT_OURS: "Not ours",
}
DIFFICULTIES = {1: "Gentle", 2: "Steady", 3: "Hard"}
OUTCOMES = {
    "recovered": "Won back",
    "settled": "Settled",
    "unresolved": "Left open",
    "lost": "Lost",
}


ACTS = {
    "reply": "Reply",
    "private": "Private message",
    "hold": "Holding reply",
    "delete": "Deleted the post",
    "none": "No reply",
}
"""What the trainee did, as the debrief names it."""


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith((".", "?", "!", "…", "”", '"')) else f"{text}."


def minutes(value: float) -> str:
    """Return a length of simulated time as people say it: "4 min", "1 h 20 min", "3 days"."""
    whole = round(value)
    if whole < 1:
        return "under a minute"
    if whole < 60:
        return f"{whole} min"
    hours, rest = divmod(whole, 60)
    if hours < 48:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{round(hours / 24)} days"
