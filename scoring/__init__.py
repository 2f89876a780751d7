"""Score a public reply to a complaint: `assess(Case(complaint=..., reply=...))`.

Pure: text and facts in, an assessment out. No clock, network, database or randomness.
"""

from scoring.assess import assess, assess_many, default_detector
from scoring.assessment import DIMENSIONS, Assessment, Ceiling, Dimension, Move, ungraded
from scoring.case import (
    Action,
    Allowed,
    Case,
    Channel,
    Fact,
    Fault,
    Flag,
    Holding,
    Post,
    Promise,
    Severity,
    Turn,
)
from scoring.catalogue import MoveKind, catalogue
from scoring.cues.language import LONGEST_REPLY
from scoring.detector import Detection, Detector
from scoring.errors import AssessmentFormatError, CaseError, CatalogueError, ScoringError
from scoring.rubric import CURRENT as RUBRIC
from scoring.rubric.queue import Queued, priority_inversions, queue_speed, staffed_wait
from scoring.rubric.speed import speed_curve, target_minutes
from scoring.rubric.thread import thread_score, thread_speed

__all__ = [
    "DIMENSIONS",
    "LONGEST_REPLY",
    "RUBRIC",
    "Action",
    "Allowed",
    "Assessment",
    "AssessmentFormatError",
    "Case",
    "CaseError",
    "CatalogueError",
    "Ceiling",
    "Channel",
    "Detection",
    "Detector",
    "Dimension",
    "Fact",
    "Fault",
    "Flag",
    "Holding",
    "Move",
    "MoveKind",
    "Post",
    "Promise",
    "Queued",
    "ScoringError",
    "Severity",
    "Turn",
    "assess",
    "assess_many",
    "catalogue",
    "default_detector",
    "priority_inversions",
    "queue_speed",
    "speed_curve",
    "staffed_wait",
    "target_minutes",
    "thread_score",
    "thread_speed",
    "ungraded",
]
