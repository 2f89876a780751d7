"""Everything the scoring package raises.

ScoringError
├── CaseError          a field of a Case holds a value that can't be scored
├── CatalogueError     the catalogue of moves contradicts itself
└── AssessmentFormatError   a stored assessment can't be read back
"""


class ScoringError(Exception):
    """Anything that keeps the scorer from answering."""


class CaseError(ScoringError, ValueError):
    """A field of a `Case` holds a value outside its range or set."""

    def __init__(self, field: str, value: object, fix: str) -> None:
        shown = repr(value)
        if len(shown) > 80:
            shown = shown[:77] + "..."
        super().__init__(f"{field} is {shown}: {fix}")
        self.field = field
        self.value = value
        self.fix = fix


class CatalogueError(ScoringError):
    """The catalogue of moves contradicts itself or the rubric."""


class AssessmentFormatError(ScoringError, ValueError):
    """A stored assessment lacks a field or holds a value of another type."""
