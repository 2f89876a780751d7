"""What home says of the run that waits, and of the four skills."""

from tests.trainer.factories import NOON
from tests.trainer.practice.practising import minutes, send, start, view
from trainer.practice.home import home_of


def test_a_note_that_nobody_wrote_is_never_quoted_as_somebodys_words(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, action="hold", due_in=5.0, now=NOON + minutes(1))

    shown = view(session, alice, run, after=3)
    home = home_of(view=shown, runs=(), cards=(), problems=())

    assert shown.state.posts[-1].author.kind == "system"
    assert home.open.customer == "Sam Rowe"
    assert "three days late" in home.open.quote
