"""How a customer and the onlookers feel: the deterministic response to scores and to waiting.

Section 4 of the rubric. It teaches direction; it does not predict people. Times are simulated
minutes. Every step is solved in closed form on a fixed, absolute one-minute grid, so a run that
is looked at in between is the same, to the bit, as one that is not.
"""

import math
from dataclasses import replace

from scenarios.feelings import Feelings, Justice, Wait
from scenarios.impression import Impression, weighted_mean
from scenarios.parameters import PARAMETERS
from scoring import Severity

_HALF_LIFE_FACTOR = {Severity.P1: 3.0, Severity.P2: 2.0, Severity.P3: 1.0, Severity.P4: 0.5}


def opening(
    *,
    anger: float,
    trust: float,
    trust_before: float,
    sentiment: float,
    target: float,
    severity: Severity = Severity.P3,
    is_vindictive: bool = False,
) -> Feelings:
    """Return the feelings at minute 0, when the opening post goes up and the wait begins."""
    wait = Wait(since=0.0, target=target)
    limit = min(PARAMETERS.trust_limit, trust_before)
    return Feelings(
        minute=0.0,
        anger=anger,
        trust=min(trust, limit),
        sentiment=sentiment,
        justice=Justice(),
        trust_limit=limit,
        private_wait=wait,
        public_wait=wait,
        severity=severity,
        is_vindictive=is_vindictive,
    )


def wait_until(feelings: Feelings, minute: float) -> Feelings:
    """Return the feelings at a later minute, if nobody does anything.

    Steps end at whole minutes. Within a step, growth by waiting and decay towards the floor are
    solved together, with the mean rate of growth over the step.
    """
    if minute <= feelings.minute:
        return feelings
    wait, audience = feelings.private_wait, feelings.public_wait
    now, anger, trust = feelings.minute, feelings.anger, feelings.trust
    sentiment = feelings.sentiment
    floor = 0.6 * (100 - feelings.justice.whole)
    half_life = PARAMETERS.anger_half_life * _HALF_LIFE_FACTOR[feelings.severity]
    cooling = math.log(2) / half_life * (1 - wait.weight)
    while now < minute:
        then = min(math.floor(now) + 1.0, minute)
        waited = _strain(wait, now, then)
        watched = waited if audience == wait else _strain(audience, now, then)
        heat = PARAMETERS.anger_per_target * waited
        anger = _anger_after(anger, heat=heat, cooling=cooling * (then - now), floor=floor)
        trust *= math.exp(-PARAMETERS.trust_per_target * waited)
        doubt = math.exp(-PARAMETERS.sentiment_per_target * watched)
        sentiment = (sentiment + 100) * doubt - 100
        now = then
    return replace(feelings, minute=minute, anger=anger, trust=trust, sentiment=sentiment)


def hear(feelings: Feelings, said: Impression, *, in_public: bool) -> Feelings:
    """Return the feelings after a graded reply, public or private."""
    quality = said.quality
    fresh = max(0.0, quality - feelings.best) / quality if quality > 0 else 0.0
    limit = feelings.trust_limit
    if said.is_lie:
        limit = min(limit, PARAMETERS.trust_limit_after_lie)
    calm = PARAMETERS.calm * (PARAMETERS.vindictive_calm if feelings.is_vindictive else 1.0)
    anger, trust = feelings.anger, feelings.trust
    broken_trust = max(said.harm, 1.0 if said.is_lie else 0.0)
    gained = PARAMETERS.trust_gain * said.trust_quality * fresh * max(0.0, limit - trust)
    weight = max(0.0, 1 - 2 * quality)
    return replace(
        feelings,
        anger=anger + _harm(feelings) * said.harm * (100 - anger) - calm * quality * fresh * anger,
        trust=min(limit, trust + gained - PARAMETERS.trust_loss * broken_trust * trust),
        sentiment=_sentiment_after(feelings, said, fresh) if in_public else feelings.sentiment,
        justice=_justice_after(feelings.justice, said, fresh),
        trust_limit=limit,
        private_wait=_answered(feelings.private_wait, weight, quality),
        public_wait=(
            _answered(feelings.public_wait, weight, quality) if in_public else feelings.public_wait
        ),
        best=max(feelings.best, quality),
        is_tried=True,
    )


def hear_hold(feelings: Feelings, said: Impression, *, is_dated: bool) -> Feelings:
    """Return the feelings after a holding reply: the wait weighs half, and only harm counts.

    It is no answer, so it gains nothing; but a sneer in it hurts as much as in any reply.
    Without a time promised (`is_dated`), it does not ease the wait either.
    """
    harm = said.harm
    eased = PARAMETERS.holding_weight if is_dated and harm < 0.5 else 1.0
    justice = feelings.justice
    return replace(
        feelings,
        anger=feelings.anger + _harm(feelings) * harm * (100 - feelings.anger),
        trust=feelings.trust * (1 - PARAMETERS.trust_loss * harm),
        sentiment=_moved(feelings.sentiment, -100, PARAMETERS.sentiment_step * harm),
        justice=replace(justice, manner=_moved(justice.manner, 0, PARAMETERS.justice_step * harm)),
        private_wait=_weighing(feelings.private_wait, eased),
        public_wait=_weighing(feelings.public_wait, eased),
    )


def see_deletion(feelings: Feelings, said: Impression) -> Feelings:
    """Return the feelings once the customer and the audience see that the post was taken down."""
    after = hear(feelings, said, in_public=True)
    limit = min(after.trust_limit, PARAMETERS.trust_limit_after_lie)
    return replace(
        after,
        anger=100.0,
        sentiment=-100.0,
        trust=min(after.trust, limit),
        trust_limit=limit,
        private_wait=replace(after.private_wait, weight=1.0),
        public_wait=replace(after.public_wait, weight=1.0),
    )


def miss_promise(feelings: Feelings) -> Feelings:
    """Return the feelings when a promised time passes without an answer."""
    anger = feelings.anger
    return replace(
        feelings,
        anger=anger + _harm(feelings) * (100 - anger),
        trust=feelings.trust * (1 - PARAMETERS.trust_loss * PARAMETERS.broken_promise),
        private_wait=_again(feelings.private_wait, feelings.minute, feelings.private_wait.target),
        public_wait=_again(feelings.public_wait, feelings.minute, feelings.public_wait.target),
        best=0.0,
        has_broken=True,
    )


def hear_customer(feelings: Feelings, *, target: float, in_public: bool) -> Feelings:
    """Return the feelings when the customer posts again, and a new wait begins.

    Where nobody has answered yet, it is the old wait that goes on: asking twice does not
    turn back the clock, though a graver post may shorten the target. `target` is the target
    time, in minutes, of an answer to this post.
    """
    has_failed = feelings.has_failed
    if feelings.is_tried:
        has_failed = feelings.justice.whole < PARAMETERS.failed_recovery
    wait, audience = feelings.private_wait, feelings.public_wait
    return replace(
        feelings,
        private_wait=_asked(wait, feelings.minute, target),
        public_wait=_asked(audience, feelings.minute, target) if in_public else audience,
        best=0.0 if wait.is_answered else feelings.best,
        is_tried=False,
        has_failed=has_failed,
    )


def _strain(wait: Wait, start: float, end: float) -> float:
    """Return weight times the integral of g(u) = u²/(1+u²), whose primitive is u - atan u."""
    if wait.weight == 0:
        return 0.0
    before, after = wait.share(start), wait.share(end)
    return wait.weight * ((after - math.atan(after)) - (before - math.atan(before)))


def _anger_after(anger: float, *, heat: float, cooling: float, floor: float) -> float:
    """Solve dA = heat (100 - A) - cooling max(0, A - floor) over one step, exactly."""
    if heat == 0 and cooling == 0:
        return anger
    left = 1.0
    if anger < floor:
        if heat == 0:
            return anger
        rise = math.log((100 - anger) / (100 - floor)) / heat
        if rise >= 1:
            return 100 - (100 - anger) * math.exp(-heat)
        anger, left = floor, 1 - rise
    rate = heat + cooling
    rest = (100 * heat + floor * cooling) / rate
    return rest + (anger - rest) * math.exp(-rate * left)


def _harm(feelings: Feelings) -> float:
    if feelings.has_failed or feelings.has_broken:
        return min(PARAMETERS.harm_limit, PARAMETERS.harm * PARAMETERS.harm_after_failure)
    return PARAMETERS.harm


def _moved(value: float, target: float, step: float) -> float:
    return value + step * (target - value)


def _eased(value: float, target: float, step: float, fresh: float) -> float:
    """Move towards the target; upwards only by as much as the reply says something new."""
    return _moved(value, target, step * fresh if target > value else step)


def _justice_after(justice: Justice, said: Impression, fresh: float) -> Justice:
    openness = 100 * (1 - said.harm)
    manner = weighted_mean((0.45, said.empathy), (0.35, openness), (0.20, said.voice))
    procedure = weighted_mean((0.50, said.speed), (0.25, said.channel_fit), (0.25, said.ownership))
    outcome = weighted_mean((0.60, said.helpfulness), (0.40, said.ownership))
    step = PARAMETERS.justice_step
    return Justice(
        outcome=_eased(justice.outcome, outcome, step, fresh),
        manner=_eased(justice.manner, manner, step, fresh),
        procedure=_eased(justice.procedure, procedure, step, fresh),
    )


def _sentiment_after(feelings: Feelings, said: Impression, fresh: float) -> float:
    openness = 1 - said.harm
    shown = weighted_mean(
        (0.30, 100 * openness),
        (0.25, said.empathy),
        (0.20, said.ownership),
        (0.15, said.voice),
        (0.10, said.helpfulness),
    )
    target = 200 * openness * shown / 100 - 100
    return _eased(feelings.sentiment, target, PARAMETERS.sentiment_step, fresh)


def _answered(wait: Wait, weight: float, quality: float) -> Wait:
    return replace(
        wait, weight=min(wait.weight, weight), is_answered=wait.is_answered or quality > 0
    )


def _weighing(wait: Wait, weight: float) -> Wait:
    return replace(wait, weight=min(wait.weight, weight))


def _again(wait: Wait, minute: float, target: float) -> Wait:
    """Start the wait anew, or let the old one weigh in full where nobody has answered."""
    if not wait.is_answered:
        return replace(wait, weight=1.0)
    return Wait(since=minute, target=target)


def _asked(wait: Wait, minute: float, target: float) -> Wait:
    if wait.is_answered:
        return Wait(since=minute, target=target)
    return replace(wait, target=min(wait.target, target))
