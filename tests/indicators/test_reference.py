"""The catalogue and the sets that ship with the portal."""

import csv
from datetime import date
from pathlib import Path

import pytest

from indicators.models import Indicator, IndicatorSet
from indicators.reference import CATALOGUE, load_catalogue, load_sets

DASMEN = "Pendidikan Dasar dan Pendidikan Menengah"
EARLY = "Pendidikan Anak Usia Dini"

pytestmark = pytest.mark.django_db


def rows() -> list[dict[str, str]]:
    with Path(CATALOGUE).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_row_of_the_catalogue_is_one_indicator():
    keys = {(row["layanan"], row["kode"], row["nama"]) for row in rows()}
    assert len(keys) == len(rows()) == 274
    assert set(Indicator.objects.values_list("service", "code", "name")) == keys


def test_b10_stands_twice_in_dasmen():
    names = Indicator.objects.filter(service=DASMEN, code="B.10").values_list("name", flat=True)
    assert set(names) == {
        "Angka Partisipasi Sekolah (5-6)",
        "Angka Partisipasi Kasar (APK) SMA/K/MA/MAK/Paket C/SMALB",
    }


def test_d4_is_another_indicator_in_paud():
    names = dict(Indicator.objects.filter(code="D.4").values_list("service", "name"))
    assert names[DASMEN] == "Iklim keamanan satuan pendidikan"
    assert names[EARLY] == "Asesmen yang meningkatkan kualitas pembelajaran"


def test_blank_cells_stay_blank():
    score = Indicator.objects.get(service=DASMEN, code="A.1.skor")
    assert (score.yellow_from, score.green_above, score.direction) == (None, None, "")
    assert score.labels == {}
    assert score.parent_code == "A.1"


def test_the_file_decides_where_an_indicator_is_printed():
    rate = Indicator.objects.get(service=DASMEN, code="B.13")
    assert (rate.at_school, rate.at_city, rate.at_province) == (False, True, True)


def test_loading_the_catalogue_again_writes_nothing(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert load_catalogue() == 0


def test_only_what_is_missing_is_added():
    Indicator.objects.get(service=DASMEN, code="B.14").delete()
    Indicator.objects.filter(code="A.1").update(label_green="Sangat baik")
    assert load_catalogue() == 1
    assert Indicator.objects.get(service=DASMEN, code="A.1").label_green == "Sangat baik"


def test_the_set_spm_holds_its_indicators_in_the_tables_order(spm):
    members = spm.members.select_related("indicator")
    assert [(m.indicator.code, m.indicator.name) for m in members] == [
        ("B.10", "Angka Partisipasi Sekolah (5-6)"),
        ("B.13", "Angka Partisipasi Sekolah (APS) 7 - 15"),
        ("B.15", "Angka Partisipasi Sekolah (APS) 7 - 18 Kesetaraan"),
        ("A.1", "Kemampuan literasi"),
        ("A.2", "Kemampuan numerasi"),
        ("D.4", "Iklim keamanan satuan pendidikan"),
        ("D.8", "Iklim Kebinekaan"),
        ("D.10", "Iklim Inklusivitas"),
        ("A.3", "Karakter"),
    ]
    assert {m.indicator.service for m in members} == {DASMEN}
    assert spm.valid_from == date(2022, 11, 2)


def test_indicators_of_the_national_assessment_are_comparable_from_2023(spm):
    since = dict(spm.indicators.values_list("code", "comparable_from"))
    assert {code for code, year in since.items() if year == 2023} == {
        "A.1",
        "A.2",
        "A.3",
        "D.4",
        "D.8",
        "D.10",
    }
    assert since["B.10"] is None


def test_loading_the_sets_again_keeps_what_an_admin_changed(spm):
    spm.members.first().delete()
    assert load_sets() == 0
    assert spm.members.count() == len(Indicator.objects.filter(sets__code="spm"))


def test_a_set_can_have_any_number_of_members(spm, client_of, city):
    spm.members.filter(indicator__code__startswith="D.").delete()
    response = client_of("dinas").get(f"/indikator/wilayah/{city.pk}/")
    assert [row.indicator.code for row in response.context["report"].rows] == list(
        IndicatorSet.objects.get(code="spm").members.values_list("indicator__code", flat=True)
    )
