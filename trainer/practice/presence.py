"""Whether somebody looks at a run, by what its pages say when they are opened and left.

A page that is left stops the clock with a last request that nobody waits for. It can arrive after
the same run was opened again, and would then stop a clock that somebody looks at. So a page names
itself and numbers what it says, and what was overtaken on the way is passed over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from trainer.models import Event as EventRow
from trainer.models.types import JsonObject


class Move(StrEnum):
    """What a page does with a clock request beside asking for a rate."""

    STAYS = ""
    BACK = "back"
    AWAY = "away"


@dataclass(frozen=True, kw_only=True)
class PageWord:
    """What a page says with a clock request.

    `page` is a name that the page gives itself anew whenever it is loaded; `number` counts its
    requests from 1. `BACK` is said once it is looked at, `AWAY` once it no longer is.
    """

    page: str
    number: int
    move: Move = Move.STAYS

    def as_dict(self) -> JsonObject:
        """Return what is stored of it."""
        return {"page": self.page, "number": self.number, "move": self.move.value}


def word_of(row: EventRow) -> PageWord | None:
    """Return what a page said with a stored clock event, or None: no script was at work."""
    page = row.payload.get("page")
    if page is None:
        return None
    return PageWord(page=page, number=row.payload["number"], move=Move(row.payload["move"]))


def is_overtaken(word: PageWord, taken: Sequence[PageWord]) -> bool:
    """Return whether a later word than this one was taken before it; `taken` in the log's order.

    A page can leave only as the last one that spoke: another one is looked at by then. One that
    was never heard may leave, so that its own first word, when that comes late, counts no more.
    """
    own = [each.number for each in taken if each.page == word.page]
    if any(number >= word.number for number in own):
        return True
    return word.move is Move.AWAY and bool(own) and taken[-1].page != word.page
