"""What the loader finds wrong with a text."""

import pytest

from scenarios import ScenarioFormatError, load_text


def problems_of(text, file="late-parcel.yaml"):
    with pytest.raises(ScenarioFormatError) as caught:
        load_text(text, file=file)
    return caught.value.problems


def only_problem_of(text, file="late-parcel.yaml"):
    (problem,) = problems_of(text, file)
    return problem


def line_of(text, part):
    (line,) = [number for number, each in enumerate(text.split("\n"), 1) if part in each]
    return line


def is_loaded_or_explained(text):
    try:
        return bool(load_text(text))
    except ScenarioFormatError as error:
        return bool(error.problems) and all(each.message and each.fix for each in error.problems)
