"""Play a public complaint: the scenario format, the engine, and the library of scenarios.

Pure: `replay(version, seed, events, until_minute)` computes a run for any moment from its log.
No clock, network or database; chance comes only from a generator seeded by the run.
"""

from scenarios.casework import case_for
from scenarios.clock import Segment, clock_label, minute_at
from scenarios.engine import ENGINE, mood_curve, replay, settled_minute
from scenarios.errors import (
    ClockError,
    EventFormatError,
    EventOrderError,
    GuardError,
    Problem,
    ScenarioError,
    ScenarioFormatError,
    ScenarioNotFoundError,
)
from scenarios.events import ACTIONS, Event, ReplySent, RunFinished, event_from_dict
from scenarios.feelings import Mood, Reach
from scenarios.loader import LoadedFolder, load_bytes, load_folder, load_text
from scenarios.parts import Beat, Ending, Lesson, ModelReply, Models
from scenarios.runstate import CurvePoint, Person, RunState, ThreadPost, TurnResult, refusal
from scenarios.schema import FORMAT, Scenario, ScenarioVersion, json_schema

__all__ = [
    "ACTIONS",
    "ENGINE",
    "FORMAT",
    "Beat",
    "ClockError",
    "CurvePoint",
    "Ending",
    "Event",
    "EventFormatError",
    "EventOrderError",
    "GuardError",
    "Lesson",
    "LoadedFolder",
    "ModelReply",
    "Models",
    "Mood",
    "Person",
    "Problem",
    "Reach",
    "ReplySent",
    "RunFinished",
    "RunState",
    "Scenario",
    "ScenarioError",
    "ScenarioFormatError",
    "ScenarioNotFoundError",
    "ScenarioVersion",
    "Segment",
    "ThreadPost",
    "TurnResult",
    "case_for",
    "clock_label",
    "event_from_dict",
    "json_schema",
    "load_bytes",
    "load_folder",
    "load_text",
    "minute_at",
    "mood_curve",
    "refusal",
    "replay",
    "settled_minute",
]
