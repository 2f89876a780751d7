"""The page of a file that was scored, its rows, and what can be downloaded."""

import csv
import io
import json
from html import unescape

import pytest
from sqlalchemy import select

from tests.trainer.pages.batches import upload, when_over
from tests.trainer.pages.visitor import HTMX
from trainer.models import Job

# What the pages call is tested on both kinds of database; `test_loop.py` plays on both, too.
pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

COMPLAINT = "Third day my parcel is out for delivery. My son's party is at 2."
KIND = "I'm sorry, Kit: a party at 2 and no parcel is our mistake. I'll ring you by 12 today. ^Jo"
COLD = "Sorry for any inconvenience, but you should have ordered earlier."
ROWS = [
    {"id": "kind", "complaint": COMPLAINT, "reply": KIND, "minutes": 12},
    {"id": "=cold", "complaint": COMPLAINT, "reply": COLD},
    {
        "id": "french",
        "complaint": COMPLAINT,
        "reply": "Nous sommes vraiment désolés pour ce retard.",
    },
    {"id": "no reply", "complaint": COMPLAINT},
]


def jsonl(rows) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


@pytest.fixture
def done(visitor, worker):
    """The page of the job that scored `ROWS`."""
    return when_over(visitor, upload(visitor, jsonl(ROWS), "replies.jsonl").path)


def stored_job(app) -> Job:
    local = app.extensions["poise"]
    with local.database.session_for(local.organisation_id) as session:
        return session.scalars(select(Job)).one()


def change_result(app, **changes: object) -> None:
    """Change what the only job left behind; None takes a part away."""
    local = app.extensions["poise"]
    with local.database.session_for(local.organisation_id) as session:
        job = session.scalars(select(Job)).one()
        job.result = {name: value for name, value in (job.result | changes).items() if value}
        session.commit()


def test_page_says_what_the_scores_come_to(done):
    text = unescape(done.text)

    assert "4 rows: 2 scored, 1 not scored, 1 rejected." in text
    assert "Half of these replies score" in text
    assert "is furthest from its target" in text
    assert "Totals, in five levels" in text
    assert "The reply doesn't seem to be in English" in text
    assert "reply is missing" in text
    assert "Line 4" in text


def test_page_lists_every_row_with_its_rule_and_its_first_words(done):
    text = unescape(done.text)

    assert [text.index(f"<bdi>{each}</bdi>") for each in ("kind", "=cold", "french")] == sorted(
        text.index(f"<bdi>{each}</bdi>") for each in ("kind", "=cold", "french")
    )
    assert "you should have ordered earlier." in text
    assert "Weighted mean of all scores" in text or "Ceiling: " in text
    assert "no reply" not in text


def test_lowest_first_leaves_out_what_has_no_score(visitor, done):
    text = visitor.get(f"{done.path}?order=lowest").text

    assert text.index("<bdi>=cold</bdi>") < text.index("<bdi>kind</bdi>")
    assert "<bdi>french</bdi>" not in text
    assert 'order=lowest#rows" aria-current="true"' in text


def test_row_has_a_page_with_its_words_marked(visitor, done):
    page = visitor.get(f"{done.path}/rows/2")

    text = unescape(page.text)
    assert page.status == 200
    assert COMPLAINT in text
    assert "you should have ordered earlier" in text
    assert '<mark class="span span--bad">' in text
    assert "Line 2 of the file" in text
    assert "Previous reply" in text
    assert "Next reply" in text


def test_ungraded_row_says_why_and_shows_no_made_up_score(visitor, done):
    page = visitor.get(f"{done.path}/rows/3")

    assert "This one wasn’t scored." in page.text
    assert "doesn&#39;t seem to be in English" in page.text
    assert "Previous reply" in page.text
    assert "Next reply" not in page.text


@pytest.mark.parametrize("line", ["4", "5", "0", "-1", "x", "%00", "9" * 400])
def test_row_that_was_not_scored_is_not_found(visitor, done, line):
    assert visitor.get(f"{done.path}/rows/{line}").status == 404


def test_rows_of_a_job_that_is_not_done_are_not_found(visitor):
    job = upload(visitor, jsonl(ROWS))

    assert visitor.get(f"{job.path}/rows/1").status == 404


@pytest.mark.parametrize("path", ["/jobs/nothing/rows/1", "/jobs/%00/rows/1"])
def test_rows_of_a_job_that_is_nobodys_are_not_found(visitor, path):
    assert visitor.get(path).status == 404


def test_table_for_spreadsheets_holds_every_scored_row(visitor, done):
    answer = visitor.get(f"{done.path}/result?part=csv")

    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    results = visitor.get(f"{done.path}/result").text.splitlines()
    assert [row["id"] for row in rows] == ["kind", "'=cold", "french"]
    assert [json.loads(row["moves"]) for row in rows] == [
        json.loads(line)["moves"] for line in results
    ]
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "attachment; filename=scores.csv" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_rejected_rows_can_be_downloaded_by_line(visitor, done):
    answer = visitor.get(f"{done.path}/result?part=rejects")

    assert [json.loads(line)["line"] for line in answer.text.splitlines()] == [4]


def test_unknown_part_is_not_found(visitor, done):
    assert visitor.get(f"{done.path}/result?part=shown").status == 404


def test_htmx_gets_the_scores_with_the_end_of_the_wait(visitor, done):
    part = visitor.get(done.path, **HTMX)

    assert "<html" not in part.text
    assert "hx-trigger" not in part.text
    assert "Half of these replies score" in part.text


def test_file_that_leaves_nothing_to_score_says_so(visitor, worker):
    job = upload(visitor, b"id,complaint,reply\n1,Late,\n")

    text = when_over(visitor, job.path).text

    assert "None of these replies could be scored." in text
    assert "The reply holds no words." in text
    assert '<svg class="chart"' not in text
    assert "There is no reply to list here." in visitor.get(f"{job.path}?order=lowest").text


def test_file_whose_rows_were_all_rejected_says_so(visitor, worker):
    job = upload(visitor, b"id,complaint,reply,minutes\n1,Late,Sorry,soon\n")

    text = unescape(when_over(visitor, job.path).text)

    assert "minutes is 'soon'" in text
    assert "There is no reply to list here." in text


def test_words_of_a_file_are_shown_and_never_run(visitor, worker):
    row = {
        "id": "<script>alert(1)</script>" * 9,
        "complaint": "<img src=x onerror=alert(1)> \u202e",
        "reply": "Sorry <b>Kit</b>, \x00 I'll ring you by 5 \u202e today.",
    }
    job = upload(visitor, jsonl([row]), "a.jsonl")

    done = when_over(visitor, job.path)
    page = visitor.get(f"{done.path}/rows/1")

    for text in (done.text, page.text):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<b>Kit" not in text
    assert page.status == 200


def test_long_file_lists_its_first_rows_and_counts_them_all(visitor, worker):
    rows = [{"id": number, "complaint": "Late.", "reply": "Sorry."} for number in range(1, 61)]

    done = when_over(visitor, upload(visitor, jsonl(rows), "a.jsonl").path)

    assert done.text.count("<bdi>") == 50
    assert "The first 50 of 60." in done.text
    assert len(visitor.get(f"{done.path}/result?part=csv").text.splitlines()) == 61


def test_job_that_an_earlier_poise_did_still_has_its_downloads(visitor, done, app):
    change_result(app, totals=None, shown=None)

    page = visitor.get(done.path)

    assert page.status == 200
    assert "Scores, JSONL" in page.text
    assert "furthest from its target" not in page.text
    assert visitor.get(f"{done.path}/rows/1").status == 404


@pytest.mark.parametrize("content", [None, "{}\n"])
def test_rows_that_are_gone_or_unreadable_leave_the_rest_of_the_page(
    visitor, done, app, settings, content
):
    path = settings.files / stored_job(app).result["shown"]
    path.unlink() if content is None else path.write_text(content)

    page = visitor.get(done.path)

    assert page.status == 200
    assert "The rows can’t be shown" in page.text
    assert "Half of these replies score" in page.text
    assert visitor.get(f"{done.path}/rows/1").status == 404
