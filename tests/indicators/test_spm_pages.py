"""The SPM pages of a city: who reads them, what stands there, what is said where a part is missing."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from indicators.models import SpmOfficialIndex
from indicators.spm.periods import Period
from indicators.spm.queries import period_to_open, quarter_states, spm_report
from portal.models import Role, User

CITY = "/indikator/spm/63.71/"
STEPS = f"{CITY}perhitungan/"
ESPM = f"{CITY}triwulan/"
YEAR = {"tahun": "2025", "triwulan": "0"}
THIRD = {"tahun": "2025", "triwulan": "3"}


def result_of(response, key: str):
    return next(one for one in response.context["report"].results if one.key == key)


# The way in


@pytest.mark.parametrize("role", ["admin", "dinas", "pimpinan"])
def test_overview_leads_to_the_own_city(role, client_of):
    assert client_of(role).get("/indikator/spm/")["Location"] == CITY


def test_overview_leads_a_school_and_a_kecamatan_to_their_city(client_of, make_person, school):
    assert client_of(make_person("sekolah", school=school)).get("/indikator/spm/")["Location"] == (
        CITY
    )
    assert client_of("dinas", area="63.71.01").get("/indikator/spm/")["Location"] == CITY


def test_a_province_chooses_among_its_cities(client_of, require, neighbour):
    require("paud", "penerima", 10, 5)
    client = client_of("fasilitator")
    page = client.get("/indikator/spm/").text
    assert CITY in page
    assert "/indikator/spm/63.72/" not in page
    assert "/indikator/spm/63.72/" in client.get("/indikator/spm/", {"q": "banjarbaru"}).text
    assert "/indikator/spm/62.71/" not in client.get("/indikator/spm/", {"q": "palangka"}).text


def test_the_nation_and_an_account_without_school_find_a_page(client_of):
    nation = client_of(User.objects.create(email="n@contoh.id", name="N", role=Role.ADMIN))
    assert nation.get("/indikator/spm/").status_code == 200
    assert client_of("sekolah").get("/indikator/spm/").status_code == 200


def test_the_indicators_of_a_city_lead_to_its_index(client_of):
    assert CITY in client_of("pimpinan").get("/indikator/wilayah/63.71/").text


@pytest.mark.parametrize("page", ["", "perhitungan/", "perhitungan/pdf/", "triwulan/"])
def test_neighbours_and_other_levels_are_not_found(page, client_of):
    client = client_of("dinas")
    assert client.get(f"/indikator/spm/63.72/{page}").status_code == 404
    assert client.get(f"/indikator/spm/63/{page}").status_code == 404
    assert client.get(f"/indikator/spm/63.71.01/{page}").status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        {"tahun": "2018"},
        {"tahun": "2999"},
        {"tahun": "x"},
        {"tahun": "2025", "triwulan": "5"},
        {"triwulan": "-1"},
        {"tahun": "9" * 10},
    ],
)
def test_an_address_of_no_period_is_not_found(asked, client_of):
    assert client_of("dinas").get(CITY, asked).status_code == 404


# What stands there


def test_each_service_has_its_parts_index_and_both_labels(client_of, require):
    require("paud", "penerima", 1200, 1100)
    require("paud", "penerima", 300, 100)
    require("paud", "mutu", 40, 20)
    response = client_of("pimpinan").get(CITY, YEAR)
    paud = result_of(response, "paud")
    assert [(one.sums.needed, one.sums.met) for one in paud.parts] == [(1500, 1200), (40, 20)]
    assert paud.index == 80 * Decimal("0.8") + 50 * Decimal("0.2")
    assert (paud.predicate, paud.rapor_word) == ("Tuntas Pratama", "Baik")
    assert "1.500" in response.text
    assert "Tuntas Pratama" in response.text
    assert "Baik · hijau" in response.text


def test_what_is_missing_is_said_and_gives_no_index(client_of, complete, require):
    complete()[-1].delete()
    response = client_of("dinas").get(CITY, YEAR)
    equivalence, city = result_of(response, "kesetaraan"), result_of(response, "")
    assert (equivalence.index, city.index) == (None, None)
    assert equivalence.gaps == ["Mutu minimal layanan dasar: belum ada isian"]
    assert city.gaps == ["Mutu minimal layanan dasar: belum ada isian Kesetaraan"]
    assert result_of(response, "paud").index == 80
    assert response.text.count("Tidak ada indeks.") == 2


def test_nothing_needed_is_said_apart_from_nothing_entered(client_of, complete):
    row = complete()[-1]
    row.needed = row.met = 0
    row.save()
    response = client_of("dinas").get(CITY, YEAR)
    assert result_of(response, "kesetaraan").index is None
    assert result_of(response, "kesetaraan").gaps == [
        "Mutu minimal layanan dasar: jumlah yang harus dilayani atau dipenuhi 0"
    ]
    assert result_of(response, "").index == 80


def test_more_met_than_needed_is_shown_raw_with_a_warning(client_of, require):
    require("paud", "penerima", 100, 130)
    require("paud", "mutu", 100, 50)
    response = client_of("dinas").get(CITY, YEAR)
    assert result_of(response, "paud").index == 90
    assert "130%" in response.text
    assert "dihitung 100 dalam indeks" in response.text
    assert "lebih dari yang harus" in response.text


def test_without_an_excess_nothing_warns(client_of, complete):
    complete()
    page = client_of("dinas").get(CITY, YEAR).text
    assert "dihitung 100 dalam indeks" not in page
    assert "lebih dari yang harus" not in page


def test_the_official_index_stands_beside_and_changes_nothing(client_of, complete, city):
    complete()
    SpmOfficialIndex.objects.create(
        area=city, year=2025, service="paud", value=Decimal("91.5"), source="Laporan e-SPM"
    )
    response = client_of("pimpinan").get(CITY, YEAR)
    paud = result_of(response, "paud")
    assert (paud.index, paud.predicate, paud.official.value) == (80, "Tuntas Madya", 91.5)
    assert paud.official_gap == Decimal("-11.5")
    assert "Laporan e-SPM" in response.text
    assert "−11,5 poin" in response.text


def test_an_official_index_alone_gives_no_computed_one(client_of, city):
    SpmOfficialIndex.objects.create(area=city, year=2025, value=88, source="Laporan e-SPM")
    whole = result_of(client_of("pimpinan").get(CITY, YEAR), "")
    assert (whole.index, whole.official.value) == (None, 88)


def test_periods_and_cities_do_not_mix(client_of, complete, require, neighbour):
    complete()
    require("paud", "penerima", 900, 0, quarter=1)
    require("paud", "penerima", 900, 0, year=2024)
    require("paud", "penerima", 900, 0, area=neighbour)
    assert result_of(client_of("dinas").get(CITY, YEAR), "").index == 80


def test_the_page_opens_with_the_newest_year_best_as_a_whole(city, require):
    today = date(2026, 11, 25)
    assert period_to_open(city, today) == Period(2026, 0)
    require("paud", "penerima", 10, 5, year=2025, quarter=2)
    require("paud", "penerima", 10, 5, year=2025, quarter=3)
    assert period_to_open(city, today) == Period(2025, 3)
    require("paud", "penerima", 10, 5, year=2025, quarter=0)
    assert period_to_open(city, today) == Period(2025, 0)
    require("paud", "penerima", 10, 5, year=2026, quarter=1)
    assert period_to_open(city, today) == Period(2026, 1)


@pytest.mark.parametrize("role", ["fasilitator", "pimpinan"])
def test_readers_are_offered_nothing_to_write(role, client_of, complete):
    complete()
    assert "Tambah baris" not in client_of(role).get(CITY, YEAR).text
    assert "Tambah baris" in client_of("dinas").get(CITY, YEAR).text


@pytest.mark.parametrize("page", [CITY, STEPS, ESPM])
def test_a_page_takes_as_many_queries_for_few_rows_as_for_many(page, client_of, complete):
    client = client_of("dinas")
    complete(quarter=3)
    client.get(page, THIRD)
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page, THIRD).status_code == 200
        counts.append(len(captured))
        for _more in range(5):
            complete(quarter=3)
    assert counts[0] == counts[1] <= 15


def test_a_report_takes_two_queries(city, complete, django_assert_num_queries):
    complete()
    with django_assert_num_queries(2):
        report = spm_report(city, Period(2025, 0))
        assert [one.index for one in report.results] == [80] * 4


# Tunjukkan perhitungan


def test_every_number_of_the_computation_is_printed_and_linked(client_of, require):
    first = require("paud", "penerima", 1200, 1100)
    second = require("paud", "penerima", 300, 99)
    quality = require("paud", "mutu", 3, 2)
    page = client_of("pimpinan").get(STEPS, YEAR).text
    for row in (first, second, quality):
        assert page.count(f'href="{row.get_absolute_url()}"') == 2
    for text in (
        "1.199 ÷ 1.500 × 100",
        "79,9333…%",
        "66,6666…%",
        "0,80 × 79,9333… + 0,20 × 66,6666…",
        "63,9466… + 13,3333…",
        "77,28",
        "70 ≤ indeks &lt; 80",
        "Tuntas Pratama",
        "indeks &gt; 70",
    ):
        assert text in page, text


def test_an_index_just_below_a_threshold_does_not_read_as_it(client_of, require):
    for part in ("penerima", "mutu"):
        require("paud", part, 300_000_001, 180_000_000)
    page = client_of("pimpinan").get(STEPS, YEAR).text
    assert "59,9999…" in page
    assert "indeks &lt; 60" in page
    assert "Belum Tuntas" in page


def test_the_computation_is_a_paper_too(client_of, complete, city):
    complete()[0].delete()
    response = client_of("pimpinan").get(f"{STEPS}pdf/", YEAR)
    assert response["Content-Type"] == "application/pdf"
    assert "perhitungan-spm-63.71-2025-setahun.pdf" in response["Content-Disposition"]
    assert response.content.startswith(b"%PDF-")


def test_a_paper_of_an_empty_period_is_made(client_of):
    assert client_of("pimpinan").get(f"{STEPS}pdf/", YEAR).status_code == 200


# The quarter for e-SPM


def test_what_is_due_and_what_is_missing(city, complete, require):
    complete(quarter=2)[0].delete()
    complete(year=2024, quarter=4)
    due, states = quarter_states(city, 2025, date(2025, 1, 15))
    assert (due.period, due.days_left, due.missing) == (Period(2024, 4), 5, [])
    assert [one.done for one in states] == [0, 5, 0, 0]
    assert states[1].missing == ["PAUD: Penerima layanan dasar"]
    assert [one.days_left for one in states] == [95, 186, 278, 370]
    _due, states = quarter_states(city, 2025, date(2025, 4, 21))
    assert (states[0].days_left, states[0].days_since) == (-1, 1)


def test_a_whole_year_fills_no_quarter(city, complete):
    complete()
    _due, states = quarter_states(city, 2025, date(2025, 4, 1))
    assert [one.done for one in states] == [0, 0, 0, 0]


def test_the_quarter_page_says_what_is_missing_and_opens_with_what_is_due(client_of, require):
    require("paud", "penerima", 1234, 1000, quarter=3)
    page = client_of("pimpinan").get(ESPM, THIRD).text
    assert "20 Oktober 2025" in page
    assert "Kesetaraan: Mutu minimal layanan dasar" in page
    assert "<li>PAUD: Penerima layanan dasar</li>" not in page
    assert "1.234" in page
    response = client_of("dinas").get(ESPM)
    assert response.context["period"] == response.context["due"].period


def test_a_whole_year_has_no_report(client_of):
    assert client_of("dinas").get(ESPM, YEAR).status_code == 404
    assert client_of("dinas").get(f"{ESPM}xlsx/", YEAR).status_code == 404


def test_the_workbook_holds_the_rows_in_order_ready_to_type(client_of, require):
    require("kesetaraan", "penerima", 0, 0, quarter=3, name="Kejar paket")
    require("paud", "mutu", "1234.50", 1000, quarter=3, name="=Guru")
    require("paud", "penerima", 1200, 1300, quarter=3, name="Anak", source="Dapodik")
    require("paud", "penerima", 1, 1, quarter=2, name="Bukan triwulan ini")
    response = client_of("pimpinan").get(f"{ESPM}xlsx/", THIRD)
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(response.streaming_content)))
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert head[:5] == [
        "Layanan",
        "Bagian",
        "Nama",
        "Harus dilayani/dipenuhi",
        "Terlayani/terpenuhi",
    ]
    assert [tuple(row[:7]) for row in rows] == [
        ("PAUD", "Penerima layanan dasar", "Anak", "1200", "1300", "0", "108,3333"),
        ("PAUD", "Mutu minimal layanan dasar", "=Guru", "1234,5", "1000", "234,5", "81,0044"),
        ("Kesetaraan", "Penerima layanan dasar", "Kejar paket", "0", "0", "0", "–"),
    ]
    about = dict(book.get_sheet_by_index(1).to_python())
    assert about["Periode"] == "Triwulan III 2025"
    assert about["e-SPM ditutup"] == "20 Oktober 2025"
    assert "Pendidikan Dasar: Penerima layanan dasar" in about["Belum ada isian"]
