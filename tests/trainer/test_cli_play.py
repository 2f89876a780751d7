"""`poise play` and `poise scenario`, as a person at a terminal would use them."""

import json

import pytest
from click.testing import CliRunner, Result

from scenarios import library
from trainer.cli import main
from trainer.cli.play import Play

SLUG = "late-birthday-parcel"


def play(*lines: str) -> Result:
    return CliRunner().invoke(main, ["play", SLUG], input="\n".join(lines) + "\n")


def test_a_reply_is_scored_and_the_customer_answers():
    result = play("I am sorry. I will call the depot now and post here by 14:00. ^Jo", "/quit")

    customer = library.get(SLUG).customer.name
    assert result.exit_code == 0
    assert "of 100" in result.output
    assert result.output.count(f"{customer} @") >= 2
    assert "Thread score" in result.output


def test_the_end_of_input_ends_the_run():
    result = play("/facts")

    assert result.exit_code == 0
    assert library.get(SLUG).facts[0].text[:20] in result.output
    assert "no thread score" in result.output


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        pytest.param("/wait soon", "how many minutes", id="wait without minutes"),
        pytest.param("/hold later", "when you'll be back", id="hold without minutes"),
        pytest.param("/dance", "no /dance", id="unknown command"),
        pytest.param("/private", "no words to send", id="nothing to send"),
        pytest.param("/help", "a holding reply", id="help"),
    ],
)
def test_a_line_that_cannot_be_played_says_what_to_type(line, answer):
    result = play(line, "/quit")

    assert result.exit_code == 0
    assert answer in result.output.replace("\n", " ")


def test_deleting_asks_first_and_then_scores_the_thread_0():
    kept = play("/delete", "n", "/quit")
    gone = play("/delete", "y", "/quit")

    assert "Thread score" not in kept.output
    assert "Thread score: 0 of 100" in gone.output


def test_waiting_makes_the_same_reply_slower():
    soon, late = Play(library.get(SLUG), 1, True), Play(library.get(SLUG), 1, True)
    late.waited = 25.0

    first = soon.act("reply", "I'm calling the depot now about your parcel.")
    second = late.act("reply", "I'm calling the depot now about your parcel.")

    assert first.assessment.speed is not None
    assert second.assessment.speed is not None
    assert first.assessment.speed > second.assessment.speed


def test_an_untimed_play_has_no_speed():
    game = Play(library.get(SLUG), 1, False)

    event = game.act("reply", "I'm calling the depot now about your parcel.")

    assert event.minute == 0
    assert event.assessment.speed is None


def test_an_untimed_play_stands_where_the_last_answer_is():
    game = Play(library.get(SLUG), 1, False)

    for _ in range(3):
        game.act("reply", "I'm calling the depot now about your parcel.")
        game.catch_up()

        answer = game.state().posts[-1]
        assert answer.author.kind != "brand"
        assert game.minute == answer.minute


def test_input_that_ends_at_a_question_is_no_yes():
    result = CliRunner().invoke(main, ["play", SLUG], input="/delete")

    assert result.exit_code == 0
    assert "Thread score" not in result.output


def test_an_unknown_scenario_is_named_with_a_suggestion():
    result = CliRunner().invoke(main, ["play", "late-birthday-parcl"])

    assert result.exit_code == 1
    assert f"did you mean '{SLUG}'" in result.output


def test_the_schema_is_published():
    result = CliRunner().invoke(main, ["scenario", "schema"])

    schema = json.loads(result.output)
    assert {"format", "beats", "endings"} <= set(schema["required"])


def test_check_lists_the_problems_of_each_file(tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\ntitle: 3\nbeats: []\n", encoding="utf-8")

    result = CliRunner().invoke(main, ["scenario", "check", str(broken)])

    assert result.exit_code == 1
    assert "broken.yaml:2" in result.output


def test_check_names_the_place_of_bytes_that_are_no_text(tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_bytes(b"format: 1\ntitle: \xff\n")

    result = CliRunner().invoke(main, ["scenario", "check", str(broken)])

    assert result.exit_code == 1
    assert "broken.yaml:" in result.output


def test_list_names_every_scenario():
    result = CliRunner().invoke(main, ["scenario", "list"])

    assert [line.split()[0] for line in result.output.splitlines()] == [
        version.slug for version in library.all()
    ]
