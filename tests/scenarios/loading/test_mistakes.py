"""What an author got wrong: every problem at once, each at its place with its fix."""

import pytest
import yaml

from scenarios import load_text
from tests.scenarios.builders import SCENARIO
from tests.scenarios.loading.problems import line_of, only_problem_of, problems_of


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


def test_problem_reads_as_a_line_for_the_terminal():
    problem = only_problem_of(SCENARIO.replace("channel: x", "channel: y"))

    assert str(problem).startswith("late-parcel.yaml:5: channel: ")
