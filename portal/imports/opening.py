"""What a file really is, whatever it is called, and whether it can be read at all."""

import re
import shutil
import tempfile
import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from portal.imports.inside import ods, xls, xlsx
from portal.imports.profiles import Profile
from portal.imports.reading import (
    DAMAGED,
    ENCODINGS_BY_MARK,
    ArchiveSource,
    Source,
    TextSource,
    Unreadable,
    WorkbookSource,
    damaged,
    locked,
    no_workbook,
)

MOST_BYTES = 50 * 1024 * 1024
MOST_UNPACKED = 1024 * 1024 * 1024  # a million rows of a school list take about half of it
MOST_MEMBERS = 1_000  # workbooks in one archive
IN_ARCHIVES = (".xlsx", ".xls", ".ods")
MOST_PACKED_RATIO = 200  # real workbooks shrink to a tenth; a bomb to a thousandth
ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


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


def open_for(path: Path, name: str, profile: Profile) -> Source:
    """The file as a kind of file reads it: as it is, or reshaped.

    Only kinds that reshape files take several workbooks in one .zip. Raises Unreadable as `open_file`.
    """
    source = open_file(path, name)
    if profile.reshape:
        return profile.reshape(source, name)
    if isinstance(source, ArchiveSource):
        raise Unreadable(no_workbook())
    return source


def _open_zip(path: Path) -> Source:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            unpacked = sum(entry.file_size for entry in archive.infolist())
            _refuse_bomb(unpacked, path.stat().st_size)
            kind = archive.read("mimetype")[:100] if "mimetype" in names else b""
            manifest = (
                archive.read("META-INF/manifest.xml")
                if kind.strip() == OPEN_DOCUMENT and "META-INF/manifest.xml" in names
                else b""
            )
    except DAMAGED as error:
        raise Unreadable(damaged()) from error
    if b"encryption-data" in manifest:
        raise Unreadable(locked())
    if any(entry.lower().endswith("vbaproject.bin") for entry in names):
        raise Unreadable(
            _("Buku kerja ini berisi makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.")
        )
    if "xl/workbook.bin" in names:
        raise Unreadable(_("Berkas .xlsb belum didukung. Simpan sebagai .xlsx, lalu unggah lagi."))
    if "xl/workbook.xml" not in names and kind.strip() != OPEN_DOCUMENT:
        return _open_archive(path, names)
    return WorkbookSource(path, inside=xlsx if "xl/workbook.xml" in names else ods)


def _open_archive(path: Path, names: set[str]) -> ArchiveSource:
    """Workbooks in one .zip; what a computer adds beside them (`__MACOSX`) is passed over."""
    files = sorted(n for n in names if not n.endswith("/") and not n.startswith("__MACOSX/"))
    files = [name for name in files if not name.rpartition("/")[2].startswith(".")]
    if not files or any(not name.lower().endswith(IN_ARCHIVES) for name in files):
        raise Unreadable(no_workbook())
    if len(files) > MOST_MEMBERS:
        raise Unreadable(
            _("Arsip ini memuat %(count)d berkas; paling banyak %(most)d. Bagi arsipnya.")
            % {"count": len(files), "most": MOST_MEMBERS}
        )
    folder = tempfile.TemporaryDirectory()

    def read(name: str) -> Source:
        place = Path(folder.name) / f"berkas{Path(name).suffix.lower()}"
        try:
            with (
                zipfile.ZipFile(path) as archive,
                archive.open(name) as packed,
                place.open("wb") as unpacked,
            ):
                shutil.copyfileobj(packed, unpacked)
        except DAMAGED as error:
            raise Unreadable(damaged()) from error
        return open_file(place, name)

    return ArchiveSource(files, read)


def _refuse_bomb(unpacked: int, packed: int) -> None:
    if unpacked > MOST_UNPACKED or (
        unpacked > MOST_BYTES and unpacked > packed * MOST_PACKED_RATIO
    ):
        raise Unreadable(
            _("Isi berkas ini tidak wajar besarnya setelah dibuka, sehingga tidak dibaca.")
        )


def _open_ole(path: Path) -> WorkbookSource:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable(locked())
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Unreadable(
            _("Buku kerja ini berisi makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.")
        )
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise Unreadable(no_workbook())
    return WorkbookSource(path, inside=xls)


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
        raise Unreadable(no_workbook())
