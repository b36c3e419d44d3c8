"""Doubtful figures: each kind of rule at its edge, acceptance that a correction ends, the page."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import FindingAcceptance, Indicator, Measurement, QualityRule
from indicators.quality.findings import findings_in
from tests.indicators.conftest import DASMEN

PAGE = "/indikator/mutu/63.71/?tahun=2025"


@pytest.fixture
def found(city, make_person):
    """`found("berulang")`: the places and values with an open finding of this rule in 2025."""

    def find(code: str) -> list[tuple]:
        groups = {one.rule.code: one for one in findings_in(city, 2025, make_person("dinas"))}
        return [(one.measurement.place, one.measurement.value) for one in groups[code].open]

    return find


def rate(code: str, part: str) -> Indicator:
    return Indicator.objects.get(service=DASMEN, code=code, name__contains=part)


@pytest.mark.parametrize(("apm", "is_found"), [("98,2", False), ("98,21", True)])
def test_an_apm_above_its_apk_is_found(found, measure, city, apm, is_found):
    measure(city, 2025, apm, indicator=rate("B.6", "APM) SD"))
    measure(city, 2025, "98,2", indicator=rate("B.4", "APK) SD"))
    assert bool(found("apm-apk-sd")) == is_found


@pytest.mark.parametrize(("part", "is_found"), [("20,1", False), ("20,11", True)])
def test_a_whole_that_is_not_the_sum_of_its_parts_is_found(
    found, measure, school, literacy, part, is_found
):
    """61,2 against 41 + the part, with a tolerance of 0,1."""
    parts = [
        Indicator.objects.create(
            service="uji", code=f"A.1.{n}", name=f"bagian {n}", unit="persen", parent_code="A.1"
        )
        for n in range(2)
    ]
    rule = QualityRule.objects.create(
        code="jumlah-literasi", kind="jumlah", name="A.1", first=literacy, limit=Decimal("0.1")
    )
    rule.others.set(parts)
    measure(school, 2025, "61", indicator=literacy)
    measure(school, 2025, "41", indicator=parts[0])
    assert found("jumlah-literasi") == []  # a part is missing: nothing can be said
    measure(school, 2025, part, indicator=parts[1])
    assert bool(found("jumlah-literasi")) == is_found


def peers(make_school, measure, values: list[str], **fields) -> list:
    made = []
    for value in values:
        made.append(make_school(**fields))
        measure(made[-1], 2025, value)
    return made


def test_a_school_far_from_its_peers_is_found_by_the_robust_score(found, make_school, measure):
    """Of 50 … 58 with the median 54 the MAD is 2 (distances 4 3 2 1 0 1 2 3 4, and the far one).

    With ten schools the median is 54,5 and the MAD 2,5: the limit 3,5 lies 12,97 away, at 67,47.
    """
    usual = [str(value) for value in range(50, 59)]
    far = peers(make_school, measure, [*usual, "67,47"])[-1]
    assert found("jauh-dari-sesama") == []
    Measurement.objects.filter(school=far).update(value=Decimal("67.48"))
    assert found("jauh-dari-sesama") == [(far, Decimal("67.4800"))]


def test_peers_are_of_one_stage_and_few_are_none(found, make_school, measure):
    peers(make_school, measure, ["50", "51", "52", "53", "54", "55", "99"])
    peers(make_school, measure, ["10", "11", "12"], form="SMP")
    assert found("jauh-dari-sesama") == []


def test_where_most_are_the_same_nothing_is_judged(found, make_school, measure):
    peers(make_school, measure, ["50"] * 9 + ["90"])
    assert found("jauh-dari-sesama") == []


def test_a_year_far_from_the_schools_own_past_needs_four_comparable_years(
    found, measure, school, literacy
):
    literacy.comparable_from = 2021
    literacy.save()
    for year, value in ((2020, "99"), (2021, "50"), (2022, "52"), (2023, "51")):
        measure(school, year, value)
    measure(school, 2025, "80")
    assert found("jauh-dari-masa-lalu") == []
    measure(school, 2024, "53")
    assert found("jauh-dari-masa-lalu") == [(school, Decimal("80.0000"))]


def test_last_years_file_again_is_found(found, measure, school, spm):
    at_school = [one for one in spm.indicators.all() if one.at_school][:3]
    for indicator in at_school:
        measure(school, 2024, "55,5", indicator=indicator)
        measure(school, 2025, "55,5", indicator=indicator)
    assert [place for place, _value in found("berulang")] == [school]
    Measurement.objects.filter(indicator=at_school[1], year=2025).update(value=56)
    assert found("berulang") == []


# the page


@pytest.fixture
def doubtful(measure, city) -> Measurement:
    measure(city, 2025, "98,2", indicator=rate("B.4", "APK) SD"))
    return measure(city, 2025, "99", indicator=rate("B.6", "APM) SD"))


def accept_url(figure: Measurement) -> str:
    return f"/indikator/mutu/nilai/{figure.pk}/apm-apk-sd/terima/"


def test_a_finding_is_accepted_with_a_reason_until_the_figure_changes(client_of, doubtful, found):
    client = client_of("dinas")
    page = client.get(PAGE).text
    assert "lebih besar daripada 98,2" in page
    assert accept_url(doubtful) in page
    without = client.post(accept_url(doubtful), {"version": 1, "reason": " "})
    assert without.status_code == 422
    told = {"version": 1, "reason": "Dicocokkan dengan BPS"}
    assert client.post(accept_url(doubtful), told).status_code == 302
    page = client.get(PAGE).text
    assert "Dicocokkan dengan BPS" in page
    assert "Tidak ada temuan yang terbuka" in page
    Measurement.objects.filter(pk=doubtful.pk).update(value=Decimal("99.5"), version=2)
    assert found("apm-apk-sd") == [(doubtful.area, Decimal("99.5000"))]
    late = client.post(accept_url(doubtful), told)
    assert late.status_code == 422
    assert "baru saja diubah" in late.text


def test_an_acceptance_is_taken_back(client_of, doubtful, found):
    client = client_of("dinas")
    client.post(accept_url(doubtful), {"version": 1, "reason": "Dicocokkan dengan BPS"})
    acceptance = FindingAcceptance.objects.get()
    assert found("apm-apk-sd") == []
    client.post(f"/indikator/mutu/diterima/{acceptance.pk}/buka/")
    assert found("apm-apk-sd") != []


def test_a_rule_out_of_use_finds_nothing(client_of, doubtful):
    QualityRule.objects.update(is_active=False)
    assert "Tidak ada temuan yang terbuka" in client_of("dinas").get(PAGE).text


def test_more_findings_take_as_many_queries(client_of, doubtful, measure, make_school, spm):
    client = client_of("dinas")
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for _n in range(5):
        school = make_school()
        for indicator in [one for one in spm.indicators.all() if one.at_school]:
            for year in (2024, 2025):
                measure(school, year, "55", indicator=indicator)
    with CaptureQueriesContext(connection) as many:
        assert "sama persis dengan tahun sebelumnya" in client.get(PAGE).text
    assert len(many) == len(few) <= 15
