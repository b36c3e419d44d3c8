"""Closing and reopening a school."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.access import may
from portal.operations import Conflict, Refused
from schools.forms.existence import ExistenceForm
from schools.models import School
from schools.operations.existence import close_school, reopen_school
from schools.views.schools import trail_to

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@may("schools.close_school", School, by="npsn")
def school_close(request: HttpRequest, school: School) -> HttpResponse:
    """A school exists no longer since a day."""
    page = {
        "heading": _("Tutup %s") % school.name,
        "lead": _(
            "Sekolah tidak lagi muncul dalam daftar dan pilihan sejak tanggal ini. Kunjungan, "
            "capaian, dan riwayatnya tetap terbaca, dan sekolah dapat dibuka kembali."
        ),
        "submit": _("Tutup sekolah"),
    }
    return _turn(request, school, close_school, page, allowed=school.is_open)


@form_page
@may("schools.reopen_school", School, by="npsn")
def school_reopen(request: HttpRequest, school: School) -> HttpResponse:
    """A closed school exists again since a day."""
    page = {
        "heading": _("Buka kembali %s") % school.name,
        "lead": _("Sekolah muncul lagi dalam daftar dan pilihan sejak tanggal ini."),
        "submit": _("Buka kembali"),
    }
    return _turn(request, school, reopen_school, page, allowed=school.is_closed)


def _turn(
    request: HttpRequest, school: School, operation: Callable, page: dict, *, allowed: bool
) -> HttpResponse:
    """Ask for day and reason and carry the operation out; what was typed survives a refusal."""
    if request.method != "POST" and not allowed:
        messages.info(request, _("Sekolah ini sudah %s.") % school.get_state_display().lower())
        return redirect(school)
    data = request.POST if request.method == "POST" else None
    form = ExistenceForm(data, initial={"version": school.version})
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if form.is_valid():
        try:
            operation(school, **form.cleaned_data)
        except Conflict as conflict:
            form.note_conflict(conflict.current)
            status = HTTPStatus.CONFLICT
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect(school)
    context = {"form": form, "back": school.get_absolute_url()}
    trail = {"trail": trail_to(school, page["submit"])}
    return render(request, "pieces/form_page.html", context | trail | page, status=status)
