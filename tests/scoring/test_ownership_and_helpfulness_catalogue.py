"""The catalogue's own examples are found, and its near misses are not."""

from importlib.resources import files

import pytest
import yaml

from scoring import Case, Fact, Post, catalogue
from scoring.cues import helpfulness, ownership
from scoring.reading import Reading
from scoring.rubric.ladder import ladder

COMPLAINT = (
    "Order 88213 came broken and I paid 38 for postage. Is the Neath depot open on Sunday? I'd "
    "come by train."
)
PRAISE = (
    "Denise at the till was so kind and lovely, thank you. Still love the coat, brilliant shop."
)
HISTORY = (Post(author="Tallow", text="We have passed this to our depot team.", is_brand=True),)
FACTS = (Fact(label="Refund", text="Refunds take 3 days."),)


def names_in(file: str) -> set[str]:
    text = files("scoring.catalogue").joinpath(file).read_text(encoding="utf-8")
    return {item["name"] for item in yaml.safe_load(text)}


MINE = [
    catalogue()[name] for name in sorted(names_in("ownership.yaml") | names_in("helpfulness.yaml"))
]


def found(reply: str, name: str) -> set[str]:
    case = Case(
        complaint=PRAISE if name == "fits_praise" else COMPLAINT,
        reply=reply,
        history=HISTORY if name == "hands_on_again" else (),
        facts=FACTS if name == "wrong_fact" else (),
    )
    reading = Reading(case)
    return {move.name for family in (ownership, helpfulness) for move in family.find(reading)}


def cases(which: str) -> list[tuple[str, str]]:
    return [(kind.name, text) for kind in MINE for text in getattr(kind, which)]


@pytest.mark.parametrize(("name", "text"), cases("examples"))
def test_every_example_is_found(name: str, text: str) -> None:
    assert name in found(text, name)


@pytest.mark.parametrize(("name", "text"), cases("near_misses"))
def test_no_near_miss_is_found(name: str, text: str) -> None:
    assert name not in found(text, name)


@pytest.mark.parametrize("dimension", ["ownership", "helpfulness"])
def test_every_name_in_the_ladder_stands_in_the_catalogue(dimension: str) -> None:
    assert ladder(dimension).names <= set(catalogue())


def test_labels_fit_a_highlight() -> None:
    long = [kind.name for kind in MINE if len(kind.label.split()) > 4]

    assert long == []
