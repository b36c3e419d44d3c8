"""The steps of a visit and of its report, each behind its button."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.forms.visits import CHANGED, AnswerForm, ReadForm, StepReasonForm
from mentoring.models import Visit
from mentoring.operations.visits import (
    AlreadyDone,
    Unchanged,
    cancel_visit,
    end_visit,
    send_back,
    start_visit,
    submit_visit,
    verify_visit,
)
from mentoring.steps import CANCEL
from portal.access import may
from portal.operations import Conflict, Refused

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_POST
@may("mentoring.submit_visit", Visit)
def visit_submit(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hand the report over; what it lacks is listed on its page.

    One that stands as it was sent back asks for an answer to who sent it back.
    """
    done = _("Laporan diajukan. Dinas akan memverifikasinya.")
    try:
        if "reason" not in request.POST:
            return _step_by_button(request, visit, submit_visit, done)
    except Unchanged:
        pass
    return _step_with_reason(
        request,
        visit,
        submit_visit,
        form_class=AnswerForm,
        heading=_("Ajukan tanpa perubahan"),
        lead=_(
            "Laporan ini belum diubah sejak dikembalikan. Perbaiki dahulu, atau tuliskan jawaban "
            "Anda untuk yang mengembalikannya."
        ),
        submit=_("Ajukan tanpa perubahan"),
        done=done,
    )


@require_POST
@may("mentoring.verify_visit", Visit)
def visit_verify(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Confirm the report as it was read."""
    done = _("Laporan diverifikasi. Sekolah kini dapat membacanya.")
    return _step_by_button(request, visit, verify_visit, done)


@form_page
@may("mentoring.send_back_visit", Visit)
def visit_send_back(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Return the report with a reason."""
    if request.method != "POST" and not visit.is_submitted:
        messages.info(request, _("Laporan ini %s.") % visit.get_state_display())
        return redirect(visit)
    return _step_with_reason(
        request,
        visit,
        send_back,
        heading=_("Kembalikan laporan"),
        lead=_(
            "Fasilitator membaca alasan ini di atas laporannya, memperbaiki, lalu mengajukan lagi."
        ),
        submit=_("Kembalikan laporan"),
        done=_("Laporan dikembalikan kepada %s.") % visit.facilitator,
    )


@form_page
@may("mentoring.cancel_visit", Visit)
def visit_cancel(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Cancel a visit that was not submitted, with a reason."""
    if request.method != "POST" and not CANCEL.fits(visit.state):
        messages.info(request, _("Kunjungan ini %s.") % visit.get_state_display())
        return redirect(visit)
    return _step_with_reason(
        request,
        visit,
        cancel_visit,
        heading=_("Batalkan kunjungan"),
        lead=_("Kunjungan %(number)s ke %(school)s tidak jadi. Isian yang ada tetap tersimpan.")
        % {"number": visit.number, "school": visit.school.name},
        submit=_("Batalkan kunjungan"),
        done=_("Kunjungan dibatalkan."),
    )


@require_POST
@may("mentoring.start_visit", Visit)
def visit_start(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Note that the visit begins now, and go on with its report."""
    done = _("Kunjungan dimulai. Jam mulai tercatat.")
    return _step(request, visit, lambda: start_visit(visit, by=request.user), done)


@require_POST
@may("mentoring.end_visit", Visit)
def visit_end(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Note that the visit ends now."""
    done = _("Kunjungan selesai. Lengkapi laporannya, lalu ajukan.")
    return _step(request, visit, lambda: end_visit(visit, by=request.user), done)


def _step(request: HttpRequest, visit: Visit, carry_out: Callable, done: str) -> HttpResponse:
    """Carry out a step of a visit, say what came of it, and go to the visit's page.

    Raises Conflict when the visit changed after it was read, Unchanged where an answer is due.
    """
    try:
        carry_out()
    except AlreadyDone as already:
        messages.info(request, str(already))
    except Unchanged:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(visit)


def _step_by_button(
    request: HttpRequest, visit: Visit, operation: Callable, done: str
) -> HttpResponse:
    """Take a step that asks for nothing but the version of the visit that was read."""
    form = ReadForm(request.POST)
    read = form.cleaned_data if form.is_valid() else {"version": 0}
    try:
        return _step(request, visit, lambda: operation(visit, by=request.user, **read), done)
    except Conflict:
        messages.error(request, CHANGED)
        return redirect(visit)


def _step_with_reason(
    request: HttpRequest,
    visit: Visit,
    operation: Callable,
    *,
    done: str,
    form_class: type[StepReasonForm] = StepReasonForm,
    **page: str,
) -> HttpResponse:
    """Ask for the reason of a step and take it; on a Conflict the reason typed stays."""
    data = request.POST if request.method == "POST" else None
    form = form_class(data, initial={"version": visit.version})
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if form.is_valid():
        given = form.cleaned_data
        try:
            return _step(request, visit, lambda: operation(visit, by=request.user, **given), done)
        except Conflict as conflict:
            form.note_conflict(conflict.current)
            status = HTTPStatus.CONFLICT
    trail = [
        {"label": _("Kunjungan"), "url": reverse("mentoring:visits")},
        {"label": visit.number, "url": visit.get_absolute_url()},
        {"label": page["heading"], "url": ""},
    ]
    context = {"form": form, "visit": visit, "back": visit.get_absolute_url(), "trail": trail}
    return render(request, "pieces/form_page.html", context | page, status=status)
