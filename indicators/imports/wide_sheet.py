"""Layout (c), the wide sheet of a dinas: a school a row, an indicator a column (domain notes §3, Files)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.imports.columns import row
from indicators.imports.texts import YEAR, address, at, code_and_name, first_line, text, year_in
from portal.imports.headers import normal
from portal.imports.reading import Unreadable

NPSN = {"npsn", "npsnsekolah", "nomorpokoksekolahnasional"}
NAMES = {"namasekolah", "namasatuanpendidikan", "nama", "satuanpendidikan", "sekolah"}
# What else such a sheet says of a school, and the numbering of its rows.
OF_SCHOOL = {
    "no",
    "nomor",
    "kecamatan",
    "kelurahan",
    "status",
    "statussekolah",
    "bp",
    "bentuk",
    "bentukpendidikan",
    "jenjang",
    "alamat",
    "akreditasi",
}
# Columns of a table with a figure a row: no wide sheet.
OF_LONG_TABLE = {"indikator", "namaindikator", "nilai"}


@dataclass(frozen=True)
class Asked:
    """A column with the figures of an indicator."""

    position: int
    code: str
    name: str
    year: str


@dataclass(frozen=True)
class WideSheet:
    """The header as it was found: its row from 1, the columns of the school and of the indicators."""

    header_row: int
    npsn_at: int
    name_at: int | None
    asked: list[Asked]

    @classmethod
    def of(cls, first: list[list], _file_name: str) -> "WideSheet | None":
        """The layout, where one of the first rows names NPSN and further columns.

        The year stands in a column's header or above the table. Raises Unreadable where it does not.
        """
        for number, cells in enumerate(first, 1):
            named = [normal(text(cell)) for cell in cells]
            if not NPSN & set(named) or OF_LONG_TABLE & set(named):
                continue
            npsn_at = next(p for p, name in enumerate(named) if name in NPSN)
            name_at = next((p for p, name in enumerate(named) if name in NAMES), None)
            year = year_in(" ".join(text(c) for above in first[: number - 1] for c in above))
            asked = [
                _asked(position, first_line(cell), year)
                for position, cell in enumerate(cells)
                if named[position] and named[position] not in NPSN | NAMES | OF_SCHOOL
            ]
            if asked:
                return cls(number, npsn_at, name_at, _with_years(number, asked))
        return None

    def rows(self, sheet: Iterator[list]) -> Iterator[list[str]]:
        """A row for each cell that is filled."""
        for number, cells in enumerate(sheet, 1):
            if number <= self.header_row:
                continue
            npsn, name = at(cells, self.npsn_at), at(cells, self.name_at)
            for one in self.asked:
                value = at(cells, one.position)
                if value:
                    yield row(
                        sel=address(number, one.position),
                        npsn=npsn,
                        nama=name,
                        kode=one.code,
                        indikator=one.name or one.code,
                        tahun=one.year,
                        nilai=value,
                    )


def _asked(position: int, told: str, year: str) -> Asked:
    own = year_in(told)
    code, name = code_and_name(YEAR.sub("", told).strip(" ()-–:") if own else told)
    return Asked(position, code, name, own or year)


def _with_years(header_row: int, asked: list[Asked]) -> list[Asked]:
    for one in asked:
        if not one.year:
            raise Unreadable(
                _(
                    "Tahun Rapor tidak tertulis pada sel %(cell)s maupun di atas tabel. Tulis tahunnya, "
                    "misalnya “%(name)s 2024”, lalu unggah lagi."
                )
                % {"cell": address(header_row, one.position), "name": one.name or one.code}
            )
    return asked
