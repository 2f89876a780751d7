"""The rubric's version file: every number as RUBRIC section 3 prints it, and none out of place."""

import pytest
from pydantic import ValidationError

from scoring import Channel, Turn
from scoring.rubric import Weights, load

PRINTED = {
    Turn.FIRST: (0.20, 0.18, 0.18, 0.18, 0.18, 0.04, 0.02, 0.02),
    Turn.MIDDLE: (0.20, 0.12, 0.20, 0.20, 0.20, 0.04, 0.03, 0.01),
    Turn.CLOSING: (0.15, 0.17, 0.18, 0.20, 0.18, 0.05, 0.03, 0.04),
}
TARGETS = {
    Channel.X: 60,
    Channel.FACEBOOK: 180,
    Channel.INSTAGRAM: 180,
    Channel.REVIEW: 1440,
    Channel.APPSTORE: 1440,
    Channel.DIRECT: 60,
}


@pytest.mark.parametrize("turn", Turn)
def test_weights_are_those_printed(turn):
    assert tuple(load().weights[turn].model_dump().values()) == PRINTED[turn]


def test_targets_are_those_printed():
    assert load().target_minutes == TARGETS


def test_weights_that_do_not_sum_to_one_are_refused():
    weights = load().weights[Turn.FIRST].model_dump()

    with pytest.raises(ValidationError, match=r"sum to 1\.1"):
        Weights(**{**weights, "S": 0.3})
