"""Measuring time."""

import time
from collections.abc import Callable
from statistics import median


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def p95(work: Callable[[], object], calls: int) -> float:
    """The 95th percentile of `calls` calls, in ms, after two that warm up."""
    work()
    work()
    taken = sorted(milliseconds(work) for _call in range(calls))
    return taken[int(0.95 * (len(taken) - 1))]


def typical(work: Callable[[], object], calls: int) -> float:
    """The median of `calls` calls, in ms."""
    return median(milliseconds(work) for _call in range(calls))
