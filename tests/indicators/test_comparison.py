"""A school beside others: which schools are alike, what stays hidden, and the two kinds of change."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from indicators.changes import relative_change, written_relative
from indicators.comparison.queries import compare
from indicators.queries import report_on
from schools.models import YearlyFigures

VALUES = st.decimals(0, 100, places=2)


@given(new=VALUES, old=VALUES)
def test_points_and_relative_change_agree_in_sign(new, old):
    points, relative = new - old, relative_change(new, old)
    assert (points > 0, points < 0) == (relative > 0, relative < 0)


@pytest.mark.parametrize(
    ("new", "old", "told"),
    [
        ("8.33", "8.33", "Tidak berubah"),
        ("12", "0", "Naik 100,00%"),
        ("0", "0", "Tidak berubah"),
        ("52.5", "55", "Turun 4,55%"),
        ("1000", "8", "Naik 12.400,00%"),
    ],
)
def test_relative_change_is_told_as_the_rapor_prints_it(new, old, told):
    assert written_relative(relative_change(Decimal(new), Decimal(old))) == told


@pytest.fixture
def others(make_school, measure):
    """`others("60", "62", district=…)`: schools with these figures of literacy in 2025."""

    def make(*values: str, pupils: int | None = None, **fields):
        for value in values:
            made = make_school(**fields)
            measure(made, 2025, value)
            if pupils:
                YearlyFigures.objects.create(school=made, year=2024, pupils=pupils, source="uji")

    return make


def compared(school, spm):
    return next(
        one
        for one in compare(school, report_on(school, spm, 2025)).rows
        if one.row.indicator.code == "A.1"
    )


def test_each_group_has_its_own_middle_and_one_school_is_never_in_it(
    school, others, measure, spm, make_school
):
    YearlyFigures.objects.create(school=school, year=2024, pupils=200, source="uji")
    measure(school, 2025, "10")
    others("60", "75", "80", pupils=100)
    others("20", "21", "22", district="63.71.02", pupils=401)
    others("99", "99", "99", district="63.71.02", status="swasta", pupils=200)
    others("1", "1", "1", district="63.72.05")
    others("2", "2", "2", form="SMP")
    found = compared(school, spm)
    assert (found.near.schools, found.near.shown) == (3, 75)
    assert (found.city.schools, found.city.shown) == (9, 75)
    assert (found.alike.schools, found.alike.shown) == (3, 75)


def test_without_a_count_of_pupils_size_is_left_out(school, others, spm):
    others("20", "21", "22", pupils=9_000)
    assert compared(school, spm).alike.schools == 3


def test_a_group_of_two_is_not_shown(client_of, school, others):
    others("61", "77")
    page = client_of("dinas").get(f"/indikator/sekolah/{school.npsn}/banding/?tahun=2025").text
    assert "kurang dari 3 sekolah" in page
    assert "69%" not in page


def test_the_kind_of_change_is_named_and_years_apart_are_not_compared(
    client_of, school, measure, others
):
    measure(school, 2022, "2")
    measure(school, 2023, "40")
    measure(school, 2024, "50")
    others("61", "62", "63")
    client = client_of("sekolah", school=school)
    url = f"/indikator/sekolah/{school.npsn}/banding/"
    points = client.get(url, {"tahun": 2024}).text
    assert "Perubahan (poin)" in points
    assert "+10 poin dari 2023" in points
    relative = client.get(url, {"tahun": 2024, "cara": "relatif"}).text
    assert "Perubahan relatif (%)" in relative
    assert "Naik 25,00%" in relative
    apart = client.get(url, {"tahun": 2023, "cara": "relatif"}).text
    assert "tidak dapat dibandingkan dengan 2022" in apart


def test_more_schools_take_as_many_queries(client_of, school, others):
    client = client_of("dinas")
    url = f"/indikator/sekolah/{school.npsn}/banding/?tahun=2025"
    others("61")
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    others(*["61"] * 12)
    with CaptureQueriesContext(connection) as many:
        assert "61%" in client.get(url).text
    assert len(many) == len(few) <= 15
