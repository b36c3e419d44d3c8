"""Inside a .xlsx workbook: a ZIP archive with one XML part a sheet."""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

from portal.imports.cells import column_letter, position_of
from portal.imports.inside import Damaged, Extent

CHUNK = 1024 * 1024
LONGEST_TAG = 64  # bytes of a tag's beginning, so that none is cut by the end of a chunk
# A cell that does not say, as nearly every program does, that it stands within A1 and Z159999.
NOT_NEAR = re.compile(rb'<c[\s/>](?!r="[A-Z](?:[0-9]{1,5}|1[0-5][0-9]{4})")')
ANY_CELL = re.compile(rb"<c[\s/>]")
NAMED_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"')
PREFIXED_CELL = re.compile(rb"<[\w.-]+:c[\s/>]")
ANY_FORMULA = re.compile(rb"[<:]f[\s/>]")
HOLDS = ("v", "is", "f")  # the tags inside a cell that is not empty
REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,9})")


class _Found(Exception):
    """Stops the parser at the first formula that matters."""


def extents(path: Path) -> list[Extent]:
    """How far each sheet reaches; nothing said of those that are small at a look over their bytes.

    A sheet that reaches far, or whose cells are written unusually, is looked at with more care.
    """
    with zipfile.ZipFile(path) as archive:
        return [_extent(archive, part) for part in _parts(archive)]


def _extent(archive: zipfile.ZipFile, part: str) -> Extent:
    if not any(_is_odd(piece) or NOT_NEAR.search(piece) for piece in _pieces(archive, part)):
        return Extent()
    found = _extent_of_named(archive, part)
    return _extent_of_filled(archive, part) if found is None or found.is_far else found


def first_formula(path: Path, sheet: int, positions: set[int], after_row: int) -> str | None:
    """The first cell with a formula in one of the columns below a row, as `B7`.

    A sheet without any formula costs one look over its bytes.
    """
    with zipfile.ZipFile(path) as archive:
        part = _parts(archive)[sheet]
        if not any(_may_hold_formula(piece) for piece in _pieces(archive, part)):
            return None
        return _search(archive, part, positions, after_row)


def _parts(archive: zipfile.ZipFile) -> list[str]:
    """The archive's files of the sheets, in the order in which the workbook lists them."""
    sheets = _tags(archive, "xl/workbook.xml", "sheet")
    relations = _tags(archive, "xl/_rels/workbook.xml.rels", "Relationship")
    links = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    names = {name.lower(): name for name in archive.namelist()}
    found = []
    for sheet in sheets:
        key = next((v for name, v in sheet.items() if name.rpartition(":")[2] == "id"), None)
        target = links.get(key, "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part.lower() not in names:
            raise Damaged
        found.append(names[part.lower()])
    return found


def _tags(archive: zipfile.ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    """The attributes of each such tag of a part."""
    found = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == tag:
            found.append(attributes)

    parse(archive, part, start)
    return found


def parse(
    archive: zipfile.ZipFile, part: str, start: Callable, end: Callable | None = None
) -> None:
    """Read an XML part with these handlers of its tags. Raises Damaged where it is none."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    try:
        with archive.open(part) as file:
            parser.ParseFile(file)
    except (expat.ExpatError, KeyError) as error:
        raise Damaged from error


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A part of the archive about a megabyte at a time, never cut at the beginning of a tag."""
    with archive.open(part) as file:
        rest = b""
        while chunk := file.read(CHUNK):
            piece = rest + chunk
            cut = piece.rfind(b"<", max(0, len(piece) - LONGEST_TAG))
            rest = piece[cut:] if cut >= 0 else b""
            yield piece[:cut] if cut >= 0 else piece
        yield rest


def _is_odd(piece: bytes) -> bool:
    """Whether cells may be written here so that a look over the bytes does not find them."""
    return b"\0" in piece or (b":c" in piece and bool(PREFIXED_CELL.search(piece)))


def _may_hold_formula(piece: bytes) -> bool:
    return b"\0" in piece or (
        (b"<f" in piece or b":f" in piece) and bool(ANY_FORMULA.search(piece))
    )


def _extent_of_named(archive: zipfile.ZipFile, part: str) -> Extent | None:
    """The extent of a sheet whose cells all say where they stand; None for another."""
    rows, columns, filled = 0, set(), 0
    for piece in _pieces(archive, part):
        cells = NAMED_CELL.findall(piece)
        if _is_odd(piece) or len(cells) != len(ANY_CELL.findall(piece)):
            return None
        if cells:
            letters, numbers = zip(*cells, strict=True)
            columns.update(letters)
            rows = max(rows, *map(int, set(numbers)))
            filled += len(cells)
    last = max((position_of(letters.decode()) for letters in columns), default=-1)
    return Extent(rows, last + 1, filled)


def _extent_of_filled(archive: zipfile.ZipFile, part: str) -> Extent:
    """The extent of the cells that hold something, however they are written."""
    rows = columns = filled = 0

    def seen(row: int, column: int, tag: str) -> None:
        nonlocal rows, columns, filled
        rows, columns, filled = max(rows, row), max(columns, column), filled + 1

    _follow(archive, part, seen)
    return Extent(rows, columns, filled)


def _search(archive: zipfile.ZipFile, part: str, positions: set[int], after_row: int) -> str | None:
    found = None

    def seen(row: int, column: int, tag: str) -> None:
        nonlocal found
        if tag == "f" and row > after_row and column - 1 in positions:
            found = f"{column_letter(column - 1)}{row}"
            raise _Found

    try:
        _follow(archive, part, seen)
    except _Found:
        return found
    return None


def _follow(archive: zipfile.ZipFile, part: str, seen: Callable[[int, int, str], None]) -> None:
    """Tell of every value and formula the row and column of its cell, from 1.

    A row or cell that does not say where it stands follows the one before it.
    """
    row = column = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        tag = name.rpartition(":")[2]
        if tag == "row":
            number = attributes.get("r", "")
            row, column = (int(number) if number.isdecimal() else row + 1), 0
        elif tag == "c":
            place = REFERENCE.fullmatch(attributes.get("r", ""))
            column = position_of(place[1].upper()) + 1 if place else column + 1
            row = int(place[2]) if place else row
        elif tag in HOLDS:
            seen(row, column, tag)

    parse(archive, part, start)
