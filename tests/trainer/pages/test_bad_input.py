"""What no browser of ours sends still gets an answer in words, on both kinds of database."""

import io
import time
from urllib.parse import quote

import pytest

from tests.trainer.pages.visitor import Page, Visitor
from trainer.jobs import Worker

PARCEL = "late-birthday-parcel"
REPLY = "I'm sorry, Adaeze. It comes by 14:30. ^Jo"
NUL = "ab%00c"
ROWS = b"id,complaint,reply\n1,Late again,We sent it late. I'll ring you by 5.\n"


def test_an_address_that_is_no_id_is_not_found(visitor):
    paths = (
        f"/runs/{NUL}",
        f"/runs/{NUL}/live",
        f"/runs/{NUL}/debrief",
        f"/jobs/{NUL}",
        f"/jobs/{NUL}/result",
        f"/reviews/{NUL}",
        "/reviews/" + "x" * 5000,
        "/runs/%ED%A0%80",
        "/runs/" + "x" * 5000,
        "/jobs/..%2F..%2Fpoise.db",
        f"/static/{NUL}",
        f"/{NUL}",
    )

    pages = {path: visitor.get(path) for path in paths}

    assert {path: page.status for path, page in pages.items()} == dict.fromkeys(paths, 404)
    assert all("There’s nothing here." in page.text for page in pages.values())


def test_a_form_sent_to_what_is_no_id_is_not_found(visitor):
    fields = visitor.start(PARCEL).form("/actions").fields
    places = ("actions", "clock", "finish", "disputes")

    statuses = [visitor.post(f"/runs/{NUL}/{place}", fields).status for place in places]

    assert statuses == [404] * 4


def test_a_start_that_no_page_of_ours_sends_is_refused_in_words(visitor):
    fields = visitor.get("/practise").form("/runs").fields | {"slug": PARCEL, "timed": "yes"}
    odd = (
        ("slug", "a\x00b"),
        ("slug", ""),
        ("slug", "x" * 100_000),
        ("slug", "../secret"),
        ("parent", "a\x00b"),
        ("parent", "a" * 23),
        ("timed", "perhaps"),
        ("key", "short"),
        ("key", "key\x00key\x00key"),
    )

    pages = [visitor.post("/runs", fields | {name: value}) for name, value in odd]

    assert [page.status for page in pages] == [422] * len(odd)
    assert all("reload the page" in page.text.lower() for page in pages)


def test_a_start_of_what_is_not_there_is_not_found(visitor):
    fields = visitor.get("/practise").form("/runs").fields | {"timed": "yes"}

    unknown = visitor.post("/runs", fields | {"slug": "no-such-scenario"})
    orphan = visitor.post("/runs", fields | {"slug": PARCEL, "parent": "a" * 22})

    assert unknown.status == orphan.status == 404


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("y" * 100_000, id="a hundred thousand"),
        pytest.param("sorry\x00", id="nul"),
    ],
)
def test_a_reply_that_cannot_be_kept_comes_back(visitor, text):
    desk = visitor.start(PARCEL)

    answer = visitor.submit(desk, "/actions", text=text)

    assert answer.status == 422
    assert text.strip("\x00") in answer.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>alert(1)</script> sorry", id="html"),
        pytest.param("نحن آسفون جدا يا أدايزي وسنرسل الزي الآن", id="right to left"),
        pytest.param("D\u030c\u0336o\u0337n\u0336\u0359'\u0335t\u0338", id="zalgo"),
        pytest.param("👨‍👩‍👧‍👦" * 20, id="emoji alone"),
        pytest.param("\u202eyrros\u202c \ufeff\u200b", id="invisible"),
    ],
)
def test_whatever_is_typed_is_kept_and_shown(visitor, text):
    desk = visitor.start(PARCEL)

    answer = visitor.submit(desk, "/actions", text=text)
    debrief = visitor.get(f"{desk.path}/debrief")

    assert answer.status == debrief.status == 200
    assert "<script>alert" not in answer.text + debrief.text


def test_bytes_that_are_no_text_break_nothing(visitor):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields
    typed = "&".join(f"{name}={quote(value)}" for name, value in fields.items())

    answer = visitor.client.post(
        f"{desk.path}/actions",
        data=f"{typed}&text=%ED%A0%80%FF+Sorry+Adaeze",
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 303
    assert "Sorry Adaeze" in visitor.get(desk.path).text


def test_a_promise_at_no_time_comes_back(visitor):
    desk = visitor.start(PARCEL)
    odd = ("nan", "inf", "1e400", "-3", "0", "soon")

    statuses = {
        due: visitor.submit(desk, "/actions", action="hold", text="Back soon.", due_in=due).status
        for due in odd
    }

    assert statuses == dict.fromkeys(odd, 422)


def test_a_clock_goes_at_no_other_rate(visitor):
    desk = visitor.start(PARCEL)
    odd = ("nan", "inf", "-1", "1e9", "fast")

    statuses = {
        rate: visitor.post(f"{desk.path}/clock", desk.form("/actions").fields | {"rate": rate})
        for rate in odd
    }

    assert {rate: page.status for rate, page in statuses.items()} == dict.fromkeys(odd, 422)


def test_an_objection_that_cannot_be_kept_is_refused(visitor):
    debrief = _debrief(visitor)
    odd = (
        {"target": "score:\x00"},
        {"target": "move:99999999999999999999"},
        {"reason": "because\x00 so"},
        {"reason": "   "},
        {"event": "1\x00"},
        {"key": "key\x00key\x00key"},
    )

    statuses = [
        visitor.submit(
            debrief, "/disputes", **{"target": "score:overall", "reason": "Too low."} | fields
        ).status
        for fields in odd
    ]

    assert statuses == [422] * len(odd)


@pytest.mark.parametrize("query", ["turn=" + "9" * 5000, "event=%00&target=%00&turn=%00"])
def test_a_debrief_asked_for_oddly_is_shown(visitor, query):
    debrief = _debrief(visitor)

    page = visitor.get(f"{debrief.path}?{query}")

    assert page.status == 200


def test_an_upload_may_be_called_anything(visitor):
    odd = (
        b"filename*=UTF-8''a%00b.csv",
        b'filename="a\x00b.csv"',
        b"filename*=UTF-8''%ED%A0%80.csv",
        b'filename=".."',
        b'filename="../../etc/passwd.csv"',
        b'filename="' + b"n" * 5000 + b'.csv"',
    )

    for disposition in odd:
        sent = visitor.client.post(
            "/score/file",
            data=_multipart(visitor.get("/score").form("/score/file").fields, disposition, ROWS),
            content_type="multipart/form-data; boundary=EDGE",
        )

        assert sent.status_code == 303, disposition
        assert visitor.get(sent.headers["Location"]).status == 200


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00" * 3000, id="nul alone"),
        pytest.param(b"id,complaint,re\x00ply\n1,a,b\n", id="nul in the header"),
        pytest.param(b"id,complaint,reply\n1,La\x00te,Sor\x00ry\n", id="nul in a row"),
        pytest.param(b'{"id": "\\ud800", "complaint": "\\u0000", "reply": "\\ud800"}\n', id="json"),
    ],
)
def test_a_file_that_cannot_be_read_ends_its_job_in_words(app, settings, visitor, content):
    fields = visitor.get("/score").form("/score/file").fields

    job = visitor.post("/score/file", fields | {"file": (io.BytesIO(content), "a.csv")})
    with Worker(app.extensions["poise"].database, settings):
        deadline = time.monotonic() + 20
        while "<progress" in (page := visitor.get(job.path)).text:
            assert time.monotonic() < deadline, "the job did not end within 20 seconds"
            time.sleep(0.05)

    assert page.status == 200
    assert "Poise itself made a mistake" not in page.text


def _debrief(visitor: Visitor) -> Page:
    """The debrief of a run with one reply."""
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)
    return visitor.get(f"{desk.path}/debrief")


def _multipart(fields: dict[str, str], disposition: bytes, content: bytes) -> bytes:
    """A form with a file, under a name that no client library would send."""
    parts = [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode()
        for name, value in fields.items()
    ]
    head = b'Content-Disposition: form-data; name="file"; ' + disposition
    parts.append(head + b"\r\nContent-Type: text/csv\r\n\r\n" + content)
    return b"".join(b"--EDGE\r\n" + part + b"\r\n" for part in parts) + b"--EDGE--\r\n"
