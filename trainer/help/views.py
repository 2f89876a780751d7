"""How scoring works: the rules, the catalogue of moves, and what the scorer was measured on."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scoring import RUBRIC, catalogue, default_detector
from trainer.practice import words

bp = Blueprint("help", __name__)


@bp.get("/how-scoring-works")
def how_scoring_works() -> ResponseReturnValue:
    """Show every rule and every move the scorer knows."""
    measures = words.HEADLINES[1:] + words.SUPPORTING
    kinds = catalogue().values()
    return render_template(
        "help/how_scoring_works.html",
        rubric=RUBRIC,
        scorer=default_detector().version,
        bands=words.BANDS,
        headlines=words.HEADLINES,
        supporting=words.SUPPORTING,
        rules=words.RULES,
        families=[
            (measure, [kind for kind in kinds if kind.dimensions[0] == measure.name])
            for measure in measures
        ],
        others=[
            kind
            for kind in kinds
            if kind.dimensions[0] not in {measure.name for measure in measures}
        ],
    )
