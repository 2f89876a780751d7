"""The total of RUBRIC section 3: its worked rows, its caps, and that better never costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Ceiling, Turn
from scoring.rubric.overall import Scores, Setting, ceilings, mean, total

WEIGHTS = (0.20, 0.18, 0.18, 0.18, 0.18, 0.04, 0.02, 0.02)

# name; S E O D H V C G; plain mean, Q, what binds, overall: as RUBRIC section 3 prints them
WORKED = (
    ("strong reply on target", (80, 88, 90, 2, 88, 85, 90, 75), 88, 88.0, "Q", 88),
    ("same text at 8T", (15, 88, 90, 2, 88, 85, 90, 75), 75, 63.0, "cap_S", 59),
    ("warm, no action", (90, 80, 45, 3, 10, 80, 60, 60), 65, 52.0, "cap_H", 25),
    ("full fix, no feeling", (90, 15, 85, 3, 90, 45, 75, 20), 73, 61.5, "Q", 61),
    ("policy shield but helpful", (85, 60, 65, 30, 75, 55, 75, 50), 70, 69.7, "cap_D", 69),
    ("fast DM us", (100, 5, 15, 20, 10, 20, 25, 10), 41, 22.9, "Q", 23),
    ("fast canned non-apology", (100, 20, 25, 40, 15, 15, 40, 25), 44, 33.5, "cap_H", 30),
    ("fast sarcastic blame", (100, 0, 5, 92, 20, 60, 50, 0), 29, 14.7, "cap_D", 0),
)

points = st.integers(0, 100)
scores = st.builds(
    Scores,
    S=st.none() | points,
    E=points,
    O=st.none() | points,
    D=st.none() | points,
    H=points,
    V=points,
    C=points,
    G=points,
)
kinds = st.sampled_from([(False, False), (True, False), (False, True)])


def make_setting(*, turn=Turn.FIRST, need=0.9, cues=0.0, kind=(False, False)):
    return Setting(
        turn=turn,
        emotion_need=need,
        cue_defensiveness=cues,
        is_praise=kind[0],
        is_question=kind[1],
    )


@pytest.mark.parametrize("row", WORKED, ids=[row[0] for row in WORKED])
def test_worked_row_comes_out_to_the_digit(row):
    _, values, plain, q, binds, overall = row
    given_scores = Scores(**dict(zip("SEODHVCG", values, strict=True)))
    setting = make_setting(cues=float(values[3]))

    found = ceilings(given_scores, setting)

    n_for_d = (*values[:3], 100 - values[3], *values[4:])
    assert round(sum(w * x for w, x in zip(WEIGHTS, n_for_d, strict=True))) == plain
    assert round(mean(given_scores, setting), 1) == q
    assert found[0].rule == binds
    assert total(found) == overall


@given(
    scores,
    st.sampled_from("SEOHVCG"),
    st.integers(1, 100),
    st.sampled_from(list(Turn)),
    st.floats(0, 1),
    kinds,
)
def test_raising_any_score_never_lowers_the_total(worse, letter, more, turn, need, kind):
    value = getattr(worse, letter)
    if value is None:
        return
    better = Scores(**{k: getattr(worse, k) for k in "SEODHVCG"} | {letter: min(100, value + more)})
    setting = make_setting(turn=turn, need=need, cues=float(worse.D or 0), kind=kind)

    assert total(ceilings(better, setting)) >= total(ceilings(worse, setting))


@given(scores, st.integers(1, 100), st.sampled_from(list(Turn)), kinds)
def test_less_defensiveness_never_lowers_the_total(worse, less, turn, kind):
    if worse.D is None:
        return
    calmer = max(0, worse.D - less)
    better = Scores(**{k: getattr(worse, k) for k in "SEODHVCG"} | {"D": calmer})

    before = total(ceilings(worse, make_setting(turn=turn, cues=float(worse.D), kind=kind)))
    after = total(ceilings(better, make_setting(turn=turn, cues=float(calmer), kind=kind)))

    assert after >= before


@given(scores, st.floats(0, 1), kinds, st.floats(0, 100))
def test_total_stays_from_0_to_100(any_scores, need, kind, cues):
    found = ceilings(any_scores, make_setting(need=need, cues=cues, kind=kind))

    assert 0 <= total(found) <= 100
    assert [item.value for item in found] == sorted(item.value for item in found)


def test_gates_come_before_caps_and_lower_numbers_first_on_a_tie():
    level = Scores(S=None, E=0, O=0, D=0, H=15, V=0, C=0, G=0)  # cap_H is 30
    gates = (Ceiling(rule="K8", value=30), Ceiling(rule="K5", value=30))

    found = ceilings(level, make_setting(), gates)
    tied = [item.rule for item in found if item.value == 30]

    assert tied == ["K5", "K8", "cap_H"]


@pytest.mark.parametrize(
    ("defensiveness", "cap"), [(5, 100), (25, 75), (35, 62.5), (50, 43.75), (60, 31.25), (85, 0)]
)
def test_defensiveness_caps_the_total(defensiveness, cap):
    perfect = Scores(S=100, E=100, O=100, D=defensiveness, H=100, V=100, C=100, G=100)

    found = {item.rule: item.value for item in ceilings(perfect, make_setting())}

    assert found["cap_D"] == cap


def test_praise_drops_ownership_and_its_caps_and_moves_empathy_to_gratitude():
    thanked = Scores(S=100, E=10, O=None, D=None, H=90, V=90, C=90, G=100)
    setting = make_setting(need=0.0, kind=(True, False))

    rules = {item.rule for item in ceilings(thanked, setting)}

    assert rules == {"Q", "cap_D", "cap_H", "cap_S"}
    assert mean(thanked, setting) > mean(thanked, make_setting(need=1.0, kind=(True, False)))


def test_a_jibe_under_praise_still_caps_the_total():
    thanked = Scores(S=100, E=90, O=None, D=None, H=90, V=90, C=90, G=90)

    found = ceilings(thanked, make_setting(need=0.1, cues=80.0, kind=(True, False)))

    assert (found[0].rule, total(found)) == ("cap_D", 6)


def test_untimed_reply_shares_the_weight_of_speed():
    timed = Scores(S=100, E=60, O=60, D=40, H=60, V=60, C=60, G=60)
    untimed = Scores(S=None, E=60, O=60, D=40, H=60, V=60, C=60, G=60)

    assert mean(untimed, make_setting()) == pytest.approx(60)
    assert mean(timed, make_setting()) > 60


@pytest.mark.parametrize(("need", "cap"), [(0.3, 65), (0.9, 65), (0.29, 110)])
def test_missing_empathy_caps_the_total_only_where_feeling_is_at_stake(need, cap):
    cold = Scores(S=100, E=10, O=90, D=0, H=90, V=90, C=90, G=90)

    found = {item.rule: item.value for item in ceilings(cold, make_setting(need=need))}

    assert found["cap_E"] == cap


@pytest.mark.parametrize("kind", [(True, False), (False, True)], ids=["praise", "question"])
def test_empathys_weight_goes_to_thanks_under_praise_and_to_help_under_a_question(kind):
    thankful = Scores(S=100, E=50, O=None, D=None, H=50, V=50, C=50, G=100)
    helpful = Scores(S=100, E=50, O=None, D=None, H=100, V=50, C=50, G=50)
    even = Scores(S=100, E=50, O=None, D=None, H=50, V=50, C=50, G=50)

    gain = {
        name: mean(level, make_setting(need=0.0, kind=kind))
        / mean(even, make_setting(need=0.0, kind=kind))
        for name, level in (("thanks", thankful), ("help", helpful))
    }

    whole = 0.20 + 0.18 + 0.18 + 0.04 + 0.02 + 0.02
    moved_to_thanks, moved_to_help = (0.18, 0.0) if kind[0] else (0.0, 0.18)
    assert gain["thanks"] == pytest.approx(2 ** ((0.02 + moved_to_thanks) / whole))
    assert gain["help"] == pytest.approx(2 ** ((0.18 + moved_to_help) / whole))
