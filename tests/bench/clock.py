"""Measuring time."""

import time
from collections.abc import Callable
from statistics import median


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def p95_in_turn(*works: Callable[[], object], calls: int) -> list[float]:
    """The 95th percentile of each, in ms, taken in turn: what else the machine does falls on all."""
    for work in works * 2:
        work()
    taken = [[milliseconds(work) for work in works] for _call in range(calls)]
    return [sorted(times)[int(0.95 * (calls - 1))] for times in zip(*taken, strict=True)]


def typical(work: Callable[[], object], calls: int) -> float:
    """The median of `calls` calls, in ms."""
    return median(milliseconds(work) for _call in range(calls))
