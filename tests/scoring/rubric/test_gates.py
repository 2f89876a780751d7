"""Which moves set off which gate, at what height, and what they need to do so."""

import pytest

from scoring import Case, Move
from scoring.rubric.gates import gates

HEIGHTS = [
    ("exposes_private_data", set(), "K2", 0),
    ("asks_private_data", set(), "K2", 15),
    ("insults", set(), "K3", 10),
    ("threat", set(), "K3", 10),
    ("outside_allowed", set(), "K5", 45),
    ("against_facts", set(), "K5", 30),
    ("concedes_liability", {"injury"}, "K6", 50),
    ("concedes_liability", {"legal"}, "K6", 50),
    ("bare_deflection", set(), "K8", 30),
    ("off_topic", set(), "K8", 30),
    ("keyword_list", set(), "K8", 30),
    ("unfilled_template", set(), "K8", 5),
    ("copy_paste", set(), "K9", 55),
    ("claims_other_company", {"wrong_company"}, "K11", 50),
]


def set_off(*moves, flags=frozenset()):
    case = Case(complaint="c", reply="r", flags=flags)
    return [(item.rule, item.value) for item in gates(moves, case)]


def make_move(name, strength=1.0, start=0):
    return Move(start=start, end=start + 5, name=name, strength=strength)


@pytest.mark.parametrize(("name", "flags", "rule", "height"), HEIGHTS)
def test_move_sets_off_its_gate(name, flags, rule, height):
    assert set_off(make_move(name), flags=flags) == [(rule, height)]


def test_gate_keeps_the_words_that_set_it_off():
    move = make_move("insults", start=12)

    found = gates([move], Case(complaint="c", reply="r"))

    assert found[0].move == move


@pytest.mark.parametrize("name", ["concedes_liability", "claims_other_company"])
def test_guarded_move_does_nothing_without_its_flag(name):
    assert set_off(make_move(name)) == []


@pytest.mark.parametrize(("name", "strength"), [("bare_deflection", 0.25), ("threat", 0.5)])
def test_faint_move_sets_nothing_off(name, strength):
    assert set_off(make_move(name, strength)) == []


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        pytest.param([], [("K7", 40)], id="no instruction"),
        pytest.param([make_move("safety_instruction", 0.4)], [("K7", 60)], id="a weak one"),
        pytest.param([make_move("safety_instruction", 1.0, 300)], [("K7", 60)], id="not first"),
        pytest.param([make_move("safety_instruction")], [], id="clear and first"),
    ],
)
def test_safety_case_needs_its_instruction_first(moves, expected):
    assert set_off(*moves, flags={"safety"}) == expected


def test_no_instruction_is_asked_for_elsewhere():
    assert set_off(make_move("apology")) == []
