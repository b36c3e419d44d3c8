"""Cells of a workbook as the texts that the table of figures holds."""

import re
from collections.abc import Sequence

from portal.imports.cells import column_letter
from portal.imports.reading import text_of

CODE = re.compile(
    r"^([A-Z]\.[0-9]+(?:\.[0-9]+)*(?:\.skor)?)(?![0-9A-Za-z])[\s.:–-]*", re.IGNORECASE
)
YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


def text(cell) -> str:
    """A cell as text; a number with a decimal comma, which no reader takes for thousands."""
    written = cell if isinstance(cell, str) else text_of(cell)
    if isinstance(cell, float):
        written = written.replace(".", ",")
    return written.replace("\N{NO-BREAK SPACE}", " ").strip()


def first_line(cell) -> str:
    """The name in a cell that goes on with a definition."""
    return next((line.strip() for line in text(cell).splitlines() if line.strip()), "")


def code_and_name(told: str) -> tuple[str, str]:
    """`A.1 Kemampuan literasi` as its code and its name; either may be missing."""
    found = CODE.match(told)
    return (found.group(1), told[found.end() :].strip()) if found else ("", told)


def year_in(told: str) -> str:
    """The last year that a text names, or nothing."""
    found = YEAR.findall(told)
    return found[-1] if found else ""


def address(row: int, position: int) -> str:
    """What spreadsheets call the cell in a row from 1 and a position from 0: D14."""
    return f"{column_letter(position)}{row}"


def at(cells: Sequence, position: int | None) -> str:
    """The text at a position of a row that may be shorter; empty without a position."""
    return text(cells[position]) if position is not None and position < len(cells) else ""
