"""The rubric's section 4: its worked example, and every property that does not concern reach."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from scenarios import state as feeling
from scenarios.feelings import Feelings
from scenarios.impression import Impression, impression
from scoring import Ceiling, Severity, speed_curve
from tests.scenarios.builders import make_assessment

TARGET = 60.0
DAY = 1440.0
TINY = 1e-9

GOOD = (85, 90, 2, 85, 85, 90)
MIDDLING = (45, 50, 15, 50, 50, 60)
DEFENSIVE = (15, 20, 70, 30, 20, 40)
DELETED = (0, 0, 100, 0, 0, 0)

points = st.integers(0, 100)
scores = st.tuples(points, points, points, points, points, points)
decent_scores = st.tuples(
    st.integers(70, 100),
    st.integers(70, 100),
    st.integers(0, 15),
    st.integers(70, 100),
    points,
    points,
)
minutes = st.floats(0, 600).map(lambda minute: round(minute, 2))
starts = st.builds(
    lambda anger, trust, sentiment, severity: opening(
        anger=anger, trust=trust, sentiment=sentiment, severity=severity
    ),
    st.floats(0, 100),
    st.floats(0, 75),
    st.floats(-100, 100),
    st.sampled_from(Severity),
)


def opening(**fields):
    usual = {"anger": 55.0, "trust": 60.0, "trust_before": 75.0, "sentiment": -20.0}
    return feeling.opening(**({"target": TARGET} | usual | fields))


def said(e, o, d, h, v, c, *, minute=0.0, target=TARGET, **gates):
    return Impression(
        speed=speed_curve(minute / target),
        empathy=e,
        ownership=o,
        defensiveness=d,
        helpfulness=h,
        voice=v,
        channel_fit=c,
        **gates,
    )


def answered(start: Feelings, minute: float, marks, until: float) -> Feelings:
    reply = said(*marks, minute=minute, target=start.private_wait.target)
    heard = feeling.hear(feeling.wait_until(start, minute), reply, in_public=True)
    return feeling.wait_until(heard, until)


def deleted(start: Feelings, minute: float, until: float) -> Feelings:
    reply = said(*DELETED, minute=minute)
    return feeling.wait_until(feeling.see_deletion(feeling.wait_until(start, minute), reply), until)


def is_no_worse(left: Feelings, right: Feelings) -> bool:
    return (
        left.anger <= right.anger + TINY
        and left.trust >= right.trust - TINY
        and left.sentiment >= right.sentiment - TINY
        and left.justice.whole >= right.justice.whole - TINY
    )


# --- The worked example --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "anger", "trust", "sentiment"),
    [
        pytest.param(feeling.wait_until(opening(), DAY), 93, 31, -59, id="silence"),
        pytest.param(answered(opening(), 20, GOOD, DAY), 24, 63, 18, id="good at 20 minutes"),
        pytest.param(answered(opening(), 240, GOOD, DAY), 27, 59, 15, id="good at 4 hours"),
        pytest.param(answered(opening(), 20, MIDDLING, DAY), 40, 50, -23, id="middling at 20"),
        pytest.param(answered(opening(), 10, DEFENSIVE, DAY), 84, 22, -70, id="defensive at 10"),
        pytest.param(deleted(opening(), 20, DAY), 100, 15, -100, id="deleted"),
    ],
)
def test_worked_example_ends_within_a_point(end, anger, trust, sentiment):
    assert end.anger == pytest.approx(anger, abs=1)
    assert end.trust == pytest.approx(trust, abs=1)
    assert end.sentiment == pytest.approx(sentiment, abs=1)


# --- The eight properties ------------------------------------------------------------------


@given(starts, minutes, scores, st.integers(0, 5), st.integers(1, 100))
def test_1_a_better_reply_never_makes_anything_worse(start, minute, marks, place, step):
    better = list(marks)
    better[place] += -step if place == 2 else step
    assume(0 <= better[place] <= 100)

    for later in (minute, minute + 300):
        left, right = (answered(start, minute, each, later) for each in (better, marks))

        assert is_no_worse(left, right)


@given(starts, minutes, minutes)
def test_2_silence_never_calms_and_never_wins(start, first, second):
    earlier = feeling.wait_until(start, min(first, second))
    later = feeling.wait_until(start, max(first, second))

    assert is_no_worse(earlier, later)
    assert earlier.mood.patience >= later.mood.patience - TINY


@given(starts, minutes, minutes, decent_scores)
def test_3_a_good_reply_is_never_better_sent_later(start, first, second, marks):
    early, late = sorted((first, second))
    assume(said(*marks, minute=early).quality >= 0.5)

    for later in (late, 900.0):
        assert is_no_worse(
            answered(start, early, marks, later), answered(start, late, marks, later)
        )


def test_3_does_not_hold_for_harmful_replies_so_rushing_one_out_does_not_pay():
    blame = (0, 0, 60, 0, 60, 60)

    rushed, late = (answered(opening(), minute, blame, 900) for minute in (1.0, 400.0))

    assert rushed.sentiment < late.sentiment


@given(starts, minutes, scores, minutes)
def test_4_deleting_is_at_least_as_bad_as_any_reply(start, minute, marks, wait):
    later = minute + wait
    gone, reply = deleted(start, minute, later), answered(start, minute, marks, later)

    assert gone.anger >= reply.anger - TINY
    assert gone.trust <= reply.trust + TINY
    assert gone.sentiment <= reply.sentiment + TINY


@given(starts, minutes, scores)
def test_5_saying_the_same_again_gains_nothing(start, minute, marks):
    reply = said(*marks, minute=minute)
    once = feeling.hear(feeling.wait_until(start, minute), reply, in_public=True)

    twice = feeling.hear(once, reply, in_public=True)

    assert is_no_worse(once, twice)


@st.composite
def lives(draw):
    """Anything that can happen to a customer, in any order."""
    now = draw(starts)
    for _ in range(draw(st.integers(1, 8))):
        now = feeling.wait_until(now, now.minute + draw(minutes))
        reply = said(*draw(scores), is_grave=draw(st.booleans()), is_lie=draw(st.booleans()))
        happening = draw(st.sampled_from(["hear", "whisper", "hold", "delete", "miss", "return"]))
        if happening == "hear":
            now = feeling.hear(now, reply, in_public=True)
        elif happening == "whisper":
            now = feeling.hear(now, reply, in_public=False)
        elif happening == "hold":
            now = feeling.hear_hold(now, reply, is_dated=True)
        elif happening == "delete":
            now = feeling.see_deletion(now, reply)
        elif happening == "miss":
            now = feeling.miss_promise(now)
        else:
            now = feeling.hear_customer(now, target=2 * TARGET, in_public=draw(st.booleans()))
    return now


@given(lives())
def test_6_every_value_stays_in_its_range_and_trust_under_its_limit(end):
    mood = end.mood

    assert -TINY <= mood.anger <= 100 + TINY
    assert -TINY <= mood.trust <= min(95, end.trust_limit) + TINY
    assert -100 - TINY <= mood.sentiment <= 100 + TINY
    assert -TINY <= mood.patience <= 1 + TINY
    assert -TINY <= mood.justice <= 100 + TINY


@given(st.integers(1, 300), st.integers(0, 600), scores, st.sampled_from([2, 3, 5]))
def test_7_only_time_as_a_share_of_the_target_matters(minute, wait, marks, factor):
    usual = feeling.PARAMETERS.anger_half_life

    plain = answered(opening(), minute, marks, minute + wait)
    with pytest.MonkeyPatch.context() as patch:
        stretched_rates = replace(feeling.PARAMETERS, anger_half_life=usual * factor)
        patch.setattr(feeling, "PARAMETERS", stretched_rates)
        start = opening(target=TARGET * factor)
        stretched = answered(start, minute * factor, marks, (minute + wait) * factor)

    assert stretched.mood.anger == pytest.approx(plain.mood.anger, abs=0.01)
    assert stretched.mood.trust == pytest.approx(plain.mood.trust, abs=1e-6)
    assert stretched.mood.sentiment == pytest.approx(plain.mood.sentiment, abs=1e-6)
    assert stretched.mood.patience == pytest.approx(plain.mood.patience, abs=1e-6)
    assert stretched.mood.justice == pytest.approx(plain.mood.justice, abs=1e-6)


@given(starts, minutes, points, points, points)
def test_8_an_empty_reply_gains_nothing_and_does_not_restart_the_wait(start, minute, d, v, c):
    before = feeling.wait_until(start, minute)

    after = feeling.hear(before, said(0, 0, d, 0, v, c, minute=minute), in_public=True)
    asked_again = feeling.hear_customer(after, target=2 * TARGET, in_public=True)

    assert is_no_worse(before, after)
    assert after.private_wait == before.private_wait
    assert asked_again.private_wait.since == 0


# --- How much hangs on the rates -----------------------------------------------------------

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


# --- The grid ------------------------------------------------------------------------------


@given(starts, st.lists(st.integers(0, 600), min_size=1, max_size=6))
def test_looking_on_whole_minutes_changes_no_bit(start, looks):
    end = max(looks)
    looked_at = start

    for minute in sorted(looks):
        looked_at = feeling.wait_until(looked_at, float(minute))

    assert looked_at == feeling.wait_until(start, float(end))


# --- Single rules --------------------------------------------------------------------------


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
