"""The file that came in, given back with its faults marked."""

from collections.abc import Callable, Iterable

import xlsxwriter
from django.utils.translation import gettext as _

LONGEST_TITLE = 31  # of a sheet, in Excel
LONGEST_COMMENT = 1000

# Position of a cell in its row, or None for the row as a whole → sentences.
Faults = dict[int | None, list[str]]


def write_marked(
    out, rows: Iterable[list[str]], *, sheet: str, header_row: int, faults: Callable[[int], Faults]
) -> None:
    """Write all rows of a sheet as an .xlsx into the file-like `out`.

    Cells with faults are red and carry the sentences as a comment; a last column `Kesalahan` repeats
    them. All cells are texts, so that leading zeros survive. Memory does not grow with the rows.
    """
    options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    book = xlsxwriter.Workbook(out, options)
    page = book.add_worksheet(_legal(sheet))
    red = book.add_format({"bg_color": "#F8D7DA", "font_color": "#842029"})
    bold = book.add_format({"bold": True})
    last = 0
    for number, row in enumerate(rows, 1):
        found = faults(number) if number > header_row else {}
        if number == header_row:
            last = len(row)
        for position, text in enumerate(row):
            style = red if position in found else bold if number == header_row else None
            page.write_string(number - 1, position, text, style)
            if position in found:
                comment = " ".join(found[position])[:LONGEST_COMMENT]
                page.write_comment(number - 1, position, comment)
        if number == header_row:
            page.write_string(number - 1, last, _("Kesalahan"), bold)
        elif found:
            sentences = [sentence for told in found.values() for sentence in told]
            page.write_string(number - 1, max(last, len(row)), " ".join(sentences), red)
    page.freeze_panes(header_row, 0)
    book.close()


def _legal(title: str) -> str:
    """A title that Excel allows for a sheet."""
    plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in title).strip("' ")
    return plain[:LONGEST_TITLE] or "Data"
