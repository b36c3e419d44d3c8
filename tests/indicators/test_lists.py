"""The lists: the schools of an area with a figure, and the catalogue of indicators."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Measurement
from schools.models import Form, School, Status

CITY = "/indikator/wilayah/63.71/"


def queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


# Schools of an area


def listing(client, literacy, **query):
    response = client.get(f"{CITY}sekolah/", {"indikator": literacy.pk, "tahun": 2025} | query)
    return [row.school.name for row in response.context["list"].page.object_list]


def test_schools_with_a_figure_of_the_indicator_and_year_are_listed(
    client_of, measure, make_school, school, school_elsewhere, literacy, safety
):
    measure(school, 2025, "61")
    measure(make_school(name="TAHUN LAIN"), 2024, "61")
    measure(make_school(name="INDIKATOR LAIN"), 2025, "61", indicator=safety)
    measure(school_elsewhere, 2025, "61")
    assert listing(client_of("dinas"), literacy) == [school.name]


def test_the_list_opens_with_an_indicator_and_the_newest_year(client_of, measure, school, literacy):
    measure(school, 2024, "61")
    response = client_of("dinas").get(f"{CITY}sekolah/", {"q": "murung"})
    assert response["Location"] == f"{CITY}sekolah/?q=murung&indikator={literacy.pk}&tahun=2024"


def test_the_list_is_filtered_by_kecamatan_colour_and_name(
    client_of, measure, make_school, literacy
):
    measure(make_school(name="SDN PASAR LAMA 1", district="63.71.04"), 2025, "61", colour="kuning")
    measure(make_school(name="SDN BASIRIH 2", district="63.71.01"), 2025, "81", colour="hijau")
    client = client_of("dinas")
    assert listing(client, literacy, kecamatan="63.71.04") == ["SDN PASAR LAMA 1"]
    assert listing(client, literacy, warna="hijau") == ["SDN BASIRIH 2"]
    assert listing(client, literacy, q="bas") == ["SDN BASIRIH 2"]
    assert listing(client, literacy, urut="-nilai") == ["SDN BASIRIH 2", "SDN PASAR LAMA 1"]


def test_a_city_person_sees_own_schools_in_the_provinces_list(
    client_of, measure, school, school_elsewhere, literacy
):
    measure(school, 2025, "61")
    measure(school_elsewhere, 2025, "61")
    response = client_of("dinas").get(
        "/indikator/wilayah/63/sekolah/", {"indikator": literacy.pk, "tahun": 2025}
    )
    page = response.content.decode()
    assert school.name in page
    assert school_elsewhere.name not in page


@pytest.mark.parametrize("indicator", ["abc", "0", "999999999", "9" * 5000])
def test_an_unknown_indicator_is_not_found(client_of, city, indicator):
    url = f"{CITY}sekolah/"
    assert client_of("dinas").get(url, {"indikator": indicator}).status_code == 404


def test_the_list_runs_the_same_queries_for_thirty_rows_and_a_thousand(
    client_of, measure, make_school, literacy
):
    client = client_of("dinas")
    url = (
        f"{CITY}sekolah/?indikator={literacy.pk}&tahun=2025&kecamatan=63.71.01&warna=hijau&q=contoh"
    )
    Measurement.objects.bulk_create(_figures(literacy, [make_school() for _ in range(30)]))
    few = queries(client, url)
    more = School.objects.bulk_create(
        School(
            npsn=str(20_000_000 + number),
            name=f"SDN CONTOH {number}",
            form=Form.SD,
            status=Status.PUBLIC,
            district_id="63.71.01",
        )
        for number in range(990)
    )
    Measurement.objects.bulk_create(_figures(literacy, more))
    assert queries(client, url) == few <= 10


def _figures(literacy, schools):
    return (
        Measurement(
            indicator=literacy, school=school, year=2025, value=71, colour="hijau", source="contoh"
        )
        for school in schools
    )


# The catalogue


def test_the_catalogue_is_searched_and_filtered(client_of):
    client = client_of("sekolah")
    found = client.get("/indikator/katalog/", {"q": "B.10 (5-6)"})
    assert [i.name for i in found.context["list"].page.object_list] == [
        "Angka Partisipasi Sekolah (5-6)"
    ]
    vocational = client.get("/indikator/katalog/", {"layanan": "Vokasional"})
    assert {i.service for i in vocational.context["list"].queryset} == {"Vokasional"}
    bps = client.get("/indikator/katalog/", {"sumber": "BPS"})
    assert {i.data_source for i in bps.context["list"].queryset} == {"BPS"}


def test_the_catalogue_counts_codes_rather_than_spelling_them(client_of):
    client = client_of("dinas")

    def codes(order: str) -> list[str]:
        query = {"layanan": "Pendidikan Dasar dan Pendidikan Menengah", "urut": order}
        rows = client.get("/indikator/katalog/", query).context["list"].queryset
        return [one.code for one in rows if one.code.startswith("D.")]

    up = codes("kode")
    assert up == sorted(up, key=lambda code: [int(part) for part in code[2:].split(".")])
    assert up.index("D.4.9") + 1 == up.index("D.4.10")
    assert codes("-kode") == up[::-1]


def test_an_indicators_parts_are_in_the_order_of_their_numbers(client_of, safety):
    parts = client_of("dinas").get(safety.get_absolute_url()).context["parts"]
    assert [part.code for part in parts] == [f"D.4.{number}" for number in range(1, 11)]


def test_the_catalogue_takes_few_queries(client_of):
    assert queries(client_of("dinas"), "/indikator/katalog/?q=a&layanan=Vokasional") <= 10


def test_an_indicators_page_says_labels_cut_offs_and_sets(client_of, literacy):
    page = client_of("sekolah").get(literacy.get_absolute_url()).content.decode()
    for text in ("Kurang · merah", "Sedang 40–70", "Set SPM", "Rapor 2023", "A.1.1"):
        assert text in page


def test_an_indicator_without_published_cut_offs_says_so(client_of, safety):
    page = client_of("sekolah").get(safety.get_absolute_url()).content.decode()
    assert "tidak diumumkan kementerian" in page


def test_an_indicator_names_those_that_share_its_code(client_of, indicator_of):
    page = client_of("dinas").get(indicator_of("B.10").get_absolute_url()).content.decode()
    assert "Angka Partisipasi Kasar (APK) SMA/K/MA/MAK/Paket C/SMALB" in page
