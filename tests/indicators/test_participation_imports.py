"""Layout (d), the sheet of population and participation: built with its ugly parts, read to equal counts."""

import pytest

from indicators.models import Headcount
from indicators.participation.queries import participation_of
from portal.imports import operations
from portal.imports.profiles import profile_of
from portal.models import Area
from tests.indicators.workbooks import DAY, put, workbook

pytestmark = pytest.mark.django_db

HEADER = [
    "No",
    "Kabupaten/Kota",
    "Tahun",
    "Kelompok Usia",
    "Jenjang",
    "Jumlah\nPenduduk",
    "Bersekolah",
    "Murid Seluruhnya",
    "Murid Usia Resmi",
    "Sumber Penduduk",
    "Tahun Sumber Penduduk",
    "Sumber Siswa",
]
# fmt: off
ROWS = [
    [
        1,
        "Kota Banjarmasin",
        2024,
        "5 s.d. 6",
        "",
        "21.480",
        18_900.0,
        "-",
        "",
        "Dukcapil",
        2024,
        "Dapodik",
    ],
    [
        2,
        "63.71",
        "2024",
        "7–12 tahun",
        "SD/MI",
        71_234,
        "70.010",
        "73.500",
        "66.000",
        "Dukcapil",
        "",
        "Dapodik",
    ],
    [
        3,
        "KOTA BANJARMASIN",
        2024.0,
        "13 - 15",
        "SMP",
        34_000,
        32_500,
        33_100,
        27_900,
        "Dukcapil",
        "",
        "Dapodik",
    ],
    [4, "Kota Banjarmasin", 2024, "7-12", "", 72_000, "", "", "", "Proyeksi BPS", 2020, ""],
    [],
    [5, "Kota Banjarmasin", 2024, "16–18", "SMA", "N/A", "-", "", "", "", "", ""],
]
# fmt: on


def sheet(rows: list[list], header: list = HEADER):
    """A sheet with a merged title, notes and the header on its fifth row."""

    def fill(book):
        page = book.add_worksheet("Partisipasi")
        page.merge_range(0, 0, 0, 8, "DATA PENDUDUK DAN PARTISIPASI")
        page.write(1, 0, "Sumber: olahan dinas")
        put(page, [header, *rows], first=4)

    return workbook(fill, "partisipasi.xlsx")


def staged(file, area: str | None = "63.71"):
    return operations.receive(
        file,
        name=file.name,
        profile=profile_of("partisipasi"),
        by=None,
        area=Area.objects.get(pk=area) if area else None,
        holds_from=DAY,
    )


def committed(file, **options):
    batch = staged(file, **options)
    operations.commit(batch, by=None)
    batch.refresh_from_db()
    return batch


def counts() -> list[tuple]:
    return sorted(
        (one.kind, one.age_from or 0, one.age_to or 0, one.count, one.source, one.source_year)
        for one in Headcount.objects.all()
    )


def codes(batch) -> list[list[str]]:
    return list(batch.rows.order_by("number").values_list("errors", flat=True))


def test_the_sheet_is_read_to_equal_counts_and_gives_the_rates(city):
    committed(sheet(ROWS))
    assert counts() == [
        ("bersekolah", 5, 6, 18_900, "Dapodik", 2024),
        ("bersekolah", 7, 12, 70_010, "Dapodik", 2024),
        ("bersekolah", 13, 15, 32_500, "Dapodik", 2024),
        ("penduduk", 5, 6, 21_480, "Dukcapil", 2024),
        ("penduduk", 7, 12, 71_234, "Dukcapil", 2024),
        ("penduduk", 7, 12, 72_000, "Proyeksi BPS", 2020),
        ("penduduk", 13, 15, 34_000, "Dukcapil", 2024),
        ("sd", 0, 0, 73_500, "Dapodik", 2024),
        ("sd", 7, 12, 66_000, "Dapodik", 2024),
        ("smp", 0, 0, 33_100, "Dapodik", 2024),
        ("smp", 13, 15, 27_900, "Dapodik", 2024),
    ]
    rows = {row.rate.code: row for row in participation_of(city, 2024).rows}
    [of_city] = rows["aps-7-15"].quotients
    assert of_city.pupils.count == 102_510
    assert of_city.residents.count == 105_234


def test_the_same_file_again_changes_nothing_and_a_newer_one_what_differs():
    committed(sheet(ROWS))
    assert staged(sheet(ROWS)).counts["unchanged"] == 5
    changed = [list(row) for row in ROWS]
    changed[1][5] = 71_300
    batch = committed(sheet(changed))
    assert batch.counts["changed"] == 1
    assert Headcount.objects.get(kind="penduduk", age_from=7, source="Dukcapil").count == 71_300
    assert Headcount.objects.get(kind="penduduk", age_from=7, source="Proyeksi BPS").count == 72_000


def test_an_undone_import_leaves_what_was_there():
    committed(sheet(ROWS[:1]))
    before = counts()
    changed = [list(row) for row in ROWS]
    changed[0][5] = 1
    batch = committed(sheet(changed))
    assert counts() != before
    operations.undo(batch, by=None)
    assert counts() == before


def test_each_fault_is_told_in_its_row():
    years = iter(range(2011, 2025))  # a year each, so that no row repeats another

    def row(**cells) -> list:
        usual = dict(zip(HEADER, ROWS[1], strict=True)) | {"Tahun": next(years)} | cells
        return [usual[name] for name in HEADER]

    batch = staged(
        sheet(
            [
                row(**{"Kabupaten/Kota": "Kota Atlantis"}),
                row(**{"Kabupaten/Kota": "63.72"}),
                row(**{"Tahun": "24"}),
                row(**{"Kelompok Usia": "tujuh"}),
                row(**{"Kelompok Usia": "12-7"}),
                row(**{"Jenjang": "SD Inpres"}),
                row(**{"Jenjang": "SMP"}),
                row(**{"Jenjang": ""}),
                row(**{"Bersekolah": "70,5"}),
                row(**{"Bersekolah": "７０"}),
                row(**{"Sumber Penduduk": "", "Kelompok Usia": "7-12"}),
                row(**{"Sumber Siswa": " "}),
                row(**{"Tahun Sumber Penduduk": "dua ribu"}),
                row(**{"Bersekolah": "9.999.999.999"}),
            ]
        )
    )
    assert codes(batch) == [
        ["wilayah.unknown"],
        ["wilayah.elsewhere"],
        ["tahun.malformed"],
        ["usia.malformed"],
        ["usia.malformed", "jenjang.other_ages"],
        ["jenjang.unknown"],
        ["jenjang.other_ages"],
        ["jenjang.missing"],
        ["bersekolah.malformed"],
        ["bersekolah.malformed"],
        ["sumber_penduduk.missing"],
        ["sumber_murid.missing"],
        ["tahun_penduduk.malformed"],
        ["bersekolah.malformed"],
    ]
