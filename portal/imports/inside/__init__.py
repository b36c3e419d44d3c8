"""What a workbook holds, looked up before calamine opens it: how far its sheets reach, and formulas.

calamine lays out every cell between the first and the last one, so that one stray cell in a far
corner of a small file would ask for gigabytes. A module for each format, all with the same functions:

    extents(path) -> list[Extent]
    first_formula(path, sheet, positions, after_row) -> str | None

Sheets stand in the order of the workbook; `sheet` counts them from 0, `positions` columns from 0 and
`after_row` rows from 1. Each raises Damaged for a file that it cannot follow.
"""

from dataclasses import dataclass

from portal.imports.cells import column_letter

MOST_CELLS = 25_000_000  # that calamine may lay out; about 30 bytes each
FEW_CELLS = 26 * 160_000  # so many cost no memory worth speaking of, however empty they are
MOST_EMPTY = 20  # of a larger sheet at least one in so many cells holds something


class Damaged(Exception):
    """The file is not built as its format asks."""


class Locked(Exception):
    """The workbook asks for a password."""


@dataclass(frozen=True)
class Extent:
    """The last row and the last column of a sheet that hold something, from 1, and how many cells do."""

    rows: int = 0
    columns: int = 0
    filled: int = 0

    @property
    def is_far(self) -> bool:
        """Whether laying the sheet out takes memory out of all proportion to what stands in it."""
        cells = self.rows * self.columns
        return cells > MOST_CELLS or (cells > FEW_CELLS and cells > self.filled * MOST_EMPTY)

    @property
    def last_cell(self) -> str:
        """The corner of the sheet, as `XFD100`."""
        return f"{column_letter(self.columns - 1)}{self.rows}"
