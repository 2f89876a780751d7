"""Pages come and go, and the clock knows whether somebody looks, whatever arrives when."""

from itertools import permutations

import pytest

from tests.trainer.factories import NOON
from tests.trainer.practice.practising import clock, count, finish, minutes, send, start, view
from trainer.errors import InputError
from trainer.models import Event
from trainer.practice.presence import Move, PageWord, is_overtaken

FIRST, SECOND = "the-first-page", "the-second-page"


def back(page, number):
    return PageWord(page=page, number=number, move=Move.BACK)


def away(page, number):
    return PageWord(page=page, number=number, move=Move.AWAY)


def stays(page, number):
    return PageWord(page=page, number=number)


@pytest.fixture
def hear(session, alice, story):
    """Let words of pages arrive, a tenth of a minute apart, and return the run as it then is."""
    run = start(session, alice)

    def heard(*words, wish_of_others=5):
        wishes = {Move.BACK: 5, Move.AWAY: 0, Move.STAYS: wish_of_others}
        for place, word in enumerate(words, start=1):
            wish = wishes[word.move]
            clock(session, alice, run, wish, place / 10, f"{word.page}-{word.number}", word)
        return view(session, alice, run, after=1)

    return heard


@pytest.mark.parametrize(
    ("words", "is_paused"),
    [
        pytest.param([back(FIRST, 1)], False, id="opened"),
        pytest.param([back(FIRST, 1), away(FIRST, 2)], True, id="left"),
        pytest.param([back(FIRST, 1), away(FIRST, 2), back(FIRST, 3)], False, id="looked at again"),
        pytest.param(
            [back(FIRST, 1), away(FIRST, 2), back(SECOND, 1)], False, id="left and opened again"
        ),
        pytest.param(
            [back(FIRST, 1), back(SECOND, 1), away(FIRST, 2)], False, id="it left, told too late"
        ),
        pytest.param(
            [back(FIRST, 1), back(FIRST, 3), away(FIRST, 2)], False, id="hidden, told too late"
        ),
        pytest.param([away(FIRST, 2), back(FIRST, 1)], True, id="its coming told too late"),
        pytest.param(
            [back(FIRST, 1), away(FIRST, 3), stays(FIRST, 2)], True, id="its rate told too late"
        ),
        pytest.param(
            [back(FIRST, 1), back(SECOND, 1), away(SECOND, 2), back(FIRST, 2)],
            False,
            id="from one tab to the other",
        ),
        pytest.param(
            [back(FIRST, 1), back(SECOND, 1), back(FIRST, 2), away(SECOND, 2)],
            False,
            id="from one tab to the other, told the wrong way round",
        ),
        pytest.param(
            [back(FIRST, 1), away(FIRST, 2), away(SECOND, 2), back(SECOND, 1)],
            True,
            id="opened and left at once, told the wrong way round",
        ),
    ],
)
def test_clock_stands_still_only_while_nobody_looks(hear, words, is_paused):
    shown = hear(*words)

    assert shown.is_paused is is_paused
    assert shown.was_left is is_paused


def test_page_that_left_is_the_last_to_count_however_its_words_are_shuffled(hear):
    said = [back(FIRST, 1), stays(FIRST, 2), back(FIRST, 3), away(FIRST, 4)]

    for number, order in enumerate(permutations(said)):
        name = f"the-page-{number:04}"
        words = [PageWord(page=name, number=each.number, move=each.move) for each in order]
        assert hear(back("some-other-page", number + 1), *words).was_left


def test_clock_paused_by_hand_stands_still_whoever_comes_and_goes(session, alice, hear, story):
    hear(back(FIRST, 1), stays(FIRST, 2), wish_of_others=0)

    shown = hear(away(FIRST, 3), back(SECOND, 1), away(SECOND, 2), back(FIRST, 4))

    assert (shown.is_paused, shown.was_left) == (True, False)


def test_coming_to_a_clock_that_runs_moves_no_minute(session, alice, story):
    run, silent = start(session, alice), start(session, alice, key="other-key")
    send(session, alice, run, now=NOON + minutes(1))
    send(session, alice, silent, now=NOON + minutes(1))

    clock(session, alice, run, 5, 1.2, "a", back(FIRST, 1))
    clock(session, alice, run, 5, 1.3, "b", back(SECOND, 1))

    seen = [view(session, alice, each, after=9).minute for each in (run, silent)]
    assert seen[0] == pytest.approx(seen[1])


def test_fast_clock_of_a_page_that_was_left_stands_still_at_that_minute(session, alice, story):
    run = start(session, alice)
    send(session, alice, run, now=NOON + minutes(2))  # Minute 10; Sam writes back at 14.
    clock(session, alice, run, 20, 2, "a", back(FIRST, 1))

    clock(session, alice, run, 0, 2.1, "b", away(FIRST, 2))

    assert view(session, alice, run, after=600).minute == pytest.approx(12)


def test_nobody_comes_to_an_untimed_or_finished_run(session, alice, story):
    untimed = start(session, alice, timed=False)
    finished = start(session, alice, key="finished-key")
    finish(session, alice, finished, after=0)
    before = count(session, Event)

    for run in (untimed, finished):
        clock(session, alice, run, 5, 1, "a", back(FIRST, 1))
        clock(session, alice, run, 0, 2, "b", away(FIRST, 2))

    assert count(session, Event) == before
    assert not view(session, alice, untimed, after=3).was_left


@pytest.mark.parametrize(
    "word", [PageWord(page="short", number=1), PageWord(page=FIRST, number=0), away(FIRST, 10**7)]
)
def test_word_that_no_page_of_ours_says_is_refused(session, alice, story, word):
    run = start(session, alice)

    with pytest.raises(InputError):
        clock(session, alice, run, 0, 1, "a", word)


def test_same_word_twice_is_overtaken_by_itself():
    words = [back(FIRST, 1), away(FIRST, 2), back(SECOND, 1)]

    assert all(is_overtaken(word, words) for word in words)
