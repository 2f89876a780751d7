"""The finding of a debrief in one sentence: true, short, about the text, with its number.

Every rule that can bind the total has its sentences here, from the lowest score up. A sentence
speaks of the reply and never of the person who wrote it.
"""

from dataclasses import dataclass

from scoring import Assessment, Ceiling, Dimension
from trainer.practice import words
from trainer.practice.coaching import Advice
from trainer.practice.words import Measure

KEEP = 85
"""Total from which a reply is one to keep, whatever bound it."""

_LEAST_GAIN = 5
"""Points that leaving words out must gain to be the finding."""


@dataclass(frozen=True, kw_only=True)
class _Step:
    """What to say below `below`, a score of the dimension that bound the total."""

    below: int
    says: str


# {name} is what to call the customer, {value} the score that bound, {total} the overall score.
_BY_SCORE: dict[str, tuple[str, tuple[_Step, ...]]] = {
    "cap_E": (
        "empathy",
        (
            _Step(below=25, says="What this was like for {name} isn’t in it yet: empathy {value}."),
            _Step(below=50, says="It sees a little of what {name} went through: empathy {value}."),
            _Step(below=75, says="The care is there, but thin: empathy {value}."),
            _Step(below=101, says="Empathy {value} is all that holds it at {total}."),
        ),
    ),
    "cap_O": (
        "ownership",
        (
            _Step(below=25, says="Nobody stands behind this one yet: ownership {value}."),
            _Step(below=50, says="Who does what, and by when, is half said: ownership {value}."),
            _Step(below=75, says="Someone takes it on, not all of it: ownership {value}."),
            _Step(below=101, says="Ownership {value} is all that holds it at {total}."),
        ),
    ),
    "cap_H": (
        "helpfulness",
        (
            _Step(below=25, says="It gives {name} nothing to go on yet: helpfulness {value}."),
            _Step(below=50, says="It helps {name} a little of the way: helpfulness {value}."),
            _Step(below=75, says="Some of what {name} needs is still open: helpfulness {value}."),
            _Step(below=101, says="Helpfulness {value} is all that holds it at {total}."),
        ),
    ),
    "cap_S": (
        "speed",
        (
            _Step(below=25, says="It came far too late: speed {value} holds it at {total}."),
            _Step(below=50, says="It came late: speed {value} holds it at {total}."),
            _Step(below=101, says="It came a little late: speed {value} holds it at {total}."),
        ),
    ),
}
_DEFENSIVE = (
    _Step(below=26, says="A defensive touch, {value}, is what holds it at {total}."),
    _Step(below=51, says="Part of it defends instead of answering: defensiveness {value}."),
    _Step(below=101, says="It defends more than it answers: defensiveness {value}."),
)
_BY_MOVE = {
    "asks_private_data": "It asks for private data in public, so it stops at {total}.",
    "exposes_private_data": "Private data stands in public, so it stops at {total}.",
    "insults": "One phrase insults {name}, so it stops at {total}.",
    "threat": "One phrase threatens {name}, so it stops at {total}.",
    "outside_allowed": "It promises more than may be offered, so it stops at {total}.",
    "against_facts": "It says what the facts contradict, so it stops at {total}.",
    "safety_instruction": "What to do to stay safe comes late or unclear: {total} at most.",
    "bare_deflection": "It sends {name} elsewhere without an answer, so it stops at {total}.",
    "off_topic": "It answers something else, so it stops at {total}.",
    "keyword_list": "It lists the right words and says nothing with them: {total} at most.",
    "unfilled_template": "A blank of the template is still open, so it stops at {total}.",
}
_BY_GATE = {
    "K1": "A complaint was taken down, so the thread scores {total}.",
    "K2": "Private data and a public thread: it stops at {total}.",
    "K3": "One phrase attacks {name}, so it stops at {total}.",
    "K5": "A promise or a fact in it doesn’t hold, so it stops at {total}.",
    "K6": "It settles the blame before anyone knows, so it stops at {total}.",
    "K7": "It doesn’t say how to stay safe, so it stops at {total}.",
    "K8": "Nothing in it answers {name}, so it stops at {total}.",
    "K9": "It is nearly the same as an earlier reply, so it stops at {total}.",
    "K10": "The target passed without an answer: {total}.",
    "K11": "It takes on another company’s failure, so it stops at {total}.",
}


def headline(card: Assessment, advice: tuple[Advice, ...], name: str) -> str:
    """Return the finding of a debrief in one sentence; `name` is what to call the customer."""
    if card.overall is None:
        return "This one wasn’t scored."
    if _names_words(card, advice):
        return f"A few words cost {advice[0].gain} points."
    if not _is_gated(card) and card.overall >= KEEP:
        return f"{card.overall} points: a reply to keep."
    found = _bound(card) or _furthest(card)
    said = found.replace("{name}", name).replace("{total}", str(card.overall))
    return said[:1].upper() + said[1:]


def _is_gated(card: Assessment) -> bool:
    return (card.bound_by or "").startswith("K")


def _names_words(card: Assessment, advice: tuple[Advice, ...]) -> bool:
    """Return whether words to leave out are the finding: they change the picture.

    A redo that stays one without them is about more than those words.
    """
    if _is_gated(card) or not advice or card.overall is None:
        return False
    redo = words.BANDS[-1].high
    return advice[0].gain >= _LEAST_GAIN and max(card.overall, advice[0].score or 0) > redo


def _bound(card: Assessment) -> str:
    """Return what the rule that bound the total says; empty where it is the mean."""
    rule = card.bound_by or ""
    if rule in _BY_SCORE:
        measure, steps = _BY_SCORE[rule]
        return _step(steps, card.score(measure))
    if rule in {"cap_D", "cap_N"}:
        return _step(_DEFENSIVE, card.score("defensiveness")) or (
            "Defensive wording holds it at {total}."
        )
    by_word = _BY_MOVE.get(_move_name(card.ceilings), "") if rule.startswith("K") else ""
    return by_word or _BY_GATE.get(rule, "")


def _move_name(ceilings: tuple[Ceiling, ...]) -> str:
    move = ceilings[0].move if ceilings else None
    return move.name if move else ""


def _step(steps: tuple[_Step, ...], value: int | None) -> str:
    if value is None:
        return ""
    chosen = next(step for step in steps if value < step.below)
    return chosen.says.replace("{value}", str(value))


def _furthest(card: Assessment) -> str:
    """Return which score is furthest from its target, the four headline scores first."""
    for measures in (words.HEADLINES, words.SUPPORTING):
        known = [(each, card.score(each.name)) for each in measures]
        short = [(_gap(each, value), each, value) for each, value in known if value is not None]
        gap, measure, value = max(short, key=lambda item: item[0], default=(0, None, None))
        if gap > 0 and measure is not None:
            return f"{measure.label} {value} is furthest from its target."
    return "Every score is on target: {total} points."


def _gap(measure: Measure, value: int) -> int:
    return value - 25 if measure.lower_is_better else 75 - value


_PASSING = 50
"""Below this total nothing is praised; it is where the band "needs work" begins."""


def summary(card: Assessment, advice: tuple[Advice, ...] = ()) -> str:
    """Return the strongest and the weakest headline score, or why nothing was scored.

    Where a few words are the finding, those words.
    Under a failing total only the weakest, by what held it there: a fast reply that mocks has
    nothing to be praised for.
    """
    if not card.graded:
        return card.reason or ""
    if _names_words(card, advice):
        return f"“{advice[0].quoted}” Without that, the same reply scores {advice[0].score}."
    known = [
        (each, value) for each in words.HEADLINES if (value := card.score(each.name)) is not None
    ]
    if not known:
        return ""
    best = max(known, key=lambda pair: _goodness(*pair))
    worst = min(known, key=lambda pair: _goodness(*pair))
    if (card.overall or 0) < _PASSING:
        held = getattr(card, worst[0].name)
        limit = held.limit if isinstance(held, Dimension) else ""
        return limit or f"{worst[0].label} {worst[1]} is the one to work on."
    if len(known) == 1:
        return f"{best[0].label} {best[1]} is the one headline score that counts here."
    if _goodness(*best) == _goodness(*worst):
        return "The headline scores that count here stand level."
    end = "the lowest, and on target" if worst[0].on_target(worst[1]) else "the one to work on"
    strongest = f"{best[0].label} {best[1]} is the strongest here"
    return f"{strongest}; {worst[0].label.lower()} {worst[1]} {end}."


def _goodness(measure: Measure, value: int) -> int:
    return 100 - value if measure.lower_is_better else value
