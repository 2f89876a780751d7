"""The scorer against a panel of language-model raters; no person was studied."""

import pytest

from tests.agreement import agreements, rated_replies

WANTED_ON_OVERALL = 0.60


@pytest.fixture(scope="module")
def measured():
    return {agreement.score: agreement for agreement in agreements(rated_replies())}


def test_overall_orders_replies_as_the_panel_does(measured):
    assert measured["overall"].spearman >= WANTED_ON_OVERALL


@pytest.mark.parametrize("score", ["empathy", "ownership", "defensiveness", "helpfulness"])
def test_each_score_goes_the_way_the_panel_does(measured, score):
    assert measured[score].spearman > 0.3


def test_every_english_reply_is_graded(measured):
    assert measured["overall"].rows == len(rated_replies())
