"""The page of participation rates and the records behind it: what it shows, refuses and keeps."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Group, Headcount, Indicator, Measurement
from tests.indicators.conftest import DASMEN

PAGE = "/indikator/partisipasi/63.71/"
ADD = f"{PAGE}baru/?tahun=2024"


@pytest.fixture
def counted(city):
    """`counted("penduduk", 200, 7, 12, source="BPS")`: a count of the city in 2024."""

    def make(kind: str, count: int, first=None, last=None, **fields) -> Headcount:
        facts = {"area": city, "year": 2024, "source": "Dapodik", "source_year": 2024} | fields
        return Headcount.objects.create(
            kind=kind, count=count, age_from=first, age_to=last, **facts
        )

    return make


def typed(**fields) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "year": "2024",
        "kind": "penduduk",
        "age_from": "7",
        "age_to": "12",
        "count": "70.125",
        "source": "Dukcapil",
        "source_year": "2024",
        "note": "",
    } | fields


def test_the_page_shows_each_denominator_the_counts_and_the_official_figure(
    client_of, counted, city
):
    counted(Group.RESIDENTS, 1_200, 7, 12, source="BPS", source_year=2020)
    registered = counted(Group.RESIDENTS, 1_000, 7, 12, source="Dukcapil")
    learning = counted(Group.LEARNING, 960, 7, 12)
    aps = Indicator.objects.get(service=DASMEN, code="B.5", name__contains="7-12")
    Measurement.objects.create(indicator=aps, area=city, year=2025, value="94.5", source="Rapor")
    Measurement.objects.create(indicator=aps, area=city, year=2024, value="11.1", source="Rapor")
    page = client_of("dinas").get(f"{PAGE}?tahun=2024").text
    assert "80%" in page
    assert "96%" in page
    assert registered.get_absolute_url() in page
    assert learning.get_absolute_url() in page
    assert "94,5%" in page  # of Rapor 2025, which prints 2024
    assert "11,1%" not in page


def test_a_year_without_counts_says_what_to_do(client_of):
    page = client_of("dinas").get(PAGE).text
    assert "Belum ada jumlah untuk tahun ini" in page
    assert "memerlukan" in page


def test_above_hundred_is_kept_and_warned_of(client_of, counted):
    counted(Group.RESIDENTS, 100, 7, 12)
    counted(Group.LEARNING, 103, 7, 12)
    page = client_of("dinas").get(f"{PAGE}?tahun=2024").text
    assert "103%" in page
    assert "melebihi 100%" in page


def test_a_count_is_entered_corrected_and_removed_and_its_past_stays_readable(client_of):
    client = client_of("dinas")
    assert client.post(ADD, typed()).status_code == 302
    record = Headcount.objects.get()
    assert (record.area_id, record.count, record.version) == ("63.71", 70_125, 1)
    url = record.get_absolute_url()
    without = client.post(f"{url}koreksi/", typed(version=1, count="70.130", reason=" "))
    assert without.status_code == 422
    done = client.post(f"{url}koreksi/", typed(version=1, count="70.130", reason="Salah salin"))
    assert done.status_code == 302
    page = client.get(url).text
    assert "70125" in page.replace(".", "")
    assert "Salah salin" in page
    assert client.post(f"{url}hapus/", {"version": 2, "reason": "Ganda"}).status_code == 302
    assert not Headcount.objects.exists()


def test_two_editors_of_one_count_notice_one_another(client_of, counted):
    record = counted(Group.RESIDENTS, 10, 7, 12)
    url = f"{record.get_absolute_url()}koreksi/"
    assert (
        client_of("dinas").post(url, typed(version=1, count="11", reason="Salah salin")).status_code
        == 302
    )
    late = client_of("admin").post(url, typed(version=1, count="12", reason="Salah baca"))
    assert late.status_code == 409
    record.refresh_from_db()
    assert record.count == 11


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"count": "12,5"}, "tanpa desimal"),
        ({"count": "banyak"}, "bukan jumlah"),
        ({"age_from": "12", "age_to": "7"}, "dari yang muda ke yang tua"),
        ({"age_from": "", "age_to": ""}, "memerlukan kelompok usia"),
        ({"year": "1999"}, "Tahun paling awal 2010."),
    ],
)
def test_what_cannot_be_is_refused_beside_what_was_typed(client_of, fields, sentence):
    answer = client_of("dinas").post(ADD, typed(**fields))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Headcount.objects.exists()


def test_the_same_count_of_a_source_is_there_once(client_of, counted):
    counted(Group.PRIMARY, 10, source="Dapodik")
    again = typed(kind="sd", age_from="", age_to="", source="DAPODIK")
    answer = client_of("dinas").post(ADD, again)
    assert answer.status_code == 422
    assert "sudah ada" in answer.text


def test_many_counts_take_as_many_queries_as_few(client_of, counted):
    client = client_of("dinas")
    counted(Group.RESIDENTS, 10, 7, 12)
    with CaptureQueriesContext(connection) as few:
        client.get(f"{PAGE}?tahun=2024")
    for age in range(3, 19):
        counted(Group.RESIDENTS, 10, age, age)
        counted(Group.LEARNING, 9, age, age)
    with CaptureQueriesContext(connection) as many:
        client.get(f"{PAGE}?tahun=2024")
    assert len(many) == len(few) <= 10


def test_a_province_is_read_but_not_kept_by_a_city(client_of):
    client = client_of("dinas")
    assert client.get("/indikator/partisipasi/63/").status_code == 200
    assert client.get("/indikator/partisipasi/63/baru/").status_code == 403
    assert client.get("/indikator/partisipasi/63.72/").status_code == 404
