"""Files that can't be, or must not be, read: bad YAML, bombs, bytes, names."""

import pytest

from scenarios import ScenarioFormatError, load_bytes, load_folder
from scenarios.document import LARGEST
from tests.scenarios.builders import SCENARIO
from tests.scenarios.loading.problems import only_problem_of, problems_of


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("", 1, "holds no fields", id="nothing"),
        pytest.param("just words", 1, "holds no fields", id="no map"),
        pytest.param("- a\n- b", 1, "holds no fields", id="a list"),
        pytest.param("format: 1\ntitle: a: b", 2, "colon", id="a colon"),
        pytest.param(
            "format: 1\ntitle: 'open\n\nsummary: x", 2, "never closes", id="an open quote"
        ),
        pytest.param("format: 1\nflags: [pii\ntitle: x", 3, "bracket", id="an open bracket"),
        pytest.param("format: 1\nbrand:\n\tname: x", 3, "A tab", id="a tab"),
        pytest.param(
            "format: 1\nbrand:\n    name: x\n  handle: y", 4, "does not fit", id="indentation"
        ),
        pytest.param("format: 1\ntitle: a\x00b", 2, "can't be read", id="a NUL"),
        pytest.param("format: 1\ntitle: \ud800", 1, "half a character", id="half a character"),
        pytest.param("format: 1\na: &x [1]\nb: *x", 3, "Aliases", id="an alias"),
        pytest.param("format: 1\ntitle: !!python/object:os.system x", 2, "tag", id="a tag"),
        pytest.param("format: 1\n---\nformat: 1", 2, "second document", id="two documents"),
        pytest.param("format: 1\n? [a]\n: b", 2, "has to be a word", id="a list for a key"),
        pytest.param("format: 1\na: " + "[" * 5000, 2, "levels deep", id="deep nesting"),
        pytest.param("x" * (LARGEST + 1), 1, "256 KB", id="too large"),
    ],
)
def test_bad_yaml_is_refused_with_its_line_and_the_fix(text, line, says):
    problem = only_problem_of(text)

    assert problem.line == line
    assert says in problem.message
    assert problem.fix


def test_alias_bomb_is_refused_before_it_grows():
    rows = ["format: 1", "a: &a [lol, lol]"]
    rows += [
        f"{name}: &{name} [*{last}, *{last}]"
        for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]

    problem = only_problem_of("\n".join(rows))

    assert "Aliases" in problem.message


def test_key_that_stands_twice_is_named_with_both_lines():
    text = SCENARIO.replace("industry: retail", "industry: retail\ntitle: Another")

    problem = only_problem_of(text)

    assert (problem.path, problem.line) == ("title", 5)
    assert "line 2 has the first" in problem.message


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([f"x{number}: 1" for number in range(20_000)], id="fields"),
        pytest.param(
            ["beats:", *(f"- {{id: b{n}, next: [{{go: b{n + 1}}}]}}" for n in range(7000))],
            id="beats",
        ),
        pytest.param(
            ["beats:", "- id: late", "  next:", *(f"  - {{go: c{n}}}" for n in range(15_000))],
            id="ways",
        ),
    ],
)
def test_file_full_of_mistakes_is_refused_all_the_same(rows):
    text = "\n".join(["format: 1", *rows])

    found = problems_of(text)

    assert len(text) < LARGEST
    assert 1 <= len(found) <= 5000


@pytest.mark.parametrize("name", ["Late Parcel.yaml", "late--parcel.yaml", "-late.yaml", "ä.yaml"])
def test_file_name_that_can_not_be_a_slug_is_refused(name):
    assert "can't name a scenario" in only_problem_of(SCENARIO, file=name).message


def test_bytes_that_are_no_utf_8_are_refused_at_their_line():
    with pytest.raises(ScenarioFormatError) as caught:
        load_bytes(b"format: 1\ntitle: caf\xe9", file="late.yaml")

    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (2, "The file is not UTF-8.")


def test_broken_file_never_hides_the_others(tmp_path):
    (tmp_path / "good.yaml").write_text(SCENARIO, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("format: 1\ntitle: a: b", encoding="utf-8")
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "huge.yml").write_bytes(b"a" * (LARGEST + 1))
    (tmp_path / "notes.txt").write_text("not a scenario", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()

    loaded = load_folder(tmp_path)

    assert load_folder(str(tmp_path)) == loaded
    assert [version.slug for version in loaded.versions] == ["good"]
    assert [problem.file for problem in loaded.problems] == ["bad.yaml", "binary.yaml", "huge.yml"]
