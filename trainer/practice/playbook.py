"""The company's playbook as the desk shows it; a scenario's own words come before it."""

from dataclasses import dataclass

from scoring import Case, Channel, Severity, target_minutes
from trainer.models import Playbook
from trainer.models.types import JsonObject
from trainer.practice import words

PUBLIC_REPLIES = 2
"""Public replies at most before it goes on in private, unless the playbook has its own number."""


@dataclass(frozen=True, kw_only=True)
class PlaybookView:
    """One version of the playbook, in words. `targets` pairs an urgency with its time."""

    name: str
    version: int
    tone: str
    signature: str
    crisis: str
    offers: tuple[str, ...]
    public_replies: str
    targets: tuple[tuple[str, str], ...]


def playbook_view(playbook: Playbook, channel: Channel) -> PlaybookView:
    """Return a playbook in words, with the target times of this channel."""
    body = playbook.body
    most = body.get("public_replies", PUBLIC_REPLIES)
    return PlaybookView(
        name=_text(body, "name") or "Playbook",
        version=playbook.version,
        tone=_text(body, "tone"),
        signature=_text(body, "signature"),
        crisis=_text(body, "crisis"),
        offers=tuple(str(each) for each in body.get("offers", ())),
        public_replies=f"{most} {'reply' if most == 1 else 'replies'} at most, then one to close",
        targets=tuple(_target(channel, severity) for severity in Severity),
    )


def _text(body: JsonObject, name: str) -> str:
    return str(body.get(name, ""))


def _target(channel: Channel, severity: Severity) -> tuple[str, str]:
    case = Case(complaint="", reply="", channel=channel, severity=severity)
    return words.URGENCIES[severity].label, words.minutes(target_minutes(case))
