"""The ladder's arithmetic: degrees, drags and its promise to be monotone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Case, Dimension, Move, catalogue
from scoring.rubric.helpfulness import helpfulness
from scoring.rubric.ladder import Degrees, climb, either, ladder
from scoring.rubric.ownership import ownership

CASE = Case(complaint="Order 88213 came broken.", reply="x" * 50)
SCORERS = {"ownership": ownership, "helpfulness": helpfulness}
HELPS = {name: sorted(set().union(*ladder(name).signs.values())) for name in SCORERS}
COSTS = {name: sorted(set(ladder(name).drag) - set(HELPS[name])) for name in SCORERS}

strengths = st.integers(0, 20).map(lambda step: step / 20)


def move(name: str, strength: float = 1.0, start: int = 0) -> Move:
    return Move(start=start, end=start + 1, name=name, strength=strength)


def score(dimension: str, moves: list[Move]) -> int:
    value: Dimension = SCORERS[dimension](moves, CASE)
    assert value.value is not None
    return value.value


def bags(names: list[str]) -> st.SearchStrategy[list[Move]]:
    return st.lists(
        st.builds(move, st.sampled_from(names), strengths, st.integers(0, 40)), max_size=8
    )


def test_nothing_found_is_worth_nothing() -> None:
    assert ownership([], CASE).value == 0
    assert helpfulness([], CASE).value == 0


def test_saying_it_again_is_worth_less_than_the_first_time() -> None:
    table = ladder("ownership")

    once = Degrees([move("gives_time")], table).of("time")
    twice = Degrees([move("gives_time"), move("gives_time", start=9)], table).of("time")

    assert once < twice < 2 * once


def test_the_anchors_add_up_to_99() -> None:
    assert climb(1, 1, 1, 1) == 99
    assert climb(1, 0, 0, 0) == 25
    assert either(0.5, 0.5) == 0.75


@pytest.mark.parametrize("dimension", SCORERS)
def test_no_move_both_helps_and_costs(dimension: str) -> None:
    table = ladder(dimension)

    assert set(table.drag) & set(HELPS[dimension]) == set()


@pytest.mark.parametrize("dimension", SCORERS)
def test_polarity_in_the_catalogue_agrees_with_the_ladder(dimension: str) -> None:
    drags = {name for name in ladder(dimension).drag if catalogue()[name].polarity == "helps"}
    signs = {name for name in HELPS[dimension] if catalogue()[name].polarity == "costs"}

    assert (drags, signs) == (set(), set())


@pytest.mark.parametrize("dimension", SCORERS)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_helping_move_never_lowers_the_score(dimension: str, data: st.DataObject) -> None:
    names = HELPS[dimension] + COSTS[dimension]
    bag = data.draw(bags(names))
    added = data.draw(st.builds(move, st.sampled_from(HELPS[dimension]), strengths))

    assert score(dimension, [*bag, added]) >= score(dimension, bag)


@pytest.mark.parametrize("dimension", SCORERS)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_costly_move_never_raises_the_score(dimension: str, data: st.DataObject) -> None:
    names = HELPS[dimension] + COSTS[dimension]
    bag = data.draw(bags(names))
    added = data.draw(st.builds(move, st.sampled_from(COSTS[dimension]), strengths))

    assert score(dimension, [*bag, added]) <= score(dimension, bag)
