"""From the sheets of a file of figures to one table, whichever layout they have."""

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from indicators.imports.area_labels import AreaLabels
from indicators.imports.columns import COLUMNS, HEADERS, NAMES
from indicators.imports.school_report import SchoolReport
from indicators.imports.texts import address, at, text
from indicators.imports.wide_sheet import WideSheet
from portal.imports.headers import Header, NoHeader, find_header
from portal.imports.reading import OF_MEMBER, Source, Unreadable

LAYOUTS = (SchoolReport, AreaLabels, WideSheet)
ROWS_LOOKED_AT = 50


class LongTable:
    """A table that has a figure a row already."""

    def __init__(self, header: Header):
        self.header = header

    @classmethod
    def of(cls, first: list[list], _file_name: str) -> "LongTable | None":
        try:
            return cls(find_header([[text(c) for c in cells] for cells in first], COLUMNS))
        except NoHeader:
            return None

    def rows(self, sheet: Iterator[list]) -> Iterator[list[str]]:
        matching = self.header.matching
        for number, cells in enumerate(sheet, 1):
            if number <= self.header.row:
                continue
            told = [at(cells, matching.get(name)) for name in NAMES]
            if any(told):
                told[0] = told[0] or address(number, matching["nilai"])
                yield told


class Reshaped(Source):
    """A file of figures as one sheet: a header, and a figure a row with the cell that it came from."""

    sheets = [""]

    def __init__(self, source: Source, file_name: str):
        self.source, self.file_name = source, file_name

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """The table. Raises Unreadable where no sheet has a known layout."""
        yield HEADERS
        known = 0
        for name in self.source.sheets:
            layout = self._layout_of(name)
            if layout is None:
                continue
            known += 1
            for told in layout.rows(self.source.cells(name)):
                told[0] = self._place(name, told[0])
                yield told
        if not known:
            raise Unreadable(
                _(
                    "Berkas ini bukan rapor sekolah, rapor daerah, lembar NPSN × indikator, maupun "
                    "tabel dengan kolom Indikator, Tahun, dan Nilai. Unduh berkas contohnya."
                )
            )

    def height(self, sheet: str) -> int:
        return sum(self.source.height(name) for name in self.source.sheets)

    def _layout_of(self, sheet: str):
        first = list(islice(self.source.cells(sheet), ROWS_LOOKED_AT))
        member = sheet.rpartition(OF_MEMBER)[0]
        for layout in (*LAYOUTS, LongTable):
            try:
                found = layout.of(first, member or self.file_name)
            except Unreadable as reason:
                raise Unreadable(f"{sheet}: {reason}" if sheet else str(reason)) from reason
            if found:
                return found
        return None

    def _place(self, sheet: str, cell: str) -> str:
        """The address of a cell, with its sheet where there are several."""
        return f"{sheet}!{cell}" if len(self.source.sheets) > 1 else cell
