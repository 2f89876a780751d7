"""Each example of the catalogue is found by its finder, and each near miss is not."""

from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
import yaml

from scoring import Case, catalogue
from scoring.assessment import Move
from scoring.cues import channel, empathy, gratitude, voice
from scoring.reading import Reading

COMPLAINT = (
    "My mum is 78. Your boiler engineer missed three appointments and she sat in a cold kitchen "
    "on her birthday with no heating for two nights. Nobody called. Ruth Abell"
)
PRAISE = "Thank you so much, Fatima on the desk was lovely and so kind to my mum, brilliant"
FINDERS: dict[str, Callable[[Reading], Iterator[Move]]] = {
    "empathy": empathy.find,
    "voice": voice.find,
    "gratitude": gratitude.find,
    "channel": channel.find,
}
CLEAR = 0.15
PADDING = "and then we did one more thing for you " * 12


def kinds() -> list[tuple[str, str]]:
    found = []
    for file in FINDERS:
        text = files("scoring.catalogue").joinpath(f"{file}.yaml").read_text(encoding="utf-8")
        found += [(file, item["name"]) for item in yaml.safe_load(text)]
    return found


def found_in(file: str, name: str, reply: str) -> set[str]:
    is_praise = name == "courtesy"
    case = Case(
        complaint=PRAISE if is_praise else COMPLAINT,
        reply=reply.replace("&pad", PADDING),
        flags={"praise"} if is_praise else set(),
        playful_brand=True,
        anger=10,
    )
    return {move.name for move in FINDERS[file](Reading(case)) if move.strength >= CLEAR}


@pytest.mark.parametrize(("file", "name"), kinds())
def test_examples_are_found(file, name):
    examples = catalogue()[name].examples

    missed = [text for text in examples if name not in found_in(file, name, text)]

    assert not missed


@pytest.mark.parametrize(("file", "name"), kinds())
def test_near_misses_are_not_found(file, name):
    near_misses = catalogue()[name].near_misses

    wrong = [text for text in near_misses if name in found_in(file, name, text)]

    assert not wrong


def test_courtesy_is_silent_under_a_complaint():
    reading = Reading(Case(complaint=COMPLAINT, reply="Fatima was beaming when I read her this."))

    assert "courtesy" not in {move.name for move in empathy.find(reading)}
