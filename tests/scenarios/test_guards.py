import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.errors import GuardError
from scenarios.guard_parser import DEEPEST, LONGEST, parse
from scenarios.guards import (
    ACTIONS,
    NUMBER_WORDS,
    ActionIs,
    AllOf,
    AnyOf,
    Compares,
    Facts,
    Found,
    Guard,
    Not,
    Number,
    Word,
)
from scoring import catalogue

SIGNS = (">=", "<=", ">", "<", "==", "!=")


def facts(*, moves=(), action="reply", **numbers):
    known = dict.fromkeys(NUMBER_WORDS, 50.0) | numbers
    return Facts(numbers=known, moves=frozenset(moves), action=action)


def outcome(text):
    try:
        return parse(text)
    except GuardError as error:
        return error


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("overall >= 50", True, id="at least"),
        pytest.param("overall > 50", False, id="above"),
        pytest.param("50 <= overall", True, id="the other way round"),
        pytest.param("empathy < ownership", False, id="two scores"),
        pytest.param("sentiment > -60", True, id="a number below zero"),
        pytest.param("patience <= 0.5", False, id="a decimal"),
        pytest.param("moves.excuse", True, id="a move that is there"),
        pytest.param("moves.threat", False, id="a move that is not"),
        pytest.param("not moves.threat", True, id="not"),
        pytest.param("action == 'private'", True, id="the action"),
        pytest.param("action != 'reply'", True, id="another action"),
        pytest.param("'hold' == action", False, id="the action, the other way round"),
        pytest.param("overall > 90 or moves.excuse and anger < 60", True, id="and before or"),
        pytest.param("(overall > 90 or moves.excuse) and anger > 60", False, id="brackets"),
        pytest.param("not overall > 90 and anger > 60", False, id="not before and"),
        pytest.param("not (overall > 90 and anger > 60)", True, id="not of brackets"),
        pytest.param("speed >= 0", False, id="unscored satisfies no comparison"),
        pytest.param("speed < 101", False, id="unscored satisfies none at all"),
        pytest.param("speed != 5", False, id="nor an inequality"),
        pytest.param("not speed >= 80", True, id="so its opposite holds"),
    ],
)
def test_guard_reads_scores_moods_moves_and_the_action(text, expected):
    seen = facts(moves=["excuse"], action="private", speed=None)

    assert parse(text).holds(seen) is expected


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        pytest.param("overal >= 70", 1, "Did you mean overall?", id="a misspelt word"),
        pytest.param("anger < 40 and calm", 16, "There is no word 'calm'", id="an unknown word"),
        pytest.param("moves.excusse", 1, "Did you mean moves.excuse?", id="a misspelt move"),
        pytest.param("moves.zzz", 1, "catalogue of moves", id="an unknown move"),
        pytest.param("not excuse", 5, "Write moves.excuse", id="a move without its prefix"),
        pytest.param("overall", 1, "is a number", id="a number alone"),
        pytest.param("moves.excuse > 3", 14, "has no number", id="a move compared"),
        pytest.param("70", 1, "stands alone", id="a bare number"),
        pytest.param("3 > 2", 1, "Compare a score", id="two numbers"),
        pytest.param("action", 1, "action needs a value", id="a bare action"),
        pytest.param(
            "action == 'shout'", 11, "Use one of 'reply', 'private', 'hold'", id="no action"
        ),
        pytest.param("action == 3", 11, "is not an action", id="the action and a number"),
        pytest.param("action > 'reply'", 8, "Use == or !=", id="actions in order"),
        pytest.param("overall > 'high'", 11, "Only action", id="a score and a text"),
        pytest.param("40 < empathy < 70", 14, "Join two comparisons", id="a chain"),
        pytest.param("(overall > 3", 1, "never closed", id="an open bracket"),
        pytest.param("overall > 3)", 12, "not expected", id="a bracket too many"),
        pytest.param("overall >", 10, "stops too early", id="half a comparison"),
        pytest.param("overall > 3 and", 16, "stops too early", id="half an and"),
        pytest.param("and overall > 3", 1, "not expected", id="and at the start"),
        pytest.param("overall => 3", 9, "can't stand here", id="a wrong sign"),
        pytest.param("overall > 70 anger < 3", 14, "Join with and / or", id="no and between"),
        pytest.param("__import__('os')", 1, "There is no word", id="code"),
        pytest.param("moves.excuse.real", 1, "There is no move", id="an attribute"),
        pytest.param("overall > 70 ; 1", 14, "can't stand here", id="a stray character"),
        pytest.param("", 1, "empty", id="nothing"),
        pytest.param("   ", 4, "empty", id="blanks"),
        pytest.param("not " * 40 + "moves.excuse", 81, "levels deep", id="too deep"),
        pytest.param(
            "(" * 30 + "overall > 3" + ")" * 30, 21, "levels deep", id="too many brackets"
        ),
        pytest.param("overall > 3" + " " * 300, LONGEST + 1, "300 is the most", id="too long"),
    ],
)
def test_mistake_is_refused_with_its_column_and_the_fix(text, column, says):
    with pytest.raises(GuardError) as caught:
        parse(text)

    assert caught.value.column == column
    assert says in str(caught.value)


numbers = st.one_of(
    st.integers(-100, 100).map(float),
    st.integers(-(10**6), 10**6).map(lambda thousandths: thousandths / 1000),
).map(Number)
words = st.sampled_from(NUMBER_WORDS).map(Word)
comparisons = st.one_of(
    st.builds(Compares, words, st.sampled_from(SIGNS), numbers | words),
    st.builds(Compares, numbers, st.sampled_from(SIGNS), words),
)
leaves = st.one_of(
    comparisons,
    st.builds(ActionIs, st.sampled_from(ACTIONS), st.booleans()),
    st.builds(Found, st.sampled_from(sorted(catalogue()))),
)
trees = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.lists(parts, min_size=2, max_size=3).map(tuple).map(AllOf),
        st.lists(parts, min_size=2, max_size=3).map(tuple).map(AnyOf),
    ),
    max_leaves=6,
)


@given(trees.map(Guard).filter(lambda guard: len(str(guard)) <= LONGEST))
def test_guard_survives_being_written_out_and_read_again(guard):
    assert parse(str(guard)) == guard


@given(trees.map(Guard), st.dictionaries(st.sampled_from(NUMBER_WORDS), st.none() | st.floats()))
def test_guard_always_answers(guard, numbers):
    seen = Facts(numbers=numbers, moves=frozenset(), action="reply")

    assert guard.holds(seen) in (True, False)


@given(st.text(max_size=LONGEST + 10))
def test_any_text_is_read_or_refused(text):
    found = outcome(text)

    if isinstance(found, GuardError):
        assert 1 <= found.column <= LONGEST + 1
    else:
        assert parse(str(found)) == found


def test_deepest_guard_can_be_read():
    text = "not " * (DEEPEST - 1) + "moves.excuse"

    assert str(parse(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("action == 'hold'", True, id="asks for a hold"),
        pytest.param("action == 'hold' and anger < 50", True, id="and more"),
        pytest.param("action != 'hold'", False, id="asks for anything else"),
        pytest.param("overall >= 70", False, id="does not ask"),
    ],
)
def test_guard_knows_whether_it_asks_for_a_holding_reply(text, expected):
    assert parse(text).awaits_hold is expected
