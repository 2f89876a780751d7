import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Case, Move, assess
from scoring.rubric.empathy import COSTS, HELPS, empathy

CASE = Case(complaint="x", reply="y")
COMPLAINT = (
    "My mum is 78. Your boiler engineer missed three appointments and she sat in a cold kitchen "
    "on her birthday with no heating for two nights. Nobody called."
)
STRENGTHS = st.integers(0, 20).map(lambda step: step / 20)


def moves_of(names):
    return st.lists(
        st.builds(
            Move, start=st.just(0), end=st.just(1), name=st.sampled_from(names), strength=STRENGTHS
        ),
        max_size=8,
    ).map(tuple)


ANY = moves_of(sorted([*HELPS, *COSTS, "blames_customer", "wrong_detail", "copy_paste"]))


def score(reply: str, complaint: str = COMPLAINT) -> int:
    value = assess(Case(complaint=complaint, reply=reply)).empathy.value
    assert value is not None
    return value


@given(ANY, st.sampled_from(sorted(HELPS)), STRENGTHS)
def test_a_helping_move_never_lowers_empathy(moves, name, strength):
    more = (*moves, Move(start=0, end=1, name=name, strength=strength))

    assert empathy(more, CASE).value >= empathy(moves, CASE).value


@given(ANY, st.sampled_from([*sorted(COSTS), "wrong_detail", "attacks"]), STRENGTHS)
def test_a_costing_move_never_raises_it(moves, name, strength):
    more = (*moves, Move(start=0, end=1, name=name, strength=strength))

    assert empathy(more, CASE).value <= empathy(moves, CASE).value


@given(ANY)
def test_it_stays_between_0_and_100_and_needs_a_span(moves):
    felt = empathy(moves, CASE)

    assert 0 <= felt.value <= 100
    assert felt.value == 0 or felt.spans


@pytest.mark.parametrize(
    "reply",
    [
        "We apologise for the inconvenience caused.",
        "We are so sorry. We understand. We care deeply. We own this. We hear you.",
        "Sorry thanks understand own empathy care feel heard grateful responsibility.",
        "We completely understand your frustration, thank you for your patience.",
    ],
)
def test_formula_and_stuffing_stay_at_25(reply):
    assert score(reply) <= 25


def test_grovelling_stops_at_60():
    moves = (
        *(Move(start=0, end=1, name=name) for name in HELPS),
        Move(start=0, end=1, name="grovelling"),
    )

    assert empathy(moves, CASE).value <= 60


@pytest.mark.parametrize(("name", "most"), [("wrong_detail", 50), ("copy_paste", 40)])
def test_ceilings(name, most):
    moves = (*(Move(start=0, end=1, name=kind) for kind in HELPS), Move(start=0, end=1, name=name))

    felt = empathy(moves, CASE)

    assert felt.value == most
    assert felt.limit


def test_the_ladder_climbs_from_formula_to_care_carried_forward():
    formula = score("Sorry for the inconvenience.")
    named = score("Three missed visits and your mum in a cold kitchen on her birthday.")
    both = score(
        "Three missed visits and your mum in a cold kitchen on her birthday must have been "
        "miserable, and I'm sorry."
    )
    carried = score(
        "Three missed visits and your mum in a cold kitchen on her birthday must have been "
        "miserable, and I'm sorry. I'm sending a heater to her kitchen tonight and I'll ring "
        "her at six. How is she?"
    )

    assert formula < named < both < carried
    assert formula <= 25
    assert carried >= 70


def test_a_but_takes_it_back():
    kind = "I'm sorry your mum sat in a cold kitchen on her birthday."

    assert score(kind[:-1] + ", but you should have stayed in.") < score(kind)


def test_filler_does_not_raise_it():
    kind = "Three missed visits and your mum in a cold kitchen: I'm sorry. I'll ring her at six."

    assert score(kind + " This is a reply to the post that was made here earlier on.") <= score(
        kind
    )


@pytest.mark.parametrize(
    "reply",
    ["Perhaps if you'd been in. Actually, our notes show otherwise.", "Ring the office."],
)
def test_a_reply_without_care_is_not_said_to_take_any_back(reply):
    found = assess(Case(complaint=COMPLAINT, reply=reply)).empathy

    assert found.limit == "Nothing of what happened to them is named."


def test_care_that_a_jab_takes_back_is_said_to_be_taken_back():
    reply = "She sat in a cold kitchen for two nights on her birthday. Did you misread it?"
    found = assess(Case(complaint=COMPLAINT, reply=f"{reply} You should have checked.")).empathy

    assert found.limit.startswith("Words elsewhere")


@pytest.mark.parametrize(
    "reply",
    [
        "I'm sorry if your mum sat in the cold on her birthday. I've sent Colin for 8 tomorrow. Jo",
        "Sorry if your mum felt cold for two nights and if you feel let down. Colin comes at 8.",
    ],
)
def test_an_apology_with_an_if_is_worth_25_at_most(reply):
    felt = assess(Case(complaint=COMPLAINT, reply=reply)).empathy

    assert felt.value == 25
    assert "only if" in felt.limit


def test_an_apology_beside_the_if_lifts_its_ceiling():
    reply = (
        "I'm so sorry your mum sat in the cold on her birthday. Sorry if my last message "
        "confused you. Colin comes at 8 tomorrow and I'll ring her at 9. Jo"
    )

    assert score(reply) > 25


@pytest.mark.parametrize(
    "reply", ["Oh bless, how awful for her. Haha.", "Poor thing, how awful for her, haha."]
)
def test_care_in_a_sentence_that_mocks_is_worth_nothing(reply):
    assert score(reply) == 0


def test_care_outside_the_mocking_sentence_still_counts():
    case = Case(complaint="x", reply="Two nights cold is awful. Poor you, boo hoo.")
    care = Move(start=0, end=24, name="names_feeling")
    mocked = Move(start=26, end=34, name="names_feeling")
    jab = Move(start=36, end=43, name="attacks", strength=0.5)

    assert empathy((care, jab), case).value > 0
    assert empathy((mocked, jab), case).value == 0
