"""An objection in words: what it is about, what it says now, the reason, and the answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from scoring import Assessment, Move, catalogue
from trainer.models import Member, Verdict
from trainer.practice import words
from trainer.practice.marking import Piece, highlights, label_of_name, most_telling, pieces
from trainer.practice.objections import PAGE
from trainer.practice.queries import AnswerRow, Counts, DisputeRow, Show

SHOWS: dict[Show, str] = {"open": "Waiting", "answered": "Answered", "all": "All"}


@dataclass(frozen=True, kw_only=True)
class AnswerView:
    """A trainer's answer, in words."""

    word: str
    tone: str
    icon: str
    note: str
    who: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class Review:
    """One objection, in words. `pieces` is the reply with the words in question marked.

    `stands_at` says what is disputed as it is now: a score's value, or the scores of a part.
    """

    id: str
    run_id: str
    event_seq: int
    title: str
    who: str
    is_own: bool
    created_at: datetime
    target_value: str
    target: str
    stands_at: str
    quoted: str | None
    complaint: str
    pieces: tuple[Piece, ...]
    scores: str
    reason: str
    answers: tuple[AnswerView, ...]

    @property
    def latest(self) -> AnswerView | None:
        """The answer that counts, or None: it still waits for one."""
        return self.answers[-1] if self.answers else None


@dataclass(frozen=True, kw_only=True)
class Tab:
    """A way to one part of the queue."""

    show: Show
    label: str
    count: int
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A page of the review queue."""

    tabs: tuple[Tab, ...]
    show: Show
    reviews: tuple[Review, ...]
    page: int
    pages: int


def queue_of(
    rows: Iterable[DisputeRow], *, counts: Counts, show: Show, page: int, member: Member
) -> Queue:
    """Return a page of the queue in words."""
    return Queue(
        tabs=tuple(
            Tab(show=each, label=label, count=counts.of(each), is_current=each == show)
            for each, label in SHOWS.items()
        ),
        show=show,
        reviews=tuple(review_of(row, member=member) for row in rows),
        page=page,
        pages=max(1, -(-counts.of(show) // PAGE)),
    )


def review_of(row: DisputeRow, *, member: Member) -> Review:
    """Return a stored objection in words, as this member reads it."""
    return Review(
        id=row.id,
        run_id=row.run_id,
        event_seq=row.event_seq,
        title=row.title,
        who=row.member_name,
        is_own=row.member_id == member.id,
        created_at=row.created_at,
        target_value=row.target,
        target=_target(row),
        stands_at=_stands_at(row),
        quoted=row.quote.strip() if row.quote else None,
        complaint=row.complaint,
        pieces=pieces(row.reply, _in_question(row)),
        scores=_scores(row.assessment),
        reason=row.reason,
        answers=tuple(_answer(each) for each in row.answers),
    )


_ANSWERS = {
    Verdict.AGREE: ("The trainer agrees", "good", "check"),
    Verdict.STANDS: ("The score stands", "line", "target"),
}


def _answer(row: AnswerRow) -> AnswerView:
    word, tone, icon = _ANSWERS[row.verdict]
    return AnswerView(
        word=word,
        tone=tone,
        icon=icon,
        note=row.note,
        who=row.member_name,
        created_at=row.created_at,
    )


def _target(row: DisputeRow) -> str:
    if row.target.startswith("move:"):
        return label_of_name(row.name)
    measure = words.MEASURES.get(row.name)
    return measure.label if measure else "The total"


def _stands_at(row: DisputeRow) -> str:
    """Return what the score is now, or which scores a disputed part bears on."""
    card = row.assessment
    if card is None:
        return ""
    if row.target.startswith("score:"):
        return "not scored" if row.value is None else f"{row.value} of 100"
    kind = catalogue().get(row.name)
    told = [
        f"{words.MEASURES[name].label} {value}"
        for name in (kind.dimensions if kind else ())
        if name in words.MEASURES and (value := card.score(name)) is not None
    ]
    verb = {"helps": "helps", "costs": "costs"}.get(kind.polarity if kind else "", "noted")
    return ": ".join([verb, ", ".join(told)]) if told else verb


def _in_question(row: DisputeRow) -> tuple[Move, ...]:
    """Return the moves to mark: the disputed one, those behind a score, or the most telling."""
    card = row.assessment
    if card is None:
        return ()
    kind, _, name = row.target.partition(":")
    if kind == "move":
        return (card.moves[int(name)],)
    dimension = getattr(card, name, None)
    spans: tuple[Move, ...] = getattr(dimension, "spans", ())
    return most_telling(row.reply, spans) if spans else highlights(row.reply, card)


def _scores(card: Assessment | None) -> str:
    if card is None or card.overall is None:
        return ""
    told = [
        f"{each.label} {value}"
        for each in words.HEADLINES
        if (value := card.score(each.name)) is not None
    ]
    return " · ".join([f"Total {card.overall}", *told])
