"""Defensiveness by noisy-or: the anchors of RUBRIC 2.4, and that politeness subtracts nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Flag, Move, catalogue
from scoring.rubric.defensiveness import cue_defensiveness, defensiveness

WEIGHTS = {
    "flat_denial": 0.50,
    "blames_customer": 0.60,
    "blames_third_party": 0.35,
    "excuse": 0.30,
    "minimises": 0.35,
    "policy_shield": 0.30,
    "boasts": 0.20,
    "compares": 0.40,
    "attacks": 0.80,
    "doubts_customer": 0.40,
    "conditional_apology": 0.35,
    "but_after_apology": 0.35,
    "tone_policing": 0.50,
    "threat": 0.80,
    "bare_deflection": 0.20,
}
names = st.sampled_from(sorted(catalogue()))
strengths = st.integers(0, 20).map(lambda step: step / 20)
moves = st.lists(
    st.builds(Move, start=st.just(0), end=st.just(1), name=names, strength=strengths), max_size=8
)


def make_move(name, strength=1.0, start=0):
    return Move(start=start, end=start + 1, name=name, strength=strength)


def test_weights_are_those_of_the_rubric():
    assert {name: catalogue()[name].weight for name in WEIGHTS} == WEIGHTS


@pytest.mark.parametrize(
    ("cues", "value"),
    [
        pytest.param([], 0, id="none"),
        pytest.param(["policy_shield"], 30, id="one mild cue"),
        pytest.param(["policy_shield", "conditional_apology"], 54.5, id="policy and 'if you feel'"),
        pytest.param(["blames_customer", "conditional_apology"], 74, id="blame and another"),
        pytest.param(["attacks"], 80, id="attack"),
        pytest.param(["boasts", "boasts"], 20, id="said twice is one cue"),
        pytest.param(["apology", "calm_boundary", "evidenced_correction"], 0, id="no cue"),
    ],
)
def test_cues_combine_by_noisy_or(cues, value):
    found = [make_move(name, start=place) for place, name in enumerate(cues)]

    assert cue_defensiveness(found) == pytest.approx(value)


@given(moves, names, strengths)
def test_another_cue_never_lowers_it(found, name, strength):
    more = [*found, make_move(name, strength)]

    assert 0 <= cue_defensiveness(found) <= cue_defensiveness(more) <= 100


def test_kind_words_subtract_nothing():
    cue = make_move("blames_customer")
    kind = [make_move(name) for name in ("apology", "courtesy", "thanks_for_telling")]

    assert cue_defensiveness([cue, *kind]) == cue_defensiveness([cue])


def test_dimension_names_what_cost_most():
    found = defensiveness([make_move("boasts"), make_move("threat", start=5)])

    assert found.value == 84
    assert {move.name for move in found.spans} == {"boasts", "threat"}
    assert found.limit == catalogue()["threat"].why


def test_nothing_found_is_zero_without_a_limit():
    assert (defensiveness([]).value, defensiveness([]).limit) == (0, "")


@pytest.mark.parametrize(("strength", "anybody", "vulnerable"), [(1.0, 40, 80), (0.5, 20, 40)])
def test_doubting_a_vulnerable_person_counts_double(strength, anybody, vulnerable):
    doubt = [make_move("doubts_customer", strength)]
    flags = frozenset({Flag.VULNERABLE})

    assert defensiveness(doubt).value == anybody
    assert defensiveness(doubt, flags).value == vulnerable


def test_only_doubt_counts_double():
    shield = [make_move("policy_shield")]

    assert defensiveness(shield, frozenset({Flag.VULNERABLE})).value == 30
