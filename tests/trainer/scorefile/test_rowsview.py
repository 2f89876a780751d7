"""The list of a scored file's rows, and the page of one."""

import pytest

from tests.trainer.scorefile.rows import REPLY, make_row
from trainer.scorefile.rowsview import Order, order_of, row_page, rows_view

KEPT = (make_row(1, 40), make_row(2, None), make_row(3, 10), make_row(4, 90))


@pytest.mark.parametrize(
    ("order", "lines"),
    [
        pytest.param(Order.FILE, [1, 2, 3, 4], id="as in the file"),
        pytest.param(Order.LOWEST, [3, 1, 4], id="graded ones, lowest first"),
    ],
)
def test_rows_come_in_their_order(order, lines):
    view = rows_view(KEPT, order, total=len(lines))

    assert [row.line for row in view.rows] == lines
    assert view.says == "All of them."


def test_long_file_says_how_many_are_not_listed():
    assert rows_view(KEPT, Order.FILE, total=1200).says.startswith("The first 4 of 1,200.")
    assert rows_view(KEPT, Order.LOWEST, total=1100).says.startswith("The lowest 3 of 1,100.")


def test_row_shows_its_scores_its_rule_in_words_and_its_first_words():
    graded, ungraded = rows_view(KEPT, Order.FILE, total=4).rows[:2]

    assert graded.scores == ("40", "90", "40", "40", "0")
    assert graded.bound_by == "Weighted mean of all scores"
    assert graded.opening == REPLY
    assert ungraded.scores == ("–", "–", "–", "–", "–")
    assert ungraded.bound_by == "There are no words in it."


@pytest.mark.parametrize(
    ("reply", "opening"),
    [
        pytest.param("word " * 40, ("word " * 18).rstrip() + "…", id="cut between words"),
        pytest.param("a\n\n b\t c", "a b c", id="on one line"),
        pytest.param("", "No words.", id="nothing"),
        pytest.param(" \n" * 3000 + "end", "…", id="only space at first"),
    ],
)
def test_reply_is_cut_to_its_first_words(reply, opening):
    (row,) = rows_view((make_row(1, None, reply=reply),), Order.FILE, total=1).rows

    assert row.opening == opening


def test_row_page_has_its_neighbours_in_the_order_of_the_list():
    page = row_page(KEPT, "1", Order.LOWEST)

    assert (page.before, page.after) == (3, 4)
    assert page.complaint == "My parcel is late."
    assert page.about == "X, P3 Normal, not timed. Whose failure: not clear yet."
    assert page.card.overall == 40


@pytest.mark.parametrize("line", ["2", "5", "0", "-1", "x", "1 ", "²"])
def test_row_that_the_list_does_not_hold_has_no_page(line):
    assert row_page(KEPT, line, Order.LOWEST) is None


@pytest.mark.parametrize("value", [None, "", "up", "LOWEST"])
def test_unknown_order_is_the_files(value):
    assert order_of(value) is Order.FILE
