"""Files of figures in every layout: read to equal figures, faults told by cell, saved and taken back."""

from decimal import Decimal

import pytest
from django.core.files.base import ContentFile

from indicators.models import Indicator, Measurement, Rank
from portal.imports import operations, queries
from portal.imports.models import Outcome, State
from portal.imports.reading import Unreadable
from tests.indicators.conftest import DASMEN
from tests.indicators.workbooks import (
    LITERACY,
    REPORT_HEADER,
    SUB_ROW,
    WITHOUT,
    archive,
    area_labels,
    committed,
    school_report,
    staged,
    wide_sheet,
)

pytestmark = pytest.mark.django_db


def rows_of(batch) -> list:
    return queries.rows_of(batch, limit=100)


def codes(batch) -> list[list[str]]:
    return list(batch.rows.order_by("number").values_list("errors", flat=True))


def told(batch) -> list[str]:
    """Every sentence about a row, with the cell that it is about."""
    return [
        f"{row.cells['sel']}: {sentence}"
        for row in rows_of(batch)
        for sentences in row.errors.values()
        for sentence in sentences
    ]


def figures() -> list[tuple]:
    """Every figure: where, what, when, how much and its label."""
    return sorted(
        (str(m.place), m.indicator.name, m.year, m.value, m.label, m.colour)
        for m in Measurement.objects.select_related("indicator", "school", "area")
    )


# (a) the report of a school


def test_a_school_report_is_read_with_its_ugly_parts(school):
    batch = committed(school_report([LITERACY, SUB_ROW, WITHOUT]))
    assert batch.counts["new"] == 2
    assert figures() == [
        (str(school), "Kemampuan literasi", 2025, Decimal("41.67"), "Sedang", "kuning"),
        (str(school), "Kompetensi membaca teks sastra", 2025, Decimal("52.5"), "", ""),
    ]
    literacy = Measurement.objects.get(indicator__code="A.1")
    assert (literacy.rank_city, literacy.rank_nation) == (Rank.UPPER_MIDDLE, Rank.BOTTOM)
    assert (literacy.rank_province, literacy.data_source) == (None, "Asesmen Nasional")
    assert (literacy.source, literacy.state, literacy.reason) == ("rapor.xlsx", "resmi", "")
    first, _second, without = rows_of(batch)
    assert first.cells["sel"] == "D7"
    assert first.notes == []
    assert without.outcome == Outcome.UNCHANGED
    assert without.notes == ["Tidak tersedia dalam berkas; tidak ada yang disimpan."]


def test_an_edition_with_the_rank_in_the_province_and_moved_columns_is_read(school):
    header = [*REPORT_HEADER[:7], "Peringkat di Provinsi", *REPORT_HEADER[7:]]
    row = [*LITERACY[:7], "Peringkat atas (1-20%)", *LITERACY[7:]]
    committed(school_report([["", *row]], header=["", *header]))
    made = Measurement.objects.get()
    assert made.rank_province == Rank.TOP
    assert made.rank_city == Rank.UPPER_MIDDLE


def test_a_report_without_npsn_finds_its_school_by_name(school, make_school):
    committed(school_report([LITERACY], npsn="", school="SDN MURUNG RAYA 1"))
    assert Measurement.objects.get().school == school
    make_school(name="SD Negeri Murung Raya 1")
    batch = staged(school_report([LITERACY], npsn="", school="SDN MURUNG RAYA 1"))
    assert codes(batch) == [["nama.ambiguous"]]
    batch = staged(school_report([LITERACY], npsn="", school="SD ENTAH"))
    assert codes(batch) == [["nama.unknown"]]


def test_a_report_of_another_school_or_area_is_told(school, school_elsewhere):
    other = staged(school_report([LITERACY], school="SD NEGERI LAIN"))
    [row] = rows_of(other)
    assert row.notes == [
        "Nama sekolah dalam berkas lain dari nama dalam registri. Periksa NPSN-nya."
    ]
    unknown = staged(school_report([LITERACY], npsn="39999999"))
    assert codes(unknown) == [["npsn.unknown"]]
    elsewhere = staged(
        school_report([LITERACY], npsn=school_elsewhere.npsn, school=school_elsewhere.name)
    )
    assert codes(elsewhere) == [["place.elsewhere"]]


@pytest.mark.parametrize(
    ("printed", "before", "agrees"),
    [
        ("Naik 25,02%", 33.33, True),
        ("Turun 25,02%", 33.33, False),
        ("Naik 8,34%", 33.33, False),  # points, not the relative change
        ("Naik 100,00%", 0, True),
        ("Tidak berubah", 41.67, True),
        ("Tidak berubah", 33.33, False),
        ("", 33.33, True),
    ],
)
def test_a_printed_change_that_disagrees_is_shown(school, printed, before, agrees):
    row = [*LITERACY[:5], printed, before, *LITERACY[7:]]
    [read] = rows_of(staged(school_report([row])))
    assert read.outcome == Outcome.NEW
    assert [note.startswith("Perubahan yang tercetak") for note in read.notes] == [True] * (
        not agrees
    )


def test_last_years_file_again_goes_to_its_own_year(school):
    committed(school_report([LITERACY], year=2024))
    committed(school_report([LITERACY], year=2025))
    again = staged(school_report([LITERACY], year=2024))
    assert again.counts["unchanged"] == 1
    assert sorted(Measurement.objects.values_list("year", flat=True)) == [2024, 2025]


def test_a_report_whose_header_is_gone_is_refused(school):
    with pytest.raises(Unreadable, match="baris judul kolom"):
        staged(school_report([LITERACY], header=["No", "Uraian"]))


# (b) the daerah workbook


def test_the_daerah_workbook_is_read_with_its_merged_header(city):
    rows = [
        ["Kalimantan Selatan", "-", "Semua", "Semua", "Baik", "Naik", "Sedang", "Naik"],
        [
            "Kalimantan Selatan",
            "Kota Banjarmasin",
            "Semua",
            "Semua",
            "Sedang",
            "Turun",
            "Kurang",
            "",
        ],
        ["Kalimantan Selatan", "Kota Banjarmasin", "SD", "Negeri", "Baik", "Naik", "", ""],
    ]
    batch = staged(area_labels(rows))
    assert codes(batch) == [["place.elsewhere"]] * 2 + [[]] * 3
    operations.commit(batch, by=None, accept_valid=True)
    assert figures() == [
        ("Kota Banjarmasin", "Kemampuan literasi", 2025, None, "Baik", "hijau"),
        ("Kota Banjarmasin", "Kemampuan literasi", 2025, None, "Sedang", "kuning"),
        ("Kota Banjarmasin", "Kemampuan numerasi", 2025, None, "Kurang", "merah"),
    ]
    part = Measurement.objects.get(label="Baik")
    assert (part.of_form, part.of_status, part.of_sex) == ("SD", "negeri", "")
    assert not Measurement.objects.of(city).filter(pk=part.pk).exists()
    assert rows_of(batch)[2].cells["sel"] == "E10"


def test_a_province_reads_its_own_row(province):
    rows = [["Kalimantan Selatan", "-", "Semua", "Semua", "Baik", "", "Sedang", ""]]
    committed(area_labels(rows), area="63")
    assert {m.area for m in Measurement.objects.all()} == {province}


def test_a_merged_header_that_moved_by_a_column_is_refused_with_its_cell(city):
    rows = [["Kalimantan Selatan", "Kota Banjarmasin", "", "", "Sedang", "", "Kurang", ""]]
    with pytest.raises(Unreadable, match="Sel E7 kosong.*bergeser"):
        staged(area_labels(rows, moved=1))


def test_the_parent_decides_between_indicators_of_one_name(city):
    shared = "Kesenjangan antar wilayah"
    rows = [["Kalimantan Selatan", "Kota Banjarmasin", "", "", "Tinggi", "", "Tinggi", ""]]
    file = area_labels(rows, names=(shared, shared), parents=("B.1", "B.2"))
    batch = staged(file)
    found = Indicator.objects.filter(service=DASMEN, name=shared)
    assert sorted(found.values_list("parent_code", flat=True))[:2] == ["B.1", "B.2"]
    assert "indikator.ambiguous" not in sum(codes(batch), [])
    without = staged(area_labels(rows, names=(shared, shared), parents=("B", "Mutu")))
    assert all("indikator.ambiguous" in found for found in codes(without))


# (c) the wide sheet


def test_the_wide_sheet_is_read_by_its_headers(school, make_school):
    for number in (1, 2):
        make_school(npsn=f"3030412{number}", name=f"SD NEGERI MURUNG RAYA {number + 1}")
    header = [
        "No",
        "NPSN",
        "Nama Sekolah",
        "Kecamatan",
        "A.1 Kemampuan literasi",
        "Kemampuan numerasi",
    ]
    batch = staged(
        wide_sheet(
            header,
            [
                [1, 30304120, "SDN MURUNG RAYA 1", "Banjarmasin Selatan", "71,43%", 61.25],
                [2, "30304121", "SDN MURUNG RAYA 2", "Banjarmasin Selatan", " 71 ", None],
                [3, "30304122", "SDN MURUNG RAYA 3", "Banjarmasin Selatan", "N/A", "-"],
            ],
        )
    )
    assert dict(zip(cells_of(batch), codes(batch), strict=True)) == {
        "E4": [],
        "F4": ["indikator.ambiguous"],
        "E5": [],
        "E6": [],
        "F6": ["indikator.ambiguous"],
    }
    assert told(batch)[0].startswith("F4: “Kemampuan numerasi” dapat berarti beberapa indikator")


def cells_of(batch) -> list[str]:
    return [row.cells["sel"] for row in rows_of(batch)]


def test_a_year_may_stand_in_the_headers(school):
    header = ["NPSN", "A.1 Kemampuan literasi 2024", "A.1 Kemampuan literasi (2025)"]
    committed(wide_sheet(header, [["30304120", "60,5", "61.5"]], title="Lembar dinas"))
    assert list(Measurement.objects.order_by("year").values_list("year", "value")) == [
        (2024, Decimal("60.5")),
        (2025, Decimal("61.5")),
    ]


def test_a_sheet_without_a_year_is_refused_with_its_cell(school):
    with pytest.raises(Unreadable, match="sel B3.*Tulis tahunnya"):
        staged(wide_sheet(["NPSN", "A.1 Kemampuan literasi"], [["30304120", 60]], title="Lembar"))


BAD = [
    ("1.234", "nilai.thousands", "terbaca sebagai ribuan"),
    ("101", "nilai.outside", "di luar 0 sampai 100"),
    ("tujuh", "nilai.malformed", "bukan angka"),
    ("-5", "nilai.malformed", "bukan angka"),
    ("71,43,1", "nilai.malformed", "bukan angka"),
]


@pytest.mark.parametrize(("typed", "code", "sentence"), BAD)
def test_a_bad_value_is_told_with_its_cell(school, typed, code, sentence):
    batch = staged(wide_sheet(["NPSN", "A.1 Kemampuan literasi"], [["30304120", typed]]))
    assert codes(batch) == [[code]]
    assert sentence in told(batch)[0]
    assert told(batch)[0].startswith("B4: ")


@pytest.mark.parametrize("typed", ["71,43", "71.43", "71,43%", " 71,43 ", "71,43 %", 71.43])
def test_a_good_value_is_read_in_one_way(school, typed):
    committed(wide_sheet(["NPSN", "A.1 Kemampuan literasi"], [["30304120", typed]]))
    assert Measurement.objects.get().value == Decimal("71.43")
    assert Measurement.objects.get().label == "Baik"  # the published cut-offs decide


def test_a_computed_cell_with_three_decimals_is_no_thousand(school):
    batch = committed(
        wide_sheet(["NPSN", "A.1 Kemampuan literasi"], [["30304120", 71.433], ["30304120", 71.433]])
    )
    assert Measurement.objects.get().value == Decimal("71.433")
    assert batch.counts["duplicate"] == 1


def test_what_is_rounded_tiny_or_above_hundred_is_told(school, city):
    long = "Wilayah,Indikator,Kode,Tahun,Nilai,Label\n"
    rows = '63.71,Angka Partisipasi Sekolah (APS) 7 - 15,B.13,2025,"100,5",\n'
    file = ContentFile((long + rows).encode(), name="tabel.csv")
    assert "Di atas 100%" in rows_of(staged(file))[0].notes[0]
    sheet = wide_sheet(["NPSN", "A.1 Kemampuan literasi"], [["30304120", 0.714285714]])
    notes = rows_of(staged(sheet))[0].notes
    assert [note[:12] for note in notes] == ["Dibulatkan k", "Di bawah 1%:"]


def test_a_score_of_the_old_scale_is_refused_in_a_new_year_and_kept_in_its_own(school):
    header = ["NPSN", "D.4 Iklim keamanan satuan pendidikan"]
    new = staged(wide_sheet(header, [["30304120", "2,35"]], title="TAHUN 2023"))
    assert codes(new) == [["nilai.old_scale"]]
    old = staged(wide_sheet(header, [["30304120", "2,35"]], title="TAHUN 2022"))
    assert codes(old) == [[]]


def test_labels_are_checked(school):
    header = "NPSN,Indikator,Tahun,Nilai,Label\n"
    for label, code in (("Hebat", "label.unknown"), ("Kurang", "label.contradicts"), ("Baik", "")):
        file = f'{header}30304120,A.1,2025,"71,43",{label}\n'
        batch = staged(ContentFile(file.encode(), name="tabel.csv"))
        assert codes(batch) == [[code] if code else []]


def test_an_unknown_indicator_and_a_code_of_two_meanings_are_told(school, city):
    header = "Wilayah,Indikator,Tahun,Nilai,Label\n"
    file = f'{header}63.71,Z.9,2025,5,\n63.71,B.10,2025,"50",\n63.71,Karakter,2018,50,\n'
    batch = staged(ContentFile(file.encode(), name="tabel.csv"))
    assert codes(batch) == [["indikator.unknown"], ["indikator.ambiguous"], ["tahun.malformed"]]


def test_a_file_of_nothing_known_is_refused(school):
    with pytest.raises(Unreadable, match="bukan rapor sekolah, rapor daerah"):
        staged(ContentFile(b"Nama,Alamat\nA,B\n", name="lain.csv"))


# Many at once, again, and back


def test_many_reports_come_as_one_archive(school, make_school):
    other = make_school(npsn="30304121", name="SD NEGERI MURUNG RAYA 2")
    file = archive(
        a=school_report([LITERACY]), b=school_report([LITERACY], npsn=other.npsn, school=other.name)
    )
    batch = committed(file)
    assert set(Measurement.objects.values_list("school", flat=True)) == {school.pk, other.pk}
    assert cells_of(batch)[1] == "rapor/b.xlsx!Laporan Rapor!D7"


def test_a_damaged_member_of_an_archive_is_named(school):
    broken = ContentFile(b"PK\x03\x04 bukan", name="x")
    with pytest.raises(Unreadable, match=r"rapor/b\.xlsx: Berkas ini rusak"):
        staged(archive(a=school_report([LITERACY]), b=broken))


def test_the_same_file_twice_writes_nothing_and_an_undo_takes_everything_back(school):
    committed(school_report([LITERACY]))
    before = [Measurement.objects.values().get(), Measurement.pgh_event_model.objects.count()]
    again = staged(school_report([LITERACY, SUB_ROW]))
    assert (again.counts["unchanged"], again.counts["new"]) == (1, 1)
    corrected = [*LITERACY[:2], "Baik", 75.5, *LITERACY[4:]]
    changed = committed(school_report([corrected, SUB_ROW]))
    made = Measurement.objects.get(indicator__code="A.1")
    assert (made.value, made.label, made.reason) == (Decimal("75.5"), "Baik", "Impor rapor.xlsx")
    operations.undo(changed, by=None)
    changed.refresh_from_db()
    assert changed.state == State.UNDONE
    back = Measurement.objects.values().get()
    assert back | {"version": 1} == before[0]
    assert Measurement.pgh_event_model.objects.count() > before[1]  # and the history tells of it


# the counts behind a figure


def counted(*counts: str) -> ContentFile:
    rows = "".join(
        f"30304120;Kemampuan literasi;A.1;{year};70;{n}\n" for year, n in enumerate(counts, 2023)
    )
    return ContentFile(
        f"NPSN;Indikator;Kode;Tahun;Nilai;Jumlah Peserta\n{rows}".encode(), name="nilai.csv"
    )


def test_the_pupils_behind_a_figure_come_in_and_stay_where_a_later_file_is_silent(school):
    committed(counted("1.234", "45", "-"))
    assert [m.denominator for m in Measurement.objects.order_by("year")] == [1234, 45, None]
    batch = committed(counted("-", "46"))
    assert [m.denominator for m in Measurement.objects.order_by("year")] == [1234, 46, None]
    assert (batch.counts["unchanged"], batch.counts["changed"]) == (1, 1)


def test_a_count_that_is_none_is_told(school):
    batch = staged(counted("dua puluh", "0", "999.999.999.999"))
    assert codes(batch) == [["penyebut.malformed"], ["penyebut.zero"], ["penyebut.malformed"]]
    assert "Penyebut “dua puluh” bukan jumlah." in told(batch)[0]
