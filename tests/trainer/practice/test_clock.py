"""The clock of a run: how fast, when it stands still, and what it never does."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.trainer.factories import NOON
from tests.trainer.practice.practising import clock, count, minutes, send, start, view
from tests.trainer.stories import SOURCE
from trainer.errors import InputError
from trainer.library_sync import sync_library
from trainer.local import local_member
from trainer.models import Event
from trainer.practice import services


def test_clock_follows_the_rates_and_stands_still_in_a_pause(session, alice, story):
    run = start(session, alice)

    assert view(session, alice, run, after=0.5).minute == 2.5
    clock(session, alice, run, 1, 1, "a")
    assert view(session, alice, run, after=3).minute == 7
    clock(session, alice, run, 0, 4, "b")

    assert view(session, alice, run, after=4).minute == 8
    assert view(session, alice, run, after=600).minute == 8
    assert view(session, alice, run, after=600).is_paused
    clock(session, alice, run, 5, 600, "c")
    assert view(session, alice, run, after=601).minute == pytest.approx(13)


def test_clock_never_runs_fast_while_somebody_waits(session, alice, story):
    run = start(session, alice)

    clock(session, alice, run, 20, 1, "a")

    assert view(session, alice, run, after=2).rate == 5
    assert count(session, Event) == 1


def test_fast_clock_ends_when_the_customer_writes_however_late_the_page_asks(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(2))  # Minute 10; Sam writes back at 14.
    clock(session, alice, run, 20, 2, "a")

    assert view(session, alice, run, after=2.1).rate == 20
    shown = view(session, alice, run, after=3)

    # 4 minutes at 20 take 0.2 real ones; the other 0.8 go at 5.
    assert shown.minute == pytest.approx(14 + 0.8 * 5)
    assert (shown.rate, shown.state.beat) == (5, "louder")
    assert view(session, alice, run, after=12).minute == pytest.approx(14 + 9.8 * 5)


def test_fast_clock_ends_with_the_next_action_and_with_a_pause(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(2))
    clock(session, alice, run, 20, 2, "a")
    send(session, alice, run, key="second-form", now=NOON + minutes(2.1))  # Minute 12.

    assert view(session, alice, run, after=2.1).rate == 5
    assert view(session, alice, run, after=2.3).minute == pytest.approx(13)
    clock(session, alice, run, 20, 2.3, "b")
    clock(session, alice, run, 0, 2.32, "c")

    assert view(session, alice, run, after=500).minute == pytest.approx(13.4)
    clock(session, alice, run, 5, 500, "d")
    assert view(session, alice, run, after=500.1).minute == pytest.approx(13.9)


def test_guided_run_always_has_its_clock_and_goes_at_1(session, alice, story):
    guided = SOURCE.text.replace("fault: ours", "fault: ours\nguided: true")
    sync_library(session, now=NOON, sources=[type(SOURCE)(slug="guided-chair", text=guided)])

    run = start(session, alice, slug="guided-chair", timed=False)
    clock(session, alice, run, 20, 1, "a")

    assert run.timed
    assert view(session, alice, run, after=3).minute == pytest.approx(3)


def test_pausing_a_paused_run_is_a_no_op(session, alice, story):
    run = start(session, alice)

    for key in "abc":
        clock(session, alice, run, 0, 1, key)

    assert count(session, Event) == 2


def test_one_page_can_pause_go_on_and_pause_again(session, alice, story):
    run = start(session, alice)
    clock(session, alice, run, 0, 1, "a")
    clock(session, alice, run, 5, 2, "a")

    clock(session, alice, run, 0, 3, "a")

    assert view(session, alice, run, after=9).is_paused
    assert view(session, alice, run, after=9).minute == 10


def test_pause_sent_five_times_at_once_is_stored_once(database, session, alice, story):
    run = start(session, alice)

    def pause(_: int) -> None:
        with database.session_for(run.organisation_id) as own:
            clock(own, local_member(own, alice.id), run, 0, 1, "a")

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(pause, range(5)))

    assert count(session, Event) == 2


def test_clock_of_an_untimed_or_finished_run_changes_nothing(session, alice, story):
    untimed = start(session, alice, timed=False)
    finished = start(session, alice, key="finished-key")
    services.finish_run(
        session, member=alice, run_id=finished.public_id, key="finish-key", now=NOON
    )

    clock(session, alice, untimed, 20, 1, "a")
    clock(session, alice, finished, 20, 1, "a")

    assert count(session, Event) == 3


def test_unknown_rate_is_refused(session, alice, story):
    run = start(session, alice)

    with pytest.raises(InputError, match="rate is 1000000"):
        clock(session, alice, run, 1_000_000, 1, "a")


def test_server_clock_set_back_never_takes_a_run_back(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(2))

    shown = view(session, alice, run, after=-60)
    again = send(session, alice, run, key="second-reply", now=NOON - minutes(60))

    assert shown.minute == 10
    assert again.event.event.minute == 10
    assert view(session, alice, run, after=-60).state.turns[1].minute == 10
