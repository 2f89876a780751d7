"""`assess` for any text and any action: ranges, quotations, order, storage, and clear refusals."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import (
    DIMENSIONS,
    Assessment,
    AssessmentFormatError,
    Case,
    CaseError,
    assess,
    assess_many,
)

COMPLAINT = "My parcel says delivered and it isn't here. The party is at 4 today."
REPLY = (
    "A party with no parcel is not on, and I'm sorry. We scanned it at the wrong house. I've sent "
    "another by courier, it reaches you by 2.30 today. Jo"
)

# What people paste, and what breaks readers of text.
ODD = (
    "😡😡😡 sorry 👩‍👩‍👧‍👦 we've refunded you today",
    "S\u0336o\u0336r\u0336r\u0336y\u0336, I\u0301\u0302\u0303've refunded £12",
    "Sorry\r\n\r\nI've sent it\r\ntoday",
    "\u202eI've refunded you\u202c today, sorry",
    "sorry\x00 I've sent it",
    "<script>alert('sorry')</script> <b>I've refunded you</b>",
    "&lt;img src=x onerror=alert(1)&gt; sorry about the parcel",
    "İstanbul ﬁne ½ ＦＵＬＬ width: I've refunded you",
    "e\u0301" * 40 + " sorry, I've sent it today",
    "a" * 5000,
    "sorry " * 1500,
    "\ufeffSorry\u200b, I\u2019ve refunded \u00a312\u00a0today",
)
anything = (
    st.text(max_size=300) | st.sampled_from(ODD) | st.text("sory we'v refnd!?😂\n ", max_size=80)
)


def check(card: Assessment, reply: str) -> None:
    values = [card.score(name) for name in ("overall", *DIMENSIONS)]
    if not card.graded:
        assert card.reason
        assert values == [None] * len(values)
        return
    assert all(value is None or 0 <= value <= 100 for value in values)
    assert card.bound_by == card.ceilings[0].rule
    for move in card.moves:
        assert 0 <= move.start < move.end <= len(reply)
        assert reply[move.start : move.end].strip()
        assert 0 <= move.strength <= 1
        assert round(move.strength * 20, 6) == round(move.strength * 20)


@settings(max_examples=80)
@given(anything, anything)
def test_any_text_is_graded_within_range_or_ungraded_with_a_reason(complaint, reply):
    card = assess(Case(complaint=complaint, reply=reply))

    check(card, reply)


@pytest.mark.parametrize("reply", ODD)
def test_odd_text_never_fails(reply):
    check(assess(Case(complaint=COMPLAINT, reply=reply)), reply)


@pytest.mark.parametrize(
    ("reply", "quoted"),
    [
        ("😡 Sorry, but the rules are the rules.", "Sorry, but"),
        ("So\u0301rry, bu\u0301t the rules are the rules.", "So\u0301rry, bu\u0301t"),
        ("Hi\r\n\r\nSorry, but the rules are the rules.", "Sorry, but"),
    ],
)
def test_a_span_quotes_the_reply_as_typed(reply, quoted):
    card = assess(Case(complaint=COMPLAINT, reply=reply))

    spans = [reply[m.start : m.end] for m in card.moves if m.name == "but_after_apology"]

    assert spans == [quoted]


def test_the_same_cases_give_the_same_answers_in_any_order():
    replies = [REPLY, "DM us", "Next time read the sign 😊", "Sorry if you feel let down."]
    cases = [Case(complaint=COMPLAINT, reply=reply, minutes=12) for reply in replies]

    forwards = list(assess_many(cases))
    backwards = list(assess_many(reversed(cases)))

    assert forwards == backwards[::-1]
    assert forwards == [assess(case) for case in cases]


@pytest.mark.parametrize(
    "reply", [REPLY, "DM us", "", "Lamentamos mucho lo ocurrido con su pedido."]
)
def test_an_assessment_survives_storage(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply, minutes=30))

    stored = json.loads(json.dumps(card.as_dict()))

    assert Assessment.from_dict(stored).as_dict() == card.as_dict()


def test_a_damaged_stored_assessment_is_refused():
    with pytest.raises(AssessmentFormatError, match="overall"):
        Assessment.from_dict({"graded": True, "reason": None})


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("graded",), "false", r"assessment\.graded is 'false': store bool"),
        (("overall",), "ninety", r"assessment\.overall is 'ninety': store int \| None"),
        (("overall",), True, r"assessment\.overall is True"),
        (("empathy",), 80, r"assessment\.empathy is 80"),
        (("empathy", "value"), 80.5, r"assessment\.empathy\.value is 80\.5"),
        (("moves",), "none", r"assessment\.moves is 'none'"),
        (("moves", 0, "start"), "0", r"assessment\.moves\[0\]\.start is '0'"),
        (("ceilings", 0, "value"), None, r"assessment\.ceilings\[0\]\.value is None"),
        (("rubric",), None, r"assessment\.rubric is None: store str"),
    ],
)
def test_a_stored_field_of_another_type_is_named_with_its_value(path, value, message):
    stored = json.loads(json.dumps(assess(Case(complaint=COMPLAINT, reply=REPLY)).as_dict()))
    place = stored
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    with pytest.raises(AssessmentFormatError, match=message):
        Assessment.from_dict(stored)


@pytest.mark.parametrize(
    ("fields", "field", "value", "fix"),
    [
        ({"channel": "fax"}, "channel", "'fax'", "use one of x, facebook"),
        ({"severity": "P9"}, "severity", "'P9'", "P1, P2"),
        ({"fault": "theirs"}, "fault", "'theirs'", "ours"),
        ({"flags": {"angry"}}, "flags", "'angry'", "pii"),
        ({"minutes": -1}, "minutes", "-1", "0 or more"),
        ({"minutes": float("nan")}, "minutes", "nan", "finite"),
        ({"emotion_need": 2}, "emotion_need", "2", "from 0 to 1"),
        ({"target_minutes": 0}, "target_minutes", "0", "or more"),
        ({"reply": 5}, "reply", "5", "string"),
        ({"parts": "Where is it?"}, "parts", "'Where is it?'", "a tuple of str"),
        ({"parts": ("a", 5)}, "parts[1]", "5", "use only str"),
        ({"facts": ("At the depot",)}, "facts[0]", "'At the depot'", "use only Fact"),
        ({"allowed": ("refund",)}, "allowed[0]", "'refund'", "use only Allowed"),
        ({"promises": (None,)}, "promises[0]", "None", "use only Promise"),
        ({"history": ({"text": "Hi"},)}, "history[0]", "'Hi'", "use only Post"),
        ({"recent_replies": None}, "recent_replies", "None", "a tuple of str"),
        ({"holding": (5, 60)}, "holding", "(5, 60)", "give a Holding"),
    ],
)
def test_a_bad_case_names_the_field_the_value_and_the_fix(fields, field, value, fix):
    with pytest.raises(CaseError) as caught:
        Case(**({"complaint": "c", "reply": "r"} | fields))

    assert caught.value.field == field
    assert value in str(caught.value)
    assert fix in str(caught.value)


@pytest.mark.parametrize("action", ["delete", "hide", "block"])
def test_taking_a_complaint_down_is_gate_k1(action):
    card = assess(Case(complaint=COMPLAINT, reply="", action=action, minutes=5))

    assert (card.overall, card.bound_by) == (0, "K1")
    assert card.score("defensiveness") == 100


def test_abuse_may_be_taken_down_when_the_reply_says_why():
    reply = (
        "I've hidden a post that named another customer's address. Your refund is on its way today."
    )
    case = Case(complaint=COMPLAINT, reply=reply, action="hide", flags={"pii"})

    assert "K1" not in {item.rule for item in assess(case).ceilings}


def test_abuse_taken_down_without_a_word_is_still_k1():
    case = Case(complaint=COMPLAINT, reply=" ", action="delete", flags={"abusive"})

    assert assess(case).bound_by == "K1"


@pytest.mark.parametrize(
    "reply",
    [
        "Great weather.",
        ".",
        "We've removed your post. Your refund is on its way.",
        "We take abuse seriously. I've refunded you today.",
        "Hemos ocultado el mensaje porque incluía la dirección de otra persona.",
    ],
)
@pytest.mark.parametrize("action", ["delete", "hide", "block"])
def test_abuse_taken_down_without_a_reason_that_is_told_is_still_k1(action, reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply, action=action, flags={"abusive"}))

    assert card.graded
    assert (card.overall, card.bound_by) == (0, "K1")


@pytest.mark.parametrize(
    "reply",
    [
        "We've hidden your post because it had our driver's home address in it. I've refunded you.",
        "I've taken this down: it threatened a colleague. The refund itself is on its way today.",
        "Your comment was removed for hateful language. I've sent another parcel today.",
        "We had to block this account because of the threats to Priya. The refund still stands.",
        "That reply came down as it was spam. Your parcel is with you by 4 today.",
    ],
)
def test_abuse_taken_down_with_its_reason_is_graded_as_a_reply(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply, action="hide", flags={"troll"}))

    assert card.graded
    assert "K1" not in {item.rule for item in card.ceilings}


def test_a_complaint_that_is_no_abuse_may_not_come_down_for_any_reason():
    reply = "I've hidden your post because it named another customer."

    assert assess(Case(complaint=COMPLAINT, reply=reply, action="hide")).bound_by == "K1"


def test_no_reply_fails_only_once_the_target_has_passed():
    late = assess(Case(complaint=COMPLAINT, reply="", action="none", minutes=61))
    early = assess(Case(complaint=COMPLAINT, reply="", action="none", minutes=59))

    assert (late.overall, late.bound_by) == (0, "K10")
    assert not early.graded


def test_a_troll_is_owed_no_answer():
    card = assess(Case(complaint=COMPLAINT, reply="", action="none", minutes=900, flags={"troll"}))

    assert not card.graded
    assert "troll" in card.reason


def test_folded_lookalikes_are_read_as_the_letters_they_show():
    plain = "Sorry, but the rules are the rules."
    disguised = plain.replace("o", "\u043e").replace("e", "\u0435")

    names = [
        {move.name for move in assess(Case(complaint=COMPLAINT, reply=text)).moves}
        for text in (plain, disguised)
    ]

    assert unicodedata.name(disguised[1]).startswith("CYRILLIC")
    assert "but_after_apology" in names[0] & names[1]
