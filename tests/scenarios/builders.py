"""Assessments, events and scenarios made to measure, for tests of every room."""

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from scenarios import ReplySent, ScenarioVersion, load_text
from scoring import DIMENSIONS, RUBRIC, Assessment, Ceiling, Dimension, Move, ungraded

SCORER = "stated"


def make_assessment(
    *,
    overall: int | None = 70,
    speed: int | None = 90,
    moves: Iterable[str | Move] = (),
    rules: Iterable[str] = (),
    **dimensions: int | None,
) -> Assessment:
    """A graded assessment with stated scores; dimensions left out follow the overall.

    Defensiveness left out is 0. `rules` are gates that capped it, e.g. `["K3"]`.
    """
    found = tuple(
        move if isinstance(move, Move) else Move(start=0, end=0, name=move) for move in moves
    )
    scores = {name: _dimension(dimensions.pop(name, _usual(name, overall))) for name in DIMENSIONS}
    assert not dimensions, f"unknown scores: {sorted(dimensions)}"
    bound_by = [*rules, "Q"]
    return Assessment(
        graded=True,
        reason=None,
        overall=overall,
        speed=speed,
        **scores,
        bound_by=bound_by[0],
        ceilings=tuple(Ceiling(rule=rule, value=float(overall or 0)) for rule in bound_by),
        moves=found,
        rubric=RUBRIC,
        scorer=SCORER,
    )


def _usual(name: str, overall: int | None) -> int | None:
    return 0 if name == "defensiveness" else overall


def _dimension(value: int | None) -> Dimension:
    return Dimension(value=value)


def make_ungraded(reason: str = "There are no words in it.") -> Assessment:
    return ungraded(reason, rubric=RUBRIC, scorer=SCORER)


def make_deletion(speed: int | None = 90) -> Assessment:
    """What the scorer gives for taking a post down."""
    zero = dict.fromkeys(DIMENSIONS, 0) | {"defensiveness": 100}
    return make_assessment(overall=0, speed=speed, rules=["K1"], **zero)


def make_reply(
    minute: float,
    overall: int = 70,
    *,
    action: str = "reply",
    text: str = "I'm on it.",
    due: float | None = None,
    assessment: Assessment | None = None,
    **scores: Any,
) -> ReplySent:
    if assessment is None:
        is_deletion = action == "delete"
        assessment = make_deletion() if is_deletion else make_assessment(overall=overall, **scores)
    return ReplySent(minute=minute, action=action, text=text, assessment=assessment, due=due)


SCENARIO = textwrap.dedent(
    """\
    format: 1
    title: A parcel that is late
    summary: Sam waits for a parcel.
    industry: retail
    channel: x
    severity: P3
    difficulty: 1
    fault: ours
    brand: {name: Tallow & Pine, handle: "@tallowandpine", signature: "^Jo"}
    customer: {name: Sam Kowalski, handle: "@samkowalski", about: Waits for a parcel.}
    bystanders:
      - {name: Priya S, handle: "@priya_s"}
    starts_at: "13:05"
    start: {anger: 55, trust: 60, trust_before: 75, sentiment: -20}
    facts:
      - {label: Parcel, text: It is at the depot.}
    offers:
      - {action: A replacement by courier today, within: 300}
    parts: ["Where is the parcel?"]
    opening: late
    beats:
      - id: late
        turn: first
        says: ["My parcel is late.", "Where is my parcel?", "No parcel."]
        silence: {after: 40, go: nudge}
        next:
          - {when: action == 'hold', go: patient, after: 1}
          - {when: action == 'private', go: public_again, after: 3, in_public: true}
          - {when: overall >= 70 and not moves.blames_customer, go: softer, after: 4}
          - {go: angrier, after: 2}
        ungraded: {go: huh, after: 2}
      - id: patient
        says: ["Fine, {promised} then."]
        silence: {after: 10, go: nudge}
        next:
          - {go: softer, after: 2}
        ungraded: {go: huh}
        promise_missed: {go: broken, after: 3}
      - id: nudge
        says: ["Anyone there?"]
        facts:
          - {label: Van, text: It broke down.}
        flags: [vulnerable]
        silence: {after: 60, go: gone}
        next:
          - {when: overall >= 70, go: softer, after: 4}
          - {go: angrier, after: 2}
        ungraded: {go: huh}
      - id: huh
        says: ["What does that mean?"]
        next:
          - {when: overall >= 70, go: softer}
          - {go: angrier}
        ungraded: {go: huh}
      - id: softer
        speaker: "@priya_s"
        says: ["Will you do the same for me?"]
        parts: ["And me?"]
        next:
          - {when: overall >= 70, go: thanked, after: 5}
          - {go: angrier}
        ungraded: {go: huh}
      - id: angrier
        severity: P2
        says: ["Useless."]
        next:
          - {when: overall >= 70, go: thanked}
          - {go: gone}
        ungraded: {go: huh}
      - id: public_again
        says: ["I'd rather you said it here."]
        next:
          - {when: overall >= 70, go: whisper}
          - {go: angrier}
        ungraded: {go: huh}
      - id: whisper
        says: ["All right, here then."]
        next:
          - {go: thanked}
        ungraded: {go: huh}
      - id: broken
        says: ["You said {promised}."]
        next:
          - {go: thanked}
        ungraded: {go: huh}
      - id: screenshot
        says: ["They deleted this. Here it is again."]
        next:
          - {go: gone}
        ungraded: {go: huh}
    endings:
      - {id: thanked, outcome: recovered, title: Sam thanked you, text: Well done., says: [Thanks.]}
      - {id: gone, outcome: lost, title: Sam left, text: Sam shops elsewhere now.}
    on_delete: {go: screenshot, after: 1}
    """
)
"""A scenario that uses every way a beat can have."""


def make_version(**fields: Any) -> ScenarioVersion:
    """The scenario above, with fields replaced."""
    return load_text(scenario_text(**fields), file="late-parcel.yaml")


def scenario_text(**fields: Any) -> str:
    """The text of the scenario above, with fields replaced, or left out where None."""
    data: dict[str, Any] = yaml.safe_load(SCENARIO)
    data.update(fields)
    kept: Mapping[str, Any] = {name: value for name, value in data.items() if value is not None}
    return yaml.safe_dump(dict(kept), sort_keys=False, allow_unicode=True)
