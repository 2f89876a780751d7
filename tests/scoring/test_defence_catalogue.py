"""Each example of the defensive cues and gates is found by the detector, and no near miss is."""

from importlib.resources import files

import pytest
import yaml

from scoring import Allowed, Case, Fact, catalogue, default_detector

COMPLAINT = (
    "Charged twice for my parcel and it never came. I rang three times and your useless idiots "
    "laughed at me. The bus driver shut the door on my arm. I want my refund today."
)
FLAGS = {
    "concedes_liability": {"injury"},
    "claims_other_company": {"wrong_company"},
    "calm_boundary": {"abusive"},
}
PASTED = (
    "Thanks for getting in touch, we're looking into it and will be back very soon.",
    "We're so sorry to hear this, please send us a message with your details today.",
)

AT_ONCE = 0.05
"""Minutes; the examples of what came too soon are judged by the clock alone."""


def kinds() -> list[str]:
    names = []
    for file in ("defensiveness", "gates"):
        text = files("scoring.catalogue").joinpath(f"{file}.yaml").read_text(encoding="utf-8")
        names += [item["name"] for item in yaml.safe_load(text)]
    return names


def found_in(name: str, reply: str, *, minutes: float = AT_ONCE) -> set[str]:
    case = Case(
        complaint=COMPLAINT,
        reply=reply,
        minutes=minutes,
        flags=FLAGS.get(name, set()),
        allowed=(
            Allowed(action="Refund the fee of £12 today"),
            Allowed(action="Replacement by courier", within=300),
        ),
        facts=(
            Fact(label="Parcel", text="Not delivered, it is at the depot"),
            Fact(label="Refund", text="Not refunded yet; refund is due on Friday"),
        ),
        recent_replies=PASTED,
    )
    return {move.name for move in default_detector().detect(case).moves}


@pytest.mark.parametrize("name", kinds())
def test_examples_are_found(name):
    missed = [text for text in catalogue()[name].examples if name not in found_in(name, text)]

    assert not missed


@pytest.mark.parametrize("name", kinds())
def test_near_misses_are_not_found(name):
    texts = catalogue()[name].near_misses
    wrong = [text for text in texts if name in found_in(name, text, minutes=5)]

    assert not wrong


@pytest.mark.parametrize("name", kinds())
def test_label_has_at_most_four_words(name):
    assert len(catalogue()[name].label.split()) <= 4
