from hypothesis import given
from hypothesis import strategies as st

from scoring import Case, Move, assess, catalogue
from trainer.practice.marking import MARKS, highlights, label_of, most_telling, pieces, tone_of

HELPS = next(
    k.name for k in catalogue().values() if k.polarity == "helps" and k.dimensions[0] == "empathy"
)
COSTS = next(k.name for k in catalogue().values() if k.polarity == "costs")
TEXT = "I'm sorry your parcel is late, but it was the courier's fault."

moves = st.builds(
    Move,
    start=st.integers(-5, 70),
    end=st.integers(-5, 80),
    name=st.sampled_from([HELPS, COSTS, "a_move_of_a_later_catalogue"]),
    strength=st.floats(0, 1),
)


@given(st.lists(moves, max_size=12))
def test_pieces_joined_are_the_text_again(found):
    assert "".join(piece.text for piece in pieces(TEXT, found)) == TEXT


@given(st.text(), st.lists(moves, max_size=6))
def test_pieces_cut_any_text_without_losing_a_character(text, found):
    assert "".join(piece.text for piece in pieces(text, found)) == text


def test_a_costly_mark_splits_a_helpful_one():
    cut = pieces(TEXT, [Move(start=0, end=62, name=HELPS), Move(start=31, end=61, name=COSTS)])

    assert [piece.tone for piece in cut] == ["good", "plain", "bad", "good"]
    assert [tag.tone for piece in cut for tag in piece.tags] == ["good", "bad"]


def test_marks_of_one_tone_that_overlap_become_one():
    cut = pieces(TEXT, [Move(start=0, end=20, name=HELPS), Move(start=10, end=29, name=HELPS)])

    assert [(piece.text, piece.tone) for piece in cut] == [
        (TEXT[:29], "good"),
        (TEXT[29:], "plain"),
    ]
    assert len(cut[0].tags) == 1


def test_overlapping_moves_share_the_label_of_the_strongest():
    weak = Move(start=0, end=20, name=HELPS, strength=0.3)
    strong = Move(start=5, end=29, name="concrete_step", strength=0.9)

    cut = pieces(TEXT, [weak, strong])

    assert [tag.label for piece in cut for tag in piece.tags] == [label_of(strong)]


def test_costs_are_marked_first_and_there_are_six_marks_at_most():
    text = "word " * 40
    costs = [Move(start=at, end=at + 4, name=COSTS, strength=0.2) for at in range(100, 140, 10)]
    helps = [Move(start=at, end=at + 9, name=HELPS) for at in range(0, 90, 10)]

    kept = most_telling(text, [*helps, *costs])

    assert set(costs) <= set(kept)
    assert len(kept) == MARKS
    assert len([piece for piece in pieces(text, kept) if piece.tone != "plain"]) == MARKS


def test_defensive_words_give_a_costly_mark_its_label():
    link = Move(start=0, end=10, name="bare_link", strength=0.9)
    shield = Move(start=0, end=13, name="policy_shield", strength=0.6)

    cut = pieces(TEXT, [link, shield])

    assert [tag.label for piece in cut for tag in piece.tags] == [label_of(shield)]


def test_an_act_is_marked_before_the_manner_of_the_same_words():
    act = Move(start=0, end=30, name="concrete_step", strength=0.6)
    manner = Move(start=0, end=25, name="speaks_as_person")

    assert most_telling(TEXT, [manner, act]) == (act,)


def test_helping_marks_take_turns_between_the_scores():
    text = "word " * 40
    owned = [Move(start=at, end=at + 9, name="concrete_step") for at in range(0, 80, 10)]
    felt = Move(start=100, end=110, name=HELPS, strength=0.2)

    assert felt in most_telling(text, [*owned, felt])


def test_a_bare_i_is_never_a_mark():
    text = "I did what I could, and I am sorry."
    bare = [Move(start=0, end=1, name=HELPS), Move(start=11, end=12, name=COSTS)]

    assert most_telling(text, bare) == ()


def test_blanks_at_the_ends_stay_outside_the_mark():
    cut = pieces("We sent it. Sorry.", [Move(start=11, end=18, name=HELPS)])

    assert [(piece.text, piece.tone) for piece in cut] == [
        ("We sent it.", "plain"),
        (" ", "plain"),
        ("Sorry.", "good"),
    ]


def test_without_moves_the_text_is_one_plain_piece():
    assert [piece.tone for piece in pieces(TEXT, [])] == ["plain"]
    assert pieces("", []) == ()


def test_highlights_hold_every_move_that_costs():
    case = Case(
        complaint="My parcel is three days late.",
        reply="We're sorry if you feel upset, but you should have read our policy.",
    )
    card = assess(case)

    shown = highlights(case.reply, card)

    costly = [
        move
        for move in card.moves
        if tone_of(move) == "bad" and move.end - move.start < 0.9 * len(case.reply)
    ]
    assert costly
    assert set(costly) <= set(shown)
    assert list(shown) == sorted(shown)
