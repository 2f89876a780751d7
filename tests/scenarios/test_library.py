"""The library's writing: model replies score as they teach, and posts fit their network."""

import re
from dataclasses import replace

import pytest

from scenarios import Beat, ScenarioVersion, case_for, library, replay
from scoring import Channel, Turn, assess
from tests.scenarios.transcripts import plans

LIBRARY = library.all()
BEATS = [(version, beat) for version in LIBRARY for beat in version.beats]
MODELS = [
    pytest.param(version, beat, id=f"{version.slug}: {beat.id}")
    for version, beat in BEATS
    if beat.model is not None
]
SEEDS = range(3)
PROMPT = 0.1
"""Share of the target time after which the model replies are sent."""

LONGEST_X = 280
"""Characters of a post on X."""

TELEPHONE = re.compile(r"\b0[0-9]{3,4} [0-9]{3} ?[0-9]{3,4}\b")
HOST = re.compile(r"\b[a-z]+\.(?:[a-z]{2,})(?=/)")

GOOD, BAD = 70, 50
"""Every good model reply scores at least this, every bad one at most that."""


@pytest.mark.parametrize(("version", "beat"), MODELS)
def test_model_replies_score_as_they_teach(version: ScenarioVersion, beat: Beat):
    good, bad = beat.model.good.text, beat.model.bad.text

    for seed in SEEDS:
        assert overall(version, beat, seed, good) >= GOOD, good
        assert overall(version, beat, seed, bad) <= BAD, bad


def overall(version: ScenarioVersion, beat: Beat, seed: int, text: str) -> int:
    """The score of a reply to a beat that comes up by itself, after its opening post if first."""
    alone = version.model_copy(update={"opening": beat.id})
    state = replay(alone, seed, (), 0.0)
    minute = PROMPT * state.target_minutes
    case = case_for(alone, state, action="reply", text=text, minute=minute, timed=True)
    complaint = case.complaint
    if beat.turn is Turn.FIRST and beat.id != version.opening:
        opening = replay(version, seed, (), 0.0).posts[0].text
        complaint = f"{opening}\n\n{complaint}"
    score = assess(replace(case, turn=beat.turn, complaint=complaint)).overall
    assert score is not None
    return score


def test_posts_and_models_fit_on_x():
    texts = [
        text
        for version, beat in BEATS
        if version.channel is Channel.X
        for text in (*beat.says, *models_of(beat), *chimes_of(beat))
    ]

    assert not [text for text in texts if len(text) > LONGEST_X]


def test_every_post_has_variants_and_none_is_used_twice():
    endings = [ending for version in LIBRARY for ending in version.endings]
    beats = [beat for _, beat in BEATS]
    chimes = [chime for post in (*beats, *endings) for chime in post.chimes]
    texts = [text for post in (*beats, *chimes) for text in post.says]

    assert all(2 <= len(post.says) <= 3 for post in (*beats, *chimes))
    assert len(texts) == len(set(texts))
    assert chimes


def test_no_plan_repeats_a_model_reply():
    models = {text for _, beat in BEATS for text in models_of(beat)}
    played = {step.text for _, plan in plans() for t in plan.transcripts for step in t.steps}

    assert not models & played


def test_a_missed_promise_is_answered_from_every_beat():
    silent = [
        f"{version.slug}: {beat.id}"
        for version, beat in BEATS
        if not version.guided and not (beat.promise_missed or version.on_promise_missed)
    ]

    assert not silent
    # Someone who was promised a time names it before they have heard any answer, and after one.
    for version in LIBRARY:
        if not version.guided:
            ways = (version.beat(version.opening).promise_missed, version.on_promise_missed)
            assert all(is_named(version.beat(way.go)) for way in ways), version.slug


def test_every_line_about_a_missed_promise_is_played_by_a_plan():
    played = {
        (slug, step.beat)
        for slug, plan in plans()
        for transcript in plan.transcripts
        for step in transcript.steps
    }
    lines = {
        (version.slug, way.go)
        for version, beat in BEATS
        for way in (beat.promise_missed, version.on_promise_missed)
        if way is not None and version.ending(way.go) is None and is_named(version.beat(way.go))
    }

    assert len(lines) >= 12
    assert not lines - played


def is_named(beat: Beat) -> bool:
    """Whether every variant of what is said names the time that was promised."""
    return all("{promised}" in text for text in beat.says)


def test_every_scenario_has_four_ways_to_play_and_several_endings():
    for slug, plan in plans():
        ends = {transcript.ending for transcript in plan.transcripts} - {None}

        assert len(plan.transcripts) >= 4, slug
        assert len(ends) >= 3, slug


def test_addresses_and_telephone_numbers_are_reserved_for_fiction():
    texts = [
        text
        for version, beat in BEATS
        for text in (
            *beat.says,
            *models_of(beat),
            *chimes_of(beat),
            *(fact.text for fact in version.facts),
        )
    ]

    numbers = {number for text in texts for number in TELEPHONE.findall(text)}
    hosts = {host for text in texts for host in HOST.findall(text)}

    assert all(number.startswith(("07700 900", "0808 157 0")) for number in numbers)
    assert all(host.endswith(".example") for host in hosts)
    assert numbers
    assert hosts


def chimes_of(beat: Beat) -> tuple[str, ...]:
    return tuple(text for chime in beat.chimes for text in chime.says)


def models_of(beat: Beat) -> tuple[str, ...]:
    return () if beat.model is None else (beat.model.good.text, beat.model.bad.text)
