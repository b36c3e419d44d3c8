"""Cells of a sheet that hold a formula, whose stored value may be stale or missing."""

import re
import zipfile
from pathlib import Path
from xml.parsers import expat

from portal.imports.cells import column_letter, position_of
from portal.imports.extent import cells_of_ods

CHUNK = 1024 * 1024
HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
LONGEST_TAG = 40  # bytes of a tag's beginning, so that none is cut by the end of a chunk
REFERENCE = re.compile(r"([A-Z]+)([0-9]+)")


class _Found(Exception):
    """Stops the parser at the first formula that matters."""


def first_formula(path: Path, sheet: int, positions: set[int], after_row: int) -> str | None:
    """The first cell with a formula in one of the columns (from 0) below a row (from 1), as `B7`.

    `sheet` counts the workbook's sheets from 0. A sheet without any formula costs one look over
    its bytes.
    """
    with zipfile.ZipFile(path) as archive:
        if "content.xml" in archive.namelist():
            return _first_of_ods(archive, sheet, positions, after_row)
        part = _part_of(archive, sheet)
        if part is None or not _mentions_formula(archive, part):
            return None
        with archive.open(part) as file:
            return _search(file, positions, after_row)


def _part_of(archive: zipfile.ZipFile, sheet: int) -> str | None:
    """The archive's file of a sheet, by the order in which the workbook lists its sheets."""
    book = archive.read("xl/workbook.xml").decode("utf-8", errors="replace")
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", errors="replace")
    tags = re.findall(r"<(?:\w+:)?sheet\s[^>]*>", book)
    links = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", relations):
        links[_attribute(tag, "Id")] = _attribute(tag, "Target")
    if sheet >= len(tags):
        return None
    target = links.get(_attribute(tags[sheet], r"\w+:id"), "")
    part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return part if part in archive.namelist() else None


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _mentions_formula(archive: zipfile.ZipFile, part: str) -> bool:
    with archive.open(part) as file:
        tail = b""
        while chunk := file.read(CHUNK):
            if HAS_FORMULA.search(tail + chunk):
                return True
            tail = chunk[-LONGEST_TAG:]
    return False


def _search(file, positions: set[int], after_row: int) -> str | None:
    cell, found = "", None

    def start(name, attributes):
        nonlocal cell, found
        name = name.rpartition(":")[2]
        if name == "c":
            cell = attributes.get("r", "")
        elif name == "f" and _lies_in(cell, positions, after_row):
            found = cell
            raise _Found

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.ParseFile(file)
    except _Found:
        return found
    return None


def _lies_in(cell: str, positions: set[int], after_row: int) -> bool:
    place = REFERENCE.fullmatch(cell)
    return bool(place) and int(place[2]) > after_row and position_of(place[1]) in positions


def _first_of_ods(
    archive: zipfile.ZipFile, sheet: int, positions: set[int], after_row: int
) -> str | None:
    for number, row, column, has_formula in cells_of_ods(archive):
        if has_formula and number == sheet and row > after_row and column in positions:
            return f"{column_letter(column)}{row}"
    return None
