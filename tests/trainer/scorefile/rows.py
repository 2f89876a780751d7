"""Scored rows made to measure."""

from scoring import Case
from tests.scenarios.builders import make_assessment, make_ungraded
from trainer.scorefile import ScoredRow

REPLY = "I'm sorry it's late. I'm ringing the depot now. ^Jo"


def make_row(line: int = 1, overall: int | None = 70, **fields: object) -> ScoredRow:
    """A row with a stated total, or an ungraded one where that is None."""
    card = make_ungraded() if overall is None else make_assessment(overall=overall)
    texts = {"complaint": "My parcel is late.", "reply": REPLY}
    known = {name: fields.pop(name) for name in list(fields) if name not in ("id", "card")}
    made = {"line": line, "id": f"r{line}", "case": Case(**texts | known), "card": card}
    return ScoredRow(**made | fields)
