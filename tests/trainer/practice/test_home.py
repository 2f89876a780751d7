"""What home says of the run that waits, and of the four skills."""

import pytest

from tests.trainer.factories import NOON
from tests.trainer.practice.practising import minutes, send, start, view
from trainer.practice import queries
from trainer.practice.home import home_of
from trainer.practice.queries import RunSummary, Scores


def test_a_note_that_nobody_wrote_is_never_quoted_as_somebodys_words(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, action="hold", due_in=5.0, now=NOON + minutes(1))

    shown = view(session, alice, run, after=3)
    home = home_of(view=shown, runs=(), cards=(), problems=())

    assert shown.state.posts[-1].author.kind == "system"
    assert home.open.customer == "Sam Rowe"
    assert "three days late" in home.open.quote


def run_with(**scores):
    """A run that is over, with these scores of its last reply."""
    four = dict.fromkeys(("speed", "empathy", "ownership", "defensiveness")) | scores
    return RunSummary(
        run_id="run",
        slug="late-chair",
        title="The chair",
        started_at=NOON,
        scores=Scores(**four),
        is_timed=True,
        is_guided=False,
    )


def levels(runs):
    home = home_of(view=None, runs=runs, cards=(), problems=())
    return home, {each.measure.name: each for each in home.skills}


FULL = run_with(speed=90, empathy=60, ownership=70, defensiveness=10)
UNTIMED = run_with(empathy=80, ownership=70, defensiveness=10)


@pytest.mark.parametrize(
    ("runs", "note"),
    [
        ([], "3 more runs to set your starting levels"),
        ([FULL], "2 more runs to set your starting levels"),
        ([FULL, UNTIMED], "1 more run to set your starting levels"),
        ([FULL] * 3, "From the last reply in each of your last 3 runs"),
        ([FULL] * 20, "From the last reply in each of your last 8 runs"),
    ],
)
def test_home_counts_the_runs_that_set_the_levels(runs, note):
    home, skills = levels(runs)

    assert home.skills_note == note
    assert home.is_new is all(each.level is None for each in skills.values())


def test_several_replies_in_one_run_count_once(session, alice, story):
    run = start(session, alice)
    for number in range(3):
        send(session, alice, run, key=f"reply-key-{number}", now=NOON + minutes(2 + number))

    runs = queries.latest_runs(session, member=alice, now=NOON + minutes(6))

    assert levels(runs)[0].skills_note == "2 more runs to set your starting levels"


def test_runs_without_the_clock_set_every_level_but_speed():
    home, skills = levels([UNTIMED, UNTIMED, FULL, UNTIMED])

    assert skills["empathy"].level == 75
    assert (skills["speed"].level, skills["speed"].runs) == (None, 1)
    assert skills["speed"].missing == "2 more timed runs to set it."
    assert home.skills_note.endswith("last 4 runs")
