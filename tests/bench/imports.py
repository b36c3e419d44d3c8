"""Jobs: a workbook of schools made, read barely, imported by the portal and by django-import-export."""

import io
from pathlib import Path

import xlsxwriter
from django.core.files import File
from django.db import connection
from django.utils import timezone

from portal.imports import operations
from portal.imports.models import StagedChange, StagedRow, State
from portal.imports.profiles import profile_of
from portal.models import Area
from schools.models import School
from tests.bench.clock import milliseconds

HEADER = [
    "NPSN",
    "Nama Sekolah",
    "Bentuk",
    "Status",
    "Kecamatan",
    "Kode Kecamatan",
    "Alamat",
    "Lintang",
    "Bujur",
    "Akreditasi",
]


def workbook(path: str, rows: str) -> None:
    """Write a workbook of `rows` synthetic schools over the real kecamatan."""
    districts = list(Area.objects.filter(level="district").values_list("code", "name"))
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADER)
    for n in range(int(rows)):
        code, place = districts[n * 7919 % len(districts)]
        form = ("SD", "SD", "SMP", "SMA", "TK")[n % 5]
        status = ("Negeri", "Swasta")[n % 3 % 2]
        where = [-10 + n * 37 % 16000 / 1000, 95.5 + n * 91 % 45000 / 1000]
        named = [f"{form} {status} {place} {n}", form, status, place, code, f"Jl. {place} No {n}"]
        sheet.write_row(n + 1, 0, [str(40_000_000 + n), *named, *where, "ABC"[n % 3]])
    book.close()


def reading_and_copy(path: str) -> dict:
    """calamine reading the file, and COPY of the same rows into a table without indexes.

    COPY takes text, so that making it of the rows belongs to it.
    """
    from python_calamine import CalamineWorkbook

    with connection.cursor() as cursor:
        columns = ", ".join(f"c{n} text" for n in range(len(HEADER)))
        cursor.execute(f"CREATE TEMP TABLE bare ({columns})")

        def read_and_copy() -> None:
            rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
            text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
            cursor.copy_expert("COPY bare FROM STDIN", io.StringIO(text))

        return {"ms": milliseconds(read_and_copy)}


def portal(path: str) -> dict:
    """The portal's import, from the file to the committed schools with their history."""
    _empty_registry()
    made = []

    def take_in() -> None:
        with Path(path).open("rb") as content:
            batch = operations.receive(
                File(content),
                name="sekolah.xlsx",
                profile=profile_of("sekolah"),
                by=None,
                area=None,
                holds_from=timezone.localdate(),
                at_once=True,
            )
        made.append(operations.commit(batch, by=None, at_once=True) or batch)

    taken = milliseconds(take_in)
    batch = made[0]
    batch.refresh_from_db()
    schools, events = School.objects.count(), School.pgh_event_model.objects.count()
    if batch.state != State.COMMITTED or schools != events or schools != batch.counts["new"]:
        raise AssertionError(
            f"not all was saved: {batch.state}, {schools} schools, {events} events"
        )
    return {"ms": taken, "schools": schools}


def import_export(path: str) -> dict:
    """django-import-export, as its documentation sets it up, with the model's validation."""
    import tablib
    from import_export import fields, resources, widgets

    class SchoolResource(resources.ModelResource):
        npsn = fields.Field("npsn", "NPSN")
        name = fields.Field("name", "Nama Sekolah")
        form = fields.Field("form", "Bentuk")
        status = fields.Field("status", "Status")
        district = fields.Field(
            "district", "Kode Kecamatan", widgets.ForeignKeyWidget(Area, "code")
        )
        address = fields.Field("address", "Alamat")
        accreditation = fields.Field("accreditation", "Akreditasi")

        class Meta:
            model = School
            import_id_fields = ["npsn"]
            fields = ["npsn", "name", "form", "status", "district", "address", "accreditation"]
            clean_model_instances = True
            use_transactions = True

        def before_import_row(self, row, **kwargs):
            row["Status"] = row["Status"].lower()

    _empty_registry()

    def take_in() -> None:
        rows = tablib.Dataset().load(Path(path).read_bytes(), format="xlsx")
        result = SchoolResource().import_data(rows, raise_errors=True)
        if result.has_validation_errors():
            raise AssertionError(result.invalid_rows[0].error)

    taken = milliseconds(take_in)
    return {"ms": taken, "schools": School.objects.count()}


def _empty_registry() -> None:
    models = (School, School.pgh_event_model, StagedRow, StagedChange)
    tables = ", ".join(model._meta.db_table for model in models)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
