"""The word lists as files: a source in each, and no line that can't match."""

import re
from importlib.resources import files

import pytest

from scoring import lexicons

NAMES = sorted(
    file.name.removesuffix(".txt")
    for file in files("scoring.lexicons").iterdir()
    if file.name.endswith(".txt")
)

# A wording ends where no letter or digit follows, so one that ends in "£" waits for no amount.
DEAD_END = re.compile(r"(?:[£€]|\\[$(])\Z")


@pytest.mark.parametrize("name", NAMES)
def test_a_list_gives_its_source_and_licence(name):
    text = files("scoring.lexicons").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    head = "\n".join(line for line in text.splitlines() if line.startswith("#"))

    assert "Source:" in head
    assert "Licence:" in head


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_spaced_at_its_ends_or_waits_for_what_cannot_follow(name):
    lines = lexicons.lines(name)

    assert lines
    assert [line for line in lines if line != line.strip() or DEAD_END.search(line)] == []


def test_entries_are_the_lines_in_lower_case():
    assert lexicons.load("stopwords") == {line.lower() for line in lexicons.lines("stopwords")}


def test_a_list_that_is_not_there_is_refused():
    with pytest.raises(FileNotFoundError):
        lexicons.load("no_such_list")
