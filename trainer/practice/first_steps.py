"""What a first good answer could hold, for a post that nobody has answered yet."""

from scoring import Case, Fault, Flag, Severity, target_minutes
from trainer.practice import words

_LINES = 5
"""Lines at most: more is a lecture."""

_PARTS_NAMED = 2
"""Questions that are quoted in one line."""

_BY_FAULT = {
    Fault.OURS: "Say once, plainly, that it went wrong at our end.",
    Fault.UNCLEAR: "Whose fault it is isn’t known yet: say who finds out, and when you’ll tell.",
    Fault.NOT_OURS: "It isn’t ours: say kindly whose it is, and what you can do all the same.",
}


def first_steps(case: Case, *, name: str) -> tuple[str, ...]:
    """Return what a first good answer to a case could hold, in order, without writing it.

    For a post that nobody has answered yet; `name` is what to call the customer.
    """
    time = ""
    if case.minutes is not None:
        target = words.minutes(target_minutes(case))
        time = f"Do it within {target}. If you need longer, hold with a time you can keep."
    lines = (
        _safety(case),
        f"Begin with the one or two facts that matter most to {name}.",
        _BY_FAULT[case.fault],
        _parts(case),
        time,
        "Say who does what, and by when.",
    )
    return tuple(line for line in lines if line)[:_LINES]


def _safety(case: Case) -> str:
    if case.severity is Severity.P1 or case.flags & {Flag.SAFETY, Flag.INJURY}:
        return "Safety comes first: say what to do now, in the first words."
    return ""


def _parts(case: Case) -> str:
    if not case.parts:
        return "Answer what is asked, in one line."
    return f"Answer what is asked: {' '.join(f'“{part}”' for part in case.parts[:_PARTS_NAMED])}"
