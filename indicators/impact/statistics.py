"""Difference in differences, its interval, and matching, over arrays of schools.

A school is a place in the arrays: `starts` and `ends` are its values in the first and the last
year, in the indicator's unit; a change is `ends - starts`, in points. Figures that people read are
counted in Decimal elsewhere; what is estimated here is uncertain by far more than a double's error.
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats
from scipy.optimize import linear_sum_assignment

FEWEST = 10  # schools a group below which nothing is concluded
CALIPER = 0.2  # standard deviations of the starting value
CONFIDENCE = 0.95
RESAMPLES = 4000
BATCH = 100  # resamples at a time: bounds the memory, not the result


@dataclass(frozen=True)
class Estimate:
    """A difference of mean changes in points, with the ends of its 95 % interval.

    `low` and `high` are None where a group has fewer than two schools.
    """

    difference: float
    low: float | None
    high: float | None

    @property
    def excludes_zero(self) -> bool:
        """Whether the whole interval lies on one side of 0."""
        return self.low is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class Matched:
    """Pairs of schools alike at the start: places in the arrays, one accompanied, one not."""

    treated: np.ndarray
    controls: np.ndarray
    unmatched: int

    def __len__(self) -> int:
        return len(self.treated)


def difference_in_differences(treated: np.ndarray, controls: np.ndarray, *, seed: int) -> Estimate:
    """How much more the one group changed than the other: mean(treated) − mean(controls).

    `treated` and `controls` are changes in points, shapes (n,) and (m,), neither empty. The interval
    resamples the schools of each group (percentile bootstrap: Efron & Tibshirani, An Introduction to
    the Bootstrap, 1993, ch. 13). The same seed gives the same interval.
    """
    difference = float(treated.mean() - controls.mean())
    if min(len(treated), len(controls)) < 2:
        return Estimate(difference, None, None)
    found = stats.bootstrap(
        (treated, controls),
        lambda t, c, axis: t.mean(axis=axis) - c.mean(axis=axis),
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=BATCH,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return Estimate(difference, float(found.low), float(found.high))


def difference_of_pairs(differences: np.ndarray, *, seed: int) -> Estimate:
    """The mean of the pairs' differences, shape (n,), not empty; the interval resamples pairs."""
    difference = float(differences.mean())
    if len(differences) < 2:
        return Estimate(difference, None, None)
    found = stats.bootstrap(
        (differences,),
        np.mean,
        n_resamples=RESAMPLES,
        batch=BATCH,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return Estimate(difference, float(found.low), float(found.high))


def match(starts: np.ndarray, stages: np.ndarray, is_treated: np.ndarray) -> Matched:
    """Pair each accompanied school with one of its stage that started alike, each school once.

    `starts` (n,) in points, `stages` (n,) of any labels, `is_treated` (n,) bool. Of all ways to pair,
    the one with the smallest sum of distances, where a school left alone counts as the widest pair
    (`linear_sum_assignment`); pairs further apart than
    0.2 standard deviations of all starting values are given up (the caliper of Austin, Pharmaceutical
    Statistics 10 (2011) 150–161, which he finds for the logit of a propensity score).
    """
    widest = CALIPER * float(starts.std(ddof=1)) if len(starts) > 1 else 0.0
    pairs = []
    for stage in np.unique(stages):
        ours = np.flatnonzero(is_treated & (stages == stage))
        theirs = np.flatnonzero(~is_treated & (stages == stage))
        if not len(ours) or not len(theirs):
            continue
        distances = np.abs(starts[ours][:, None] - starts[theirs][None, :])
        # A school left alone costs as much as the widest pair. If it cost more, as many pairs as
        # possible would be made, each a little towards one side: a difference at the start, whose
        # regression to the mean would look like an effect.
        costs = np.minimum(distances, widest)
        rows, columns = linear_sum_assignment(costs)
        near = distances[rows, columns] <= widest
        pairs.append((ours[rows[near]], theirs[columns[near]]))
    treated = np.concatenate([one for one, _ in pairs]) if pairs else np.array([], dtype=int)
    controls = np.concatenate([one for _, one in pairs]) if pairs else np.array([], dtype=int)
    return Matched(treated, controls, int(is_treated.sum()) - len(treated))


def rank_correlation(doses: np.ndarray, changes: np.ndarray) -> float | None:
    """Spearman's rank correlation of dose and change, −1 to 1; None where either never varies."""
    if len(doses) < 3 or not np.ptp(doses) or not np.ptp(changes):
        return None
    return float(stats.spearmanr(doses, changes).statistic)


def histogram(
    treated: np.ndarray, controls: np.ndarray, *, most: int = 12
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Edges of classes of equal width that both groups share, and the schools of each in them.

    The width is a round number of points (1, 2 or 5 times a power of ten) so that at most `most`
    classes cover all changes. Returns edges (k+1,), counts (k,) and counts (k,).
    """
    every = np.concatenate([treated, controls])
    spread = float(np.ptp(every)) or 1.0
    step = next(
        width
        for power in range(-3, 6)
        for width in (10.0**power, 2 * 10.0**power, 5 * 10.0**power)
        if spread / width <= most - 1
    )
    first = np.floor(every.min() / step)
    last = max(np.ceil(every.max() / step), first + 1)
    edges = np.arange(first, last + 1) * step
    return edges, np.histogram(treated, edges)[0], np.histogram(controls, edges)[0]
