"""Options that take one of a closed set of words."""

from enum import StrEnum

import click


def words(kind: type[StrEnum]) -> click.Choice[str]:
    """Return an option type that takes the set's words, in any case.

    Given the members themselves, click would ask for their names (`X`) instead of their words.
    """
    return click.Choice([member.value for member in kind], case_sensitive=False)
