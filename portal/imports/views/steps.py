"""What a person does to a batch: matches its columns, mends its rows, saves, takes back, throws away."""

from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.access import may
from portal.imports import operations
from portal.imports.forms import MatchingForm
from portal.imports.models import Batch, Outcome, State
from portal.imports.profiles import profile_of
from portal.imports.views.batches import profile_for
from portal.operations import Refused

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@may("imports.change_batch", Batch)
def matching(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Which column of the file is which, corrected by a person."""
    profile = profile_for(request, batch.kind)
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
    profile_for(request, batch.kind)
    accept = "accept_valid" in request.POST
    return _carry_out(
        request, batch, partial(operations.commit, accept_valid=accept), _("Tersimpan.")
    )


@require_POST
@may("imports.change_batch", Batch)
def undo(request: HttpRequest, batch: Batch) -> HttpResponse:
    """Take the import back."""
    profile_for(request, batch.kind)
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
