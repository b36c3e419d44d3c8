"""Inside an .xls workbook: a stream of records (BIFF) in a file of chained sectors (OLE)."""

import struct
from collections.abc import Iterator
from pathlib import Path

from portal.imports.cells import column_letter
from portal.imports.inside import Damaged, Extent, Locked

HEADER_SECTORS = 109  # of the table of sectors that the file's header names itself
NO_SECTOR = 0xFFFFFFF0  # this and above: free, end of chain, or kept for the tables
ROOT, STREAM = 5, 2  # kinds of entries in the directory
STREAMS = ("Workbook", "Book")

PASSWORD, BOUND_SHEET, BEGIN, END, DIMENSIONS = 0x002F, 0x0085, 0x0809, 0x000A, 0x0200
FORMULA, SEVERAL_NUMBERS = 0x0006, 0x00BD
CELLS = {FORMULA, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD}
MOST_ROWS, MOST_COLUMNS = 65_536, 256


def extents(path: Path) -> list[Extent]:
    """How far each sheet reaches.

    Raises Locked for a workbook with a password; Damaged too where a sheet claims more rows or columns
    than the format has, because calamine would keep memory ready for them.
    """
    stream = _stream_at(path)
    if any(kind == PASSWORD for kind, _data in _records_of(stream, 0)):
        raise Locked
    return [_extent(stream, start) for start in _starts(stream)]


def _extent(stream: bytes, start: int) -> Extent:
    rows = columns = filled = 0
    for kind, data in _records_of(stream, start):
        if kind in CELLS and len(data) >= 4:
            row, last = struct.unpack_from("<HH", data)
            number = 1
        elif kind == SEVERAL_NUMBERS and len(data) >= 6:
            row, first = struct.unpack_from("<HH", data)
            [last] = struct.unpack("<H", data[-2:])
            number = last - first + 1
        else:
            if kind == DIMENSIONS:
                _refuse_impossible(data)
            continue
        rows, columns, filled = max(rows, row + 1), max(columns, last + 1), filled + number
    return Extent(rows, columns, filled)


def _refuse_impossible(dimensions: bytes) -> None:
    """By what a sheet notes of its own size: the rows and columns after its last ones."""
    layout = "<4xI2xH" if len(dimensions) >= 14 else "<2xH2xH"
    rows, columns = struct.unpack_from(layout, dimensions)
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise Damaged


def first_formula(path: Path, sheet: int, positions: set[int], after_row: int) -> str | None:
    """The first cell with a formula in one of the columns below a row, as `B7`."""
    stream = _stream_at(path)
    for kind, data in _records_of(stream, _starts(stream)[sheet]):
        if kind == FORMULA and len(data) >= 4:
            row, column = struct.unpack_from("<HH", data)
            if row + 1 > after_row and column in positions:
                return f"{column_letter(column)}{row + 1}"
    return None


def _stream_at(path: Path) -> bytes:
    try:
        return _stream_of(path.read_bytes())
    except (struct.error, IndexError, ValueError) as error:
        raise Damaged from error


def _starts(stream: bytes) -> list[int]:
    """Where in the stream each sheet begins."""
    sheets = [data for kind, data in _records_of(stream, 0) if kind == BOUND_SHEET]
    return [int.from_bytes(data[:4], "little") for data in sheets]


def _records_of(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of the workbook itself or of a sheet, without those of charts that lie on it."""
    depth = 0
    for kind, data in _records(stream, start):
        depth += (kind == BEGIN) - (kind == END)
        if depth == 1:
            yield kind, data
        elif depth < 1:
            return


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _stream_of(content: bytes) -> bytes:
    """The workbook's stream, put together from its sectors."""
    shift, small_shift = struct.unpack_from("<HH", content, 30)
    if shift not in (9, 12) or small_shift != 6:
        raise Damaged
    first_directory, small_below, first_small = struct.unpack_from("<I4xII", content, 48)
    sectors = content[1 << shift :]
    table = _numbers(b"".join(_piece(sectors, n, shift) for n in _table_sectors(content, shift)))
    directory = _chained(sectors, first_directory, table, shift)
    entries = [_entry(directory, at) for at in range(0, len(directory) - 127, 128)]
    root = next((entry for entry in entries if entry[1] == ROOT), None)
    for name, kind, first, size in entries:
        if kind != STREAM or name not in STREAMS:
            continue
        if size >= small_below or root is None:
            return _chained(sectors, first, table, shift)[:size]
        small_table = _numbers(_chained(sectors, first_small, table, shift))
        small = _chained(sectors, root[2], table, shift)
        return _chained(small, first, small_table, small_shift)[:size]
    raise Damaged


def _table_sectors(content: bytes, shift: int) -> list[int]:
    """The sectors that hold the table of which sector follows which."""
    found = list(struct.unpack_from(f"<{HEADER_SECTORS}I", content, 76))
    further, count = struct.unpack_from("<II", content, 68)
    for _number in range(min(count, len(content) >> shift)):
        if further >= NO_SECTOR:
            break
        *numbers, further = _numbers(_piece(content, further + 1, shift))
        found += numbers
    return [number for number in found if number < NO_SECTOR]


def _entry(directory: bytes, at: int) -> tuple[str, int, int, int]:
    """Name, kind, first sector and size of an entry of the directory."""
    length, kind = struct.unpack_from("<HB", directory, at + 64)
    name = directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", errors="replace")
    first, size = struct.unpack_from("<II", directory, at + 116)
    return name, kind, first, size


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _piece(sectors: bytes, number: int, shift: int) -> bytes:
    return sectors[number << shift : (number + 1) << shift]


def _chained(sectors: bytes, first: int, table: tuple[int, ...], shift: int) -> bytes:
    """The sectors of a chain, one after another. Raises Damaged where it runs in a circle."""
    pieces, number = [], first
    while number < NO_SECTOR:
        if len(pieces) > len(table):
            raise Damaged
        pieces.append(_piece(sectors, number, shift))
        number = table[number]
    return b"".join(pieces)
