"""APS, APK, APM from counts: the formulas, what fills an age band, and what cannot be true."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.models import Group
from indicators.participation.rates import RATES, contradictions, quotients, sums_over

BY_CODE = {rate.code: rate for rate in RATES}


@dataclass(frozen=True)
class Count:
    kind: str
    age_from: int | None
    age_to: int | None
    count: int
    source: str = "Dukcapil"
    source_year: int = 2025


def residents(first: int, last: int, count: int, **fields) -> Count:
    return Count(Group.RESIDENTS, first, last, count, **fields)


def pupils(kind: str, count: int, first: int | None = None, last: int | None = None) -> Count:
    return Count(kind, first, last, count, source="Dapodik")


def percents(code: str, *counts: Count) -> list:
    return [one.percent for one in quotients(BY_CODE[code], counts)]


def test_each_rate_divides_what_its_name_says():
    """7–12: 200 residents, 190 learn somewhere; SD has 210 pupils, 180 of them 7–12."""
    counts = (
        residents(7, 12, 200),
        pupils(Group.LEARNING, 190, 7, 12),
        pupils(Group.PRIMARY, 210),
        pupils(Group.PRIMARY, 180, 7, 12),
    )
    assert percents("aps-7-12", *counts) == [95]
    assert percents("apk-sd", *counts) == [105]
    assert percents("apm-sd", *counts) == [90]
    assert percents("aps-13-15", *counts) == []


def test_kesetaraan_divides_by_those_outside_formal_schools():
    counts = (
        residents(7, 18, 9_000),
        Count(Group.OUTSIDE, 7, 18, 300),
        pupils(Group.EQUIVALENCE, 100, 7, 18),
    )
    assert percents("aps-kesetaraan", *counts) == [Fraction(100, 3)]


def test_nobody_of_that_age_is_no_rate():
    counts = (residents(7, 12, 0), pupils(Group.LEARNING, 3, 7, 12))
    assert percents("aps-7-12", *counts) == [None]


def test_each_source_of_residents_gives_a_rate_of_its_own():
    counts = (
        residents(7, 12, 200),
        residents(7, 12, 250, source="BPS", source_year=2020),
        pupils(Group.LEARNING, 100, 7, 12),
    )
    found = quotients(BY_CODE["aps-7-12"], counts)
    assert [(one.residents.source, one.residents.source_years, one.percent) for one in found] == [
        ("BPS", [2020], 40),
        ("Dukcapil", [2025], 50),
    ]


def test_adjacent_bands_of_one_source_fill_a_band_and_the_fewest_are_taken():
    counts = [
        residents(7, 12, 60),
        residents(13, 15, 30),
        residents(7, 9, 29),
        residents(10, 12, 29),
    ]
    [whole] = sums_over(counts, Group.RESIDENTS, (7, 15))
    assert whole.count == 90
    assert sums_over(counts[1:2], Group.RESIDENTS, (7, 15)) == []
    assert sums_over([residents(7, 12, 60), residents(12, 15, 30)], Group.RESIDENTS, (7, 15)) == []
    mixed = [residents(7, 12, 60), residents(13, 15, 30, source="BPS")]
    assert sums_over(mixed, Group.RESIDENTS, (7, 15)) == []


@pytest.mark.parametrize(
    ("code", "impossible"), [("aps-7-12", True), ("apk-sd", False), ("apm-sd", True)]
)
def test_only_an_apk_may_pass_hundred(code, impossible):
    counts = (
        residents(7, 12, 100),
        pupils(Group.LEARNING, 101, 7, 12),
        pupils(Group.PRIMARY, 101),
        pupils(Group.PRIMARY, 101, 7, 12),
    )
    [one] = quotients(BY_CODE[code], counts)
    assert (one.percent, one.is_impossible) == (101, impossible)


def told(*counts: Count) -> list[str]:
    return contradictions({rate.code: quotients(rate, counts) for rate in RATES})


COUNTED = st.integers(1, 1000)


@given(people=COUNTED, learning=COUNTED, all_ages=COUNTED, of_age=COUNTED)
def test_apm_stays_below_apk_and_aps_or_that_is_told(people, learning, all_ages, of_age):
    counts = (
        residents(13, 15, people),
        pupils(Group.LEARNING, learning, 13, 15),
        pupils(Group.JUNIOR, all_ages),
        pupils(Group.JUNIOR, of_age, 13, 15),
    )
    [aps], [apk], [apm] = (percents(code, *counts) for code in ("aps-13-15", "apk-smp", "apm-smp"))
    sentences = told(*counts)
    assert ("melebihi APK" in " ".join(sentences)) == (apm > apk)
    assert ("melebihi APS" in " ".join(sentences)) == (apm > aps)


BANDS = st.lists(st.tuples(st.integers(3, 18), st.integers(0, 5), st.integers(0, 100)), max_size=8)


@given(bands=BANDS, first=st.integers(3, 18), length=st.integers(0, 8))
def test_what_fills_a_band_covers_each_age_once(bands, first, length):
    counts = [residents(start, start + more, count) for start, more, count in bands]
    last = first + length
    for found in sums_over(counts, Group.RESIDENTS, (first, last)):
        ages = [age for part in found.parts for age in range(part.age_from, part.age_to + 1)]
        assert ages == list(range(first, last + 1))
