"""Score a file of replies: JSONL or CSV in, one JSON object a row out, in constant memory."""

from trainer.scorefile.errors import ScoreFileError
from trainer.scorefile.rows import BadRow, FileFormat, guess_format
from trainer.scorefile.run import Progress, Summary, reject_line, score_file
from trainer.scorefile.shown import ScoredRow, ShownRows
from trainer.scorefile.tally import Spread, Totals

__all__ = [
    "BadRow",
    "FileFormat",
    "Progress",
    "ScoreFileError",
    "ScoredRow",
    "ShownRows",
    "Spread",
    "Summary",
    "Totals",
    "guess_format",
    "reject_line",
    "score_file",
]
