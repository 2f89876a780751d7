import pytest

from scoring.cues import wordings as module
from scoring.cues.wordings import alternatives, pattern, wordings
from scoring.errors import CatalogueError


def with_lines(monkeypatch, *lines):
    monkeypatch.setattr(module, "lines", lambda name: lines)
    wordings.cache_clear()
    pattern.cache_clear()


@pytest.fixture(autouse=True)
def forget():
    yield
    for kept in (wordings, pattern, alternatives):
        kept.cache_clear()


def test_groups_keep_their_move_strength_and_order(monkeypatch):
    with_lines(
        monkeypatch,
        "HARD = awful|grim",
        "[names_feeling 0.6]",
        "that was (?:{HARD})",
        "[chirpy 1.0]",
        "yay",
    )

    first, second = wordings("x")

    assert (first.name, first.strength) == ("names_feeling", 0.6)
    assert first.pattern.search("well, that was grim.")
    assert (second.name, second.strength) == ("chirpy", 1.0)


def test_a_wording_without_a_group_is_named(monkeypatch):
    with_lines(monkeypatch, "yay")

    with pytest.raises(CatalogueError, match="'yay' stands before any"):
        wordings("x")


def test_a_part_that_is_not_there_is_named(monkeypatch):
    with_lines(monkeypatch, "[chirpy 1.0]", "so {NICE}")

    with pytest.raises(CatalogueError, match=r"\{NICE\} is used"):
        wordings("x")


def test_wordings_match_whole_words(monkeypatch):
    with_lines(monkeypatch, "she")

    assert pattern("x").search("she rang")
    assert not pattern("x").search("shed")
