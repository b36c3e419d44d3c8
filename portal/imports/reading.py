"""The sheets of a workbook or text file as rows of text."""

import csv
import datetime
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import ModuleType

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from portal.imports.inside import Damaged, Extent, Locked
from portal.operations import Refused

MOST_ROWS = 1_000_000

DAMAGED = (
    Damaged,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
ENCODINGS_BY_MARK = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DELIMITERS = ",;\t"
SAMPLE = 64 * 1024
OF_MEMBER = "!"  # between a workbook of an archive and its sheet


class Unreadable(Refused):
    """The file cannot be taken in; the message says what is wrong with it and what to do."""


class Source:
    """A file whose sheets can be read row by row, as text."""

    sheets: list[str]

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """Every row from the first row of the file on, each cell as text.

        Whole numbers stand without decimals, dates in ISO form. Raises Unreadable beyond MOST_ROWS.
        """
        raise NotImplementedError

    def cells(self, sheet: str) -> Iterator[list]:
        """The same rows with each cell as the workbook holds it: text, number, date or truth."""
        return self.rows(sheet)

    def height(self, sheet: str) -> int:
        """About how many rows a sheet has."""
        raise NotImplementedError

    def first_formula(self, sheet: str, positions: set[int], after_row: int) -> str | None:
        """The first cell with a formula in one of the columns below a row, as `B7`."""
        return None


def no_workbook() -> str:
    """What is told of a file that is no workbook, whatever it is called."""
    return _("Berkas ini bukan buku kerja. Unggah berkas .xlsx, .xls, .ods, atau .csv.")


def locked() -> str:
    """What is told of a workbook with a password."""
    return _("Berkas ini dikunci dengan kata sandi. Buka kuncinya di Excel, lalu unggah lagi.")


def damaged() -> str:
    """What is told of a file that cannot be followed to its end."""
    return _(
        "Berkas ini rusak atau terpotong. Salin atau unduh ulang dari asalnya, lalu coba lagi."
    )


class WorkbookSource(Source):
    """A .xlsx, .xls or .ods workbook, read by calamine; `inside` is the module of its format."""

    def __init__(self, path: Path, *, inside: ModuleType):
        self.path, self.inside = path, inside
        with self._told_plainly():
            _refuse_far_cells(inside.extents(path))  # before calamine takes in all of some formats
            self.workbook = CalamineWorkbook.from_path(str(path))
        self.sheets = self.workbook.sheet_names
        self._parsed: dict[str, CalamineSheet] = {}
        if not self.sheets:
            raise Unreadable(_("Buku kerja ini tidak memuat lembar."))

    @contextmanager
    def _told_plainly(self) -> Iterator[None]:
        """What goes wrong inside a workbook as a sentence."""
        try:
            yield
        except (PasswordError, Locked) as error:
            raise Unreadable(locked()) from error
        except (CalamineError, OSError, *DAMAGED) as error:
            raise Unreadable(damaged()) from error

    def rows(self, sheet: str) -> Iterator[list[str]]:
        for row in self.cells(sheet):
            yield [cell if type(cell) is str else text_of(cell) for cell in row]

    def cells(self, sheet: str) -> Iterator[list]:
        found = self._sheet(sheet)
        if found.total_height > MOST_ROWS + 1:
            raise Unreadable(_too_long())
        # calamine leaves out empty columns at the left; positions count from the file's first.
        left = [""] * (found.start[1] if found.start else 0)
        for row in found.iter_rows():
            yield left + row if left else row

    def height(self, sheet: str) -> int:
        return self._sheet(sheet).total_height

    def _sheet(self, name: str) -> CalamineSheet:
        """A sheet, parsed once: that takes most of the time of reading it."""
        if name in self._parsed:
            return self._parsed[name]
        with self._told_plainly():
            sheet = self.workbook.get_sheet_by_name(name)
        self._parsed = {name: sheet}  # one at a time: a sheet may be large
        return sheet

    def first_formula(self, sheet: str, positions: set[int], after_row: int) -> str | None:
        with self._told_plainly():
            number = self.sheets.index(sheet)
            return self.inside.first_formula(self.path, number, positions, after_row)


class ArchiveSource(Source):
    """Several workbooks in one .zip, as one source; a sheet is called `file.xlsx!sheet`.

    `read` opens a member by its name. One member at a time is open, and looked at when it is asked for.
    """

    def __init__(self, members: list[str], read: Callable[[str], Source]):
        self.members, self.read = members, read
        self._opened: tuple[str, Source] | None = None

    @cached_property
    def sheets(self) -> list[str]:
        return [
            f"{member}{OF_MEMBER}{sheet}"
            for member in self.members
            for sheet in self._member(member).sheets
        ]

    def rows(self, sheet: str) -> Iterator[list[str]]:
        member, _mark, name = sheet.rpartition(OF_MEMBER)
        return self._member(member).rows(name)

    def cells(self, sheet: str) -> Iterator[list]:
        member, _mark, name = sheet.rpartition(OF_MEMBER)
        return self._member(member).cells(name)

    def height(self, sheet: str) -> int:
        member, _mark, name = sheet.rpartition(OF_MEMBER)
        return self._member(member).height(name)

    def _member(self, name: str) -> Source:
        if self._opened is None or self._opened[0] != name:
            try:
                self._opened = (name, self.read(name))
            except Unreadable as reason:
                raise Unreadable(f"{name}: {reason}") from reason
        return self._opened[1]


class TextSource(Source):
    """A .csv file: its encoding and delimiter are found out from its beginning."""

    sheets = [""]

    def __init__(self, path: Path, name: str):
        self.path = path
        with path.open("rb") as file:
            sample = file.read(SAMPLE)
        self.encoding = _encoding_of(path, sample)
        self.delimiter = _delimiter_of(sample.decode(self.encoding, errors="replace"))

    def rows(self, sheet: str) -> Iterator[list[str]]:
        with self.path.open(encoding=self.encoding, newline="") as file:
            try:
                for number, row in enumerate(csv.reader(file, delimiter=self.delimiter), 1):
                    if number > MOST_ROWS + 1:
                        raise Unreadable(_too_long())
                    yield row
            except (csv.Error, UnicodeDecodeError) as error:
                raise Unreadable(damaged()) from error

    def height(self, sheet: str) -> int:
        with self.path.open("rb") as file:
            ends = [(c.count(b"\n"), c.count(b"\r")) for c in iter(lambda: file.read(SAMPLE), b"")]
        return max(map(sum, zip(*ends, strict=True)), default=0)


def _refuse_far_cells(extents: list[Extent]) -> None:
    """Refuse sheets whose grid between the first and the last cell would fill the memory."""
    for number, extent in enumerate(extents, 1):
        if extent.is_far:
            raise Unreadable(
                _(
                    "Lembar ke-%(number)d terbentang sampai sel %(cell)s, jauh melewati tabelnya. "
                    "Hapus isi di luar tabel (tekan Ctrl-End di Excel untuk menemukannya), lalu "
                    "simpan dan unggah lagi."
                )
                % {"number": number, "cell": extent.last_cell}
            )


def _too_long() -> str:
    return _("Lembar ini memuat lebih dari 1.000.000 baris. Bagi menjadi beberapa berkas.")


def _encoding_of(path: Path, sample: bytes) -> str:
    for mark, encoding in ENCODINGS_BY_MARK.items():
        if sample.startswith(mark):
            return encoding
    with path.open("rb") as file:
        content = file.read()
    if b"\0" in content:
        raise Unreadable(no_workbook())
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _delimiter_of(sample: str) -> str:
    """The delimiter that parts most of the first lines into the same number of cells."""
    lines = [line for line in sample.splitlines()[:20] if line.strip()]

    def agreement(delimiter: str) -> int:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        parted = [width for width in widths if width > 1]  # titles above the table have one cell
        return max((width * parted.count(width) for width in set(parted)), default=0)

    return max(DELIMITERS, key=agreement)


def text_of(cell) -> str:
    """A cell of a workbook as a person would write it, without the traces of its number format."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        return repr(cell) if abs(cell) >= 1e-4 else f"{cell:.10f}".rstrip("0")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


def first_rows(source: Source, sheet: str, most: int) -> list[list[str]]:
    """The first rows of a sheet."""
    return list(islice(source.rows(sheet), most))
