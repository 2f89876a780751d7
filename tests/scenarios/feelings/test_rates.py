"""How much hangs on the rates."""

from dataclasses import replace
from random import Random

import pytest
from scipy.stats import spearmanr

from scenarios import state as feeling
from tests.scenarios.feelings.moods import DAY, answered, opening

RATES = (
    "anger_per_target",
    "trust_per_target",
    "sentiment_per_target",
    "anger_half_life",
    "calm",
    "harm",
    "trust_gain",
    "trust_loss",
    "justice_step",
    "sentiment_step",
)


def _replies():
    """Twenty replies, the same in every run of the tests."""
    random = Random(20)
    return [tuple(random.randint(0, 100) for _ in range(6)) for _ in range(20)]


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("factor", [0.5, 2])
def test_halving_or_doubling_a_rate_keeps_the_order_of_replies(monkeypatch, rate, factor):
    before = [answered(opening(), 20, marks, DAY) for marks in _replies()]

    changed = replace(feeling.PARAMETERS, **{rate: factor * getattr(feeling.PARAMETERS, rate)})
    monkeypatch.setattr(feeling, "PARAMETERS", changed)
    after = [answered(opening(), 20, marks, DAY) for marks in _replies()]

    for name in ("anger", "trust", "sentiment"):
        old, new = ([getattr(end, name) for end in ends] for ends in (before, after))
        assert spearmanr(old, new).statistic >= 0.9
