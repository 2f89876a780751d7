"""Kinds of work made for these tests."""

import time

import pytest

from trainer.jobs.kinds import KINDS
from trainer.jobs.work import Work


@pytest.fixture
def kinds(monkeypatch):
    """Kinds for these tests: `count` counts to params["to"]; the rest misbehave."""

    def count(work: Work) -> dict[str, int]:
        for number in range(work.params["to"]):
            work.progress(number, work.params["to"])
        return {"counted": work.params["to"]}

    def loop(work: Work) -> dict[str, int]:
        while True:
            work.progress(work.done + 1, None)
            time.sleep(0.005)

    def stumble(work: Work) -> dict[str, int]:
        raise ZeroDivisionError("1/0")

    for kind in (count, loop, stumble):
        monkeypatch.setitem(KINDS, kind.__name__, kind)
