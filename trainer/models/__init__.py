"""The tables. Importing this package maps all of them and needs no application."""

from trainer.models.assessment import ORIGINAL, AssessmentRow
from trainer.models.base import AppendOnly, Model, Scoped
from trainer.models.dispute import Dispute
from trainer.models.dispute_answer import DisputeAnswer, Verdict
from trainer.models.event import Event, EventKind
from trainer.models.job import Job, JobState
from trainer.models.member import Member, Role
from trainer.models.organisation import Organisation
from trainer.models.playbook import Playbook
from trainer.models.run import Run
from trainer.models.scenario import NOT_OFFERED, Scenario
from trainer.models.scenario_version import ScenarioVersion

__all__ = [
    "NOT_OFFERED",
    "ORIGINAL",
    "AppendOnly",
    "AssessmentRow",
    "Dispute",
    "DisputeAnswer",
    "Event",
    "EventKind",
    "Job",
    "JobState",
    "Member",
    "Model",
    "Organisation",
    "Playbook",
    "Role",
    "Run",
    "Scenario",
    "ScenarioVersion",
    "Scoped",
    "Verdict",
]
