"""What the debrief needs to let its reader disagree, beside each thing that can be disputed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from trainer.practice.debrief import Debrief
from trainer.practice.forms import DisputeForm
from trainer.practice.reviews import Review

TOTAL = "score:overall"


@dataclass(frozen=True, kw_only=True)
class Disputing:
    """The objections to the reply that is shown, by their target, and the one form that is open.

    `chosen` is the target whose form is open, `stored` the one whose objection has just been
    stored; both are empty where there is none. `others` are about what is not shown any more.
    """

    run_id: str
    event_seq: int
    key: str
    form: DisputeForm
    chosen: str
    stored: str
    mine: dict[str, list[Review]]
    others: tuple[Review, ...]

    def is_open(self, targets: Collection[str]) -> bool:
        """Return whether one of these is what the reader is at, so that it must not be folded."""
        return self.chosen in targets or self.stored in targets


def disputing_of(
    page: Debrief,
    reviews: Iterable[Review],
    *,
    form: DisputeForm,
    asked: str,
    stored: str,
    key: str,
) -> Disputing | None:
    """Return how the reply that is shown can be disputed, or None: nothing was sent.

    `asked` is the target that the address names. A form that was refused opens with its words,
    at the total if what it names is not on the page.
    """
    shown = page.reply
    if shown is None:
        return None
    targets = {TOTAL, *shown.scorecard.findings.targets}
    sent = form.target.data or ""
    chosen = sent or asked
    if form.errors and chosen not in targets:
        chosen = TOTAL
    mine: dict[str, list[Review]] = {}
    for review in reviews:
        if page.holds(review):
            mine.setdefault(review.target_value, []).append(review)
    return Disputing(
        run_id=page.run_id,
        event_seq=shown.event_seq,
        key=key,
        form=form,
        chosen=chosen,
        stored=stored,
        mine=mine,
        others=tuple(each for name, found in mine.items() if name not in targets for each in found),
    )
