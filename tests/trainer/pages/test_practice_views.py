import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.trainer.pages.visitor import HTMX
from trainer.models import Event, Run

# What the pages call is tested on both kinds of database; `test_loop.py` plays on both, too.
pytestmark = pytest.mark.parametrize("settings", ["sqlite"], indirect=True)

PARCEL = "late-birthday-parcel"
REPLY = (
    "Adaeze, our driver left her costume at the wrong door and I'm sorry her party is at risk. "
    "I'm sending the same green dragon by bike now, at your door by 14:30. ^Jo"
)


def test_home_offers_the_guided_run_to_someone_new(visitor):
    page = visitor.get("/")

    assert page.status == 200
    assert "Your first customer is waiting" in page.text
    assert "Skip, show me the library" in page.text


def test_skipping_the_welcome_leads_to_the_library_and_is_remembered(visitor):
    library = visitor.submit(visitor.get("/"), "/welcome/skip")

    assert library.path == "/practise"
    assert "Pick a scenario" in visitor.get("/").text


def test_starting_twice_with_one_form_makes_one_run(visitor):
    library = visitor.get("/practise")
    fields = library.form("/runs").fields | {"slug": PARCEL, "timed": "yes"}

    first = visitor.post("/runs", fields)
    second = visitor.post("/runs", fields)

    assert first.path == second.path
    assert re.fullmatch(r"/runs/[A-Za-z0-9]{22}", first.path)


def test_each_start_button_of_one_page_starts_a_run_of_its_own(visitor, stored):
    fields = visitor.get("/practise").form("/runs").fields | {"slug": PARCEL}

    timed = visitor.post("/runs", fields | {"timed": "yes"})
    untimed = visitor.post("/runs", fields | {"timed": "no"})
    other = visitor.post("/runs", fields | {"slug": "first-reply", "timed": "yes"})
    again = visitor.post("/runs", fields | {"timed": "no"})

    assert len({timed.path, untimed.path, other.path}) == 3
    assert again.path == untimed.path
    assert stored(Run) == 3
    assert 'data-timed="yes"' in timed.text
    assert 'data-timed=""' in untimed.text


def test_an_unscored_answer_teaches_nothing_of_its_score_and_keeps_the_lesson_in_view(visitor):
    desk = visitor.start("first-reply")
    step = re.compile(r'<p class="lesson__step">.*?</p>\s*<p>(.*?)</p>', re.DOTALL)
    lesson = step.search(desk.text)

    answer = visitor.submit(desk, "/actions", text="asdf qwer zxcv")
    result = answer.text.partition('class="lesson__result"')[2].partition("</div>")[0]

    assert lesson
    assert "not scored" in result
    assert '<p class="small">' not in result
    assert step.search(answer.text)[1] == lesson[1]


def test_a_scenario_without_a_score_is_not_said_to_await_one(visitor):
    visitor.submit(visitor.start(PARCEL), "/finish")

    assert "Tried, no best score yet" in visitor.get("/practise").text


def test_a_reply_stands_in_the_thread_and_the_form_can_be_sent_twice(visitor, stored):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": REPLY}
    before = stored(Event)

    first = visitor.post(f"{desk.path}/actions", fields)
    second = visitor.post(f"{desk.path}/actions", fields)

    assert first.status == second.status == 200
    assert "at your door by 14:30" in second.text
    assert stored(Event) == before + 1


def test_a_stale_tab_is_told_and_nothing_is_scored(visitor, stored):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)
    before = stored(Event)

    answer = visitor.submit(desk, "/actions", text="Something else", key="another-key-123")

    assert answer.status == 409
    assert "moved on in another tab" in answer.text
    assert "Something else" in answer.text
    assert stored(Event) == before


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "nothing in the box yet", id="empty"),
        pytest.param(" \n ", "nothing in the box yet", id="blank"),
        pytest.param("x" * 281, "1 over. X stops at 280.", id="one too many"),
        pytest.param("y" * 100_000, "99,720 over", id="a hundred thousand"),
        pytest.param("sorry\x00", "NUL character", id="nul"),
    ],
)
def test_a_text_that_cannot_be_sent_comes_back_with_the_reason(visitor, stored, text, says):
    desk = visitor.start(PARCEL)
    before = stored(Event)

    answer = visitor.submit(desk, "/actions", text=text)

    assert answer.status == 422
    assert says in answer.text
    assert stored(Event) == before


def test_the_line_ends_that_a_browser_adds_do_not_count_against_the_limit(visitor):
    desk = visitor.start(PARCEL)
    text = "\r\n".join(["I'm on it."] * 25)

    answer = visitor.submit(desk, "/actions", text=text)

    assert len(text) > 280
    assert answer.status == 200


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>alert(1)</script> sorry", id="html"),
        pytest.param("نحن آسفون جدا يا أدايزي وسنرسل الزي الآن", id="right to left"),
        pytest.param("Ď̸̢̡͙͔o̷͎͝n̶̛͙'̵̻̌t̸̗̽", id="zalgo"),
        pytest.param("asdf qwer zxcv", id="no words"),
        pytest.param("👨‍👩‍👧‍👦" * 20, id="emoji alone"),
    ],
)
def test_whatever_is_typed_is_shown_as_typed_and_never_breaks_a_page(visitor, text):
    desk = visitor.start(PARCEL)

    answer = visitor.submit(desk, "/actions", text=text)
    debrief = visitor.get(f"{desk.path}/debrief")

    assert answer.status == debrief.status == 200
    assert "<script>alert" not in answer.text
    assert "<script>alert" not in debrief.text


def test_an_ungraded_reply_is_told_with_its_reason_and_gets_no_number(visitor):
    desk = visitor.start(PARCEL)

    answer = visitor.submit(desk, "/actions", text="asdf qwer zxcv")
    debrief = visitor.get(f"{desk.path}/debrief")

    assert "Not scored." in answer.text
    assert "This one wasn’t scored." in debrief.text
    assert "sum__num" not in debrief.text


def test_deleting_asks_for_a_second_yes(visitor, stored):
    desk = visitor.start(PARCEL)
    before = stored(Event)

    asked = visitor.submit(desk, "/actions", action="delete")

    assert asked.status == 422
    shown = asked.text.partition("Delete this post?")[2].partition("Delete it anyway")[0]
    assert "Adaeze Nwosu, 12:55:" in shown
    assert re.search(r"dragon.*</blockquote>", shown, re.DOTALL)
    assert "Everyone sees a gap where it stood." in shown
    assert "It scores this thread 0." in shown
    assert stored(Event) == before

    done = visitor.submit(asked, "/actions", action="delete", confirm="yes")

    assert done.status == 200
    assert "You deleted this post." in done.text


def test_another_post_than_the_one_that_was_shown_is_never_deleted(visitor, stored):
    desk = visitor.start(PARCEL)
    before = stored(Event)

    gone = {"action": "delete", "confirm": "yes"}
    refused = visitor.submit(desk, "/actions", post="post-7", **gone)

    assert refused.status == 409
    assert "nothing was deleted" in refused.text
    assert stored(Event) == before
    assert "You deleted this post." in visitor.submit(refused, "/actions", **gone).text


def test_a_live_fragment_names_the_post_that_would_be_deleted_now(visitor):
    desk = visitor.start(PARCEL)

    live = visitor.get(f"{desk.path}/live?stage=0", **HTMX)

    assert 'id="delete" hx-swap-oob' in live.text
    assert 'name="post" value="post-1"' in live.text


def test_pausing_keeps_what_stands_in_the_box(visitor):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": "Half a thought", "rate": "0"}

    paused = visitor.post(f"{desk.path}/clock", fields)

    assert paused.status == 200
    assert "Half a thought" in paused.text
    assert "Paused" in paused.text


def test_sending_starts_a_paused_clock_again_and_the_page_says_so(visitor):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": REPLY, "rate": "0"}
    paused = visitor.post(f"{desk.path}/clock", fields)

    sent = visitor.submit(paused, "/actions", text=REPLY)

    assert 'data-paused="yes"' in paused.text
    assert "The clock is stopped, so writing now costs no speed." in paused.text
    assert "Send<span" in paused.text
    assert " and resume</span>" in paused.text
    assert 'data-paused=""' in sent.text
    assert "at your door by 14:30" in sent.text


def test_the_debrief_says_how_often_and_how_long_the_run_paused(visitor, monkeypatch):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"rate": "0"}
    visitor.post(f"{desk.path}/clock", fields)
    later = datetime.now(UTC) + timedelta(minutes=4)
    monkeypatch.setattr("trainer.practice.views.now", lambda: later)
    visitor.submit(visitor.get(desk.path), "/actions", text=REPLY)

    paused = visitor.get(f"{desk.path}/debrief")
    other = visitor.start(PARCEL)
    visitor.submit(other, "/actions", text=REPLY)

    assert "Paused once, 4 min. Speed counts simulated minutes" in paused.text
    assert "Paused" not in visitor.get(f"{other.path}/debrief").text


def test_refreshing_keeps_what_stands_in_the_box(visitor):
    desk = visitor.start(PARCEL)

    page = visitor.submit(desk, "/actions", text="Half a thought", refresh="yes")

    assert page.status == 200
    assert "Half a thought" in page.text


def test_htmx_gets_the_parts_and_no_page(visitor):
    desk = visitor.start(PARCEL)
    fields = desk.form("/actions").fields | {"text": REPLY}

    answer = visitor.post(f"{desk.path}/actions", fields, **HTMX)

    assert answer.status == 200
    assert "<html" not in answer.text
    # A new post may bring new facts, so they come along.
    assert {"posts", "deck", "composer", "facts-in"} <= set(
        re.findall(r'id="(posts|deck|composer|facts-in)"', answer.text)
    )


def test_a_live_fragment_leaves_the_composer_alone_while_it_fits(visitor):
    desk = visitor.start(PARCEL)

    same = visitor.get(f"{desk.path}/live?stage=0", **HTMX)
    moved = visitor.get(f"{desk.path}/live?stage=7", **HTMX)

    assert 'id="composer"' not in same.text
    assert 'id="composer"' in moved.text


def test_finishing_leads_to_the_debrief(visitor):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", text=REPLY)

    debrief = visitor.submit(visitor.get(desk.path), "/finish")

    assert debrief.path == f"{desk.path}/debrief"
    assert "The rule that bound your score" in debrief.text
    assert "What you wrote" in debrief.text


def test_the_debrief_of_an_untimed_run_scores_no_speed(visitor):
    desk = visitor.start(PARCEL, timed="no")
    visitor.submit(desk, "/actions", text=REPLY)

    debrief = visitor.get(f"{desk.path}/debrief")

    assert "Not timed" in debrief.text


def test_a_run_without_a_reply_has_a_debrief_too(visitor):
    desk = visitor.start(PARCEL)

    debrief = visitor.submit(desk, "/finish")

    assert debrief.status == 200
    assert "Adaeze got no answer." in debrief.text


def test_model_replies_are_shown_only_after_an_attempt(visitor):
    desk = visitor.start(PARCEL)

    before = visitor.get(f"{desk.path}/debrief")
    visitor.submit(desk, "/actions", text=REPLY)
    after = visitor.get(f"{desk.path}/debrief")

    assert "Two other ways to write it" not in before.text
    assert "Two other ways to write it" in after.text


@pytest.mark.parametrize("path", ["", "/debrief", "/live"])
def test_a_run_that_is_nobodys_is_not_found(visitor, path):
    page = visitor.get(f"/runs/nothing{path}")

    assert page.status == 404
    assert "There’s nothing here." in page.text


def test_a_retry_starts_a_run_of_the_same_scenario(visitor):
    desk = visitor.start(PARCEL)
    debrief = visitor.submit(desk, "/finish")

    retry = visitor.submit(debrief, "/runs")

    assert retry.path != desk.path
    assert "dragon" in retry.text


def test_history_leads_to_open_runs_and_to_debriefs(visitor):
    empty = visitor.get("/history")
    desk = visitor.start(PARCEL)
    played = visitor.get("/history")
    visitor.submit(desk, "/finish")
    finished = visitor.get("/history")

    assert "Nothing yet." in empty.text
    assert f'href="{desk.path}"' in played.text
    assert f'href="{desk.path}/debrief"' in finished.text


def test_home_leads_back_to_the_open_run(visitor):
    desk = visitor.start(PARCEL)

    home = visitor.get("/")

    assert "is still waiting" in home.text
    assert f'href="{desk.path}"' in home.text


def test_home_that_stays_open_gets_what_changed_and_no_page(visitor):
    desk = visitor.start(PARCEL)
    running = visitor.get("/", **HTMX)
    visitor.post(f"{desk.path}/clock", desk.form("/actions").fields | {"rate": "0"})
    paused = visitor.get("/", **HTMX)

    assert "<html" not in running.text
    assert running.headers["Vary"] == "HX-Request"
    assert 'data-running="yes"' in running.text
    assert "its clock is running" in running.text
    assert 'data-running=""' in paused.text
    assert "Your run is paused." in paused.text
    assert "Paused at" in paused.text
    assert 'class="ring' in paused.text


def test_page_that_is_left_stops_the_clock_and_gets_no_answer_to_show(visitor):
    desk = visitor.start(PARCEL)
    word = desk.form("/actions").fields | {"page": "a-page-name", "number": "1"}

    left = visitor.post(f"{desk.path}/clock", word | {"rate": "0", "move": "away"})
    shown = visitor.get(desk.path)
    visitor.post(f"{desk.path}/clock", word | {"rate": "5", "move": "back", "number": "2"})

    assert (left.status, left.text) == (204, "")
    assert 'data-away="yes"' in shown.text
    assert 'data-away=""' in visitor.get(desk.path).text


@pytest.mark.parametrize(
    "change", [{"move": "sideways"}, {"number": "0"}, {"number": "x"}, {"page": "short"}]
)
def test_page_that_speaks_of_itself_otherwise_is_refused(visitor, change):
    desk = visitor.start(PARCEL)
    word = {"page": "a-page-name", "number": "1", "move": "away", "rate": "0"}

    answer = visitor.post(f"{desk.path}/clock", desk.form("/actions").fields | word | change)

    assert answer.status == 422
    assert 'data-away=""' in visitor.get(desk.path).text


def test_the_guided_run_is_timed_wherever_it_is_started_from(visitor):
    library = visitor.get("/practise")
    card = library.text.partition('value="first-reply"')[2].partition("</form>")[0]

    desk = visitor.start("first-reply", timed="no")

    assert "Without the clock" not in card
    assert "Real time" in desk.text


def test_the_whole_playbook_stands_under_what_the_scenario_says(visitor):
    desk = visitor.start(PARCEL)

    book = desk.text.partition("Open the whole playbook")[2].partition("</details>")[0]

    assert "House style, version 1" in book
    assert "2 replies at most" in book
    assert re.search(r"P1 Safety</span> <b>15 min", book)


def test_a_holding_reply_shows_its_time_and_the_debrief_says_what_became_of_it(visitor):
    desk = visitor.start(PARCEL, timed="no")

    held = visitor.submit(desk, "/actions", action="hold", due_in="30", text="Back in 30. ^Jo")
    when = re.search(r"You said you’d be back by (\d\d:\d\d)\.", held.text)
    answered = visitor.submit(held, "/actions", action="reply", text=REPLY)
    debrief = visitor.submit(answered, "/finish")
    hold = visitor.get(f"{debrief.path}?turn=1")

    assert when
    assert "You said you’d be back by" not in answered.text
    assert f"You said {when[1]}, and an answer came by then." in hold.text
    assert "Kept" in hold.text


@pytest.mark.parametrize("due_in", ["0", "", "soon", "-5", "1e9", "nan", "inf", "9" * 400])
def test_what_stands_in_the_box_for_a_time_matters_only_to_a_promise(visitor, due_in):
    desk = visitor.start(PARCEL)

    held = visitor.submit(desk, "/actions", action="hold", text="I'm on it. ^Jo", due_in=due_in)
    promised = visitor.submit(desk, "/actions", text=REPLY, promise="yes", due_in=due_in)
    plain = visitor.submit(desk, "/actions", text=REPLY, due_in=due_in)

    for refused in (held, promised):
        assert refused.status == 422
        assert refused.text.count("Say in how many minutes") == 1
        assert "Not a valid" not in refused.text
        assert f'value="{due_in}" aria-invalid' in refused.text
    assert plain.status == 200
    assert "at your door by 14:30" in plain.text


@pytest.mark.parametrize("action", ["reply", "private"])
def test_an_answer_may_promise_a_time_as_well(visitor, action):
    desk = visitor.start(PARCEL)

    fields = {"action": action, "text": REPLY, "promise": "yes", "due_in": "25"}
    answered = visitor.submit(desk, "/actions", **fields)
    debrief = visitor.submit(answered, "/finish")

    when = re.search(r"You said you’d be back by (\d\d:\d\d)\.", answered.text)
    assert when
    assert f"You said {when[1]}." in debrief.text


def test_a_missed_promise_stands_in_the_thread_as_a_note_and_not_as_a_person(visitor, monkeypatch):
    desk = visitor.start(PARCEL)
    visitor.submit(desk, "/actions", action="hold", due_in="5", text="Back in 5. ^Jo")
    later = datetime.now(UTC) + timedelta(minutes=2)
    monkeypatch.setattr("trainer.practice.views.now", lambda: later)

    thread = visitor.get(desk.path).text.partition('id="posts"')[2].partition("</ol>")[0]

    note = re.search(r'<li class="note-line".*?</li>', thread, re.DOTALL)
    assert note
    assert "has passed without the answer that was promised" in note[0]
    assert "<strong>Note</strong>" in note[0]
    assert "avatar" not in note[0]
    assert ">?</text>" not in thread


def test_home_says_whether_the_customer_waits(visitor):
    desk = visitor.start(PARCEL)

    waiting = visitor.get("/")
    visitor.submit(desk, "/actions", text=REPLY)

    assert "Adaeze is still waiting." in waiting.text
    assert "Adaeze has your answer." in visitor.get("/").text


@pytest.mark.parametrize("words", ["asdf qwer zxcv", "Lo sentimos mucho, estamos trabajando ya."])
def test_models_wait_for_an_attempt_that_could_be_graded(visitor, words):
    desk = visitor.start(PARCEL)

    visitor.post(f"{desk.path}/actions", desk.form("/actions").fields | {"text": words})
    ungraded = visitor.get(f"{desk.path}/debrief")
    again = visitor.get(desk.path)
    visitor.post(f"{desk.path}/actions", again.form("/actions").fields | {"text": REPLY})
    graded = visitor.get(f"{desk.path}/debrief")

    assert "This would score" not in ungraded.text
    assert "This would score" in graded.text
