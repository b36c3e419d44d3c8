"""The statistics of impact: a case worked by hand, known effects found again, confounding removed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.impact.statistics import (
    CALIPER,
    difference_in_differences,
    difference_of_pairs,
    histogram,
    match,
    rank_correlation,
)


def test_a_case_worked_by_hand():
    """Accompanied schools rise by 4, 6 and 8 points, mean 6; others by 1, 2, 3 and 6, mean 3.

    The difference in differences is 6 − 3 = 3. No resampled mean leaves its group's range, so the
    interval lies within 4 − 6 = −2 and 8 − 1 = 7.
    """
    found = difference_in_differences(np.array([4.0, 6, 8]), np.array([1.0, 2, 3, 6]), seed=1)
    assert found.difference == pytest.approx(3)
    assert -2 <= found.low < 3 < found.high <= 7


def test_pairs_worked_by_hand():
    """Within SD the starts 50 and 70 meet 51 and 69; 30 has nobody near; SMP has nobody to meet.

    The starts 50, 70, 30, 51, 69, 90, 60, 40 have a standard deviation of 19,2, so that 3,8 points
    are near. The pairs' differences of changes are 5 − 2 = 3 and 1 − 2 = −1: mean 1.
    """
    starts = np.array([50.0, 70, 30, 51, 69, 90, 60, 40])
    stages = np.array(["sd", "sd", "sd", "sd", "sd", "sd", "smp", "sd"])
    treated = np.array([True, True, True, False, False, False, True, False])
    found = match(starts, stages, treated)
    assert sorted(zip(found.treated.tolist(), found.controls.tolist(), strict=True)) == [
        (0, 3),
        (1, 4),
    ]
    assert found.unmatched == 2
    changes = np.array([5.0, 1, 9, 2, 2, 9, 9, 9])
    pairs = changes[found.treated] - changes[found.controls]
    assert difference_of_pairs(pairs, seed=1).difference == pytest.approx(1)


def test_the_same_question_gets_the_same_answer():
    changes = np.random.default_rng(5).normal(size=(2, 20))
    first, again = (difference_in_differences(*changes, seed=3) for _ in range(2))
    assert first == again
    assert difference_in_differences(*changes, seed=4) != first


def test_the_interval_covers_a_known_effect_about_as_often_as_it_says():
    """Of 400 worlds with an effect of 2 points, 95 % of the intervals should hold it.

    The count is binomial with a standard deviation of √(400 × 0,95 × 0,05) = 4,4; the percentile
    bootstrap of 40 schools is a little narrow (some 94 %), so that 364 to 394 are accepted.
    """
    random = np.random.default_rng(20221102)
    held = 0
    for world in range(400):
        treated = random.normal(2 + 1, 6, 40)  # all schools rise by 1 besides
        controls = random.normal(1, 8, 60)
        found = difference_in_differences(treated, controls, seed=world)
        held += found.low <= 2 <= found.high
    assert 364 <= held <= 394


def test_matching_removes_what_the_start_alone_explains():
    """Low starters rise most, and low starters are accompanied: no effect looks like one of 5."""
    random = np.random.default_rng(7)
    starts = np.concatenate([random.normal(45, 8, 60), random.normal(55, 8, 400)])
    treated = np.arange(460) < 60
    changes = 0.5 * (60 - starts) + random.normal(0, 2, 460)
    naive = difference_in_differences(changes[treated], changes[~treated], seed=1)
    found = match(starts, np.full(460, "sd"), treated)
    matched = difference_of_pairs(changes[found.treated] - changes[found.controls], seed=1)
    assert naive.low > 3
    assert len(found) > 50
    assert matched.low < 0 < matched.high


def test_pairs_lean_to_neither_side_where_the_groups_are_as_large():
    """Making as many pairs as the caliper allows would set the accompanied a point below the others."""
    random = np.random.default_rng(11)
    treated = np.arange(600) < 300
    starts = np.where(treated, random.normal(48, 8, 600), random.normal(55, 8, 600))
    found = match(starts, np.full(600, "sd"), treated)
    assert len(found) > 150
    assert abs((starts[found.treated] - starts[found.controls]).mean()) < 0.2


def test_changes_of_any_size_have_classes():
    edges, ours, _theirs = histogram(np.array([-99_999.0, 99_999.0]), np.array([0.0]))
    assert ours.sum() == 2
    assert len(edges) <= 14


@given(
    st.lists(
        st.tuples(st.integers(0, 100), st.sampled_from(["sd", "smp"]), st.booleans()),
        min_size=1,
        max_size=25,
    )
)
def test_pairs_are_of_one_stage_near_one_another_and_use_a_school_once(schools):
    starts = np.array([float(start) for start, _, _ in schools])
    stages = np.array([stage for _, stage, _ in schools])
    treated = np.array([is_treated for _, _, is_treated in schools])
    found = match(starts, stages, treated)
    used = [*found.treated.tolist(), *found.controls.tolist()]
    assert len(used) == len(set(used))
    assert found.unmatched + len(found) == treated.sum()
    widest = CALIPER * starts.std(ddof=1) if len(starts) > 1 else 0
    for ours, theirs in zip(found.treated, found.controls, strict=True):
        assert treated[ours]
        assert not treated[theirs]
        assert stages[ours] == stages[theirs]
        assert abs(starts[ours] - starts[theirs]) <= widest


CHANGES = st.lists(st.integers(-1000, 1000).map(lambda n: n / 10), min_size=1, max_size=60)


@given(treated=CHANGES, controls=CHANGES)
def test_every_school_stands_in_one_class(treated, controls):
    edges, ours, theirs = histogram(np.array(treated), np.array(controls))
    assert (ours.sum(), theirs.sum()) == (len(treated), len(controls))
    assert len(edges) == len(ours) + 1 <= 14
    assert np.all(np.diff(edges) > 0)


def test_one_school_a_group_has_no_interval():
    found = difference_in_differences(np.array([3.0]), np.array([1.0, 2.0]), seed=1)
    assert (found.difference, found.low, found.excludes_zero) == (1.5, None, False)
    assert difference_of_pairs(np.array([2.0]), seed=1).low is None


def test_dose_and_change_that_rise_together_correlate():
    doses, changes = np.array([0, 1, 2, 3]), np.array([1.0, 2, 5, 6])
    assert rank_correlation(doses, changes) == pytest.approx(1)
    assert rank_correlation(np.zeros(4), changes) is None
