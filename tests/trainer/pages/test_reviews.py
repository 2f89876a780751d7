"""A trainer answers an objection, and the trainee reads the answer."""

import pytest
from sqlalchemy import select, update

from tests.trainer.pages.test_disputes import PARCEL, REPLY
from trainer.models import DisputeAnswer, Member, Role

# What the pages call is tested on both kinds of database; `test_loop.py` plays on both, too.
pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

REASON = "I named what it cost her."


@pytest.fixture
def objected(visitor):
    """The debrief of a reply, after an objection to its empathy."""
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)
    debrief = visitor.submit(visitor.get(desk.path), "/finish")
    return visitor.submit(debrief, "/disputes", target="score:empathy", reason=REASON)


@pytest.fixture
def role(app):
    """Give the one member another role."""

    def change(name: Role) -> None:
        local = app.extensions["poise"]
        with local.database.session_for(local.organisation_id) as session:
            session.execute(update(Member).values(role=name))
            session.commit()

    return change


def test_an_objection_waits_with_everything_it_is_about(visitor, objected):
    page = visitor.get("/reviews")

    complaint = page.text.partition("The complaint</h3>")[2].partition("</blockquote>")[0]
    assert "dragon" in complaint
    assert "at your door by 14:30" in page.text
    assert '<mark class="span' in page.text
    assert REASON in page.text
    assert "Empathy <span" in page.text
    assert " of 100</span>" in page.text
    assert 'Waiting</span><span class="turn__score">1<' in page.text


def test_an_answer_is_confirmed_and_stands_in_the_debrief_and_the_history(
    visitor, objected, stored
):
    assert "Objection waiting" in visitor.get("/history").text
    assert "Waiting for a trainer" in objected.text
    score = objected.text.partition('class="sum__num">')[2].partition("<")[0]

    done = visitor.submit(
        visitor.get("/reviews"), "/answers", verdict="agree", note="You did: “at risk”."
    )

    assert "Answered." in done.text
    assert "Everything is answered." in done.text
    assert "You did: “at risk”." in visitor.get("/reviews?show=answered").text
    debrief = visitor.get(objected.path)
    assert "The trainer agrees" in debrief.text
    assert "You did: “at risk”." in debrief.text
    assert debrief.text.partition('class="sum__num">')[2].partition("<")[0] == score
    assert "A trainer has answered" in visitor.get("/history").text
    assert stored(DisputeAnswer) == 1


def test_an_answer_sent_twice_is_stored_once(visitor, objected, stored):
    form = visitor.get("/reviews").form("/answers")
    fields = form.fields | {"verdict": "stands", "note": "The party isn’t named."}

    pages = [visitor.post(form.action, fields) for _ in range(2)]

    assert [page.status for page in pages] == [200, 200]
    assert stored(DisputeAnswer) == 1


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"note": "  "}, "“A short note” needs a few words", id="blank note"),
        pytest.param({"note": "n" * 1001}, "and 1,000 fit. Take out 1.", id="long note"),
        pytest.param({"verdict": ""}, "Choose one: you agree, or it stands.", id="no verdict"),
        pytest.param({"key": "short"}, "This form is incomplete.", id="no key"),
    ],
)
def test_a_refused_answer_keeps_its_words_and_says_why(visitor, objected, stored, fields, says):
    sent = {"verdict": "agree", "note": "You named it."} | fields

    page = visitor.submit(visitor.get("/reviews"), "/answers", **sent)

    assert page.status == 422
    assert says in page.text
    assert f">{sent['note']}</textarea>" in page.text
    assert stored(DisputeAnswer) == 0


def test_an_answer_to_what_was_answered_meanwhile_is_shown_that_answer(visitor, objected, stored):
    stale = visitor.get("/reviews")
    visitor.submit(stale, "/answers", verdict="agree", note="The first answer.")

    late = visitor.submit(
        stale, "/answers", verdict="stands", note="The late answer.", key="another-key-123"
    )

    assert late.status == 409
    assert "was answered since the page was opened" in late.text
    assert "The first answer." in late.text
    assert ">The late answer.</textarea>" in late.text
    assert stored(DisputeAnswer) == 1


def test_the_queue_is_empty_in_words_before_anything_is_objected_to(visitor):
    assert "Nobody has objected yet." in visitor.get("/reviews").text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("show=answered", "Nothing is answered yet."),
        ("page=3", "There is no page 3."),
        ("show=everything", REASON),
        ("page=-1", REASON),
        ("page=" + "9" * 4000, "There is no page"),
    ],
)
def test_every_way_to_ask_for_the_queue_has_an_answer(visitor, objected, query, says):
    page = visitor.get(f"/reviews?{query}")

    assert page.status == 200
    assert says in page.text


def test_an_objection_has_a_page_of_its_own_and_a_stranger_none(visitor, objected):
    answers = visitor.get("/reviews").form("/answers").action

    page = visitor.get(answers.removesuffix("/answers"))

    assert page.status == 200
    assert REASON in page.text
    assert visitor.get("/reviews/nothing").status == 404
    assert visitor.post("/reviews/nothing/answers", {}).status == 404


def test_a_trainee_reads_no_queue(visitor, objected, role):
    answers = visitor.get("/reviews").form("/answers")
    role(Role.TRAINEE)

    pages = [
        visitor.get("/reviews"),
        visitor.get(answers.action.removesuffix("/answers")),
        visitor.post(answers.action, answers.fields | {"verdict": "agree", "note": "Mine."}),
    ]

    assert [page.status for page in pages] == [403] * 3
    assert all("It takes a trainer to answer objections." in page.text for page in pages)


def test_the_words_of_a_disputed_part_are_marked_and_its_scores_named(visitor, app):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text="Our policy is to wait 48 hours, Adaeze. I'm sorry. ^Jo")
    debrief = visitor.submit(visitor.get(desk.path), "/finish")
    forms = debrief.text.partition("with Hides behind policy</span>")[2]
    target = forms.partition('name="target" value="')[2].partition('"')[0]
    visitor.submit(debrief, "/disputes", target=target, reason="It is a fact.")

    page = visitor.get("/reviews")

    assert "Hides behind policy <span" in page.text
    assert "costs: Defensiveness" in page.text
    assert page.text.count("<mark") == 1
    local = app.extensions["poise"]
    with local.database.session_for(local.organisation_id) as session:
        assert session.scalars(select(Member.name)).one() in page.text
