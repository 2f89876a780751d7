"""What is felt: the state of the customer and of the onlookers (rubric, section 4)."""

from dataclasses import dataclass

from scoring import Severity, speed_curve


@dataclass(frozen=True, kw_only=True)
class Justice:
    """How fairly the customer feels treated, each 0-100: outcome, manner, procedure."""

    outcome: float = 30.0
    manner: float = 30.0
    procedure: float = 30.0

    @property
    def whole(self) -> float:
        """J, 0-100: 0.45 outcome + 0.35 manner + 0.20 procedure."""
        return 0.45 * self.outcome + 0.35 * self.manner + 0.20 * self.procedure


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One wait for an answer: since which minute, against which target, and how much it weighs.

    `weight` is 1 while nobody has answered and falls towards 0 as the answers get better.
    `is_answered` says whether any graded answer came since; only then does the next post of the
    customer start a new wait. Otherwise they are still waiting for the first.
    """

    since: float
    target: float
    weight: float = 1.0
    is_answered: bool = False

    def share(self, minute: float) -> float:
        """Return u, the wait at that minute as a share of the target, 0 or more."""
        return max(0.0, minute - self.since) / self.target


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The place of the crowd model: impressions, and those that do harm, both 0 or more.

    No scenario of format 1 fills it; `Feelings.reach` and `RunState.reach` are None.
    """

    impressions: float
    harmful: float


@dataclass(frozen=True, kw_only=True)
class Mood:
    """What shows: anger, trust and justice 0-100, patience 0-1, sentiment -100 to 100."""

    anger: float
    trust: float
    patience: float
    justice: float
    sentiment: float


@dataclass(frozen=True, kw_only=True)
class Feelings:
    """The whole state of the model at `minute`.

    Two waits run side by side: the customer's, and the public's, which a private message does
    not end. `best` is the quality (0-1) of the best reply to the present post, so that saying
    the same again gains nothing; `is_tried` says whether any graded reply came to it.
    `trust_limit` never rises. `has_failed` and `has_broken` raise the harm of what follows.
    """

    minute: float
    anger: float
    trust: float
    sentiment: float
    justice: Justice
    trust_limit: float
    private_wait: Wait
    public_wait: Wait
    severity: Severity = Severity.P3
    is_vindictive: bool = False
    best: float = 0.0
    is_tried: bool = False
    has_failed: bool = False
    has_broken: bool = False
    reach: Reach | None = None

    @property
    def mood(self) -> Mood:
        """The state as the page and the guards see it."""
        wait = self.private_wait
        lost = 1 - speed_curve(wait.share(self.minute)) / 100
        return Mood(
            anger=self.anger,
            trust=self.trust,
            patience=1 - wait.weight * lost,
            justice=self.justice.whole,
            sentiment=self.sentiment,
        )
