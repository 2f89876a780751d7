"""How a thread stands at its end, in words: as the story ended it, by the member, or by time."""

from dataclasses import dataclass

from scenarios import RunFinished
from trainer.practice import words
from trainer.practice.queries import RunView

_TONES = {"recovered": "good", "settled": "good", "unresolved": "time", "lost": "bad"}


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What is said of a thread's end; `tone` colours it, and is empty where nobody won or lost."""

    title: str
    text: str
    tone: str = ""


STILL_OPEN = Closing(title="It is still open.", text="")
FINISHED = Closing(title="You ended it here.", text="Nobody writes back any more.")
LAPSED = Closing(title="The thread closed after a week.", text="Nobody writes back any more.")


def closing_of(view: RunView) -> Closing:
    """Return what to say of how a run ended, or that it has not."""
    ending = view.state.ending
    if ending is not None:
        return Closing(
            title=words.sentence(ending.title), text=ending.text, tone=_TONES[ending.outcome]
        )
    if not view.state.is_over:
        return STILL_OPEN
    has_finished = any(isinstance(saved.event, RunFinished) for saved in view.events)
    return FINISHED if has_finished else LAPSED
