"""The rates of the model of feelings, each with its unit and where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """The rates of the model. [D] marks a design choice with no source for its size.

    Directions: waiting angers (Taylor 1992-95, Istanbulluoglu 2017); trust falls faster than it
    grows (Schweitzer et al. 2006; Knox & van Oest 2014); importance lengthens emotion
    (Verduyn & Lavrijsen 2015); justice weights in the order of Orsingher et al. (2010).
    """

    anger_per_target: float = 0.08
    """alpha: pull of anger towards 100 per target time of waiting. [D]"""
    trust_per_target: float = 0.03
    """tau: share of trust lost per target time of waiting. [D]"""
    sentiment_per_target: float = 0.03
    """beta: pull of sentiment towards -100 per target time of waiting. [D]"""
    anger_half_life: float = 240.0
    """h: minutes in which anger above its floor halves once answered, at P3. [D]"""
    calm: float = 0.6
    """gg: share of anger that a perfect reply takes away. [D]"""
    vindictive_calm: float = 0.1
    """What remains of `calm` with a vindictive customer (Weitzl 2019). [D] size"""
    harm: float = 0.5
    """gb: share of the way to 100 that full defensiveness drives anger. [D]"""
    harm_after_failure: float = 1.5
    """Factor on `harm` after a failed recovery or a broken promise (Joireman et al. 2013). [D]"""
    harm_limit: float = 0.9
    """The most that `harm` can become. [D]"""
    trust_gain: float = 0.25
    """kp: share of the way to its limit that a perfect reply lifts trust. [D]"""
    trust_loss: float = 0.5
    """km: share of trust that full harm costs. [D]"""
    justice_step: float = 0.5
    """etaJ: share of the way to its target that justice moves per reply. [D]"""
    sentiment_step: float = 0.4
    """gamma: share of the way to its target that sentiment moves per public reply. [D]"""
    failed_recovery: float = 40.0
    """Justice under which a customer who returns counts as failed. [D]"""
    trust_limit: float = 95.0
    """The most that trust can be; never above what it was before the failure. [D]"""
    trust_limit_after_lie: float = 70.0
    """The most that trust can be after deceit or deletion (Schweitzer et al. 2006). [D] size"""
    grave_harm: float = 0.8
    """Least harm, 0-1, of a reply under gate K2, K3 or K7. [D]"""
    broken_promise: float = 0.8
    """Harm to trust, 0-1, of a promise that falls due unmet. [D]"""
    holding_weight: float = 0.5
    """Waiting weight while a holding reply's promise is open: RUBRIC 2.1 halves that wait. [D]"""


PARAMETERS = Parameters()
