"""`poise play` and `poise scenario`, as a person at a terminal would use them."""

import json

import pytest
from click.testing import CliRunner, Result

from scenarios import library
from trainer.cli import main
from trainer.cli.game import Game

SLUG = "late-birthday-parcel"


def play(*lines: str, slug: str = SLUG) -> Result:
    return CliRunner().invoke(main, ["play", slug], input="\n".join(lines) + "\n")


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
        pytest.param("/promise later", "when you'll be back", id="promise without minutes"),
        pytest.param("/wait 99999", "up to 10,080", id="wait too long"),
        pytest.param("/dance", "no /dance", id="unknown command"),
        pytest.param("/private", "no words to send", id="nothing to send"),
        pytest.param("/help", "a holding reply", id="help"),
    ],
)
def test_a_line_that_cannot_be_played_says_what_to_type(line, answer):
    result = play(line, "/quit")

    assert result.exit_code == 0
    assert answer in result.output.replace("\n", " ")


def test_a_whole_run_is_played_to_its_ending():
    result = play(
        "Six today, and our driver left her dragon at the wrong house. That's our mistake, Adaeze, "
        "and I'm so sorry. I'm sending the same green costume by bike from our Castlegate shop, "
        "with you by 14:30. If it's late you get a full refund. ^Jo",
        "Green, with wings, age 6 to 7: Castlegate have it in their hands, Adaeze. Nobody has to "
        "sign, the rider rings and hands it over, so stay with your cake. I'm following it. ^Jo",
        "Best news of my week, Adaeze. If the first one turns up it's hers to keep, or I'll have "
        "it collected free. I've refunded your £6.95 today as well. Happy birthday, dragon. ^Jo",
    )

    ending = library.get(SLUG).ending("roar")
    assert result.exit_code == 0
    assert ending.title in result.output
    assert result.output.count(" of 100") == 4  # three replies and the thread


def test_a_promised_time_that_passes_is_told_and_answered():
    result = play("/hold 20 I'm on it, Adaeze, back by then. ^Jo", "/wait 40", "/quit")

    told = result.output.replace("\n", " ")
    assert "You are due back by 13:15." in told
    assert ", promised 13:15>" in told
    assert "13:15 has passed without the answer that was promised." in told
    assert "priya_s_ldn" in told  # she remarks on it, below what the customer says


def test_an_ordinary_reply_can_promise_a_time():
    result = play(
        "/promise 15 I'm sorry, Adaeze, our driver scanned it at the wrong house. I'm finding out "
        "what we can do and will be back here. ^Jo",
        "/wait 20",
        "/quit",
    )

    assert "of 100" in result.output
    assert "has passed without the answer" in result.output.replace("\n", " ")


def test_what_a_holding_reply_sets_off_shows_before_the_next_line():
    game = Game(library.get(SLUG), 1, timed=True)

    game.act("hold", "I'm on it, Adaeze, back by then. ^Jo", due_in=20)
    game.catch_up()

    state = game.state()
    assert state.beat == "ok_waiting"
    assert state.minute < 5  # and not at the promised time


def test_nobody_is_skipped_beyond_a_time_that_they_promised():
    game = Game(library.get(SLUG), 1, timed=True)
    game.act("reply", "Our driver left it at the wrong house, Adaeze. One is coming by 14:30.")
    game.catch_up()

    game.act("reply", "I'm following the bike and will be back here.", due_in=2)
    game.catch_up()

    assert [promise.kept for promise in game.state().promises] == [None]
    assert game.promised == pytest.approx(game.minute, abs=0.1)


def test_the_prompt_tells_the_time_and_by_when_to_answer():
    result = play("/quit")

    assert "you, 12:55, target 13:25>" in result.output


def test_a_guided_run_teaches_before_and_after_each_reply():
    reply = "Ines, we packed the wrong book. His guide comes tomorrow by 1. ^Jo"

    result = play(reply, "/quit", slug="first-reply")

    version = library.get("first-reply")
    lesson = version.beat(version.opening).lesson
    told = " ".join(result.output.split())
    assert f"Speed: {lesson.before}" in told
    assert lesson.after in told
    assert "Empathy: " in told


def test_a_scenario_is_chosen_by_number_or_by_name_gentle_ones_first():
    asked = CliRunner().invoke(main, ["play"], input="9\nnone\nnetwork-outage\n/quit\n")
    first = CliRunner().invoke(main, ["play"], input="\n/quit\n")

    assert "1. first-reply: " in asked.output
    assert "'9' is none of them; give a number from 1 to" in asked.output
    assert "'none' is none of them" in asked.output
    assert library.get("network-outage").summary[:40] in asked.output
    assert library.get("first-reply").summary[:40] in first.output


def test_nothing_is_asked_about_a_deletion_that_cannot_be():
    message = "/private I'm sorry, that was our mistake. I'll ring you by 5 today."

    result = play(message, "/delete", "/quit", slug="first-reply")

    assert "Do it?" not in result.output
    assert "there is no public post to delete" in result.output


def test_deleting_asks_first_and_then_scores_the_thread_0():
    kept = play("/delete", "n", "/quit")
    gone = play("/delete", "y", "/quit")

    assert "Thread score" not in kept.output
    assert "Thread score: 0 of 100" in gone.output


def test_waiting_makes_the_same_reply_slower():
    soon, late = Game(library.get(SLUG), 1, timed=True), Game(library.get(SLUG), 1, timed=True)
    late.waited = 25.0

    first = soon.act("reply", "I'm calling the depot now about your parcel.")
    second = late.act("reply", "I'm calling the depot now about your parcel.")

    assert first.assessment.speed is not None
    assert second.assessment.speed is not None
    assert first.assessment.speed > second.assessment.speed


def test_an_untimed_play_has_no_speed():
    game = Game(library.get(SLUG), 1, timed=False)

    event = game.act("reply", "I'm calling the depot now about your parcel.")

    assert event.minute == 0
    assert event.assessment.speed is None


def test_an_untimed_play_stands_where_the_last_answer_is():
    game = Game(library.get(SLUG), 1, timed=False)

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
    assert "`poise scenario list` names them all" in result.output


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


def test_check_names_a_file_that_cannot_be_read_and_goes_on(tmp_path):
    missing = tmp_path / "missing.yaml"

    result = CliRunner().invoke(main, ["scenario", "check", str(missing), str(tmp_path)])

    assert result.exit_code == 1
    assert f"{missing}: No such file or directory; name a scenario file" in result.output
    assert f"{tmp_path}: Is a directory" in result.output


def test_list_names_every_scenario():
    result = CliRunner().invoke(main, ["scenario", "list"])

    assert [line.split()[0] for line in result.output.splitlines()] == [
        version.slug for version in library.all()
    ]
