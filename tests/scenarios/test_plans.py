"""Every library scenario plays as its transcripts say."""

import pytest

from scenarios import library
from scoring import DIMENSIONS, Assessment
from tests.scenarios.builders import make_version
from tests.scenarios.transcripts import Plan, Player, Step, Transcript, plans

PLANS = dict(plans())
TRANSCRIPTS = [
    pytest.param(name, transcript, id=f"{name}: {transcript.name}")
    for name, plan in PLANS.items()
    for transcript in plan.transcripts
]


def test_library_has_no_problems():
    assert not library.problems()


def test_every_scenario_has_a_plan_and_every_plan_its_scenario():
    assert {version.slug for version in library.all()} == set(PLANS)
    assert {name: plan.scenario for name, plan in PLANS.items()} == {name: name for name in PLANS}


@pytest.mark.parametrize(("slug", "transcript"), TRANSCRIPTS)
def test_transcript_leads_where_it_says(slug: str, transcript: Transcript):
    player = Player(library.get(slug), transcript)

    for step in transcript.steps:
        state = player.play(step)

        place = state.ending.id if state.ending else state.beat
        assert place == step.beat, f"minute {step.minute:g}: {told(player.assessment)}"
    if transcript.ending is not None:
        assert state.is_over
        assert state.ending.id == transcript.ending


def told(card: Assessment | None) -> str:
    """The scores that decided, for the author."""
    if card is None:
        return "nobody did anything"
    if not card.graded:
        return f"ungraded: {card.reason}"
    scores = {name: card.score(name) for name in ("overall", "speed", *DIMENSIONS)}
    return f"{scores} {sorted({move.name for move in card.moves})} bound by {card.bound_by}"


def test_runner_plays_stated_scores_waits_and_untimed_runs():
    steps = [
        {"minute": 39, "action": "none", "beat": "late"},
        {"minute": 41, "action": "none", "beat": "nudge"},
        {"minute": 45, "action": "reply", "scores": {"overall": 80}, "beat": "softer"},
        {"minute": 60, "action": "delete", "beat": "screenshot"},
    ]
    timed = Transcript.model_validate({"name": "t", "seed": 1, "steps": steps})
    untimed = Transcript.model_validate(
        {
            "name": "u",
            "seed": 1,
            "timed": False,
            "steps": [steps[2], steps[2] | {"beat": "thanked"}],
        }
    )

    for transcript in (timed, untimed):
        player = Player(make_version(), transcript)
        places = [player.play(step) for step in transcript.steps]

        assert [state.ending.id if state.ending else state.beat for state in places] == [
            step.beat for step in transcript.steps
        ]


@pytest.mark.parametrize(
    "step",
    [
        pytest.param({"minute": 1, "action": "reply", "beat": "x"}, id="no words"),
        pytest.param(
            {"minute": 1, "action": "none", "text": "Hi", "beat": "x"}, id="words for none"
        ),
        pytest.param({"minute": 1, "action": "reply", "text": "Hi"}, id="no beat"),
        pytest.param(
            {"minute": 1, "action": "reply", "text": "Hi", "beat": "x", "note": "?"}, id="more"
        ),
    ],
)
def test_step_that_says_too_little_or_too_much_is_refused(step):
    with pytest.raises(ValueError, match="validation error"):
        Step.model_validate(step)


def test_plan_without_a_transcript_is_refused():
    with pytest.raises(ValueError, match="transcripts"):
        Plan.model_validate({"scenario": "x", "transcripts": []})
