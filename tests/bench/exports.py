"""Jobs: the list of schools as a file, beside the same rows written barely."""

import tempfile

import xlsxwriter
from django.db import connection

from tests.bench.clock import milliseconds
from tests.bench.lists import NATION, client_of

ROWS_SQL = """
SELECT s.name, s.npsn, s.form, s.status, d.name, s.accreditation, coalesce((
    SELECT string_agg(p.name || ' angkatan ' || m.cohort, ', ' ORDER BY p.name, m.cohort)
    FROM schools_membership m JOIN schools_programme p ON p.id = m.programme_id
    WHERE m.school_id = s.id AND m.starts_on <= current_date
        AND (m.ends_on IS NULL OR m.ends_on >= current_date)
), '')
FROM schools_school s JOIN portal_area d ON d.code = s.district_id
WHERE s.state = 'buka' ORDER BY s.name, s.id
"""
HEADER = ["Nama", "NPSN", "Bentuk", "Status", "Kecamatan", "Akreditasi", "Program"]


def portal(kind: str) -> dict:
    """The export of the whole list, to its last byte, from a portal that has served a page before."""
    client = client_of(NATION)
    client.get("/kosong/")
    length = []

    def download() -> None:
        response = client.get(f"/sekolah/ekspor.{kind}")
        length.append(sum(len(piece) for piece in response.streaming_content))

    return {"ms": milliseconds(download), "bytes": length[0]}


def xlsx_from_list() -> dict:
    """XlsxWriter writing the same rows from a list that is already there."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS_SQL)
        rows = cursor.fetchall()

    def write() -> None:
        with tempfile.TemporaryFile() as out:
            book = xlsxwriter.Workbook(out, {"constant_memory": True})
            sheet = book.add_worksheet()
            for number, row in enumerate([HEADER, *rows]):
                sheet.write_row(number, 0, row)
            book.close()

    return {"ms": milliseconds(write), "rows": len(rows)}


def copy_to_file() -> dict:
    """COPY of the same rows to a file."""

    def copy() -> None:
        with tempfile.TemporaryFile() as out, connection.cursor() as cursor:
            cursor.copy_expert(f"COPY ({ROWS_SQL}) TO STDOUT WITH (FORMAT csv)", out)

    return {"ms": milliseconds(copy)}
