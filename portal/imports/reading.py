"""A workbook or text file as rows of text, after a look at what it really is."""

import csv
import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.parsers.expat import ExpatError

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from portal.imports.extent import stretches_too_far
from portal.imports.formulas import first_formula
from portal.operations import Refused

MOST_BYTES = 50 * 1024 * 1024
MOST_ROWS = 1_000_000
MOST_UNPACKED = 1024 * 1024 * 1024  # a million rows of a school list take about half of it
MOST_PACKED_RATIO = 200  # real workbooks shrink to a tenth; a bomb to a thousandth

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
ENCODINGS_BY_MARK = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DELIMITERS = ",;\t"
SAMPLE = 64 * 1024


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

    def height(self, sheet: str) -> int:
        """About how many rows a sheet has."""
        raise NotImplementedError

    def first_formula(self, sheet: str, positions: set[int], after_row: int) -> str | None:
        """The first cell with a formula in one of the columns below a row, as `B7`."""
        return None


def open_file(path: Path, name: str) -> Source:
    """What the file really is, whatever it is called.

    Raises Unreadable with an Indonesian sentence for anything but a .xlsx, .xls, .ods or .csv
    that can be opened without a password.
    """
    size = path.stat().st_size
    if not size:
        raise Unreadable(_("Berkas ini kosong (0 bita). Pilih berkas lain."))
    if size > MOST_BYTES:
        raise Unreadable(
            _("Berkas ini %(size)d MB; paling besar 50 MB. Bagi menjadi beberapa berkas.")
            % {"size": -(-size // (1024 * 1024))}
        )
    with path.open("rb") as file:
        start = file.read(512)
    if start.startswith(ZIP):
        return _open_zip(path)
    if start.startswith(OLE):
        return _open_ole(path)
    _refuse_other_kinds(start)
    return TextSource(path, name)


def _open_zip(path: Path) -> "WorkbookSource":
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            unpacked = sum(entry.file_size for entry in archive.infolist())
            _refuse_bomb(unpacked, path.stat().st_size)
            if stretches_too_far(archive):
                raise Unreadable(_too_wide())
            kind = archive.read("mimetype")[:100] if "mimetype" in names else b""
            manifest = (
                archive.read("META-INF/manifest.xml")
                if kind.strip() == OPEN_DOCUMENT and "META-INF/manifest.xml" in names
                else b""
            )
    except DAMAGED as error:
        raise Unreadable(_damaged()) from error
    if b"encryption-data" in manifest:
        raise Unreadable(_locked())
    if any(entry.lower().endswith("vbaproject.bin") for entry in names):
        raise Unreadable(
            _("Buku kerja ini berisi makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.")
        )
    if "xl/workbook.bin" in names:
        raise Unreadable(_("Berkas .xlsb belum didukung. Simpan sebagai .xlsx, lalu unggah lagi."))
    if "xl/workbook.xml" not in names and kind.strip() != OPEN_DOCUMENT:
        raise Unreadable(_no_workbook())
    return WorkbookSource(path, tells_formulas=True)


def _refuse_bomb(unpacked: int, packed: int) -> None:
    if unpacked > MOST_UNPACKED or (
        unpacked > MOST_BYTES and unpacked > packed * MOST_PACKED_RATIO
    ):
        raise Unreadable(
            _("Isi berkas ini tidak wajar besarnya setelah dibuka, sehingga tidak dibaca.")
        )


def _open_ole(path: Path) -> "WorkbookSource":
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable(_locked())
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Unreadable(
            _("Buku kerja ini berisi makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.")
        )
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise Unreadable(_no_workbook())
    return WorkbookSource(path, tells_formulas=False)


def _refuse_other_kinds(start: bytes) -> None:
    """Programs, pictures, papers and pages that bear a workbook's name."""
    if re.match(rb"\s*(<!doctype|<html|<table|<\?xml)", start.lower()):
        raise Unreadable(
            _(
                "Berkas ini halaman web yang diberi nama seperti buku kerja. Buka di Excel atau "
                "LibreOffice, simpan sebagai .xlsx, lalu unggah lagi."
            )
        )
    is_wide = start[:2] in ENCODINGS_BY_MARK
    if start.startswith((b"MZ", b"\x7fELF", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!")) or (
        b"\0" in start and not is_wide
    ):
        raise Unreadable(_no_workbook())


def _no_workbook() -> str:
    return _("Berkas ini bukan buku kerja. Unggah berkas .xlsx, .xls, .ods, atau .csv.")


def _locked() -> str:
    return _("Berkas ini dikunci dengan kata sandi. Buka kuncinya di Excel, lalu unggah lagi.")


def _damaged() -> str:
    return _(
        "Berkas ini rusak atau terpotong. Salin atau unduh ulang dari asalnya, lalu coba lagi."
    )


class WorkbookSource(Source):
    """A .xlsx, .xls or .ods workbook, read by calamine.

    An .xls does not tell which of its cells are formulas; their stored values are read.
    """

    def __init__(self, path: Path, *, tells_formulas: bool):
        self.path = path
        self.tells_formulas = tells_formulas
        try:
            self.workbook = CalamineWorkbook.from_path(str(path))
        except PasswordError as error:
            raise Unreadable(_locked()) from error
        except (CalamineError, OSError) as error:
            raise Unreadable(_damaged()) from error
        self.sheets = self.workbook.sheet_names
        self._parsed: dict[str, CalamineSheet] = {}
        if not self.sheets:
            raise Unreadable(_("Buku kerja ini tidak memuat lembar."))

    def rows(self, sheet: str) -> Iterator[list[str]]:
        found = self._sheet(sheet)
        if found.total_height > MOST_ROWS + 1:
            raise Unreadable(_too_long())
        # calamine leaves out empty columns at the left; positions count from the file's first.
        left = [""] * (found.start[1] if found.start else 0)
        for row in found.iter_rows():
            texts = [cell if type(cell) is str else text_of(cell) for cell in row]
            yield left + texts if left else texts

    def height(self, sheet: str) -> int:
        return self._sheet(sheet).total_height

    def _sheet(self, name: str) -> CalamineSheet:
        """A sheet, parsed once: that takes most of the time of reading it."""
        if name in self._parsed:
            return self._parsed[name]
        try:
            sheet = self.workbook.get_sheet_by_name(name)
        except PasswordError as error:
            raise Unreadable(_locked()) from error
        except CalamineError as error:
            raise Unreadable(_damaged()) from error
        self._parsed = {name: sheet}  # one at a time: a sheet may be large
        return sheet

    def first_formula(self, sheet: str, positions: set[int], after_row: int) -> str | None:
        if not self.tells_formulas:
            return None
        number = self.sheets.index(sheet)
        return first_formula(self.path, number, positions, after_row)


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
                raise Unreadable(_damaged()) from error

    def height(self, sheet: str) -> int:
        with self.path.open("rb") as file:
            ends = [(c.count(b"\n"), c.count(b"\r")) for c in iter(lambda: file.read(SAMPLE), b"")]
        return max(map(sum, zip(*ends, strict=True)), default=0)


def _too_wide() -> str:
    return _(
        "Lembar berkas ini terbentang jauh melewati tabelnya. Hapus isi di luar tabel (tekan "
        "Ctrl-End di Excel untuk menemukannya), lalu simpan dan unggah lagi."
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
        raise Unreadable(_no_workbook())
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
