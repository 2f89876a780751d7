"""The practice pages: parse, call one thing, answer."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from trainer.errors import InputError
from trainer.practice import clocking, queries, services, words
from trainer.practice import home as homes
from trainer.practice.debrief import debrief_of
from trainer.practice.desk import desk_of
from trainer.practice.disputing import disputing_of
from trainer.practice.forms import (
    ActionForm,
    ClockForm,
    DisputeForm,
    FinishForm,
    StartForm,
)
from trainer.practice.presence import Move
from trainer.practice.queries import RunView
from trainer.practice.reviews import review_of
from trainer.practice.skills import skills
from trainer.web import is_htmx, member, new_key, now, page_number, session

bp = Blueprint("practice", __name__)

HISTORY_PAGE = 50
RUNS_ON_HOME = 20


@bp.get("/")
def home() -> ResponseReturnValue:
    """Show what to do next; to someone new, the guided first run."""
    runs = queries.latest_runs(session(), member=member(), now=now(), limit=RUNS_ON_HOME)
    if not runs and queries.needs_welcome(session(), member=member()):
        return welcome()
    opened = queries.open_run(session(), member=member(), now=now())
    library = queries.scenario_cards(session(), member=member())
    page = homes.home_of(
        view=_view_of(opened.run_id) if opened else None,
        runs=runs,
        cards=library.cards,
        problems=library.problems,
    )
    template = "practice/_now.html" if is_htmx() else "practice/home.html"
    return render_template(template, home=page, key=new_key()), {"Vary": "HX-Request"}


@bp.get("/welcome")
def welcome() -> ResponseReturnValue:
    """Offer the guided first run, and a way past it."""
    return render_template(
        "practice/welcome.html",
        first=homes.first_run(),
        skills=skills(()),
        sample=homes.SAMPLE,
        key=new_key(),
    )


@bp.post("/welcome/skip")
def skip_welcome() -> ResponseReturnValue:
    """Note that the guided run was skipped; show the library."""
    services.skip_welcome(session(), member=member(), now=now())
    return redirect(url_for(".practise"), code=303)


@bp.get("/practise")
def practise() -> ResponseReturnValue:
    """Show the library."""
    library = queries.scenario_cards(session(), member=member())
    return render_template(
        "practice/practise.html",
        cards=[homes.card_view(card) for card in library.cards],
        problems=library.problems,
        key=new_key(),
    )


@bp.post("/runs")
def start_run() -> ResponseReturnValue:
    """Start a run and go to its desk; a form sent twice goes to the same run."""
    form = StartForm(request.form)
    if not form.validate():
        abort(422)
    run = services.start_run(
        session(),
        member=member(),
        slug=form.slug.data or "",
        timed=form.timed.data == "yes",
        key=form.key.data or "",
        parent=form.parent.data or None,
        now=now(),
    )
    return redirect(url_for(".desk", run_id=run.public_id), code=303)


@bp.get("/runs/<run_id>")
def desk(run_id: str) -> ResponseReturnValue:
    """Show the desk as it stands now."""
    return _desk_page(_view_of(run_id), ActionForm())


@bp.get("/runs/<run_id>/live")
def live(run_id: str) -> ResponseReturnValue:
    """Send what a live desk swaps in; the composer only where it no longer fits the thread."""
    view = _view_of(run_id)
    return _live_parts(view, with_composer=request.args.get("stage") != desk_of(view).stage)


@bp.post("/runs/<run_id>/actions")
def submit_action(run_id: str) -> ResponseReturnValue:
    """Take an action; show the thread with it, or say why it wasn't taken."""
    form, view = ActionForm(request.form), _view_of(run_id)
    if form.refresh.data:
        return _desk_page(view, form)
    if not form.fits(words.NETWORKS[view.version.channel]):
        return _desk_answer(view, form, status=422)
    if form.asks_again and not view.state.is_over:
        return _desk_answer(view, form, told="Deleting needs a second yes, below.", status=422)
    done = services.submit_action(
        session(),
        member=member(),
        run_id=run_id,
        action=form.action.data or "",
        text=form.text.data or "",
        due_in=form.promised_in,
        post=form.post.data or None,
        seen=form.seen.data,
        key=form.key.data or "",
        now=now(),
    )
    if done.refused:
        return _desk_answer(_view_of(run_id), form, told=done.refused, status=409)
    answered = _view_of(run_id)
    if is_htmx():
        return _live_parts(answered, with_composer=True)
    newest = answered.state.posts[-1].id
    return redirect(url_for(".desk", run_id=run_id, _anchor=f"post-{newest}"), code=303)


@bp.post("/runs/<run_id>/clock")
def set_clock(run_id: str) -> ResponseReturnValue:
    """Pause the clock or let it go on; what stands in the box comes back with the page."""
    form = ClockForm(request.form)
    if not form.validate():
        abort(422)
    clocking.set_clock(
        session(),
        member=member(),
        run_id=run_id,
        rate=form.rate.data or 0.0,
        word=form.word,
        key=f"{form.key.data}-r{form.rate.data or 0:g}",
        now=now(),
    )
    if form.move.data == Move.AWAY:
        return "", 204  # Nobody is there any more to see it.
    if is_htmx():
        return _live_parts(_view_of(run_id), with_composer=False)
    if form.text.data:
        return _desk_page(_view_of(run_id), ActionForm(request.form))
    return redirect(url_for(".desk", run_id=run_id), code=303)


@bp.post("/runs/<run_id>/finish")
def finish(run_id: str) -> ResponseReturnValue:
    """End the run here and go to its debrief."""
    form = FinishForm(request.form)
    if not form.validate():
        abort(422)
    services.finish_run(
        session(), member=member(), run_id=run_id, key=form.key.data or "", now=now()
    )
    return redirect(url_for(".debrief", run_id=run_id), code=303)


@bp.get("/runs/<run_id>/debrief")
def debrief(run_id: str) -> ResponseReturnValue:
    """Show what the run's replies did, one at a time."""
    return _debrief_page(_view_of(run_id), DisputeForm())


@bp.post("/runs/<run_id>/disputes")
def dispute(run_id: str) -> ResponseReturnValue:
    """Store an objection for a trainer."""
    form, view = DisputeForm(request.form), _view_of(run_id)
    if not form.validate():
        return _debrief_page(view, form, event=form.event.data), 422
    try:
        services.dispute(
            session(),
            member=member(),
            run_id=run_id,
            event_seq=form.event_seq,
            target=form.target.data or "",
            reason=form.reason.data or "",
            key=form.key.data or "",
            now=now(),
        )
    except InputError as error:
        form.refuse(error)
        return _debrief_page(view, form, event=form.event.data), 422
    about = form.target.data or ""
    anchor = f"disagree-{about.replace(':', '-')}"
    address = url_for(
        ".debrief", run_id=run_id, event=form.event.data, stored=about, _anchor=anchor
    )
    return redirect(address, code=303)


@bp.get("/history")
def history() -> ResponseReturnValue:
    """Show the member's runs, newest first, page by page; past the last page, the last one."""
    pages = max(1, -(-queries.run_count(session(), member=member()) // HISTORY_PAGE))
    page = min(page_number(), pages)
    runs = queries.latest_runs(
        session(),
        member=member(),
        now=now(),
        limit=HISTORY_PAGE,
        skip=HISTORY_PAGE * (page - 1),
    )
    return render_template(
        "practice/history.html",
        results=[homes.result_view(run) for run in runs],
        page=page,
        pages=pages,
        marks=queries.counts_by_run(session(), member=member()),
    )


def _view_of(run_id: str) -> RunView:
    """Return the member's run as it stands now, or answer 404."""
    view = queries.view_of(session(), member=member(), run_id=run_id, now=now())
    if view is None:
        abort(404)
    return view


def _desk_page(view: RunView, form: ActionForm, told: str = "") -> str:
    return render_template(
        "practice/desk.html", desk=desk_of(view), form=form, told=told, key=new_key()
    )


def _live_parts(
    view: RunView, *, with_composer: bool, form: ActionForm | None = None, told: str = ""
) -> str:
    return render_template(
        "practice/_live.html",
        desk=desk_of(view),
        form=form or ActionForm(),
        told=told,
        key=new_key(),
        with_composer=with_composer,
    )


def _desk_answer(
    view: RunView, form: ActionForm, *, status: int, told: str = ""
) -> ResponseReturnValue:
    """Return the desk with the words still in the box, as a page or as its parts."""
    if is_htmx():
        return _live_parts(view, with_composer=True, form=form, told=told), status
    return _desk_page(view, form, told), status


def _debrief_page(view: RunView, form: DisputeForm, event: str | None = None) -> str:
    page = debrief_of(
        view, number=request.args.get("turn", type=int), event=event or request.args.get("event")
    )
    library = queries.scenario_cards(session(), member=member())
    run_id = view.run.public_id
    mine = queries.disputes_of(session(), member=member(), run_id=run_id)
    key = new_key()
    return render_template(
        "practice/debrief.html",
        debrief=page,
        disputing=disputing_of(
            page,
            [review_of(row, member=member()) for row in mine],
            form=form,
            asked=request.args.get("target", ""),
            stored=request.args.get("stored", ""),
            key=key,
        ),
        next_card=homes.next_card(library.cards, after=page.slug),
        key=key,
    )
