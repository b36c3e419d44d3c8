"""Layout (a), the report of one school: an indicator a row (domain notes §3, Files).

`LAPORAN RAPOR PENDIDIKAN {SEKOLAH} TAHUN {year}` above, the header a few rows below it: `No | Indikator |
Capaian | Skor Rapor {y} | Definisi Capaian | Perubahan Skor dari Tahun Lalu | Skor Rapor {y-1} | Peringkat di
Kab./Kota | [Peringkat di Provinsi] | Peringkat secara Nasional | Sumber Data`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from indicators.imports.columns import row
from indicators.imports.texts import address, at, code_and_name, first_line, text
from portal.imports.headers import normal
from portal.imports.reading import Unreadable

TITLE = re.compile(r"LAPORAN\s+RAPOR\s+PENDIDIKAN\s+(.+?)\s+TAHUN\s+(20[0-9]{2})", re.IGNORECASE)
SCORE = re.compile(r"skor\s+rapor\s+(20[0-9]{2})", re.IGNORECASE)
NPSN = re.compile(r"(?<![0-9])([0-9]{8})(?![0-9])")
# `Kurang (8,33% siswa sudah mencapai kompetensi minimum)`
ACHIEVED = re.compile(r"^([^(]*?)\s*(?:\(\s*([0-9.,]+)\s*%.*)?$", re.DOTALL)
OTHERS = {
    "no": "kode",
    "indikator": "indikator",
    "capaian": "label",
    "perubahanskordaritahunlalu": "perubahan",
    "peringkatdikabkota": "peringkat_kabkota",
    "peringkatdiprovinsi": "peringkat_provinsi",
    "peringkatsecaranasional": "peringkat_nasional",
    "sumberdata": "sumber",
}


@dataclass
class SchoolReport:
    """What is known of the sheet so far; rows are taken in their order, from 1."""

    file_name: str
    school: str = ""
    year: str = ""
    npsn: str = ""
    positions: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, first: list[list], file_name: str) -> "SchoolReport | None":
        """The layout, where the first rows hold such a title."""
        for cells in first:
            for cell in cells:
                found = TITLE.search(text(cell)) if isinstance(cell, str) else None
                if found:
                    return cls(file_name, found.group(1).strip(), found.group(2))
        return None

    def rows(self, sheet: Iterator[list]) -> Iterator[list[str]]:
        """The figures of the sheet. Raises Unreadable where no header follows the title."""
        for number, cells in enumerate(sheet, 1):
            if self.positions:
                yield from self._figure(number, cells)
            elif not self._is_header(cells):
                self._look_for_npsn(cells)
        if not self.positions:
            raise Unreadable(
                _(
                    "Judul rapor sekolah ditemukan, tetapi baris judul kolom (Indikator, Capaian, "
                    "Skor Rapor %s) tidak ada. Unduh ulang rapornya."
                )
                % self.year
            )

    def _is_header(self, cells: list) -> bool:
        named = {normal(text(cell)): position for position, cell in enumerate(cells)}
        if "indikator" not in named or "capaian" not in named:
            return False
        found = {OTHERS[name]: position for name, position in named.items() if name in OTHERS}
        for position, cell in enumerate(cells):
            score = SCORE.search(text(cell))
            if score:
                found["nilai" if score.group(1) == self.year else "nilai_lalu"] = position
        self.positions = found
        self.npsn = self.npsn or _npsn_of(self.file_name)
        return True

    def _look_for_npsn(self, cells: list) -> None:
        for cell in cells:
            if "npsn" in text(cell).lower() or NPSN.fullmatch(text(cell)):
                self.npsn = self.npsn or _npsn_of(" ".join(text(one) for one in cells))

    def _figure(self, number: int, cells: list) -> Iterator[list[str]]:
        told = {name: at(cells, position) for name, position in self.positions.items()}
        label, share = ACHIEVED.match(told.get("label", "")).groups()
        value = told.get("nilai") or share or ""
        code, name = code_and_name(first_line(told["indikator"]))
        if not name or not (value or label):
            return  # a heading, a note below the table
        place = self.positions.get("nilai", self.positions["label"])
        yield row(
            **told
            | {
                "kode": code_and_name(told.get("kode", ""))[0] or code,
                "indikator": name,
                "label": label,
                "nilai": value,
            },
            sel=address(number, place),
            npsn=self.npsn,
            nama=self.school,
            tahun=self.year,
        )


def _npsn_of(told: str) -> str:
    found = NPSN.search(told)
    return found.group(1) if found else ""
