"""Targets: how they stand, how they are proposed, and the forms that keep them."""

import uuid
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from indicators.models import Indicator, Measurement, Standing, Target
from indicators.targets.proposals import proposal_of

LIST = "/indikator/sasaran/"


@pytest.fixture
def aim(school, literacy):
    """`aim("50", "65")`: a target of the school's literacy from 2022 to 2025 unless told otherwise."""

    def make(start: str, goal: str, **fields) -> Target:
        facts = {
            "indicator": literacy,
            "school": school,
            "baseline_year": 2023,
            "baseline": Decimal(start),
            "year": 2026,
            "value": Decimal(goal),
        } | fields
        return Target.objects.create(**facts)

    return make


def standing_of(target: Target) -> Target:
    return Target.objects.with_standing().get(pk=target.pk)


@pytest.mark.parametrize(
    ("year", "value", "standing"),
    [
        (2024, "55", Standing.ON_TRACK),  # just on the line
        (2024, "54,9999", Standing.BEHIND),
        (2025, "60", Standing.ON_TRACK),
        (2025, "59,99", Standing.BEHIND),
        (2025, "65", Standing.REACHED),
        (2026, "64,9", Standing.BEHIND),
    ],
)
def test_the_newest_figure_is_held_against_the_straight_line(
    aim, measure, school, year, value, standing
):
    """From 50 in 2023 to 65 in 2026 five points a year are due."""
    target = aim("50", "65")
    measure(school, 2023, "50")
    measure(school, year, value)
    assert standing_of(target).standing == standing


def test_a_line_that_does_not_divide_evenly_is_compared_exactly(aim, measure, school):
    """A third of the way from 50 to 51: 50,3334 lies above the line, 50,3333 below it."""
    target = aim("50", "51")
    figure = measure(school, 2024, "50,3333")
    assert standing_of(target).standing == Standing.BEHIND
    Measurement.objects.filter(pk=figure.pk).update(value=Decimal("50.3334"))
    assert standing_of(target).standing == Standing.ON_TRACK


def test_after_its_year_the_whole_way_is_due(aim, measure, school):
    target = aim("50", "65", baseline_year=2023, year=2024)
    measure(school, 2026, "64")
    assert standing_of(target).standing == Standing.BEHIND


def test_lower_is_better_where_the_indicator_says_so(aim, measure, school):
    gap = Indicator.objects.filter(direction="turun").first()
    target = aim("30", "15", indicator=gap)
    measure(school, 2024, "24", indicator=gap)
    assert standing_of(target).standing == Standing.ON_TRACK
    assert standing_of(target).left == 9


def test_without_a_later_figure_or_across_a_changed_definition_nothing_is_judged(
    aim, measure, school
):
    target = aim("2", "80", baseline_year=2022)
    measure(school, 2022, "2")
    assert standing_of(target).standing == Standing.NO_FIGURE
    measure(school, 2024, "61")
    assert standing_of(target).standing == Standing.NOT_COMPARABLE


VALUES = st.decimals(0, 100, places=2)


@given(start=VALUES, goal=VALUES, years=st.integers(1, 8))
def test_the_path_leads_from_the_start_to_the_target(start, goal, years):
    path = Target(baseline_year=2023, baseline=start, year=2023 + years, value=goal).path
    assert [year for year, _value in path] == list(range(2023, 2024 + years))
    assert path[0][1] == start
    assert abs(Fraction(path[-1][1]) - Fraction(goal)) < Fraction(1, 10**12)


@given(values=st.lists(VALUES, min_size=2, max_size=5))
def test_a_proposal_never_leaves_the_scale_nor_asks_to_get_worse(values):
    indicator = Indicator(unit="persen", direction="naik")
    figures = [Measurement(year=2023 + n, value=value) for n, value in enumerate(values)]
    proposal = proposal_of(indicator, figures)
    assert 0 <= proposal.value <= 100
    assert proposal.value >= values[-1].quantize(Decimal("0.1"))
    assert proposal.baseline == values[-1]


def test_a_proposal_goes_on_as_on_average_and_needs_two_comparable_years(literacy):
    """40 → 46 in two years is 3 a year: 46 + 9 = 55."""
    old = Measurement(year=2022, value=Decimal(2))
    figures = [
        Measurement(year=2023, value=Decimal(40)),
        Measurement(year=2025, value=Decimal(46)),
    ]
    proposal = proposal_of(literacy, [old, *figures])
    assert (proposal.year, proposal.value, proposal.yearly) == (2028, Decimal("55.0"), 3)
    assert proposal_of(literacy, [old, figures[0]]) is None


# the pages


def typed(**fields) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "baseline_year": "2024",
        "baseline": "52,5",
        "year": "2027",
        "value": "70",
        "note": "Rapat 3 Maret",
    } | fields


def add_url(school, indicator) -> str:
    return f"{LIST}baru/?school={school.npsn}&indicator={indicator.pk}"


def test_a_target_is_proposed_set_shown_corrected_and_removed(client_of, school, literacy, measure):
    measure(school, 2023, "46,5")
    measure(school, 2024, "52,5")
    client = client_of("dinas")
    form = client.get(add_url(school, literacy)).text
    assert "perubahan rata-rata 6" in form
    assert 'value="70,5"' in form
    assert client.post(add_url(school, literacy), typed()).status_code == 302
    target = Target.objects.get()
    assert (target.school, target.baseline, target.value) == (school, Decimal("52.5"), 70)
    measure(school, 2025, "54")
    page = client.get(f"/indikator/sekolah/{school.npsn}/?tahun=2025").text
    assert "kurang 16 poin" in page
    assert "tertinggal" in page
    listed = client.get(LIST, {"keadaan": "tertinggal"})
    assert [row.pk for row in listed.context["list"].page.object_list] == [target.pk]
    assert not client.get(LIST, {"keadaan": "sesuai"}).context["list"].page.object_list
    url = target.get_absolute_url()
    assert "58,3" in client.get(url).text  # a third of the way
    corrected = typed(version=1, value="60", reason="Salah ketik")
    assert client.post(f"{url}koreksi/", corrected).status_code == 302
    assert "Salah ketik" in client.get(url).text
    assert client.post(f"{url}hapus/", {"version": 2, "reason": "Batal saja"}).status_code == 302
    assert not Target.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"year": "2024"}, "Tahun sasaran harus sesudah tahun awal."),
        ({"value": "40"}, "Makin tinggi makin baik"),
        ({"value": "101"}, "antara 0 dan 100"),
        ({"value": "1.234"}, "terbaca sebagai ribuan"),
        ({"baseline_year": "1999"}, "paling awal 2019"),
    ],
)
def test_what_cannot_be_aimed_at_is_refused(client_of, school, literacy, fields, sentence):
    answer = client_of("dinas").post(add_url(school, literacy), typed(**fields))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Rapat 3 Maret" in answer.text


def test_a_second_target_of_a_place_leads_to_the_first(client_of, aim, school, literacy):
    target = aim("50", "65")
    client = client_of("dinas")
    assert client.get(add_url(school, literacy)).url == target.get_absolute_url()
    again = client.post(add_url(school, literacy), typed())
    assert again.status_code == 422
    assert "sudah memiliki sasaran" in again.text


def test_who_reads_and_who_sets(client_of, aim, school, school_elsewhere, literacy):
    target = aim("50", "65")
    reader = client_of("sekolah", school=school)
    assert reader.get(target.get_absolute_url()).status_code == 200
    assert reader.get(add_url(school, literacy)).status_code == 403
    other = client_of("sekolah", school=school_elsewhere)
    assert other.get(target.get_absolute_url()).status_code == 404
    assert client_of("dinas").get(add_url(school_elsewhere, literacy)).status_code == 404


def test_many_targets_take_as_many_queries_as_few(client_of, aim, make_school):
    client = client_of("dinas")
    aim("50", "65")
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for _n in range(20):
        aim("50", "65", school=make_school())
    with CaptureQueriesContext(connection) as many:
        client.get(LIST)
    assert len(many) == len(few) <= 15
