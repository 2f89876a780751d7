"""The offline detector as a whole: what it promises about its moves."""

from hypothesis import given
from hypothesis import strategies as st

from scoring import Case, catalogue, default_detector
from tests.scoring.attacks import POSTS

pieces = st.sampled_from(
    [
        sentence
        for post in POSTS
        for text in (post.honest, *post.attacks)
        for sentence in text.split(". ")
    ]
)
replies = st.lists(pieces, min_size=1, max_size=5).map(". ".join)


@given(replies)
def test_moves_are_known_sorted_and_listed_once(reply):
    moves = default_detector().detect(Case(complaint=POSTS[0].complaint, reply=reply)).moves

    assert list(moves) == sorted(set(moves))
    assert {move.name for move in moves} <= set(catalogue())


@given(replies, st.integers(0, 5))
def test_detecting_again_finds_the_same(reply, place):
    case = Case(complaint=POSTS[place].complaint, reply=reply)

    assert default_detector().detect(case) == default_detector().detect(case)


def test_an_abstaining_detector_gives_no_moves():
    found = default_detector().detect(Case(complaint="Where is it?", reply="😡"))

    assert found.abstained
    assert found.moves == ()
