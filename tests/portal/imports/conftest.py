"""Files as people bring them, made where the test needs them."""

import csv
import io
import zipfile

import pytest
import xlsxwriter
from django.core.files.base import ContentFile

from portal.imports.opening import open_file


@pytest.fixture
def workbook(tmp_path):
    """`workbook(rows)`: the path of a .xlsx with these rows on its first sheet."""

    def make(rows, name="sekolah.xlsx", sheets=("Lembar1",)):
        path = tmp_path / name
        book = xlsxwriter.Workbook(str(path), {"strings_to_urls": False})
        for title in sheets:
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for position, cell in enumerate(row):
                    if isinstance(cell, str) and not cell.startswith("{="):
                        sheet.write_string(number, position, cell)
                    else:
                        sheet.write(number, position, cell)
        book.close()
        return path

    return make


@pytest.fixture
def written(tmp_path):
    """`written("a.csv", content)`: the path of a file with this content."""

    def make(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


@pytest.fixture
def rows_in():
    """`rows_in(path)`: all rows of a file's first sheet."""

    def read(path):
        source = open_file(path, path.name)
        return list(source.rows(source.sheets[0]))

    return read


def as_csv(rows, delimiter=",") -> ContentFile:
    """Rows as an uploaded .csv file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return ContentFile(text.getvalue().encode(), name="sekolah.csv")


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive with these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()
