"""Score replies that were really sent: one pair at once, a file as a job."""

from collections.abc import Iterator
from pathlib import Path

from flask import (
    Blueprint,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict, FileStorage

from scoring import assess
from trainer import jobs
from trainer.errors import JobNotFoundError
from trainer.files import FileStore
from trainer.intake import clean
from trainer.models import Job
from trainer.practice.scorecard import Scorecard, scorecard
from trainer.scorefile.forms import PairForm, UploadForm
from trainer.scorefile.jobview import JobView, job_view
from trainer.web import is_htmx, member, new_key, now, session

bp = Blueprint("scorefile", __name__)

_JOBS_SHOWN = 5
_PARTS = {"results": "scores.jsonl", "rejects": "rejects.jsonl"}


@bp.get("/score")
def score() -> ResponseReturnValue:
    """Show both forms."""
    return _page(PairForm(), UploadForm())


@bp.post("/score")
def score_pair() -> ResponseReturnValue:
    """Score one pair and show its scorecard; nothing is stored."""
    form = PairForm(request.form)
    if not form.validate():
        return _page(form, UploadForm()), 422
    case = form.case()
    card = scorecard(case, assess(case), name="the customer")
    return _page(form, UploadForm(), card)


@bp.post("/score/file")
def upload() -> ResponseReturnValue:
    """Store a file, queue its job, and go to the job's page."""
    form = UploadForm(CombinedMultiDict((request.files, request.form)))
    if not form.validate():
        return _page(PairForm(), form), 422
    sent: FileStorage = form.file.data
    shown = clean(Path(sent.filename or "replies").name)[:120]
    stored = _files().save(sent.stream, suffix=_suffix(shown))
    queued = jobs.queue(
        session(),
        member=member(),
        kind="score_file",
        params={"file": stored.name, "shown": shown},
        key=form.key.data or "",
        now=now(),
    )
    if queued.params["file"] != stored.name:
        _files().remove(stored.name)  # The form came twice; the first file is the job's.
    return redirect(url_for(".job", job_id=queued.public_id), code=303)


@bp.get("/jobs/<job_id>")
def job(job_id: str) -> ResponseReturnValue:
    """Show how far a job is."""
    view = job_view(_job_of(job_id))
    template = "scorefile/_job.html" if is_htmx() else "scorefile/job.html"
    return render_template(template, job=view), {"Vary": "HX-Request"}


@bp.post("/jobs/<job_id>/cancel")
def cancel_job(job_id: str) -> ResponseReturnValue:
    """Stop a job."""
    jobs.cancel(session(), member=member(), job_id=job_id, now=now())
    return redirect(url_for(".job", job_id=job_id), code=303)


@bp.post("/jobs/<job_id>/remove")
def remove_job(job_id: str) -> ResponseReturnValue:
    """Forget a job that is over, with its upload and its results."""
    jobs.remove(session(), member=member(), job_id=job_id, files=_files())
    return redirect(url_for(".score"), code=303)


@bp.get("/jobs/<job_id>/result")
def job_result(job_id: str) -> ResponseReturnValue:
    """Send the scores, or with `?part=rejects` the rows that could not be scored."""
    part = request.args.get("part", "results")
    result = _job_of(job_id).result
    if part not in _PARTS or not result:
        abort(404)
    return send_file(
        _files().path(result[part]),
        mimetype="application/x-ndjson",
        as_attachment=True,
        download_name=_PARTS[part],
    )


def _page(pair: PairForm, upload_form: UploadForm, card: Scorecard | None = None) -> str:
    return render_template(
        "scorefile/score.html",
        pair=pair,
        upload=upload_form,
        card=card,
        sent="Scored now, not stored",
        run_id=None,
        turn=None,
        jobs=list(_latest()),
        limit_mb=current_app.config["POISE_SETTINGS"].max_upload_mb,
        key=new_key(),
    )


def _latest() -> Iterator[JobView]:
    for each in jobs.latest_jobs(session(), member=member(), limit=_JOBS_SHOWN):
        yield job_view(each)


def _job_of(job_id: str) -> Job:
    found = jobs.job_of(session(), member=member(), job_id=job_id)
    if found is None:
        raise JobNotFoundError(job_id)
    return found


def _files() -> FileStore:
    settings = current_app.config["POISE_SETTINGS"]
    return FileStore(folder=settings.files, limit_mb=settings.max_upload_mb)


def _suffix(shown: str) -> str:
    lowered = shown.lower()
    return ".csv" if lowered.endswith((".csv", ".tsv")) else ".jsonl"
