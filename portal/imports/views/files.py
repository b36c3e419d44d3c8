"""What is read of a batch beside its page: its file, the marked one, and what the file lacks."""

import io
import tempfile
from pathlib import PurePath

import xlsxwriter
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.access import may
from portal.exports import as_xlsx
from portal.imports import queries
from portal.imports.marked import write_marked
from portal.imports.models import Batch
from portal.imports.opening import open_for
from portal.imports.profiles import profile_of
from portal.imports.staging import local_path
from portal.imports.views.batches import profile_for
from portal.keyset import Keyset

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@may("imports.list_batches")
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty workbook with the usual headers of a kind."""
    profile, content = profile_for(request, kind), io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("Data")
    for position, column in enumerate(profile.columns):
        sheet.write_string(0, position, column.names[0], book.add_format({"bold": True}))
        sheet.set_column(position, position, 20, book.add_format({"num_format": "@"}))
    book.close()
    content.seek(0)
    return FileResponse(
        content, as_attachment=True, filename=f"contoh-{profile.kind}.xlsx", content_type=XLSX
    )


@require_safe
@may("imports.view_batch", Batch)
def file(request: HttpRequest, batch: Batch) -> HttpResponse:
    """The file as it was uploaded."""
    if not batch.file:
        raise Http404
    return FileResponse(
        batch.file.open("rb"),
        as_attachment=True,
        filename=batch.file_name,
        content_type="application/octet-stream",
    )


@require_safe
@may("imports.view_batch", Batch)
def marked(request: HttpRequest, batch: Batch) -> HttpResponse:
    """The uploaded sheet, as mended so far, with its faults marked for a spreadsheet."""
    if not batch.file or batch.header_row is None:
        raise Http404
    out = tempfile.TemporaryFile()  # noqa: SIM115  (FileResponse closes it)
    found = queries.faults(batch)
    with local_path(batch.file) as path:
        source = open_for(path, batch.file_name, profile_of(batch.kind))
        write_marked(
            out,
            queries.mended(batch, source.rows(batch.sheet)),
            sheet=batch.sheet,
            header_row=batch.header_row,
            faults=lambda number: found.get(number, {}),
        )
    out.seek(0)
    name = f"bertanda-{batch.file_name.rpartition('.')[0]}.xlsx"
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)


@require_safe
@may("imports.view_batch", Batch)
def missing(request: HttpRequest, batch: Batch) -> HttpResponse:
    """All records that the file no longer holds, page by page."""
    rows = _missing_or_404(batch)
    keyset = Keyset(rows, ["name", "pk"], known=rows)
    page = {"batch": batch, "page": keyset.page(request.GET), "count": rows.count()}
    return render(request, "imports/missing.html", page)


@require_safe
@may("imports.view_batch", Batch)
def missing_export(request: HttpRequest, batch: Batch) -> HttpResponse:
    """The same records as a workbook."""
    about = {
        _("Tidak ada dalam berkas"): batch.file_name,
        _("Diunggah"): date_format(timezone.localtime(batch.at), "DATETIME_FORMAT"),
        _("Wilayah"): str(batch.area or _("Seluruh Indonesia")),
    }
    rows = _missing_or_404(batch).order_by("name", "pk")
    name = f"tidak-ada-{PurePath(batch.file_name).stem}"
    return as_xlsx(rows, queries.missing_columns_of(batch), about=about, name=name)


def _missing_or_404(batch: Batch) -> QuerySet:
    """What the file does not hold, for kinds that say what a file should hold."""
    rows = queries.missing(batch)
    if rows is None:
        raise Http404
    return rows
