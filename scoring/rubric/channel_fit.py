"""Channel fit: what belongs in public stays there, and what is private does not.

A private message asked for and nothing else is 25; a reason or an exact route 50; with concern
and a step in public first 75; and a promise to post the outcome here 100 (RUBRIC 2.5). Where
nothing is moved to private the table is silent: an answer given in public is what readers of
the thread are owed, so it has 80, and 100 with an update promised here.
"""

from scoring.assessment import Dimension, Move
from scoring.case import Case

_LEAKS = ("asks_private_data", "exposes_private_data")
_EXPLAINED = ("private_route", "private_reason")
_CONCERN = ("apology", "names_feeling", "restates_situation", "acknowledges_cost", "admits_fault")
_SUBSTANCE = (
    "concrete_step",
    "repair",
    "answers_part",
    "states_fact",
    "safety_instruction",
    "next_step",
    "courtesy",
    "caring_act",
)
_ELSEWHERE = ("hands_off", "bare_link", "bare_deflection")
_UPDATE = "public_update"
_USED = frozenset({*_LEAKS, *_EXPLAINED, *_ELSEWHERE, _UPDATE, "dm_request", "asks_reference"})
_REFERENCE = 10
_CLEAR = 0.3
_TURNS = 2


def channel_fit(moves: tuple[Move, ...], case: Case) -> Dimension:
    """Return channel fit, 0-100, with the moves that set it."""
    clear = {move.name for move in moves if move.strength >= _CLEAR}
    used = tuple(move for move in moves if move.name in _USED)
    if clear & set(_LEAKS):
        return Dimension(value=0, spans=used, limit="Private data is asked for or shown in public.")
    value, limit = _moved(clear) if "dm_request" in clear else _stayed(clear)
    if "asks_reference" in clear:
        value = max(0, value - _REFERENCE)
    if _is_stuck(case) and not clear & set(_SUBSTANCE):
        value, limit = min(value, 50), "A third public reply, and nothing has moved."
    return Dimension(value=value, spans=used, limit=limit)


def _moved(clear: set[str]) -> tuple[int, str]:
    explained = bool(clear & set(_EXPLAINED))
    answered = bool(clear & set(_CONCERN)) and bool(clear & set(_SUBSTANCE))
    if not explained:
        return 25, "It asks for a private message and says neither why nor how."
    if not answered:
        return 50, "Nothing is said in public before it goes private."
    if _UPDATE not in clear:
        return 75, "Nobody promises to post the outcome here."
    return 100, ""


def _stayed(clear: set[str]) -> tuple[int, str]:
    if clear & set(_SUBSTANCE):
        return (100, "") if _UPDATE in clear else (80, "Nobody says that news will follow here.")
    if clear & set(_ELSEWHERE):
        return 40, "It sends people elsewhere without an answer here."
    return 60, "It stays in public but gives nothing there."


def _is_stuck(case: Case) -> bool:
    return sum(post.is_brand for post in case.history) >= _TURNS
