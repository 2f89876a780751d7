"""What a form may send: sizes, closed sets, and why an action is refused, in plain words."""

import math

from scenarios import ACTIONS, RunState, refusal
from scoring import DIMENSIONS, LONGEST_REPLY, Assessment
from trainer.errors import InputError
from trainer.intake import check_key as check_key
from trainer.intake import clean as clean
from trainer.practice.pace import RATES
from trainer.practice.presence import PageWord

LONGEST_HOLD = 7 * 24 * 60
"""Minutes of the longest promise to be back."""

MOST_WORDS = 1_000_000
"""The highest number of a page's clock requests."""

WITH_TEXT = frozenset({"reply", "private", "hold"})
"""The actions that send words."""

PROMISING = WITH_TEXT - {"hold"}
"""The actions that may say when the next word comes; a holding reply has to."""

REASON_LENGTH = range(3, 1001)

STALE = (
    "This thread moved on in another tab, so nothing was sent. Read what is new; "
    "your words are still in the box."
)
"""Why an action that was written for an older thread is not taken."""

OVER = "This thread was over by then, so nothing was sent. What you wrote is kept below."
"""Why words that come after the end are not taken."""

NEWER_POST = (
    "There is a newer post now, so nothing was deleted. It is the one that would be deleted next."
)
"""Why a post is not deleted that was not the newest any more when the member said yes."""

_SCORES = frozenset({"overall", "speed", *DIMENSIONS})


def refused(state: RunState, action: str, text: str, due_in: float | None) -> str | None:
    """Return why the action can't be taken, in words for the member, or None: it can."""
    if state.is_over and action in WITH_TEXT:
        return OVER
    if (reason := refusal(state, action)) is not None:
        return reason
    if action not in WITH_TEXT:
        return None
    if not text.strip():
        return "There are no words to send yet. Write your answer first."
    if len(text) > LONGEST_REPLY:
        return (
            f"Your text has {len(text):,} characters, and {LONGEST_REPLY:,} is the most that is "
            "scored. Shorten it and send it again."
        )
    if action == "hold" and due_in is None:
        return "A holding reply says when you will be back. Choose in how many minutes."
    return None


def check_action(action: str, due_in: float | None) -> None:
    """Raise InputError if no form of ours sends this."""
    if action not in ACTIONS:
        raise InputError("action", action, f"use one of {', '.join(ACTIONS)}")
    if due_in is not None and not (math.isfinite(due_in) and 0 < due_in <= LONGEST_HOLD):
        raise InputError("due_in", due_in, f"give minutes above 0, up to {LONGEST_HOLD:,}")


def check_rate(rate: float) -> None:
    """Raise InputError if the clock can't go at this rate."""
    if rate not in RATES:
        raise InputError("rate", rate, f"use one of {', '.join(f'{one:g}' for one in RATES)}")


def reason_problem(field: str, text: str) -> str | None:
    """Return what is wrong with a reason or a note, and what to do, or None: it can be kept.

    `field` is what the page calls it.
    """
    length, most = len(clean(text).strip()), REASON_LENGTH[-1]
    if length < REASON_LENGTH[0]:
        return f"“{field}” needs a few words: a sentence is enough."
    if length > most:
        return f"“{field}” has {length:,} characters, and {most:,} fit. Take out {length - most:,}."
    return None


def check_word(word: PageWord) -> None:
    """Raise InputError if no page of ours says this."""
    check_key(word.page)
    if not 1 <= word.number <= MOST_WORDS:
        raise InputError("number", word.number, f"count a page's requests from 1 to {MOST_WORDS:,}")


def checked_reason(field: str, reason: str) -> str:
    """Return the reason as it is kept, or raise InputError: too short or too long."""
    words = clean(reason).strip()
    if len(words) not in REASON_LENGTH:
        limits = f"{REASON_LENGTH[0]} to {REASON_LENGTH[-1]:,} characters"
        raise InputError(field, words, f"say why in {limits}")
    return words


def check_target(target: str, card: Assessment) -> None:
    """Raise InputError unless the target is a score or a move of this assessment."""
    kind, _, name = target.partition(":")
    is_score = kind == "score" and name in _SCORES
    is_number = name.isascii() and name.isdecimal() and len(name) <= len(str(len(card.moves)))
    if is_score or (kind == "move" and is_number and int(name) < len(card.moves)):
        return
    raise InputError("target", target, "use score:<name> or move:<index> of this reply's scores")
