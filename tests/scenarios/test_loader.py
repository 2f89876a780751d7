import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scenarios import ScenarioFormatError, load_bytes, load_folder, load_text
from scenarios.document import LARGEST
from tests.scenarios.builders import SCENARIO, make_version, scenario_text


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


# --- Every problem at once -----------------------------------------------------------------


def test_every_problem_is_listed_with_its_line_path_and_fix():
    broken = (
        SCENARIO.replace("channel: x", "channel: xx")
        .replace("difficulty: 1", "difficulty: hard")
        .replace("when: overall >= 70, go: whisper", "when: overal >= 70, go: wisper")
        .replace('  speaker: "@priya_s"', '  speaker: "@pryia_s"')
        .replace("summary: Sam waits for a parcel.\n", "")
    )

    found = problems_of(broken)

    assert {(each.path, each.line) for each in found} == {
        ("summary", 1),
        ("channel", line_of(broken, "channel: xx")),
        ("difficulty", line_of(broken, "difficulty: hard")),
        ("beats[4].speaker", line_of(broken, "@pryia_s")),
        ("beats[6].next[0].when", line_of(broken, "wisper")),
        ("beats[6].next[0].go", line_of(broken, "wisper")),
    }
    assert all(each.file == "late-parcel.yaml" and each.message and each.fix for each in found)
    assert [each.line for each in found] == sorted(each.line for each in found)


@pytest.mark.parametrize(
    ("old", "new", "path", "says"),
    [
        pytest.param(
            "go: softer, after: 4}\n      - {go: angrier, after: 2}\n    ungraded: {go: huh, after",
            "go: softr, after: 4}\n      - {go: angrier, after: 2}\n    ungraded: {go: huh, after",
            "beats[0].next[2].go",
            "Did you mean softer?",
            id="an unknown beat",
        ),
        pytest.param(
            "opening: late", "opening: thanked", "opening", "no beat thanked", id="an ending first"
        ),
        pytest.param(
            "  - id: huh", "  - id: late", "beats[3].id", "taken by line", id="an id twice"
        ),
        pytest.param(
            "{id: gone,",
            "{id: late,",
            "endings[1].id",
            "taken by line",
            id="a beat's id for an ending",
        ),
        pytest.param(
            "    ungraded: {go: huh, after: 2}\n",
            "",
            "beats[0].ungraded",
            "is missing",
            id="no ungraded way",
        ),
        pytest.param(
            "      - {go: angrier, after: 2}\n    ungraded: {go: huh, after: 2}",
            "    ungraded: {go: huh, after: 2}",
            "beats[0].next[2].when",
            "would lead nowhere",
            id="no way without a condition",
        ),
        pytest.param(
            "{when: action == 'hold', go: patient, after: 1}",
            "{go: patient}",
            "beats[0].next[0]",
            "never tried",
            id="a way before the last without condition",
        ),
        pytest.param(
            "moves.blames_customer",
            "moves.blame_customer",
            "beats[0].next[2].when",
            "Column 23 of the guard: There is no move 'blame_customer'. "
            "Did you mean moves.blames_customer?",
            id="an unknown move",
        ),
        pytest.param(
            "severity: P3\n",
            "severity: P5\n",
            "severity",
            "Use one of P1, P2, P3, P4",
            id="a closed set",
        ),
        pytest.param(
            "channel: x\n",
            "channel: faceboook\n",
            "channel",
            "Did you mean facebook?",
            id="nearly in it",
        ),
        pytest.param(
            "title: A parcel",
            "titel: A parcel",
            "titel",
            "Did you mean title?",
            id="a field misspelt",
        ),
        pytest.param(
            "title: A parcel that is late",
            "title: 404",
            "title",
            "must be a text, not 404",
            id="a number for a text",
        ),
        pytest.param(
            "title: A parcel that is late", "title: ''", "title", "is empty", id="an empty text"
        ),
        pytest.param(
            "title: A parcel", f"title: {'A' * 90}", "title", "80 is the most", id="a text too long"
        ),
        pytest.param(
            "difficulty: 1",
            "difficulty: 1.5",
            "difficulty",
            "a whole number",
            id="a decimal for a count",
        ),
        pytest.param(
            "difficulty: 1", "difficulty: 4", "difficulty", "Use 3 or less", id="too many"
        ),
        pytest.param("anger: 55", "anger: -5", "start.anger", "Use 0 or more", id="too few"),
        pytest.param(
            "anger: 55", "anger: high", "start.anger", "must be a number", id="a word for a number"
        ),
        pytest.param(
            "brand: {", "brand: Tallow\nvoice: {", "brand", "must be a map", id="a text for a map"
        ),
        pytest.param(
            'says: ["Anyone there?"]',
            "says: Anyone there",
            "beats[2].says",
            "must be a list",
            id="a text for a list",
        ),
        pytest.param(
            'says: ["Anyone there?"]',
            "says: []",
            "beats[2].says",
            "has no items",
            id="an empty list",
        ),
        pytest.param('"13:05"', '"1:05 pm"', "starts_at", '"13:05"', id="a time"),
        pytest.param('"@samkowalski"', "sam", "customer.handle", "Start it with @", id="a handle"),
        pytest.param(
            '"@samkowalski"',
            '"@tallowandpine"',
            "brand.handle",
            "belongs to two people",
            id="a handle twice",
        ),
        pytest.param(
            "trust: 60,", "trust: 80,", "start.trust", "above the 75", id="more trust than before"
        ),
        pytest.param(
            "on_delete: {go: screenshot, after: 1}\n",
            "on_promise_missed: {go: screenshot}\n",
            "beats[0]",
            "when this post is deleted",
            id="nothing about deletion",
        ),
        pytest.param(
            "    severity: P2\n",
            "    severity: P2\n    lesson: {score: empathy, before: Look., after: There.}\n",
            "beats[5].lesson",
            "Only a guided scenario",
            id="a lesson out of place",
        ),
        pytest.param(
            "silence: {after: 40, go: nudge}",
            "silence: {after: 0.1, go: nudge}",
            "beats[0].silence.after",
            "Use 1 or more",
            id="a silence that never is one",
        ),
    ],
)
def test_mistake_is_named_at_its_place(old, new, path, says):
    assert old in SCENARIO
    broken = SCENARIO.replace(old, new, 1)

    found = problems_of(broken)

    assert any(each.path == path and says in f"{each.message} {each.fix}" for each in found), found


def test_unreachable_beat_and_beat_without_an_ending_are_named():
    lonely = {
        "id": "lonely",
        "says": ["Hello?"],
        "next": [{"go": "lonely"}],
        "ungraded": {"go": "lonely"},
    }
    data = yaml.safe_load(SCENARIO)
    data["beats"].append(lonely)
    unreached = yaml.safe_dump(data)
    data["beats"][0]["next"][1]["go"] = "lonely"
    stuck = yaml.safe_dump(data)

    assert "No way leads to lonely." in [each.message for each in problems_of(unreached)]
    assert any("From lonely no answer" in each.message for each in problems_of(stuck))


def test_silence_counts_as_a_way_to_an_ending():
    data = yaml.safe_load(SCENARIO)
    troll = {"id": "troll", "says": ["Ha."], "next": [{"go": "troll"}], "ungraded": {"go": "troll"}}
    data["beats"].append(troll | {"silence": {"after": 30, "go": "gone"}})
    data["beats"][0]["next"][1]["go"] = "troll"
    data["beats"] = [
        beat for beat in data["beats"] if beat["id"] not in ("public_again", "whisper")
    ]

    assert load_text(yaml.safe_dump(data)).beat("troll").silence.go == "gone"


# --- The format's number -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "says"),
    [
        pytest.param("", "does not say its format", id="missing"),
        pytest.param("format: 2", "has format 2; this version of Poise reads up to 1", id="newer"),
        pytest.param("format: 0", "There is no format 0", id="older"),
        pytest.param("format: '1'", "no whole number", id="a text"),
        pytest.param("format: true", "no whole number", id="true"),
    ],
)
def test_format_is_checked_first_and_alone(first, says):
    text = SCENARIO.replace("format: 1", first).replace("channel: x", "channel: other")

    problem = only_problem_of(text)

    assert says in problem.message


# --- YAML that can't be, or must not be, read ----------------------------------------------


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


def test_words_that_yaml_would_change_stay_words():
    text = SCENARIO.replace('"13:05"', "13:05").replace("title: A parcel that is late", "title: no")

    version = load_text(text)

    assert (version.starts_at, version.title) == ("13:05", "no")


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


def test_hash_of_a_scenario_is_the_same_in_every_version_of_poise():
    """A stored version is known by it: if this fails, canonical forms have changed."""
    expected = "581785c5cbb0d8ba40aa7a6fe5ad51f92e5a71e8a3368abcf3147be54e4ff641"

    assert make_version().content_hash == expected


@pytest.mark.parametrize("name", ["Late Parcel.yaml", "late--parcel.yaml", "-late.yaml", "ä.yaml"])
def test_file_name_that_can_not_be_a_slug_is_refused(name):
    assert "can't name a scenario" in only_problem_of(SCENARIO, file=name).message


@pytest.mark.parametrize(
    ("chime", "message", "fix"),
    [
        pytest.param(
            {"by": "@pria_s", "after": 3, "says": ["Hm."]},
            "Nobody here is called @pria_s.",
            "Did you mean @priya_s?",
            id="misspelt",
        ),
        pytest.param(
            {"by": "@samkowalski", "after": 3, "says": ["Hm."]},
            "@samkowalski is no bystander.",
            "Use one of @priya_s.",
            id="the customer",
        ),
        pytest.param(
            {"by": "priya", "after": 3, "says": ["Hm."]},
            '"priya" can\'t be used for by.',
            "Start it with @, then letters, digits, _ or dots: @tallowandpine.",
            id="no handle",
        ),
        pytest.param(
            {"by": "@priya_s", "says": ["Hm."], "likes": 3},
            "There is no field likes here.",
            "Known here: by, after, says.",
            id="a field too many",
        ),
        pytest.param({"by": "@priya_s", "after": 1}, "says is missing.", "Add it: ", id="silent"),
    ],
)
@pytest.mark.parametrize("place", ["beats", "endings"])
def test_chime_is_by_a_bystander_of_the_scenario(place, chime, message, fix):
    data = yaml.safe_load(SCENARIO)
    data[place][0]["chimes"] = [chime]

    problem = problems_of(yaml.safe_dump(data, sort_keys=False))[0]

    assert problem.path.startswith(f"{place}[0].chimes[0]")
    assert problem.message == message
    assert problem.fix.startswith(fix)


def test_chimes_need_bystanders_and_are_at_most_six():
    data = yaml.safe_load(SCENARIO)
    data["endings"][0]["chimes"] = [{"by": "@priya_s", "says": ["Hm."]} for _ in range(7)]
    many = only_problem_of(yaml.safe_dump(data, sort_keys=False))
    del data["endings"][0]["chimes"][1:]
    del data["bystanders"], data["beats"][4]["speaker"]
    alone = only_problem_of(yaml.safe_dump(data, sort_keys=False))

    assert many.message == "chimes has 7 items; 6 is the most."
    assert (alone.message, alone.fix) == (
        "Nobody here is called @priya_s.",
        "Add them under `bystanders`.",
    )


def test_bytes_that_are_no_utf_8_are_refused_at_their_line():
    with pytest.raises(ScenarioFormatError) as caught:
        load_bytes(b"format: 1\ntitle: caf\xe9", file="late.yaml")

    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (2, "The file is not UTF-8.")


def test_byte_order_mark_and_windows_line_ends_are_read():
    content = b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode()

    assert load_bytes(content, file="late-parcel.yaml") == make_version()


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


def test_problem_reads_as_a_line_for_the_terminal():
    problem = only_problem_of(SCENARIO.replace("channel: x", "channel: y"))

    assert str(problem).startswith("late-parcel.yaml:5: channel: ")


@given(st.text(max_size=300))
def test_any_text_is_loaded_or_refused_with_problems(text):
    for each in (text, f"format: 1\n{text}", SCENARIO.replace("A parcel", text, 1)):
        assert is_loaded_or_explained(each)


scraps = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5) | st.just("late"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "go", "when", "says", "next", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(yaml.safe_load(SCENARIO))), scraps)
def test_any_value_in_any_field_is_loaded_or_refused_with_problems(field, value):
    data = yaml.safe_load(SCENARIO)
    data[field] = value

    assert is_loaded_or_explained(yaml.safe_dump(data, allow_unicode=True))
