"""Inside an .ods workbook: a ZIP archive whose content.xml holds all sheets, with runs of equal cells."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.imports.cells import column_letter
from portal.imports.inside import Extent
from portal.imports.inside.xlsx import parse

CELLS = ("table-cell", "covered-table-cell")


@dataclass
class _Run:
    """Equal cells beside and below each other; rows and columns count from 1."""

    row: int
    rows: int
    column: int
    columns: int
    is_formula: bool
    is_filled: bool


def extents(path: Path) -> list[Extent]:
    """How far each sheet reaches, runs of empty rows and cells left out; a run counts as one cell."""
    found: list[Extent] = []

    def seen(sheet: int, run: _Run) -> None:
        if run.is_filled:
            so_far = found[sheet]
            found[sheet] = Extent(
                max(so_far.rows, run.row + run.rows - 1),
                max(so_far.columns, run.column + run.columns - 1),
                so_far.filled + 1,
            )

    _follow(path, seen, lambda: found.append(Extent()))
    return found


def first_formula(path: Path, sheet: int, positions: set[int], after_row: int) -> str | None:
    """The first cell with a formula in one of the columns below a row, as `B7`."""
    found = []

    def seen(number: int, run: _Run) -> None:
        row = max(run.row, after_row + 1)
        columns = range(run.column - 1, run.column - 1 + run.columns)
        hit = [position for position in sorted(positions) if position in columns]
        is_there = number == sheet and run.is_formula and row < run.row + run.rows
        if is_there and hit and not found:
            found.append(f"{column_letter(hit[0])}{row}")

    _follow(path, seen)
    return found[0] if found else None


def _follow(
    path: Path, seen: Callable[[int, _Run], None], begun: Callable[[], None] = lambda: None
) -> None:
    """Tell when a sheet begins, and of every run of cells the number of its sheet."""
    follower = _Follower(seen, begun)
    with zipfile.ZipFile(path) as archive:
        parse(archive, "content.xml", follower.start, follower.end)


class _Follower:
    """Handlers of the tags that keep count of where the reader stands."""

    def __init__(self, seen: Callable[[int, _Run], None], begun: Callable[[], None]):
        self.seen, self.begun = seen, begun
        self.table, self.depth = -1, 0
        self.row, self.rows, self.column = 1, 0, 1
        self.cell: _Run | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        told = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.table, self.row, self.rows = self.table + 1, 1, 0
                self.begun()
        if self.depth != 1:  # a table inside a cell, or none yet
            return
        if tag == "table-row":
            self.row += self.rows
            self.rows, self.column = _count(told, "number-rows-repeated"), 1
        elif tag in CELLS:
            columns, formula = _count(told, "number-columns-repeated"), "formula" in told
            filled = formula or "value-type" in told
            self.cell = _Run(self.row, self.rows, self.column, columns, formula, filled)
        elif tag == "p" and self.cell:
            self.cell.is_filled = True

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "table":
            self.depth -= 1
        elif tag in CELLS and self.cell:
            self.seen(self.table, self.cell)
            self.column += self.cell.columns
            self.cell = None


def _count(told: dict[str, str], name: str) -> int:
    number = told.get(name, "1")
    return int(number) if number.isdecimal() and len(number) < 12 else 1
