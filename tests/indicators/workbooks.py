"""Workbooks of figures in the layouts of domain notes §3, built as the ministry and dinas build them."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter
from django.core.files.base import ContentFile

from portal.imports import operations
from portal.imports.models import Batch
from portal.imports.profiles import profile_of
from portal.models import Area
from tests.schools.importing import DAY

REPORT_HEADER = [
    "No",
    "Indikator",
    "Capaian",
    "Skor Rapor {year}",
    "Definisi Capaian",
    "Perubahan Skor dari Tahun Lalu",
    "Skor Rapor {before}",
    "Peringkat di Kab./Kota",
    "Peringkat secara Nasional",
    "Sumber Data",
]
LITERACY = [
    "A.1",
    "Kemampuan literasi\nPersentase siswa yang mencapai kompetensi minimum.",
    "Sedang (41,67% siswa sudah mencapai kompetensi minimum)",
    41.67,
    "Kurang dari 70% siswa mencapai kompetensi minimum.",
    "Naik 25,02%",
    33.33,
    "Peringkat menengah atas (21-40%)",
    "Peringkat bawah (81-100%)",
    "Asesmen Nasional",
]
SUB_ROW = [
    "",
    "Kompetensi membaca teks sastra\nNilai rata-rata.",
    "",
    52.5,
    "",
    "Turun 4,55%",
    55.0,
]
HEADING = ["A", "Mutu hasil belajar murid"]
WITHOUT = ["A.2", "Kemampuan numerasi\nDefinisi.", "-", "-", "", "", "-", "", "", ""]


def workbook(fill: Callable, name: str = "capaian.xlsx") -> ContentFile:
    """A .xlsx that `fill(book)` has written."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        fill(book)
    return ContentFile(out.getvalue(), name=name)


def put(page, rows: list[list], *, first: int = 0) -> None:
    """Write rows from a row on (from 0); None leaves a cell out."""
    for number, row in enumerate(rows, first):
        for position, cell in enumerate(row):
            if cell is not None:
                page.write(number, position, cell)


def school_report(
    rows: list[list],
    *,
    school: str = "SD NEGERI MURUNG RAYA 1",
    year: int = 2025,
    npsn: str = "30304120",
    header: list[str] = REPORT_HEADER,
) -> ContentFile:
    """Layout (a): title, notes, header in row 5, headings between the rows, notes below."""

    def fill(book) -> None:
        page = book.add_worksheet("Laporan Rapor")
        put(page, [[f"LAPORAN RAPOR PENDIDIKAN {school} TAHUN {year}"]])
        put(page, [["Catatan: nilai diunduh 3 Maret."], [f"NPSN: {npsn}"] if npsn else []], first=1)
        named = [text.format(year=year, before=year - 1) for text in header]
        put(page, [named, HEADING, *rows, [], ["", "Keterangan: data sementara"]], first=4)

    return workbook(fill, "rapor.xlsx")


def area_labels(
    rows: list[list],
    *,
    names: tuple[str, ...] = ("Kemampuan literasi", "Kemampuan numerasi"),
    parents: tuple[str, ...] = ("A.1", "A.2"),
    moved: int = 0,
    year: int = 2025,
) -> ContentFile:
    """Layout (b): parents in row 6 and names in row 7, merged over their pairs; data from row 9.

    `moved` shifts the merged names by so many columns, as editions did.
    """

    def fill(book) -> None:
        page = book.add_worksheet("Kalimantan Selatan")
        put(page, [["RAPOR PENDIDIKAN DAERAH"], ["Catatan"]])
        for number, (parent, name) in enumerate(zip(parents, names, strict=True)):
            first = 4 + 2 * number
            page.merge_range(5, first, 5, first + 1, parent)
            page.merge_range(6, first + moved, 6, first + 1 + moved, name)
        header = ["Provinsi", "Kabupaten/Kota", "Jenis Satuan Pendidikan", "Status"]
        header += [f"Label Capaian {year}", "Perubahan Nilai Capaian"] * len(names)
        put(page, [header, *rows], first=7)

    return workbook(fill, "daerah.xlsx")


def wide_sheet(
    header: list, rows: list[list], *, title: str = "DATA LITERASI TAHUN 2025"
) -> ContentFile:
    """Layout (c): a title, an empty row, the header, a school a row."""

    def fill(book) -> None:
        put(book.add_worksheet("Lembar1"), [[title], [], header, *rows])

    return workbook(fill, "lembar.xlsx")


def archive(**files: ContentFile) -> ContentFile:
    """Workbooks in one .zip, with what a Mac adds to it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, file in files.items():
            packed.writestr(f"rapor/{name}.xlsx", file.read())
        packed.writestr("__MACOSX/rapor/._a.xlsx", b"\0")
    return ContentFile(out.getvalue(), name="rapor.zip")


def staged(file: ContentFile, *, area: str | None = "63.71") -> Batch:
    """The file as the portal takes it in."""
    return operations.receive(
        file,
        name=file.name,
        profile=profile_of("capaian"),
        by=None,
        area=Area.objects.get(pk=area) if area else None,
        holds_from=DAY,
    )


def committed(file: ContentFile, **options) -> Batch:
    batch = staged(file, **options)
    operations.commit(batch, by=None)
    batch.refresh_from_db()
    return batch
