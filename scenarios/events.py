"""What a trainee did, as a log: the only truth of a run beside its seed and its versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.errors import EventFormatError
from scoring import Assessment, AssessmentFormatError

ACTIONS = ("reply", "private", "hold", "delete", "none")
"""Public reply, private message, holding reply, delete the post, leave it without a reply."""


@dataclass(frozen=True, kw_only=True)
class ReplySent:
    """One action on the customer's post, with its assessment, which is never made again.

    `minute` counts simulated minutes from the opening post. `action` is one of `ACTIONS`.
    `due` is the minute by which a reply, a private message or a holding reply promises to be back,
    or None where it promises nothing. Words are not read for it.
    """

    minute: float
    action: str
    text: str
    assessment: Assessment
    due: float | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return plain JSON types; `event_from_dict` reads them back to an equal event."""
        return {
            "kind": "reply_sent",
            "minute": self.minute,
            "action": self.action,
            "text": self.text,
            "assessment": self.assessment.as_dict(),
            "due": self.due,
        }


@dataclass(frozen=True, kw_only=True)
class RunFinished:
    """The trainee ended the run before the story did."""

    minute: float

    def as_dict(self) -> dict[str, Any]:
        """Return plain JSON types; `event_from_dict` reads them back to an equal event."""
        return {"kind": "run_finished", "minute": self.minute}


Event = ReplySent | RunFinished


def event_from_dict(data: Mapping[str, Any]) -> Event:
    """Return the event that `as_dict` wrote.

    Raises:
        EventFormatError: A field is missing, or the kind or the action is unknown.
    """
    try:
        if data["kind"] == "run_finished":
            return RunFinished(minute=float(data["minute"]))
        if data["kind"] != "reply_sent":
            raise EventFormatError(f"kind is {data['kind']!r}: use reply_sent or run_finished")
        return _reply_sent(data)
    except (KeyError, TypeError, ValueError, AssessmentFormatError) as error:
        if isinstance(error, EventFormatError):
            raise
        raise EventFormatError(f"stored event can't be read: {error!r}") from error


def _reply_sent(data: Mapping[str, Any]) -> ReplySent:
    if data["action"] not in ACTIONS:
        raise EventFormatError(f"action is {data['action']!r}: use one of {', '.join(ACTIONS)}")
    due = data.get("due")
    return ReplySent(
        minute=float(data["minute"]),
        action=data["action"],
        text=str(data["text"]),
        assessment=Assessment.from_dict(data["assessment"]),
        due=None if due is None else float(due),
    )
