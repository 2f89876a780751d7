"""Score replies that were really sent: one pair at once, a file as a job."""

from collections.abc import Iterator
from pathlib import Path

from flask import (
    Blueprint,
    Response,
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
from trainer.scorefile.outcome import outcome_of, row_of
from trainer.scorefile.rowsview import order_of
from trainer.scorefile.spreadsheet import csv_chunks
from trainer.web import is_htmx, member, new_key, now, session

bp = Blueprint("scorefile", __name__)

_JOBS_SHOWN = 5
_PARTS = {"results": "scores.jsonl", "csv": "scores.csv", "rejects": "rejects.jsonl"}


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
    """Show how far a job is and, once it is done, what the scores come to."""
    found = _job_of(job_id)
    template = "scorefile/_job.html" if is_htmx() else "scorefile/job.html"
    outcome = outcome_of(found, _files(), order_of(request.args.get("order")))
    page = render_template(template, job=job_view(found), outcome=outcome)
    return page, {"Vary": "HX-Request"}


@bp.get("/jobs/<job_id>/rows/<line>")
def job_row(job_id: str, line: str) -> ResponseReturnValue:
    """Show one row of a scored file with its words marked."""
    found = _job_of(job_id)
    order = order_of(request.args.get("order"))
    row = row_of(found, _files(), line, order)
    if row is None:
        abort(404)
    job = job_view(found)
    return render_template("scorefile/row.html", job=job, row=row, order=order, card=row.card)


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
    """Send the scores; `?part=csv` as a table, `?part=rejects` the rows that were not scored."""
    part = request.args.get("part", "results")
    result = _job_of(job_id).result
    if part not in _PARTS or not result:
        abort(404)
    if part == "csv":
        return _as_csv(_files().path(result["results"]))
    return send_file(
        _files().path(result[part]),
        mimetype="application/x-ndjson",
        as_attachment=True,
        download_name=_PARTS[part],
    )


def _as_csv(path: Path) -> Response:
    def chunks() -> Iterator[str]:
        with path.open(encoding="utf-8") as lines:
            yield from csv_chunks(lines)

    response = Response(chunks(), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename=_PARTS["csv"])
    return response


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
