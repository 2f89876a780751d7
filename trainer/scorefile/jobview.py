"""A job as its page shows it."""

from dataclasses import dataclass

from trainer.models import Job, JobState


@dataclass(frozen=True, kw_only=True)
class JobView:
    """How far a file is, in words."""

    id: str
    name: str
    state_word: str
    tone: str
    icon: str
    says: str
    done: int
    total: int | None
    error: str | None
    is_over: bool
    has_result: bool
    has_rejects: bool


_STATES = {
    JobState.QUEUED: ("Waiting", "", "clock"),
    JobState.RUNNING: ("Scoring", "time", "holding"),
    JobState.DONE: ("Done", "good", "check"),
    JobState.FAILED: ("Stopped", "bad", "alert"),
    JobState.CANCELLED: ("Cancelled", "line", "cross"),
}


def job_view(job: Job) -> JobView:
    """Return a job in words."""
    word, tone, icon = _STATES[JobState(job.state)]
    if job.cancel_requested and not job.is_over:
        word = "Cancelling"
    result = job.result or {}
    return JobView(
        id=job.public_id,
        name=str(job.params.get("shown", "File")),
        state_word=word,
        tone=tone,
        icon=icon,
        says=_says(job),
        done=job.done,
        total=job.total,
        error=job.error,
        is_over=job.is_over,
        has_result=bool(result.get("results")),
        has_rejects=bool(result.get("rejected")),
    )


def _says(job: Job) -> str:
    result = job.result
    if result:
        parts = [f"{result['graded']:,} scored"]
        if result["ungraded"]:
            parts.append(f"{result['ungraded']:,} not scored")
        if result["rejected"]:
            parts.append(f"{result['rejected']:,} rejected")
        return f"{result['rows']:,} rows: {', '.join(parts)}."
    if job.state == JobState.QUEUED:
        return "Waiting for its turn."
    if job.state == JobState.CANCELLED:
        return "You stopped it. No scores were kept."
    if job.state == JobState.FAILED:
        return "It could not be scored."
    of = f" of {job.total:,}" if job.total else ""
    return f"{job.done:,}{of} rows scored so far."
