"""What stops a whole file, and what rejects one row."""


class ScoreFileError(Exception):
    """Nothing in the file can be scored; the message says why and what to do."""


class RowError(Exception):
    """One row can't be scored; the message names the field, the value and the fix."""
