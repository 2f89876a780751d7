import io
import json
import re
from html import unescape

import pytest

from tests.trainer.pages.batches import upload, when_over

# What the pages call is tested on both kinds of database; `test_loop.py` plays on both, too.
pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

PAIR = {
    "complaint": "Third day my parcel is out for delivery. My son's party is at 2.",
    "reply": "We're sorry for any inconvenience, but you should have ordered earlier.",
}


def test_a_pair_is_scored_with_its_words(visitor):
    page = visitor.submit(visitor.get("/score"), "/score", **PAIR)

    assert page.status == 200
    assert "What you wrote" in page.text
    assert re.search(r"sum__num\">\d+<", page.text)
    assert "Not timed" in page.text


def test_a_pair_with_its_minutes_has_a_speed(visitor):
    page = visitor.submit(visitor.get("/score"), "/score", **PAIR, minutes="12")

    assert "12 min, target 1 h" in page.text


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("complaint", "", "Paste what the customer wrote."),
        ("reply", "", "Paste what was answered."),
        ("minutes", "-1", "Give minutes from 0"),
        ("reply", "x" * 100_000, "10,000 characters at most"),
        ("complaint", "x" * 10_001, "10,000 characters at most"),
        ("reply", "Sorry\x00 about that.", "NUL character"),
        ("channel", "myspace", "Choose one of the list."),
    ],
)
def test_a_pair_that_cannot_be_scored_comes_back_with_the_reason(visitor, field, value, says):
    page = visitor.submit(visitor.get("/score"), "/score", **(PAIR | {field: value}))

    assert page.status == 422
    assert says in page.text


@pytest.mark.parametrize("typed", ["soon", "-5", "nan", "inf", "1e9", "9" * 400])
def test_minutes_that_are_none_are_told_in_words_and_stay_in_their_box(visitor, typed):
    page = visitor.submit(visitor.get("/score"), "/score", **PAIR, minutes=typed)

    assert page.status == 422
    assert page.text.count("Give minutes from 0 to 1,000,000, or leave it empty.") == 1
    assert "Not a valid" not in page.text
    assert f'value="{typed}" placeholder="not timed" aria-invalid="true"' in page.text


@pytest.mark.parametrize("typed", ["", "  "])
def test_empty_minutes_are_not_timed(visitor, typed):
    page = visitor.submit(visitor.get("/score"), "/score", **PAIR, minutes=typed)

    assert page.status == 200
    assert "Not timed" in page.text


@pytest.mark.parametrize("key", ["", "short"])
def test_an_upload_without_its_key_says_what_to_do(visitor, key):
    form = visitor.get("/score").form("/score/file").fields
    file = (io.BytesIO(b"id,complaint,reply\n"), "replies.csv")

    page = visitor.post("/score/file", form | {"key": key, "file": file})

    assert page.status == 422
    assert "This form is incomplete. Reload the page" in page.text


def test_a_reply_in_another_language_is_not_scored(visitor):
    reply = "Nous sommes vraiment désolés pour ce retard et nous vous rappelons aujourd'hui."

    page = visitor.submit(visitor.get("/score"), "/score", **(PAIR | {"reply": reply}))

    assert page.status == 200
    assert "This one wasn’t scored." in page.text


def test_a_file_becomes_a_job_whose_result_can_be_fetched(visitor, worker):
    content = "id,complaint,reply\n1,Late again,We sent it late. I'll ring you by 5.\n2,,\n"

    job = upload(visitor, content.encode())
    done = when_over(visitor, job.path)
    result = visitor.get(f"{job.path}/result")

    assert re.fullmatch(r"/jobs/[A-Za-z0-9]{22}", job.path)
    assert "2 rows" in done.text
    assert json.loads(result.text.splitlines()[0])["id"] == "1"
    assert result.headers["Cache-Control"] == "no-store"
    assert "Expires" not in result.headers


def test_a_job_can_be_cancelled_before_it_begins(visitor):
    job = upload(visitor, b"id,complaint,reply\n1,Late,Sorry\n")

    cancelled = visitor.submit(job, "/cancel")

    assert "Cancelled" in cancelled.text
    assert visitor.get(f"{job.path}/result").status == 404


def test_an_upload_sent_twice_leaves_one_stored_file(visitor, settings):
    form = visitor.get("/score").form("/score/file")

    def send():
        file = (io.BytesIO(b"id,complaint,reply\n1,Late,Sorry\n"), "replies.csv")
        return visitor.post("/score/file", form.fields | {"file": file})

    first, second = send(), send()

    assert first.path == second.path
    assert len(list(settings.files.iterdir())) == 1


def test_a_job_that_is_over_can_be_removed_with_all_its_files(visitor, worker, settings):
    job = upload(visitor, b"id,complaint,reply\n1,Late again,I'll ring you by 5.\n2,,\n")
    done = when_over(visitor, job.path)

    after = visitor.submit(done, "/remove")

    assert "Files so far" not in after.text
    assert visitor.get(job.path).status == 404
    assert list(settings.files.iterdir()) == []


def test_a_job_that_still_waits_cannot_be_removed(visitor, settings):
    job = upload(visitor, b"id,complaint,reply\n1,Late,Sorry\n")
    form = job.form("/cancel")

    visitor.post(form.action.replace("/cancel", "/remove"), form.fields)

    assert "Waiting for its turn." in visitor.get(job.path).text
    assert len(list(settings.files.iterdir())) == 1


def test_a_waiting_job_sends_htmx_its_part_alone(visitor):
    job = upload(visitor, b"id,complaint,reply\n1,Late,Sorry\n")

    part = visitor.get(job.path, **{"HX-Request": "true"})

    assert "<html" not in part.text
    assert "Waiting for its turn." in part.text


def test_no_file_is_told(visitor):
    form = visitor.get("/score").form("/score/file")

    page = visitor.post("/score/file", form.fields)

    assert page.status == 422
    assert "Choose a file first." in page.text


@pytest.mark.parametrize("path", ["/jobs/nothing", "/jobs/nothing/result"])
def test_a_job_that_is_nobodys_is_not_found(visitor, path):
    assert visitor.get(path).status == 404


def test_the_rules_page_names_every_move_and_who_was_not_studied(visitor):
    from scoring import catalogue

    page = visitor.get("/how-scoring-works")

    assert "No person was studied." in page.text
    missing = [kind.name for kind in catalogue().values() if kind.label not in unescape(page.text)]
    assert not missing
