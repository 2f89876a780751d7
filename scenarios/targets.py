"""How soon a post deserves its answer, and how long anger over it lasts."""

from scenarios.parts import Beat
from scenarios.schema import ScenarioVersion
from scoring import Case, Flag, Severity, target_minutes

FOLLOW_UP = 2.0
"""A follow-up's target as a multiple of the first reply's (RUBRIC 2.1)."""

SHORTEST_TARGET = 0.25
"""The least share of the usual target that a promised time can leave. A design choice."""


def first_target(version: ScenarioVersion, beat: Beat) -> float:
    """Return the target, in minutes, of the first answer to a beat."""
    facts = Case(
        complaint="",
        reply="",
        channel=version.channel,
        severity=version.severity_at(beat),
        flags=version.flags_at(beat),
    )
    return target_minutes(facts)


def follow_up_target(version: ScenarioVersion, beat: Beat, *, promised_in: float | None) -> float:
    """Return the target, in minutes, of an answer to a beat that follows an answer.

    A time promised sets its own, in `promised_in` minutes; without one it is twice the usual.
    """
    usual = first_target(version, beat)
    if promised_in is None:
        return FOLLOW_UP * usual
    return max(promised_in, SHORTEST_TARGET * usual)


def gravity(version: ScenarioVersion, beat: Beat) -> Severity:
    """Return how long anger lasts: a vulnerable person's as long as that over a danger."""
    if Flag.VULNERABLE in version.flags_at(beat):
        return Severity.P1
    return version.severity_at(beat)
