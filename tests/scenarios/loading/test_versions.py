"""A good file becomes a version, and the same words give the same hash."""

import pytest

from scenarios import load_bytes, load_text
from tests.scenarios.builders import SCENARIO, make_version, scenario_text


def test_good_file_becomes_a_version_named_by_its_file():
    version = load_text(SCENARIO, file="some/folder/late-parcel.yaml")

    assert version.slug == "late-parcel"
    assert version.title == "A parcel that is late"
    assert version.beat("nudge").silence.go == "gone"
    assert str(version.beat("late").next[2].when) == "overall >= 70 and not moves.blames_customer"
    assert version.ending("thanked").outcome == "recovered"
    assert version.ending("late") is None


def test_hash_knows_words_from_spelling():
    respelt = scenario_text() + "# a comment\n"
    spelt_out = scenario_text(difficulty=1, guided=False)
    reworded = scenario_text(title="A parcel that is very late")

    original = make_version().content_hash

    assert load_text(respelt).content_hash == original
    assert load_text(spelt_out).content_hash == original
    assert load_text(reworded).content_hash != original


def test_version_can_not_be_changed():
    version = make_version()

    with pytest.raises(ValueError, match="frozen"):
        version.title = "Another"


def test_hash_of_a_scenario_is_the_same_in_every_version_of_poise():
    """A stored version is known by it: if this fails, canonical forms have changed."""
    expected = "581785c5cbb0d8ba40aa7a6fe5ad51f92e5a71e8a3368abcf3147be54e4ff641"

    assert make_version().content_hash == expected


def test_byte_order_mark_and_windows_line_ends_are_read():
    content = b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode()

    assert load_bytes(content, file="late-parcel.yaml") == make_version()


def test_words_that_yaml_would_change_stay_words():
    text = SCENARIO.replace('"13:05"', "13:05").replace("title: A parcel that is late", "title: no")

    version = load_text(text)

    assert (version.starts_at, version.title) == ("13:05", "no")
