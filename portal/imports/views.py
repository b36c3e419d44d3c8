"""The pages of an import: upload, matching, difference, commit, undo."""

import io
import tempfile
from functools import partial
from http import HTTPStatus
from pathlib import PurePath

import xlsxwriter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.access import may
from portal.exports import as_xlsx
from portal.imports import operations, queries
from portal.imports.forms import MatchingForm, UploadForm
from portal.imports.lists import COLUMNS, BatchFilter, state_badge
from portal.imports.marked import write_marked
from portal.imports.models import Batch, Outcome, State
from portal.imports.opening import open_file
from portal.imports.profiles import Profile, profile_of, profiles
from portal.imports.staging import local_path
from portal.imports.undoing import left_alone
from portal.keyset import Keyset
from portal.lists import ListPage, render_list
from portal.operations import Refused
from portal.views import create_once

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("imports.list_batches")
def batches(request: HttpRequest) -> HttpResponse:
    """The imports in the reader's scope."""
    rows = Batch.objects.visible_to(request.user).select_related("by")
    listing = ListPage(request, rows, columns=COLUMNS, filters=BatchFilter, order="-waktu")
    return render_list(
        request,
        "imports/list.html",
        listing,
        empty_title=_("Belum ada berkas yang diimpor"),
        empty_text=_("Unggah berkas yang sudah ada; sebelum disimpan, bedanya ditunjukkan dahulu."),
        empty_url=reverse("imports:kinds"),
        empty_action=_("Impor berkas"),
    )


@require_safe
@may("imports.list_batches")
def kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of files that the reader may import."""
    allowed = [p for p in profiles() if request.user.has_perm(p.permission)]
    return render(request, "imports/kinds.html", {"profiles": allowed})


@form_page
@may("imports.list_batches")
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """A new file of a kind."""
    profile = _profile(request, kind)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent, user=request.user)
    page = {"form": form, "profile": profile}
    if not form.is_bound:
        return render(request, "imports/upload.html", page)

    def make() -> Batch:
        values = form.cleaned_data
        return operations.receive(
            values["file"],
            name=values["file"].name,
            profile=profile,
            by=request.user,
            area=values["area"],
            holds_from=values["holds_from"],
        )

    done = create_once(request, form, make, say=lambda batch: None, beside="file")
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return done or render(request, "imports/upload.html", page, status=status)


@require_safe
@may("imports.list_batches")
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty workbook with the usual headers of a kind."""
    profile, content = _profile(request, kind), io.BytesIO()
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
def batch(request: HttpRequest, batch: Batch) -> HttpResponse:
    """An import as it stands: progress, difference, or what became of it."""
    if batch.state == State.MATCHING:
        return redirect("imports:matching", batch.pk)
    context = {
        "batch": batch,
        "profile": profile_of(batch.kind),
        "badge": state_badge(batch),
        "abandoned": operations.nobody_works_on(batch),
    }
    if batch.state in (State.STAGED, State.COMMITTED, State.UNDONE):
        context |= _difference(request, batch)
    if batch.state == State.STAGED:
        missing = queries.missing(batch)
        context |= {"missing": missing.order_by("name", "pk")[: queries.FEW]}
        context |= {"missing_count": missing.count()}
    if batch.state in (State.STAGED, State.COMMITTED):
        context["to_save"] = queries.to_save(batch)
    if batch.state == State.COMMITTED:
        most = queries.PAGE
        context["left"], context["left_count"] = left_alone(batch, context["profile"], most=most)
    return render(request, "imports/batch.html", context)


def _difference(request: HttpRequest, batch: Batch) -> dict:
    """The rows of one outcome, a page at a time; without a choice those that need a decision first."""
    counts = {outcome: batch.counts.get(outcome.value, 0) for outcome in Outcome}
    needed = [Outcome.ERROR, Outcome.CONFLICT, Outcome.NEW, Outcome.CHANGED]
    usual = next((outcome for outcome in needed if counts[outcome]), Outcome.UNCHANGED)
    asked = request.GET.get("hasil", "")
    chosen = Outcome(asked) if asked in Outcome.values else usual
    after = request.GET.get("sesudah", "")
    after = int(after) if after.isascii() and after.isdigit() and len(after) < 8 else 0
    rows = queries.rows_of(batch, outcome=chosen, after=after, limit=queries.PAGE + 1)
    further = rows[queries.PAGE - 1].number if len(rows) > queries.PAGE else None
    return {
        "tiles": [(outcome, count, outcome == chosen) for outcome, count in counts.items()],
        "chosen": chosen,
        "rows": rows[: queries.PAGE],
        "after": after,
        "further": further,
        "can_change": batch.state == State.STAGED,
    }


@require_safe
@may("imports.view_batch", Batch)
def missing(request: HttpRequest, batch: Batch) -> HttpResponse:
    """All records that the file no longer holds, page by page."""
    rows = queries.missing(batch)
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
    rows = queries.missing(batch).order_by("name", "pk")
    name = f"tidak-ada-{PurePath(batch.file_name).stem}"
    return as_xlsx(rows, queries.missing_columns_of(batch), about=about, name=name)


@require_safe
@may("imports.view_batch", Batch)
def progress(request: HttpRequest, batch: Batch) -> HttpResponse:
    """How far the work has come; the page is loaded anew when it is done."""
    page = {"batch": batch, "abandoned": operations.nobody_works_on(batch)}
    response = render(request, "imports/progress.html", page)
    if not batch.is_under_way:
        response["HX-Refresh"] = "true"
    return response


@form_page
@may("imports.change_batch", Batch)
def matching(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Which column of the file is which, corrected by a person."""
    profile = _profile(request, batch.kind)
    if batch.state not in (State.MATCHING, State.STAGED, State.UNREADABLE):
        return redirect(batch)
    posted = request.POST if request.method == "POST" else None
    form, status = MatchingForm(posted, batch=batch, profile=profile), HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                operations.match_columns(
                    batch,
                    by=request.user,
                    sheet=form.chosen_sheet,
                    header_row=form.cleaned_data["header_row"],
                    matching=form.matching,
                    remember=form.cleaned_data["remember"],
                )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return redirect(batch)
    page = {"form": form, "batch": batch, "profile": profile}
    return render(request, "imports/matching.html", page, status=status)


@require_POST
@may("imports.change_batch", Batch)
def change_row(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Mend a row's cells, leave it out, or let the file win."""
    number, act = _row_number(request), request.POST.get("act", "")
    known = {column.name for column in profile_of(batch.kind).columns}
    acts = {
        "fix": partial(
            operations.fix_cells, cells={n: v for n, v in request.POST.items() if n in known}
        ),
        "skip": partial(operations.skip_row, skipped=True),
        "keep": partial(operations.skip_row, skipped=False),
        "file": partial(operations.let_file_win, wins=True),
        "registry": partial(operations.let_file_win, wins=False),
    }
    if act not in acts or not batch.rows.filter(number=number).exists():
        messages.error(request, _("Baris atau tindakan itu tidak dikenal. Tidak ada yang berubah."))
        return redirect(batch)
    try:
        acts[act](batch, by=request.user, number=number)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        _tell_of_row(request, batch, number)
    query = urlencode({"hasil": request.POST.get("hasil", "")})
    return redirect(f"{batch.get_absolute_url()}?{query}#baris-{number}")


def _tell_of_row(request: HttpRequest, batch: Batch, number: int) -> None:
    """Say what a row stands at after somebody acted on it."""
    row = batch.rows.get(number=number)
    if row.skipped:
        messages.success(request, _("Baris %d dilewati.") % number)
    elif batch.is_under_way:
        messages.info(request, _("Baris %d sedang diperiksa ulang.") % number)
    elif row.outcome == Outcome.ERROR:
        messages.warning(request, _("Baris %d masih salah. Alasannya ada di bawah.") % number)
    else:
        told = {"number": number, "outcome": Outcome(row.outcome).label}
        messages.success(request, _("Baris %(number)d: %(outcome)s.") % told)


@require_POST
@may("imports.change_batch", Batch)
def commit(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Write the difference into the registry."""
    _profile(request, batch.kind)
    accept = "accept_valid" in request.POST
    return _carry_out(
        request, batch, partial(operations.commit, accept_valid=accept), _("Tersimpan.")
    )


@require_POST
@may("imports.change_batch", Batch)
def undo(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Take the import back."""
    _profile(request, batch.kind)
    edited = "including_edited" in request.POST
    return _carry_out(
        request, batch, partial(operations.undo, including_edited=edited), _("Impor dibatalkan.")
    )


@require_POST
@may("imports.change_batch", Batch)
def resume(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Go on with work that was interrupted."""
    return _carry_out(request, batch, operations.resume, _("Dilanjutkan."))


@require_POST
@may("imports.change_batch", Batch)
def discard(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Throw a batch away that was not committed."""
    try:
        operations.discard(batch)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(batch)
    messages.success(request, _("Berkas %s dibuang. Registri tidak berubah.") % batch.file_name)
    return redirect("imports:batches")


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
        write_marked(
            out,
            queries.mended(batch, open_file(path, batch.file_name).rows(batch.sheet)),
            sheet=batch.sheet,
            header_row=batch.header_row,
            faults=lambda number: found.get(number, {}),
        )
    out.seek(0)
    name = f"bertanda-{batch.file_name.rpartition('.')[0]}.xlsx"
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)


def _profile(request: HttpRequest, kind: str) -> Profile:
    """The kind's profile. 404 for an unknown kind, 403 where the person may not import it."""
    try:
        profile = profile_of(kind)
    except KeyError:
        raise Http404 from None
    if not request.user.has_perm(profile.permission):
        raise PermissionDenied
    return profile


def _row_number(request: HttpRequest) -> int:
    """The row that a form is about; 0, which no row has, for anything but a number."""
    text = request.POST.get("number", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def _carry_out(request: HttpRequest, batch: Batch, act, done: str) -> HttpResponse:
    try:
        act(batch, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        batch.refresh_from_db()
        if not batch.is_under_way:
            messages.success(request, done)
    return redirect(batch)
