"""The thread of a run: who said what, which posts ask for an answer, what was taken down."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from scenarios.agenda import Remark
from scenarios.events import ReplySent
from scenarios.parts import Beat, Ending
from scenarios.runstate import Person, ThreadPost
from scenarios.schema import ScenarioVersion

PROMISED = "{promised}"
"""What stands in an author's text for the time that was promised last."""

_SYSTEM = Person(name="", handle="", kind="system")


class Thread:
    """Posts in the order in which they appeared. The seed picks how a thing is said, no more."""

    def __init__(self, version: ScenarioVersion, seed: int) -> None:
        self._seed = seed
        self._visits: Counter[str] = Counter()
        self._brand = Person(name=version.brand.name, handle=version.brand.handle, kind="brand")
        self._customer = Person(
            name=version.customer.name, handle=version.customer.handle, kind="customer"
        )
        self._others = {
            other.handle: Person(name=other.name, handle=other.handle, kind="bystander")
            for other in version.bystanders
        }
        self.posts: list[ThreadPost] = []
        self.asked: list[str] = []

    @property
    def latest_asked(self) -> ThreadPost:
        """The newest post that asks for an answer."""
        return next(post for post in reversed(self.posts) if post.id == self.asked[-1])

    def ask(self, beat: Beat, minute: float, *, private: bool, promised: str) -> None:
        """Post what a beat says; it asks for an answer."""
        author = self._others.get(beat.speaker, self._customer)
        text = self._variant(beat.id, beat.says, promised)
        self.asked.append(self._post(author, text, minute, private=private))

    def close(self, ending: Ending, minute: float, *, private: bool, promised: str) -> None:
        """Post the customer's last word, if the ending has one."""
        if ending.says:
            text = self._variant(ending.id, ending.says, promised)
            self._post(self._customer, text, minute, private=private)

    def remark(self, remark: Remark, *, minute: float, promised: str) -> None:
        """Post what a bystander adds; it asks for nothing."""
        text = self._variant(remark.place, remark.chime.says, promised)
        self._post(self._others[remark.chime.by], text, minute, private=False)

    def answer(self, event: ReplySent, event_index: int) -> None:
        """Post what the trainee wrote."""
        private = event.action == "private"
        self._post(self._brand, event.text, event.minute, private=private, event_index=event_index)

    def note(self, text: str, minute: float) -> None:
        """Post a line that no person wrote."""
        self._post(_SYSTEM, text, minute, private=False)

    def take_down(self) -> None:
        """Mark the newest post that asks as deleted."""
        gone = self.latest_asked
        self.posts[self.posts.index(gone)] = replace(gone, deleted=True)

    def _variant(self, place: str, says: Sequence[str], promised: str) -> str:
        """Pick by the seed; a beat that comes again says something else while it can."""
        order = list(says)
        random.Random(f"{self._seed}/{place}").shuffle(order)
        text = order[self._visits[place] % len(order)]
        self._visits[place] += 1
        return text.replace(PROMISED, promised)

    def _post(
        self,
        author: Person,
        text: str,
        minute: float,
        *,
        private: bool,
        event_index: int | None = None,
    ) -> str:
        post = ThreadPost(
            id=f"post-{len(self.posts) + 1}",
            author=author,
            text=text,
            minute=minute,
            private=private,
            event_index=event_index,
        )
        self.posts.append(post)
        return post.id
