"""What the scorer answers: scores, the words behind them, and the rule that set the total."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import UnionType
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
            AssessmentFormatError: A field is missing or holds another type; it says which.
        """
        stored = _Stored(data, "assessment")
        return cls(
            graded=stored.get("graded", bool),
            reason=stored.get("reason", str | None),
            overall=stored.get("overall", int | None),
            speed=stored.get("speed", int | None),
            **{name: _dimension(stored.part(name)) for name in DIMENSIONS},
            bound_by=stored.get("bound_by", str | None),
            ceilings=tuple(map(_ceiling, stored.rows("ceilings"))),
            moves=tuple(map(_move, stored.rows("moves"))),
            rubric=stored.get("rubric", str),
            scorer=stored.get("scorer", str),
        )


class _Stored:
    """One stored mapping, and where it stands: "assessment.moves[2]"."""

    def __init__(self, data: object, place: str) -> None:
        if not isinstance(data, Mapping):
            raise AssessmentFormatError(f"{place} is {data!r:.80}: store it as `as_dict` does")
        self._data = data
        self._place = place

    def get(self, name: str, kind: UnionType | type) -> Any:
        """Return a field of this kind; a bool is no number."""
        value = self._value(name)
        is_flag = isinstance(value, bool)
        if not isinstance(value, kind) or (is_flag and kind is not bool):
            wanted = getattr(kind, "__name__", str(kind))
            raise AssessmentFormatError(
                f"{self._place}.{name} is {value!r:.80}: store {wanted} as `as_dict` does"
            )
        return value

    def part(self, name: str) -> "_Stored":
        return _Stored(self._value(name), f"{self._place}.{name}")

    def optional(self, name: str) -> "_Stored | None":
        return None if self._value(name) is None else self.part(name)

    def rows(self, name: str) -> list["_Stored"]:
        values = self.get(name, list | tuple)
        return [_Stored(value, f"{self._place}.{name}[{i}]") for i, value in enumerate(values)]

    def _value(self, name: str) -> object:
        if name not in self._data:
            raise AssessmentFormatError(f"{self._place} has no {name}: store it as `as_dict` does")
        return self._data[name]


def _dimension(stored: _Stored) -> Dimension:
    return Dimension(
        value=stored.get("value", int | None),
        spans=tuple(map(_move, stored.rows("spans"))),
        limit=stored.get("limit", str),
    )


def _ceiling(stored: _Stored) -> Ceiling:
    move = stored.optional("move")
    return Ceiling(
        rule=stored.get("rule", str),
        value=stored.get("value", int | float),
        move=None if move is None else _move(move),
    )


def _move(stored: _Stored) -> Move:
    return Move(
        start=stored.get("start", int),
        end=stored.get("end", int),
        name=stored.get("name", str),
        strength=stored.get("strength", int | float),
        note=stored.get("note", str),
    )


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
