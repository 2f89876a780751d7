"""What the scorer answers: scores, the words behind them, and the rule that set the total."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from scoring.errors import AssessmentFormatError

DIMENSIONS = (
    "empathy",
    "ownership",
    "defensiveness",
    "helpfulness",
    "voice",
    "gratitude",
    "channel_fit",
)


@dataclass(frozen=True, kw_only=True, order=True)
class Move:
    """One observable act inside a reply.

    `reply[start:end]` is the quoted text, in Python characters of the reply as
    typed. `strength` runs from 0.0 to 1.0 in steps of 0.05: how explicit the act is.
    `note` says what the words were matched with (a part, a fact), where that matters.
    """

    start: int
    end: int
    name: str
    strength: float = 1.0
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """One scored dimension: 0-100, or None where the rubric does not score it.

    `spans` are the moves that earned or cost points here. `limit` is a short
    sentence saying what held the score where it is, e.g. "Nobody says the
    failure was ours, so ownership stops at 60."; empty when nothing did.
    """

    value: int | None
    spans: tuple[Move, ...] = ()
    limit: str = ""


@dataclass(frozen=True, kw_only=True)
class Ceiling:
    """One candidate for the total: the mean (`Q`), a cap (`cap_D`) or a gate (`K2`).

    `value` is on the 0-100 scale, unrounded. `move` is what set a gate off, if words did.
    """

    rule: str
    value: float
    move: Move | None = None


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """The scores of one reply.

    Scores are integers 0-100 and None where unscored: every score when
    `graded` is False (then `reason` says why), `speed` when untimed, ownership
    and defensiveness under praise and plain questions. Defensiveness is 0 at
    best; every other score is 100 at best.
    `ceilings` lists every candidate for the total, lowest first; `bound_by` is
    the rule of the first.
    """

    graded: bool
    reason: str | None
    overall: int | None
    speed: int | None
    empathy: Dimension
    ownership: Dimension
    defensiveness: Dimension
    helpfulness: Dimension
    voice: Dimension
    gratitude: Dimension
    channel_fit: Dimension
    bound_by: str | None
    ceilings: tuple[Ceiling, ...]
    moves: tuple[Move, ...]
    rubric: str
    scorer: str

    def score(self, name: str) -> int | None:
        """Return `overall`, `speed` or a dimension's value by its name."""
        value = getattr(self, name)
        return value.value if isinstance(value, Dimension) else value

    def as_dict(self) -> dict[str, Any]:
        """Return plain JSON types; `from_dict` reads them back to an equal assessment."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Assessment":
        """Return the assessment that `as_dict` wrote.

        Raises:
            AssessmentFormatError: A field is missing or holds another type.
        """
        try:
            return cls(
                graded=bool(data["graded"]),
                reason=data["reason"],
                overall=data["overall"],
                speed=data["speed"],
                **{name: _dimension(data[name]) for name in DIMENSIONS},
                bound_by=data["bound_by"],
                ceilings=tuple(_ceiling(item) for item in data["ceilings"]),
                moves=tuple(Move(**item) for item in data["moves"]),
                rubric=data["rubric"],
                scorer=data["scorer"],
            )
        except (KeyError, TypeError) as error:
            raise AssessmentFormatError(f"stored assessment can't be read: {error!r}") from error


def _dimension(data: Mapping[str, Any]) -> Dimension:
    spans = tuple(Move(**item) for item in data["spans"])
    return Dimension(value=data["value"], spans=spans, limit=data["limit"])


def _ceiling(data: Mapping[str, Any]) -> Ceiling:
    move = Move(**data["move"]) if data["move"] else None
    return Ceiling(rule=data["rule"], value=data["value"], move=move)


def ungraded(reason: str, *, rubric: str, scorer: str) -> Assessment:
    """Return the assessment of a reply that is not scored, with the reason in plain words."""
    blank = Dimension(value=None)
    return Assessment(
        graded=False,
        reason=reason,
        overall=None,
        speed=None,
        empathy=blank,
        ownership=blank,
        defensiveness=blank,
        helpfulness=blank,
        voice=blank,
        gratitude=blank,
        channel_fit=blank,
        bound_by=None,
        ceilings=(),
        moves=(),
        rubric=rubric,
        scorer=scorer,
    )
