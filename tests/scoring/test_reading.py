import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring import Case, Post
from scoring.reading import Reading, detail_weight, is_content, quantised, stem
from scoring.text import Span


def read(complaint: str, reply: str, **facts: object) -> Reading:
    return Reading(Case(complaint=complaint, reply=reply, **facts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mum", "mother"),
        ("deliveries", "delivered"),
        ("three", "3"),
        ("rang", "called"),
        ("colour", "color"),
        ("cancelled", "canceling"),
        ("bottles", "bottle"),
        ("broke", "broken"),
    ],
)
def test_like_words_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("mum", "dad"), ("three", "4"), ("cold", "coin")])
def test_unlike_words_do_not(one, other):
    assert stem(one) != stem(other)


def test_details_are_words_of_this_complaint():
    reading = read("My mum waited three hours in a cold kitchen.", "Your mother sat there 3 hours.")

    assert [detail.stem for detail in reading.details] == ["mother", "3", "hour"]


def test_words_of_the_trade_weigh_little():
    assert detail_weight(stem("order")) < detail_weight("3") < detail_weight(stem("kitchen"))


def test_a_detail_counts_once_in_a_stretch():
    reading = read("The kitchen flooded", "Kitchen, kitchen and kitchen.")
    whole = Span(0, len(reading.reply.folded))

    assert reading.weight_in(whole) == 1.0


def test_what_the_customer_wrote_earlier_counts_as_complaint():
    earlier = Post(author="Ana", text="The boiler leaks", is_brand=False)
    reading = read("Well?", "The boiler comes first.", history=(earlier,))

    assert [detail.stem for detail in reading.details] == ["boil"]


def test_what_we_wrote_earlier_does_not():
    earlier = Post(author="Brand", text="The boiler leaks", is_brand=True)

    assert read("Well?", "The boiler comes first.", history=(earlier,)).details == ()


def test_a_move_quotes_the_reply_as_typed():
    reading = read("x", "So S\u00d3RRY\u2026")

    move = reading.move("apology", 3, 8, 0.512)

    assert (reading.case.reply[move.start : move.end], move.strength) == ("S\u00d3RRY", 0.5)


@pytest.mark.parametrize(("given", "kept"), [(-1, 0.0), (0.512, 0.5), (0.53, 0.55), (7, 1.0)])
def test_strengths_come_in_steps(given, kept):
    assert quantised(given) == kept


@pytest.mark.parametrize(
    ("word", "counts"),
    [("the", False), ("kitchen", True), ("2", True), ("two", True), ("ok", False)],
)
def test_content_words(word, counts):
    assert is_content(word) is counts


@given(st.text(max_size=60), st.data())
def test_a_move_quotes_whole_words(reply, data):
    reading = Reading(Case(complaint="late", reply=reply))
    assume(reading.reply.tokens)
    token = data.draw(st.sampled_from(reading.reply.tokens))
    start = data.draw(st.integers(token.start, token.end - 1))

    span = reading.reply.whole_words(start, start + 1)

    assert span.start <= token.start < token.end <= span.end
    assert span.start in {item.start for item in reading.reply.tokens}
    assert span.end in {item.end for item in reading.reply.tokens}
    assert not re.search(r"\s", reading.reply.part(span))


def test_what_was_written_earlier_counts_less_than_the_latest_post():
    earlier = Post(author="Ana", text="The boiler leaks", is_brand=False)
    reading = read("The kitchen flooded", "Boiler and kitchen.", history=(earlier,))

    assert [(item.stem, item.weight) for item in reading.details] == [("boil", 0.5), ("kitchen", 1)]


def test_a_long_number_tells_nothing_of_what_happened():
    reading = read("Ring 07700 900461 about 45 chairs", "I'll ring 07700 900461 about 45 chairs.")

    weights = {item.token.text: item.weight for item in reading.details}

    assert weights["07700"] == weights["900461"] < weights["45"]
