"""The facts that a reply is scored against."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from scoring.errors import CaseError


class Channel(StrEnum):
    """Where the thread is. It sets the target time and the length that fits."""

    X = "x"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    REVIEW = "review"
    APPSTORE = "appstore"
    DIRECT = "direct"


class Severity(StrEnum):
    """P1 safety or vulnerable person, P2 urgent, P3 normal, P4 praise or plain question."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


class Fault(StrEnum):
    """Whose failure the scenario's facts say it is."""

    OURS = "ours"
    UNCLEAR = "unclear"
    NOT_OURS = "not_ours"


class Turn(StrEnum):
    """Which public brand turn of the thread the reply is."""

    FIRST = "first"
    MIDDLE = "middle"
    CLOSING = "closing"


class Action(StrEnum):
    """What was done with the post; only `reply` and `hold` carry text that is read."""

    REPLY = "reply"
    HOLD = "hold"
    HIDE = "hide"
    DELETE = "delete"
    BLOCK = "block"
    NONE = "none"


class Flag(StrEnum):
    """The closed set of circumstances that switch a rule of the rubric on or off."""

    PII = "pii"
    LEGAL = "legal"
    INJURY = "injury"
    SAFETY = "safety"
    PRAISE = "praise"
    QUESTION = "question"
    BYSTANDER = "bystander"
    TROLL = "troll"
    ABUSIVE = "abusive"
    WRONG_COMPANY = "wrong_company"
    VULNERABLE = "vulnerable"
    PRESS = "press"


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A holding reply sent before: minutes after the post, and when it said we would be back."""

    sent: float
    due: float


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that is known to be true in the case, e.g. label "Parcel", text "At the depot"."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """An act the company lets its agent offer, and the minutes within which it can happen."""

    action: str
    within: float | None = None


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A promise made earlier in the thread; `kept` is None until it falls due."""

    text: str
    due: float
    kept: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Post:
    """One earlier post of the thread, oldest first in `Case.history`."""

    author: str
    text: str
    is_brand: bool


@dataclass(frozen=True, kw_only=True)
class Case:
    """One reply to score, with everything the rubric may know about it.

    Plain strings are accepted for the closed sets (`channel="x"`, `flags={"praise"}`).

    Attributes:
        complaint: The customer's text, as posted.
        reply: The brand's text, exactly as typed; evidence spans index into it.
        minutes: Effective wait in simulated minutes, 0 or more; None = untimed.
        target_minutes: Target first-reply time; None = by channel and severity.
        emotion_need: 0 neutral question to 1 angry or hurt; None = judged from the complaint.
        anger: The customer's anger, 0-100, where an engine knows it.
        facts, parts, allowed: What is true, what was asked, what may be offered.
        promises: Promises made earlier in the thread.
        history: Earlier posts of the thread, oldest first.
        recent_replies: The agent's last replies (20 are used), for the copy-paste check.

    Raises:
        CaseError: A field holds a value outside its set or range.
    """

    complaint: str
    reply: str
    minutes: float | None = None
    channel: Channel = Channel.X
    target_minutes: float | None = None
    severity: Severity = Severity.P3
    fault: Fault = Fault.UNCLEAR
    turn: Turn = Turn.FIRST
    action: Action = Action.REPLY
    holding: Holding | None = None
    emotion_need: float | None = None
    facts: tuple[Fact, ...] = ()
    parts: tuple[str, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    promises: tuple[Promise, ...] = ()
    anger: float | None = None
    playful_brand: bool = False
    history: tuple[Post, ...] = ()
    recent_replies: tuple[str, ...] = ()
    flags: frozenset[Flag] = frozenset()

    def __post_init__(self) -> None:
        for name, kind in _CLOSED_SETS.items():
            object.__setattr__(self, name, _member(name, getattr(self, name), kind))
        object.__setattr__(self, "flags", frozenset(_flags(self.flags)))
        for name in ("complaint", "reply"):
            if not isinstance(getattr(self, name), str):
                raise CaseError(name, getattr(self, name), "give the text as a string")
        _check_range("minutes", self.minutes, 0, math.inf)
        _check_range("target_minutes", self.target_minutes, 1e-9, math.inf)
        _check_range("emotion_need", self.emotion_need, 0, 1)
        _check_range("anger", self.anger, 0, 100)
        for name, kind in _ROWS.items():
            object.__setattr__(self, name, _row(name, getattr(self, name), kind))
        if self.holding is not None:
            if not isinstance(self.holding, Holding):
                raise CaseError("holding", self.holding, "give a Holding, or leave it out")
            _check_range("holding.sent", self.holding.sent, 0, math.inf)
            _check_range("holding.due", self.holding.due, self.holding.sent, math.inf)


_CLOSED_SETS: dict[str, type[StrEnum]] = {
    "channel": Channel,
    "severity": Severity,
    "fault": Fault,
    "turn": Turn,
    "action": Action,
}


_ROWS: dict[str, type] = {
    "facts": Fact,
    "parts": str,
    "allowed": Allowed,
    "promises": Promise,
    "history": Post,
    "recent_replies": str,
}


def _row(name: str, values: object, kind: type) -> tuple[object, ...]:
    if not isinstance(values, list | tuple):
        raise CaseError(name, values, f"give a tuple of {kind.__name__}")
    for place, value in enumerate(values):
        if not isinstance(value, kind):
            raise CaseError(f"{name}[{place}]", value, f"use only {kind.__name__}")
    return tuple(values)


def _member(name: str, value: object, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(str(value))
    except ValueError:
        raise CaseError(name, value, f"use one of {', '.join(kind)}") from None


def _flags(values: Iterable[object]) -> Iterable[Flag]:
    for value in values:
        try:
            yield Flag(str(value))
        except ValueError:
            raise CaseError("flags", value, f"use only {', '.join(Flag)}") from None


def _check_range(name: str, value: object, low: float, high: float) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise CaseError(name, value, "give a finite number, or leave it out")
    if not low <= value <= high:
        limit = f"{low:g} or more" if high == math.inf else f"from {low:g} to {high:g}"
        raise CaseError(name, value, f"give a number {limit}")
