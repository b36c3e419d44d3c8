"""Counts as people type them and numbers as pages write them; the calendar of e-SPM."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.counts import read_count, written_count, written_exact, written_weight
from indicators.spm.index import WEIGHT_OF_QUALITY, WEIGHT_OF_RECIPIENTS
from indicators.spm.periods import Period, check_period, next_due, quarters_of
from portal.operations import Refused


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234", "1234"),
        ("1234", "1234"),
        ("1.234.567,89", "1234567.89"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.234,5", "1234.5"),
        (" 71 ", "71"),
        ("1 234", "1234"),
        ("0", "0"),
        ("0,25", "0.25"),
        ("999.999.999.999,99", "999999999999.99"),
    ],
)
def test_a_count_is_read_the_indonesian_way(typed, number):
    assert read_count(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1,234", "lebih dari satu cara"),
        ("1234.567", "lebih dari satu cara"),
        ("0.123", "lebih dari satu cara"),
        ("-5", "kurang dari 0"),
        ("−5", "kurang dari 0"),
        ("-", "bukan jumlah"),
        ("N/A", "bukan jumlah"),
        ("1.23.456", "bukan jumlah"),
        ("71%", "bukan jumlah"),
        ("１２", "bukan jumlah"),
        ("1.000.000.000.000", "terlalu besar"),
    ],
)
def test_what_is_no_count_is_refused_with_what_to_type(typed, told):
    with pytest.raises(Refused, match=told):
        read_count(typed)


@given(st.decimals(min_value=0, max_value=10**11, places=2))
def test_a_count_that_is_written_is_read_back(value):
    assert read_count(written_count(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(60), "60"),
        (60 - Fraction(1, 10**9), "59,9999…"),
        (Fraction(200, 3), "66,6666…"),
        (Fraction("62.5"), "62,5"),
        (Fraction(1, 30), "0,0333…"),
        (60 + Fraction(1, 10**9), "60,0000…"),
        (Fraction(-2, 3), "−0,6666…"),
    ],
)
def test_an_exact_number_is_cut_and_says_that_it_goes_on(value, text):
    assert written_exact(value) == text


@given(st.fractions(min_value=0, max_value=100))
def test_a_number_never_reads_as_a_threshold_that_it_does_not_reach(value):
    read = Fraction(written_exact(value).rstrip("…").replace(",", "."))
    assert 0 <= value - read < Fraction(1, 10**4)


def test_weights_are_written_with_hundredths():
    assert written_weight(WEIGHT_OF_RECIPIENTS) == "0,80"
    assert written_weight(WEIGHT_OF_QUALITY) == "0,20"


# e-SPM


def test_windows_close_on_the_twentieth_after_the_quarter():
    assert [one.closes_on for one in quarters_of(2026)] == [
        date(2026, 4, 20),
        date(2026, 7, 20),
        date(2026, 10, 20),
        date(2027, 1, 20),
    ]


@pytest.mark.parametrize(
    ("today", "due", "days"),
    [
        (date(2026, 1, 1), Period(2025, 4), 19),
        (date(2026, 1, 20), Period(2025, 4), 0),
        (date(2026, 1, 21), Period(2026, 1), 89),
        (date(2026, 4, 19), Period(2026, 1), 1),
        (date(2026, 4, 20), Period(2026, 1), 0),
        (date(2026, 4, 21), Period(2026, 2), 90),
        (date(2026, 7, 20), Period(2026, 2), 0),
        (date(2026, 7, 21), Period(2026, 3), 91),
        (date(2026, 10, 20), Period(2026, 3), 0),
        (date(2026, 10, 21), Period(2026, 4), 91),
        (date(2026, 12, 31), Period(2026, 4), 20),
        (date(2028, 2, 29), Period(2028, 1), 51),
    ],
)
def test_what_is_due_next_and_in_how_many_days(today, due, days):
    assert next_due(today) == due
    assert due.days_left(today) == days


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 1, 1)))
def test_the_next_window_is_the_first_that_is_still_open(today):
    due = next_due(today)
    assert due.closes_on >= today
    assert due.closes_on - today <= timedelta(days=92)


def test_a_year_as_a_whole_has_no_window():
    with pytest.raises(ValueError, match="quarters"):
        _ = Period(2026, 0).closes_on


@pytest.mark.parametrize(
    ("period", "today", "passes"),
    [
        (Period(2026, 2), date(2026, 3, 31), False),
        (Period(2026, 2), date(2026, 4, 1), True),
        (Period(2026, 0), date(2026, 1, 1), True),
        (Period(2027, 0), date(2026, 12, 31), False),
        (Period(2019, 1), date(2026, 1, 1), True),
        (Period(2018, 4), date(2026, 1, 1), False),
    ],
)
def test_a_period_must_have_begun(period, today, passes):
    if passes:
        check_period(period, today)
    else:
        with pytest.raises(Refused):
            check_period(period, today)


def test_periods_are_named():
    assert str(Period(2026, 2)) == "Triwulan II 2026"
    assert str(Period(2026, 0)) == "Tahun 2026"
