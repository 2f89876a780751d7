"""Every kind of job, by the name that its rows carry."""

from trainer.jobs.score_file import run_score_file
from trainer.jobs.work import Kind

KINDS: dict[str, Kind] = {"score_file": run_score_file}
