"""The debrief of a run in which nothing was sent: what everybody saw, and what it did."""

from dataclasses import dataclass

from trainer.practice import words
from trainer.practice.desk import PostView, post_view
from trainer.practice.moods import Change, changes, mood_at_start
from trainer.practice.queries import RunView
from trainer.practice.words import Band


@dataclass(frozen=True, kw_only=True)
class Silence:
    """A run without a word from the trainee. `score` and `band` are None where none counts."""

    headline: str
    summary: str
    score: int | None
    band: Band | None
    why: str
    posts_title: str
    posts: tuple[PostView, ...]
    posts_say: str
    changes: tuple[Change, ...]


def silence_of(view: RunView) -> Silence:
    """Return what a run shows in which nothing was sent."""
    state, name = view.state, view.version.customer.name.split()[0]
    score, network = state.thread_score, words.NETWORKS[view.version.channel]
    posts = tuple(post_view(post, view) for post in state.posts if not post.private)
    return Silence(
        headline=f"{name} got no answer.",
        summary=_summary(view, name),
        score=score,
        band=None if score is None else words.band(score),
        why=_why(view),
        posts_title="What everyone saw" if network.is_public else f"What {name} wrote",
        posts=posts,
        posts_say=f"{_counted(len(posts))}, and no answer",
        changes=tuple(changes(mood_at_start(view), state.mood)),
    )


def _summary(view: RunView, name: str) -> str:
    state = view.state
    waited = words.minutes(state.minute)
    if not state.is_over:
        return f"The wait so far: {waited}. There is still time to answer."
    if state.ending is not None:
        return f"After {waited} the thread closed by itself. Silence was the only reply."
    if not view.run.timed:
        return f"The run ended before {name} had a word."
    ended = "within a minute" if state.minute < 1 else f"after {waited}"
    return f"The run ended {ended}, before {name} had a word."


def _why(view: RunView) -> str:
    """Return why there is a score, or why there is none."""
    target = words.minutes(view.state.target_minutes)
    if view.state.thread_score is not None:
        return f"The target was {target}. Once it has passed without an answer, the thread is 0."
    if not view.run.timed:
        return "No score: without the clock, silence costs none."
    return f"No score: the target of {target} had not passed. It doesn’t count against you."


def _counted(posts: int) -> str:
    return "One post" if posts == 1 else f"{posts} posts"
