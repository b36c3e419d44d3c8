"""Figures of areas from the figures of their schools: the rules, the sums in the database, the pages."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from indicators.models import Colour, Indicator, Measurement, RollUp, SchoolSums
from indicators.rollup.queries import Overview
from indicators.rollup.rules import RolledUp, Sums
from portal.models import Role
from schools.models import School

SUMS = [field.attname for field in SchoolSums._meta.fields]


def kept() -> list[tuple]:
    return list(SchoolSums.objects.order_by("pk").values_list(*SUMS))


def rebuilt() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indicators_rebuild_sums(NULL)")
    return kept()


@pytest.fixture
def schools(make_school) -> list[School]:
    """Two of Banjarmasin Selatan and one of Banjarmasin Timur, of which one is an SMP."""
    return [
        make_school(npsn="30300001", district="63.71.01"),
        make_school(npsn="30300002", district="63.71.01", form="SMP", name="SMP NEGERI 2"),
        make_school(npsn="30300003", district="63.71.02"),
    ]


def test_the_weighted_mean_counts_each_pupil_once(schools, measure, literacy, city):
    """(50 × 10 + 80 × 30) ÷ 40 = 72,5; the mean of schools would be 65."""
    measure(schools[0], 2025, "50", denominator=10)
    measure(schools[2], 2025, "80", denominator=30)
    measure(schools[1], 2025, "20")
    [row] = Overview(city, [literacy], 2025).rows({})
    assert row.rolled_up.value == Fraction("72.5")
    assert (row.rolled_up.used, row.rolled_up.unused) == (2, 1)
    assert [(part.stage, part.rolled_up.value, part.existing) for part in row.stages] == [
        ("sd", Fraction("72.5"), 2),
        ("smp", None, 1),
    ]


def test_a_ratio_divides_sums_and_nothing_divides_by_nothing(literacy):
    literacy.roll_up = RollUp.RATIO
    sums = Sums(schools=2, parted=2, numerators=Decimal(1), denominators=Decimal(3))
    assert RolledUp(literacy, sums).value == Fraction(100, 3)
    assert RolledUp(literacy, Sums(schools=2)).value is None
    literacy.roll_up = ""
    assert RolledUp(literacy, sums).value is None


def test_colours_are_counted_among_schools_that_have_one(safety):
    rolled_up = RolledUp(safety, Sums(schools=5, red=1, green=2))
    assert safety.roll_up == RollUp.COLOURS
    assert [(one.colour, one.schools, one.percent) for one in rolled_up.shares] == [
        (Colour.RED, 1, Fraction(100, 3)),
        (Colour.YELLOW, 0, 0),
        (Colour.GREEN, 2, Fraction(200, 3)),
    ]
    assert (rolled_up.used, rolled_up.unused) == (3, 2)


def test_the_sums_follow_a_figure_through_its_life(schools, measure, literacy):
    figure = measure(schools[0], 2025, "50", denominator=10)
    measure(schools[1], 2025, "60", denominator=5)
    Measurement.objects.filter(pk=figure.pk).update(value=70, colour=Colour.YELLOW)
    assert kept() == rebuilt()
    assert SchoolSums.objects.get(level="city", stage="sd").weighted_sum == 700
    Measurement.objects.filter(pk=figure.pk).update(year=2024)
    assert kept() == rebuilt()
    figure.delete()
    assert {(one.level, one.stage) for one in SchoolSums.objects.all()} == {
        ("district", "smp"),
        ("city", "smp"),
    }
    assert kept() == rebuilt()


def test_a_school_takes_its_figures_along(schools, measure, literacy):
    measure(schools[0], 2025, "50", denominator=10)
    measure(schools[2], 2025, "80", denominator=30)
    schools[0].district_id = "63.71.02"
    schools[0].save()
    assert {one.area_code for one in SchoolSums.objects.all()} == {"63.71", "63.71.02"}
    schools[0].form = "SMP"
    schools[0].save()
    assert {one.stage for one in SchoolSums.objects.all()} == {"sd", "smp"}
    assert kept() == rebuilt()


def test_figures_of_areas_are_no_part_of_the_sums(city, measure):
    measure(city, 2025, "50", denominator=10)
    assert kept() == []


FIGURE = st.tuples(
    st.sampled_from(["tulis", "hapus", "pindah"]),
    st.integers(0, 3),
    st.sampled_from([2024, 2025]),
    st.decimals(0, 100, places=2),
    st.none() | st.integers(1, 500),
    st.sampled_from(["", *Colour.values]),
)


class TestProperties(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(steps=st.lists(FIGURE, max_size=15))
    def test_whatever_happens_the_sums_are_those_of_the_figures(self, steps):
        literacy = Indicator.objects.get(code="A.1", sets__code="spm")
        schools = [
            School.objects.create(
                npsn=f"3031000{n}", name=f"SD {n}", form="SD", status="negeri", district_id=where
            )
            for n, where in enumerate(["63.71.01", "63.71.01", "63.71.02", "63.72.05"])
        ]
        for act, which, year, value, pupils, colour in steps:
            school = schools[which]
            if act == "pindah":
                school.district_id = "63.71.03" if school.district_id != "63.71.03" else "63.71.01"
                school.save()
            elif act == "hapus":
                Measurement.objects.filter(school=school, year=year).delete()
            else:
                Measurement.objects.update_or_create(
                    school=school,
                    indicator=literacy,
                    year=year,
                    defaults={
                        "value": value,
                        "denominator": pupils,
                        "colour": colour,
                        "source": "c",
                    },
                )
        assert kept() == rebuilt()


def test_the_parts_of_an_area_stand_side_by_side(schools, measure, literacy, city, province):
    measure(schools[0], 2025, "50", denominator=10)
    measure(schools[2], 2025, "80", denominator=30)
    measure(city, 2025, "61,2")
    districts = {row.area.pk: row.cells[0] for row in Overview(city, [literacy], 2025).parts()}
    assert districts["63.71.01"][0].value == 50
    assert districts["63.71.03"][0].value is None
    cities = {row.area.pk: row.cells[0] for row in Overview(province, [literacy], 2025).parts()}
    assert cities["63.71"][0].value == Fraction("72.5")
    assert cities["63.71"][1].value == Decimal("61.2")
    provinces = {row.area.pk: row.cells[0] for row in Overview(None, [literacy], 2025).parts()}
    assert provinces["63"][0].value == Fraction("72.5")
    assert Overview(schools[0].district, [literacy], 2025).parts() == []


def test_pages_name_what_is_computed_apart_from_what_is_official(
    client_of, schools, measure, city, literacy
):
    measure(schools[0], 2025, "50", denominator=10)
    measure(schools[2], 2025, "80", denominator=20)
    measure(city, 2025, "61,2")
    page = client_of(Role.DINAS).get("/indikator/wilayah/63.71/?tahun=2025").text
    assert "Dihitung portal dari angka sekolah" in page
    assert "Bukan angka resmi" in page
    assert "70%" in page  # (50 × 10 + 80 × 20) ÷ 30
    district = client_of(Role.DINAS).get("/indikator/wilayah/63.71.01/?tahun=2025").text
    assert "50%" in district


@pytest.mark.parametrize("code", ["63.71.01", "63.71.01.1001"])
def test_a_kecamatan_and_a_kelurahan_have_pages_without_parts(client_of, schools, measure, code):
    measure(schools[0], 2025, "50", denominator=10)
    answer = client_of(Role.DINAS).get(f"/indikator/wilayah/{code}/?tahun=2025")
    assert answer.status_code == 200
    assert "Wilayah di dalamnya" not in answer.text


@pytest.mark.parametrize("code", ["63", "63.71"])
def test_a_school_reads_no_sums_of_other_schools(client_of, schools, measure, code):
    measure(schools[0], 2025, "50", denominator=10)
    page = (
        client_of(Role.SCHOOL, school=schools[1]).get(f"/indikator/wilayah/{code}/?tahun=2025").text
    )
    assert "Dihitung portal" not in page


def test_the_sums_of_an_area_above_ones_own_are_not_shown(client_of, schools, measure):
    measure(schools[0], 2025, "50", denominator=10)
    page = client_of(Role.DINAS).get("/indikator/wilayah/63/?tahun=2025").text
    assert "Wilayah di dalamnya" not in page


def test_the_nation_takes_as_many_queries_as_a_city_of_one_school(
    nation_client, schools, measure, make_school
):
    measure(schools[0], 2025, "50", denominator=10)
    with CaptureQueriesContext(connection) as few:
        page = nation_client.get("/indikator/?tahun=2025").text
    assert "Kalimantan Selatan" in page
    assert "50%" in page
    measure(make_school(npsn="30300009", district="11.01.01"), 2025, "20", denominator=10)
    with CaptureQueriesContext(connection) as more:
        nation_client.get("/indikator/?tahun=2025")
    assert len(more) == len(few) <= 15
