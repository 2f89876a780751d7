import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.errors import ScoringError
from scoring.text import Text, words


def quoted(text: Text, part: str) -> str:
    start = text.folded.index(part)
    first, last = text.typed_span(start, start + len(part))
    return text.typed[first:last]


@pytest.mark.parametrize(
    ("typed", "part", "quote"),
    [
        ("We\u2019re SORRY, Ana", "sorry", "SORRY"),
        ("caf\u00e9 is closed", "cafe", "caf\u00e9"),
        ("cafe\u0301 is closed", "cafe", "cafe\u0301"),
        ("so \U0001f62d sorry", "sorry", "sorry"),
        ("one\r\ntwo sorry", "two sorry", "two sorry"),
        ("so\u200brry\u200d!", "sorry", "so\u200brry\u200d"),
        ("s\u043err\u0443 it broke", "sorry", "s\u043err\u0443"),
    ],
)
def test_a_folded_stretch_leads_back_to_what_was_typed(typed, part, quote):
    assert quoted(Text(typed), part) == quote


def test_an_empty_stretch_is_refused():
    with pytest.raises(ScoringError, match="no text between"):
        Text("a  b").typed_span(1, 3)


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ("Hi Sam. We lost it! Why? It fell", ["hi sam.", "we lost it!", "why?", "it fell"]),
        ("Dr. Wren rang at 4 p.m. today. Done.", ["dr. wren rang at 4 p.m. today.", "done."]),
        ("It was \u00a34.50... really", ["it was \u00a34.50...", "really"]),
        ("line one\nline two", ["line one", "line two"]),
        ("\u2026 !!! \U0001f62d", []),
    ],
)
def test_sentences(typed, sentences):
    text = Text(typed)

    assert [text.part(span) for span in text.sentences] == sentences


def test_clauses_end_at_commas_and_joining_words():
    text = Text("Sorry it broke, but you dropped it (twice)")

    assert [text.part(span) for span in text.clauses] == [
        "sorry it broke,",
        "but you dropped it (",
        "twice)",
    ]


def test_the_sentence_that_holds_a_position():
    text = Text("One here. Two there. Three.")

    assert text.part(text.sentence_at(text.folded.index("there"))) == "two there."
    assert text.part(text.sentence_at(0)) == "one here."


def test_words_are_folded():
    assert words("The CAF\u00c9's cat, 7yo") == ("the", "cafe's", "cat", "7yo")


@given(st.text())
def test_every_word_of_any_text_can_be_quoted(typed):
    text = Text(typed)

    for token in text.tokens:
        first, last = text.typed_span(token.start, token.end)
        assert 0 <= first < last <= len(typed)
        assert words(typed[first:last]) == (token.text,) or not typed[first:last].isascii()


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_folds_the_short_way_as_the_long_way(typed):
    assert Text(typed + " \u2014").folded == Text(typed).folded + " -"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("im sorry it didnt come", "i'm sorry it didn't come"),
        ("youre right, shes cold", "you're right, she's cold"),
        ("ill ring, well send it", "i'll ring, we'll send it"),
        ("he was ill and is well", "he was ill and is well"),
        ("it lost its lid", "it lost its lid"),
    ],
)
def test_missing_apostrophes_are_read_in(typed, folded):
    assert Text(typed).folded == folded


def test_a_word_with_a_missing_apostrophe_is_quoted_as_typed():
    assert quoted(Text("Sorry, we DONT know"), "don't know") == "DONT know"


@pytest.mark.parametrize(
    ("typed", "part", "quote"),
    [
        ("Her follow-up call was lost", "up call", "follow-up call"),
        ("We owe you a two-for-one", "you a two", "you a two-for-one"),
        ("It came\u2014late again", "late again", "late again"),
        ("Sent to them - twice", "twice", "twice"),
        ("Open 9-5, she said", "9", "9-5"),
    ],
)
def test_a_hyphened_word_is_quoted_whole_and_a_dash_ends_one(typed, part, quote):
    text = Text(typed)
    start = text.folded.index(part)

    span = text.whole_words(start, start + len(part))

    first, last = text.typed_span(span.start, span.end)
    assert text.typed[first:last] == quote


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        pytest.param("Here by 14:30.", "by 14", "by 14:30", id="a time"),
        pytest.param("It was £6.95 today", "6", "6.95", id="a price"),
        pytest.param("Here at 14:15. ^Jo", "15. ^Jo", "14:15. ^Jo", id="a time's second half"),
        pytest.param("Order 12.Thanks", "Thanks", "Thanks", id="no figure after the point"),
        pytest.param("Since 2024. 3 of 5", "2024", "2024", id="the end of a sentence"),
    ],
)
def test_a_figure_is_quoted_whole(text, cut, whole):
    read = Text(text)
    start = read.folded.index(cut.lower())

    span = read.whole_words(start, start + len(cut))

    assert read.part(span) == whole.lower()
