import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.security import FORM_BYTES, is_loopback

# What the pages call is tested on both kinds of database; `test_loop.py` plays on both, too.
on_sqlite = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

PAGES = ("/", "/welcome", "/practise", "/history", "/reviews", "/score", "/how-scoring-works")


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1", "localhost:8765", "127.0.0.1:1", "[::1]:80", "127.9.9.9"]
)
def test_is_loopback_knows_this_machine(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "poise.example",
        "localhost.example",
        "10.0.0.1",
        "127.0.0.1.example",
        "[::2]",
        "[",
        "@",
        "evil.example@127.0.0.1",
        "evil.example:80@localhost:1",
        "127.0.0.1/evil.example",
        "127.0.0.1?x",
        "127.0.0.1#x",
        "127.0.0.1:evil",
        "localhost:80:80",
        "localhost:",
        "localhost:٨٠",
        "localhost\t",
        "localhost\n",
        "[::1]evil.example",
        "[::1].evil.example",
        "[::1%lo]",
    ],
)
def test_is_loopback_refuses_every_other_name(host):
    assert not is_loopback(host)


@given(st.text())
def test_is_loopback_answers_whatever_a_header_holds(host):
    assert is_loopback(host) in {True, False}


@on_sqlite
@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_and_asks_nobody_else(visitor, path):
    page = visitor.get(path)

    assert page.status == 200
    assert "http://" not in page.text
    assert "https://" not in page.text
    assert page.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["X-Frame-Options"] == "DENY"
    assert page.headers["Referrer-Policy"] == "same-origin"


@on_sqlite
@pytest.mark.parametrize("path", [*PAGES, "/nowhere"])
def test_no_page_may_be_kept_by_a_browser(visitor, path):
    page = visitor.get(path)

    assert page.headers["Cache-Control"] == "no-store"
    assert "Expires" not in page.headers


@on_sqlite
def test_what_never_changes_may_be_kept(visitor):
    sheet = visitor.get("/static/img/favicon.svg")

    assert "max-age=31536000" in sheet.headers["Cache-Control"]


@on_sqlite
def test_another_hosts_name_is_refused_in_words(visitor):
    page = visitor.get("/", Host="evil.example")

    assert page.status == 400
    assert "only answers on this machine" in page.text


@on_sqlite
def test_a_form_without_its_token_is_refused_in_words(visitor):
    page = visitor.post("/runs", {"slug": "late-birthday-parcel", "key": "some-key-123"})

    assert page.status == 400
    assert "gone stale" in page.text


@on_sqlite
def test_a_form_of_another_site_is_refused(visitor):
    form = visitor.get("/practise").form("/runs")

    page = visitor.client.post(
        "https://localhost/runs",
        data=form.fields,
        headers={"Referer": "https://evil.example/"},
    )

    assert page.status_code == 400


@on_sqlite
def test_a_form_that_is_too_large_is_refused_in_words(visitor):
    form = visitor.get("/score").form("/score")

    page = visitor.post("/score", form.fields | {"complaint": "x" * (FORM_BYTES + 1)})

    assert page.status == 413
    assert "too large" in page.text


@on_sqlite
def test_the_cookie_is_kept_from_scripts_and_other_sites(visitor):
    response = visitor.client.get("/practise")

    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@on_sqlite
def test_an_error_of_ours_is_a_kind_page(app, visitor, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("a secret detail")

    monkeypatch.setattr("trainer.practice.queries.latest_runs", broken)

    page = visitor.get("/history")

    assert page.status == 500
    assert "Something broke on our side." in page.text
    assert "a secret detail" not in page.text


@on_sqlite
def test_an_address_that_is_nowhere_gets_a_page(visitor):
    page = visitor.get("/nowhere")

    assert page.status == 404
    assert "There’s nothing here." in page.text


@on_sqlite
def test_health_is_told(visitor):
    page = visitor.get("/healthz")

    assert page.status == 200
    assert page.text.strip() == '{"status":"ok"}'
