"""Replies scored per second on one core, and the memory it takes.

    .venv/bin/python tests/bench/bench_scoring.py

Machines differ, so each rate is also given as a ratio to one pass of Python's own
`str.split` and `dict` work over the same texts, taken in the same run.
"""

import resource
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scoring import Case, assess  # noqa: E402 - path first
from tests.agreement import rated_replies  # noqa: E402

PASSES = 5


def main() -> int:
    """Print replies per second, milliseconds a reply (p50, p95), memory, and the ratio."""
    cases = [reply.case for reply in rated_replies()]
    assess(cases[0])
    seconds = [_timed(assess, case) for _ in range(PASSES) for case in cases]
    yardstick = [_timed(_count_words, case) for _ in range(PASSES) for case in cases]
    rate = len(seconds) / sum(seconds)
    print(f"replies a second, one core: {rate:,.0f}")
    print(f"a reply: p50 {_milliseconds(seconds, 50)}, p95 {_milliseconds(seconds, 95)}")
    ratio = statistics.median(seconds) / statistics.median(yardstick)
    print(f"ratio to counting the same texts' words: {ratio:,.0f}")
    print(f"process memory at its highest: {_peak_megabytes():.0f} MB")
    print(f"memory kept by scoring 10 passes more: {_kept_kilobytes(cases):.0f} KB")
    return 0


def _timed(work: Callable[[Case], object], case: Case) -> float:
    started = time.perf_counter()
    work(case)
    return time.perf_counter() - started


def _count_words(case: Case) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in f"{case.complaint} {case.reply}".lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def _milliseconds(seconds: Sequence[float], percentile: int) -> str:
    return f"{statistics.quantiles(seconds, n=100)[percentile - 1] * 1000:.1f} ms"


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _kept_kilobytes(cases: Sequence[Case]) -> float:
    """Return what stays allocated after ten passes: near 0 when nothing piles up."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(10):
        for case in cases:
            assess(case)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) / 1024


if __name__ == "__main__":
    sys.exit(main())
