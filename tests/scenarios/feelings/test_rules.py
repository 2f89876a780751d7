"""Single rules of how the customer and the audience feel."""

from dataclasses import replace

import pytest

from scenarios import state as feeling
from scenarios.impression import impression
from scoring import Ceiling
from tests.scenarios.builders import make_assessment
from tests.scenarios.feelings.moods import (
    DEFENSIVE,
    GOOD,
    MIDDLING,
    TARGET,
    answered,
    opening,
    said,
)


def test_anger_cools_to_a_floor_that_justice_sets_and_slower_for_graver_cases():
    ends = [
        answered(opening(severity=severity), 1, GOOD, 241).anger for severity in ("P4", "P3", "P1")
    ]
    floor = 0.6 * (100 - answered(opening(), 1, GOOD, 1).justice.whole)

    assert ends == sorted(ends)
    assert ends[0] >= min(floor, ends[0])
    assert answered(opening(), 1, GOOD, 50_000).anger == pytest.approx(
        min(floor, answered(opening(), 1, GOOD, 1).anger), abs=0.1
    )


def test_vindictive_customer_is_hardly_calmed():
    constructive = answered(opening(), 10, GOOD, 10)
    vindictive = answered(opening(is_vindictive=True), 10, GOOD, 10)

    calmed, hardly = 55 - constructive.anger, 55 - vindictive.anger
    assert 0 < hardly < 0.2 * calmed


def test_private_message_calms_the_customer_and_leaves_the_audience_waiting():
    start = feeling.wait_until(opening(), 20)

    after = feeling.hear(start, said(*GOOD, minute=20), in_public=False)
    later = feeling.wait_until(after, 600)

    assert after.anger < start.anger
    assert after.sentiment == start.sentiment
    assert later.sentiment < after.sentiment
    assert later.trust == after.trust


def test_customer_who_returns_after_an_answer_starts_a_new_wait():
    after = answered(opening(), 30, MIDDLING, 50)

    returned = feeling.hear_customer(after, target=2 * TARGET, in_public=True)

    assert returned.private_wait == feeling.Wait(since=50, target=2 * TARGET)
    assert returned.best == 0


def test_customer_who_asks_again_unanswered_keeps_the_old_clock():
    start = feeling.wait_until(opening(), 50)

    asked_again = feeling.hear_customer(start, target=2 * TARGET, in_public=True)

    assert asked_again.private_wait == start.private_wait


def test_graver_second_post_shortens_the_target_of_the_wait_that_goes_on():
    start = feeling.wait_until(opening(), 50)

    asked_again = feeling.hear_customer(start, target=15, in_public=True)

    assert asked_again.private_wait.since == 0
    assert asked_again.private_wait.target == 15


@pytest.mark.parametrize("why", ["failed recovery", "broken promise"])
def test_harm_weighs_more_after(why):
    fresh = replace(opening(), anger=50.0)
    hurt = replace(fresh, has_failed=why == "failed recovery", has_broken=why == "broken promise")
    sneer = said(0, 0, 40, 0, 0, 0)

    usual, worse = (feeling.hear(each, sneer, in_public=True).anger - 50 for each in (fresh, hurt))

    assert worse == pytest.approx(1.5 * usual)


def test_recovery_has_failed_when_the_customer_returns_to_little_justice():
    unfair = answered(opening(), 10, DEFENSIVE, 20)
    fair = answered(opening(), 10, GOOD, 20)

    returns = [
        feeling.hear_customer(each, target=2 * TARGET, in_public=True) for each in (unfair, fair)
    ]

    assert [each.has_failed for each in returns] == [True, False]


def test_missed_promise_angers_costs_trust_and_makes_the_wait_weigh_in_full():
    held = feeling.hear_hold(
        feeling.wait_until(opening(), 10), said(20, 45, 0, 10, 50, 50), is_dated=True
    )

    missed = feeling.miss_promise(feeling.wait_until(held, 40))

    assert missed.anger > held.anger
    assert missed.trust < 0.7 * held.trust
    assert (held.private_wait.weight, missed.private_wait.weight) == (0.5, 1.0)
    assert missed.private_wait.since == 0
    assert missed.has_broken


def test_promise_missed_after_an_answer_starts_a_new_wait():
    after = answered(opening(), 10, GOOD, 60)

    missed = feeling.miss_promise(after)

    assert missed.private_wait == feeling.Wait(since=60, target=TARGET)
    assert missed.best == 0


def test_holding_reply_eases_the_wait_and_gains_nothing():
    start = feeling.wait_until(opening(), 10)

    held = feeling.hear_hold(start, said(100, 100, 0, 100, 100, 100), is_dated=True)

    assert held.mood == replace(start.mood, patience=held.mood.patience)
    assert feeling.wait_until(held, 200).anger < feeling.wait_until(start, 200).anger


def test_holding_reply_that_sneers_harms_and_does_not_ease():
    start = feeling.wait_until(opening(), 10)

    held = feeling.hear_hold(start, said(0, 0, 80, 0, 0, 0), is_dated=True)

    assert held.anger > start.anger
    assert held.trust < start.trust
    assert held.sentiment < start.sentiment
    assert held.private_wait.weight == 1


def test_lie_costs_half_the_trust_and_lowers_its_limit_for_good():
    after = feeling.hear(opening(), said(*GOOD, is_lie=True), in_public=True)

    assert after.trust < 40
    assert after.trust_limit == 70


@pytest.mark.parametrize("rule", ["K2", "K3", "K7"])
def test_grave_gate_lands_like_an_attack(rule):
    card = make_assessment(overall=10, defensiveness=5, rules=[rule])

    assert impression(card).harm == 0.8


def test_untimed_reply_lands_as_if_at_once():
    assert impression(make_assessment(speed=None)).speed == 100


def test_cues_under_praise_land_though_defensiveness_is_not_scored():
    card = make_assessment(ownership=None, defensiveness=None)
    sneering = replace(card, ceilings=(Ceiling(rule="cap_D", value=37.5),))

    assert impression(card).defensiveness == 0
    assert impression(sneering).defensiveness == pytest.approx(55)


def test_scores_that_are_not_there_drop_out_of_the_quality():
    praise = impression(make_assessment(overall=80, speed=None, ownership=None, defensiveness=None))

    assert praise.quality == pytest.approx(0.8)
