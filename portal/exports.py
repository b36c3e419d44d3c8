"""A list as a file: exactly the rows, order and columns that the page shows."""

import tempfile
from collections.abc import Sequence
from typing import IO

import xlsxwriter
from django.db import connection
from django.db.models import Case, CharField, Expression, QuerySet, TextChoices, Value, When
from django.db.models.functions import Cast
from django.http import FileResponse
from django.utils.translation import gettext as _

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDE = 24  # letters of a column, so that most names are seen whole
CHUNK = 2000  # rows fetched from the database at a time
# A spreadsheet takes a text that begins so for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
PLAIN_NUMBER = r"^-?[0-9]+(\.[0-9]+)?$"


def label_of(field: str, choices: type[TextChoices], empty: str = "") -> Expression:
    """The label of a stored choice, in SQL."""
    labels = (When(**{field: value}, then=Value(str(label))) for value, label in choices.choices)
    return Case(*labels, default=Value(empty), output_field=CharField())


def as_xlsx(
    rows: QuerySet, columns: dict[str, Expression], *, about: dict[str, str], name: str
) -> FileResponse:
    """The rows as a workbook, with a second sheet that says what they are.

    Read and written piece by piece: memory does not grow with the rows. All cells are texts, so
    that an NPSN keeps its form and nothing is taken for a formula.
    """
    out = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet(_("Data"))
    sheet.set_column(0, len(columns) - 1, WIDE)
    _write_row(sheet, 0, columns, bold)
    number = 0
    chosen = _values(rows, list(columns.values()))
    for number, row in enumerate(chosen.iterator(chunk_size=CHUNK), 1):
        _write_row(sheet, number, row)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(number, 1), len(columns) - 1)
    told = book.add_worksheet(_("Keterangan"))
    for number, pair in enumerate(about.items()):
        _write_row(told, number, pair)
    book.close()
    return _download(out, f"{name}.xlsx", XLSX)


def _write_row(sheet, number: int, texts, style=None) -> None:
    for position, text in enumerate(texts):
        sheet.write_string(number, position, text or "", style)


def as_csv(rows: QuerySet, columns: dict[str, Expression], *, name: str) -> FileResponse:
    """The rows as PostgreSQL's COPY writes them, for Indonesian spreadsheets.

    Semicolons, UTF-8 with a mark; a text that a spreadsheet would carry out gets an apostrophe.
    """
    out = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    out.write("\ufeff".encode())
    out.write((";".join(columns) + "\n").encode())
    sql, parameters = _values(rows, list(columns.values())).query.sql_with_params()
    with connection.cursor() as cursor:
        query = _harmless(cursor.mogrify(sql, parameters).decode(), len(columns))
        cursor.copy_expert(f"COPY ({query}) TO STDOUT WITH (FORMAT csv, DELIMITER ';')", out)
    return _download(out, f"{name}.csv", "text/csv; charset=utf-8")


def _values(rows: QuerySet, expressions: Sequence[Expression]) -> QuerySet:
    """The rows with nothing but these values, in the order that they have."""
    bare = rows.select_related(None).prefetch_related(None).defer(None)
    named = {f"export_{n}": Cast(value, CharField()) for n, value in enumerate(expressions)}
    return bare.annotate(**named).values_list(*named)


def _harmless(query: str, width: int) -> str:
    """The rows of a query of `width` texts, with an apostrophe before what is taken for a formula.

    Around the query, so that each text is made once and then looked at; its order remains.
    """
    starts = ", ".join(str(ord(start)) for start in FORMULA_STARTS)
    shown = (
        f"CASE WHEN ascii(c{n}) IN ({starts}) AND c{n} !~ '{PLAIN_NUMBER}' "
        f"THEN '''' || c{n} ELSE c{n} END"
        for n in range(width)
    )
    names = ", ".join(f"c{n}" for n in range(width))
    return f"SELECT {', '.join(shown)} FROM ({query}) AS texts({names})"


def _download(out: IO, name: str, content_type: str) -> FileResponse:
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=name, content_type=content_type)
