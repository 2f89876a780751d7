"""How one reply lands: what the model of feelings reads from an assessment."""

from dataclasses import dataclass

from scenarios.parameters import PARAMETERS
from scoring import Assessment

GRAVE_GATES = frozenset({"K2", "K3", "K7"})
"""Gates that act on the thread like an attack, whatever the wording."""


@dataclass(frozen=True, kw_only=True)
class Impression:
    """How one reply lands: the scores 0-100 that the model reads, and what the gates add.

    Unscored dimensions are None and drop out of each mean. `speed` is 100 when untimed.
    """

    speed: float
    empathy: float
    ownership: float | None
    defensiveness: float
    helpfulness: float
    voice: float
    channel_fit: float
    is_grave: bool = False
    is_lie: bool = False

    @property
    def harm(self) -> float:
        """d, 0-1: defensiveness, or more under a grave gate."""
        share = self.defensiveness / 100
        return max(share, PARAMETERS.grave_harm) if self.is_grave else share

    @property
    def quality(self) -> float:
        """q, 0-1: what was said and done, without defensiveness, in good time."""
        content = weighted_mean(
            (0.40, self.empathy), (0.30, self.ownership), (0.30, self.helpfulness)
        )
        return content / 100 * (1 - self.harm) * (0.5 + 0.5 * self.speed / 100)

    @property
    def trust_quality(self) -> float:
        """qT, 0-1: the same for trust, where ownership counts most."""
        content = weighted_mean(
            (0.35, self.ownership),
            (0.25, self.helpfulness),
            (0.25, self.empathy),
            (0.15, self.speed),
        )
        return content / 100 * (1 - self.harm)


def impression(card: Assessment) -> Impression:
    """Return how a graded assessment lands. An untimed one counts as answered at once.

    Under praise and plain questions defensiveness is unscored, but what its cues cost the
    total still stands in the ceiling `cap_D`, and is read from there.
    """
    rules = {ceiling.rule for ceiling in card.ceilings}
    return Impression(
        speed=100.0 if card.speed is None else float(card.speed),
        empathy=float(card.empathy.value or 0),
        ownership=None if card.ownership.value is None else float(card.ownership.value),
        defensiveness=_defensiveness(card),
        helpfulness=float(card.helpfulness.value or 0),
        voice=float(card.voice.value or 0),
        channel_fit=float(card.channel_fit.value or 0),
        is_grave=bool(rules & GRAVE_GATES),
        is_lie=any(move.name == "against_facts" for move in card.moves),
    )


def weighted_mean(*terms: tuple[float, float | None]) -> float:
    """Return the weighted mean of the values that are there."""
    present = [(weight, value) for weight, value in terms if value is not None]
    return sum(weight * value for weight, value in present) / sum(weight for weight, _ in present)


def _defensiveness(card: Assessment) -> float:
    if card.defensiveness.value is not None:
        return float(card.defensiveness.value)
    caps = [ceiling.value for ceiling in card.ceilings if ceiling.rule == "cap_D"]
    lowest = min(caps, default=100.0)
    return min(100.0, 5 + (100 - lowest) / 1.25) if lowest < 100 else 0.0
