"""How far a workbook's sheets stretch, found out before anything makes a grid of them.

calamine lays out every cell between the first and the last one, so that one stray cell in a far
corner of a small file would ask for gigabytes.
"""

import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from portal.imports.cells import position_of

MOST_CELLS = 40_000_000  # a million rows of forty columns
CHUNK = 1024 * 1024
LONGEST = 16  # bytes of a cell's name in quotes, so that none is cut by the end of a chunk
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
# Names beyond column Z or row 99,999: most sheets hold none, and cost one look over their bytes.
FAR = re.compile(rb"""["'](?:[A-Z]{2,3}[0-9]{1,7}|[A-Z][0-9]{6,7})["']""")
CELL = re.compile(rb"""["']([A-Z]{1,3})([0-9]{1,7})["']""")


def stretches_too_far(archive: zipfile.ZipFile) -> bool:
    """Whether a sheet of an .xlsx or .ods workbook spans more than MOST_CELLS cells."""
    if "content.xml" in archive.namelist():
        return any(height * width > MOST_CELLS for height, width in _extents_of_ods(archive))
    parts = [name for name in archive.namelist() if SHEET.fullmatch(name)]
    return any(
        _has_far_cells(archive, part) and _spans(archive, part) > MOST_CELLS for part in parts
    )


def _has_far_cells(archive: zipfile.ZipFile, part: str) -> bool:
    return any(FAR.search(piece) for piece in _pieces(archive, part))


def _spans(archive: zipfile.ZipFile, part: str) -> int:
    """Rows times columns of a sheet, by the names of its cells."""
    height = width = 0
    for piece in _pieces(archive, part):
        for letters, digits in CELL.findall(piece):
            height, width = max(height, int(digits)), max(width, position_of(letters.decode()) + 1)
    return height * width


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A part of the archive chunk by chunk, each with the end of the one before."""
    with archive.open(part) as file:
        tail = b""
        while chunk := file.read(CHUNK):
            yield tail + chunk
            tail = chunk[-LONGEST:]


def _extents_of_ods(archive: zipfile.ZipFile) -> list[tuple[int, int]]:
    """Rows and columns of each sheet of an .ods; empty cells at the ends do not count."""
    extents: list[tuple[int, int]] = []
    for sheet, row, column, _formula in cells_of_ods(archive):
        extents += [(0, 0)] * (sheet + 1 - len(extents))
        height, width = extents[sheet]
        extents[sheet] = max(height, row), max(width, column + 1)
    return extents


def cells_of_ods(archive: zipfile.ZipFile) -> Iterator[tuple[int, int, int, bool]]:
    """Sheet (from 0), row (from 1), column (from 0) and "has a formula" of the cells with content.

    Of a cell that is repeated the last one is told; of a repeated row likewise.
    """
    walk = _OdsWalk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    with archive.open("content.xml") as file:
        while chunk := file.read(CHUNK):
            parser.Parse(chunk)
            yield from walk.take()


class _OdsWalk:
    """Counts rows and cells of an .ods as its elements begin and end."""

    def __init__(self):
        self.sheet, self.row, self.column = -1, 0, 0
        self.found: list[tuple[int, int, int, bool]] = []

    def start(self, name: str, attributes: dict) -> None:
        if name == "table:table":
            self.sheet, self.row = self.sheet + 1, 0
        elif name == "table:table-row":
            self.row += int(attributes.get("table:number-rows-repeated", 1))
            self.column = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.column += int(attributes.get("table:number-columns-repeated", 1))
            has_formula = "table:formula" in attributes
            if has_formula or "office:value-type" in attributes:
                self.found.append((self.sheet, self.row, self.column - 1, has_formula))

    def take(self) -> list[tuple[int, int, int, bool]]:
        """The cells found since the last call."""
        found, self.found = self.found, []
        return found
