"""The review queue: a trainer reads objections and answers them."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from trainer.practice import answering, queries
from trainer.practice.forms import AnswerForm
from trainer.practice.queries import Show
from trainer.practice.reviews import SHOWS, queue_of, review_of
from trainer.web import member, new_key, now, page_number, session

bp = Blueprint("reviews", __name__)


@bp.get("/reviews")
def queue() -> ResponseReturnValue:
    """Show the objections that wait, the answered ones, or all, with what they are about."""
    answering.check_reviewer(member())
    show = _show(request.args.get("show"))
    page = page_number()
    found = queue_of(
        queries.disputes(session(), show=show, page=page),
        counts=queries.dispute_counts(session()),
        show=show,
        page=page,
        member=member(),
    )
    return render_template(
        "practice/reviews.html",
        queue=found,
        quick=queries.quick_replies(session()),
        form=AnswerForm(),
        told="",
        is_stored="stored" in request.args,
        key=new_key(),
    )


@bp.get("/reviews/<dispute_id>")
def review(dispute_id: str) -> ResponseReturnValue:
    """Show one objection."""
    answering.check_reviewer(member())
    return _review_page(dispute_id, AnswerForm())


@bp.post("/reviews/<dispute_id>/answers")
def answer(dispute_id: str) -> ResponseReturnValue:
    """Store a trainer's answer beside the objection; no score changes."""
    answering.check_reviewer(member())
    form = AnswerForm(request.form)
    if not form.validate():
        return _review_page(dispute_id, form), 422
    done = answering.answer_dispute(
        session(),
        member=member(),
        dispute_id=dispute_id,
        verdict=form.verdict.data or "",
        note=form.note.data or "",
        seen=form.seen.data or 0,
        key=form.key.data or "",
        now=now(),
    )
    if done.refused:
        return _review_page(dispute_id, form, told=done.refused), 409
    return redirect(url_for(".queue", show=form.show.data, stored="yes"), code=303)


def _show(asked: str | None) -> Show:
    """Return the part of the queue that was asked for; what waits, if it is none."""
    return next((show for show in SHOWS if show == asked), "open")


def _review_page(dispute_id: str, form: AnswerForm, told: str = "") -> str:
    found = queries.dispute_of(session(), dispute_id=dispute_id)
    if found is None:
        abort(404)
    return render_template(
        "practice/review.html",
        review=review_of(found, member=member()),
        form=form,
        told=told,
        key=new_key(),
    )
