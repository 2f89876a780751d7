"""The rubric's section 4: its worked example, and every property that does not concern reach."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenarios import state as feeling
from tests.scenarios.feelings.moods import (
    DAY,
    DEFENSIVE,
    GOOD,
    MIDDLING,
    TARGET,
    TINY,
    answered,
    decent_scores,
    deleted,
    is_no_worse,
    minutes,
    opening,
    points,
    said,
    scores,
    starts,
)


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


@given(starts, st.lists(st.integers(0, 600), min_size=1, max_size=6))
def test_looking_on_whole_minutes_changes_no_bit(start, looks):
    end = max(looks)
    looked_at = start

    for minute in sorted(looks):
        looked_at = feeling.wait_until(looked_at, float(minute))

    assert looked_at == feeling.wait_until(start, float(end))
