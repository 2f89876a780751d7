"""The author's good and bad reply to a post, shown only after an attempt at it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scenarios import TurnResult
from scoring import Action, Case, assess
from trainer.practice import words
from trainer.practice.marking import Piece, highlights, pieces
from trainer.practice.queries import RunView


@dataclass(frozen=True, kw_only=True)
class ModelView:
    """A reply that the author wrote, scored like the trainee's own."""

    is_good: bool
    overall: int | None
    scores: str
    pieces: tuple[Piece, ...]
    note: str


def is_attempt(turn: TurnResult) -> bool:
    """Return whether an act tried to answer: graded words, and no holding reply."""
    return turn.action in {"reply", "private"} and turn.assessment.graded


def model_replies(view: RunView, turn: TurnResult, case: Case) -> Iterator[ModelView]:
    """Yield the author's replies to the same post, scored against the same facts.

    They wait for an attempt at the post; once the run is over, an attempt at any of its posts
    will do. A holding reply, a deletion or words that could not be graded are none.
    """
    models = view.version.beat(turn.beat).model
    has_tried = view.state.is_over and any(map(is_attempt, view.state.turns))
    if models is None or not (is_attempt(turn) or has_tried):
        return
    for is_good, model in ((True, models.good), (False, models.bad)):
        card = assess(_answered(case, model.text))
        yield ModelView(
            is_good=is_good,
            overall=card.overall,
            scores=" · ".join(
                f"{each.label} {value}"
                for each in words.HEADLINES
                if (value := card.score(each.name)) is not None
            ),
            pieces=pieces(model.text, highlights(model.text, card)),
            note=model.note,
        )


def _answered(case: Case, text: str) -> Case:
    """Return the same case with another public reply in it."""
    return replace(case, reply=text, action=Action.REPLY, recent_replies=())
