"""The change to the year before: in points, named, and only where it means something."""

from decimal import Decimal

import pytest

from indicators.queries import ChangeKind, change_of, report_on

pytestmark = pytest.mark.django_db


def change(*figures):
    """The change of the last figure made."""
    return change_of(figures[-1], list(figures))


@pytest.mark.parametrize(
    ("before", "now", "text"),
    [
        ("61,2", "65,4", "+4,2 poin dari 2024"),
        ("65,4", "61,2", "−4,2 poin dari 2024"),
        ("61,2", "61,2", "tetap, 0 poin dari 2024"),
        ("0", "12,5", "+12,5 poin dari 2024"),
        ("61,2", "61,2312", "+0,0312 poin dari 2024"),
        ("61,2", "65,49", "+4,3 poin dari 2024"),
    ],
)
def test_change_is_said_in_points(measure, city, before, now, text):
    assert change(measure(city, 2024, before), measure(city, 2025, now)).text == text


def test_growth_from_zero_is_points_not_a_hundred_percent(measure, city):
    found = change(measure(city, 2024, "0"), measure(city, 2025, "12,5"))
    assert (found.kind, found.points) == (ChangeKind.POINTS, Decimal("12.5"))


def test_years_on_another_scale_are_not_compared(measure, city):
    found = change(measure(city, 2022, "1,9"), measure(city, 2023, "61,2"))
    assert (found.kind, found.points) == (ChangeKind.NOT_COMPARABLE, None)
    assert found.text == "tidak dapat dibandingkan dengan 2022"


def test_the_first_comparable_year_is_compared_with_the_next(measure, city):
    assert change(measure(city, 2023, "60"), measure(city, 2024, "61")).points == 1


def test_a_gap_year_says_so(measure, city):
    found = change(measure(city, 2023, "60"), measure(city, 2025, "61"))
    assert found.kind == ChangeKind.GAP
    assert found.text == "tidak ada nilai 2024"


def test_without_an_earlier_year_there_is_a_dash(measure, city):
    later = measure(city, 2026, "63")
    assert change_of(measure(city, 2025, "61"), [later]).text == "–"


def test_better_depends_on_the_indicators_direction(measure, city, literacy):
    assert change(measure(city, 2024, "60"), measure(city, 2025, "61")).better is True
    literacy.direction = "turun"
    literacy.save()
    rows = literacy.measurements.order_by("year")
    assert change_of(rows[1], list(rows)).better is False


def test_a_report_holds_each_indicators_figure_and_the_year_before(measure, city, spm, safety):
    measure(city, 2024, "60")
    measure(city, 2025, "61")
    measure(city, 2025, "70", indicator=safety)
    report = report_on(city, spm, 2025)
    found = {row.indicator.code: row for row in report.rows if row.measurement}
    assert set(found) == {"A.1", "D.4"}
    assert found["A.1"].previous.value == 60
    assert found["D.4"].previous is None
    assert report.years == [2024, 2025]


def test_a_report_takes_three_queries_whatever_the_years(
    measure, city, spm, django_assert_num_queries
):
    for year in range(2019, 2027):
        for indicator in spm.indicators.all():
            measure(city, year, "60", indicator=indicator)
    with django_assert_num_queries(3):
        report = report_on(city, spm, 2026)
        assert [row.change.text for row in report.rows]
        assert report.history


def test_a_report_holds_nothing_of_another_place(measure, city, neighbour, school, spm):
    measure(neighbour, 2025, "88")
    measure(school, 2025, "77")
    assert [row.measurement for row in report_on(city, spm, 2025).rows if row.measurement] == []
