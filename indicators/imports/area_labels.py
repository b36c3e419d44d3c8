"""Layout (b), the daerah workbook: a sheet a province, labels only (domain notes §3, Files).

Three rows of header: parent codes and indicator names, merged over their columns, and below them `Provinsi |
Kabupaten/Kota | Jenis Satuan Pendidikan | Status` and then pairs `Label Capaian {year} | Perubahan Nilai
Capaian`. Kabupaten/Kota `-` is the province's own row.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.imports.columns import row
from indicators.imports.texts import address, at, code_and_name, first_line, text
from portal.imports.headers import normal
from portal.imports.reading import Unreadable

LABEL = re.compile(r"label\s+capaian\s+(20[0-9]{2})", re.IGNORECASE)
CHANGE = "perubahannilaicapaian"
PLACES = {
    "provinsi": "provinsi",
    "kabupatenkota": "wilayah",
    "jenissatuanpendidikan": "jenis",
    "status": "status",
}
OWN_ROW = "-"


@dataclass(frozen=True)
class Printed:
    """An indicator's pair of columns."""

    label_at: int
    change_at: int | None
    year: str
    parent: str
    name: str


@dataclass(frozen=True)
class AreaLabels:
    """The header as it was found: its last row from 1, the columns of the place and of the indicators."""

    header_row: int
    places: dict[str, int]
    printed: list[Printed]

    @classmethod
    def of(cls, first: list[list], _file_name: str) -> "AreaLabels | None":
        """The layout, where one of the first rows has its columns.

        Raises Unreadable, with the cell's address, where a merged header does not stand above its pair.
        """
        for number, cells in enumerate(first, 1):
            named = {normal(text(cell)): position for position, cell in enumerate(cells)}
            if number > 2 and {"provinsi", "kabupatenkota"} <= named.keys():
                places = {PLACES[n]: p for n, p in named.items() if n in PLACES}
                if any(LABEL.search(text(cell)) for cell in cells):
                    return cls(number, places, _pairs(number, first))
        return None

    def rows(self, sheet: Iterator[list]) -> Iterator[list[str]]:
        """A row for each label that is printed."""
        for number, cells in enumerate(sheet, 1):
            if number <= self.header_row:
                continue
            told = {name: at(cells, position) for name, position in self.places.items()}
            area = told["wilayah"] if told["wilayah"] not in ("", OWN_ROW) else told["provinsi"]
            for one in self.printed:
                label = at(cells, one.label_at)
                if area and label:
                    yield row(
                        sel=address(number, one.label_at),
                        wilayah=area,
                        indikator=one.name,
                        induk=one.parent,
                        tahun=one.year,
                        label=label,
                        perubahan=at(cells, one.change_at),
                        jenis=told.get("jenis", ""),
                        status=told.get("status", ""),
                    )


def _pairs(header_row: int, first: list[list]) -> list[Printed]:
    codes, names, columns = first[header_row - 3 : header_row]
    found: list[Printed] = []
    for position, cell in enumerate(columns):
        labelled = LABEL.search(text(cell))
        if not labelled:
            continue
        _code, name = code_and_name(first_line(at(names, position)))
        year = labelled.group(1)
        if not name:
            # One name is merged over the pairs of several years.
            if not found or found[-1].year == year or _stands_between(names, found[-1], position):
                raise Unreadable(
                    _(
                        "Sel %(cell)s kosong, padahal nama indikator harus berdiri di atas “%(label)s”. "
                        "Judul gabungannya bergeser; unduh ulang berkasnya."
                    )
                    % {"cell": address(header_row - 1, position), "label": text(cell)}
                )
            name = found[-1].name
        following = position + 1 if normal(at(columns, position + 1)) == CHANGE else None
        found.append(Printed(position, following, year, _parent(codes, position), name))
    return found


def _stands_between(names: list, last: Printed, position: int) -> bool:
    """Whether another name stands between the last pair's and this one: not above any label."""
    return any(at(names, between) for between in range(last.label_at + 1, position))


def _parent(codes: list, position: int) -> str:
    """The code merged over this column: the nearest one at its left."""
    told = next((at(codes, left) for left in range(position, -1, -1) if at(codes, left)), "")
    return code_and_name(told)[0]
