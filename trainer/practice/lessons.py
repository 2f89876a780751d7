"""The guided run's coach: what the next answer teaches, and what the last one got."""

from dataclasses import dataclass

from scenarios import Lesson
from trainer.practice import words
from trainer.practice.marking import Piece, most_telling, pieces
from trainer.practice.queries import RunView
from trainer.practice.words import Measure

LESSONS = ("speed", "empathy", "ownership", "defensiveness")


@dataclass(frozen=True, kw_only=True)
class LessonResult:
    """The one score that a lesson is about, with the words that earned or cost it."""

    measure: Measure
    score: int | None
    reason: str
    waited: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class CoachView:
    """The strip above the thread in the guided run: what is next, and what the last reply got."""

    measure: Measure
    step: int
    steps: int
    before: str
    result: LessonResult | None


def coach_of(view: RunView) -> CoachView | None:
    """Return the coach of a guided run, or None."""
    if not view.run.guided:
        return None
    current, last = view.state.lesson, _last_lesson(view)
    now = current.score if current else last.score if last else None
    if now is None:
        return None
    return CoachView(
        measure=words.MEASURES[now],
        step=LESSONS.index(now) + 1,
        steps=len(LESSONS),
        before=current.before if current and not _is_answered(view) else "",
        result=_lesson_result(view, last) if last else None,
    )


def _is_answered(view: RunView) -> bool:
    """Return whether the beat in play has a scored reply, and the customer has yet to react."""
    turns = view.state.turns
    return bool(turns) and turns[-1].beat == view.state.beat and turns[-1].assessment.graded


def _last_lesson(view: RunView) -> Lesson | None:
    turns = view.state.turns
    return view.version.beat(turns[-1].beat).lesson if turns else None


def _lesson_result(view: RunView, lesson: Lesson) -> LessonResult:
    turn = view.state.turns[-1]
    card, measure = turn.assessment, words.MEASURES[lesson.score]
    score = card.score(lesson.score)
    text = view.text_of(turn)
    spans = () if lesson.score == "speed" else getattr(card, lesson.score).spans
    return LessonResult(
        measure=measure,
        score=score,
        reason=card.reason or "",
        waited=words.minutes(turn.minutes) if view.run.timed else "",
        # What a score teaches is said of a score; without one there is nothing to learn from it.
        after="" if score is None else lesson.after,
        pieces=pieces(text, most_telling(text, spans)),
    )
