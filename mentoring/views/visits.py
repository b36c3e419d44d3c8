"""The pages of visits: the list, a visit, and each step from the plan to the verified report."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.filters.visits import VisitFilter
from mentoring.forms.evidence import PhotosForm
from mentoring.forms.visits import PlanForm, ReadForm, ReportForm
from mentoring.models import Visit
from mentoring.operations.visits import (
    AlreadyDone,
    cancel_visit,
    plan_visit,
    record_visit,
    send_back,
    submit_visit,
    verify_visit,
)
from mentoring.queries.reports import missing_in
from mentoring.queries.visits import (
    for_list,
    history_of_visit,
    open_follow_ups_before,
    rubric_of,
    section_states,
    with_parts,
)
from mentoring.tables.visits import COLUMNS
from portal.access import may
from portal.forms import ReasonForm
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused, carried_out, once

form_page = require_http_methods(["GET", "HEAD", "POST"])
REPLAYED = _lazy("Formulir ini sudah diproses sebelumnya.")


@require_safe
@may("mentoring.list_visits")
def visits(request: HttpRequest) -> HttpResponse:
    """The visits to the schools in the reader's scope."""
    listing = ListPage(
        request, for_list(request.user), columns=COLUMNS, filters=VisitFilter, order="-tanggal"
    )
    empty = {"empty_title": _("Belum ada kunjungan")}
    if request.user.has_perm("mentoring.plan_visit"):
        empty |= {
            "empty_text": _("Rencanakan kunjungan pertama ke sekolah dampingan Anda."),
            "empty_url": reverse("mentoring:visit-plan"),
            "empty_action": _("Rencanakan kunjungan"),
        }
    else:
        empty["empty_text"] = _("Kunjungan dicatat oleh fasilitator BPMP.")
    return render_list(request, "mentoring/visits/list.html", listing, **empty)


@require_safe
@may("mentoring.view_visit", Visit)
def visit(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A visit with its report, and what may happen to it next."""
    visit = with_parts(visit)
    steps = list(visit.transitions.all())
    context = {
        "visit": visit,
        "rubric": rubric_of(visit),
        "steps": steps,
        "missing": missing_in(visit) if visit.is_open else [],
        "sent_back": steps[-1] if visit.was_sent_back and steps else None,
        "photos_form": PhotosForm(),
    }
    return render(request, "mentoring/visits/visit.html", context)


@require_safe
@may("mentoring.view_visit", Visit)
def visit_history(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What happened to a visit and its parts, as a panel of its page."""
    return render(request, "pieces/timeline.html", {"entries": history_of_visit(visit)})


@form_page
@may("mentoring.plan_visit")
def visit_plan(request: HttpRequest) -> HttpResponse:
    """A new visit to a school of one's own."""
    if request.method != "POST":
        return _plan_page(request, PlanForm(user=request.user, initial=_asked_school(request)))
    form = PlanForm(request.POST, user=request.user)
    valid = form.is_valid()
    earlier = carried_out(form.cleaned_data.get("key"), by=request.user)
    if earlier:
        messages.info(request, REPLAYED)
        return redirect(earlier)
    if valid:
        data = form.cleaned_data
        try:
            planned, url = once(
                data["key"],
                by=request.user,
                url_of=lambda made: made.get_absolute_url(),
                make=lambda: plan_visit(
                    data["school"],
                    by=request.user,
                    on=data["date"],
                    kind=data["kind"],
                    mode=data["mode"],
                    starts_at=data["starts_at"],
                    ends_at=data["ends_at"],
                ),
            )
        except Refused as refusal:
            form.add_error("date", str(refusal))
        else:
            done = _("Kunjungan direncanakan. Isi laporannya setelah berlangsung.")
            messages.info(request, REPLAYED) if planned is None else messages.success(request, done)
            return redirect(url)
    return _plan_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _asked_school(request: HttpRequest) -> dict:
    """The school that the address asks for (`?sekolah=NPSN`), where it is one of one's own."""
    schools = PlanForm(user=request.user).fields["school"].queryset
    return {"school": schools.filter(npsn=request.GET.get("sekolah", "")).first()}


def _plan_page(request: HttpRequest, form: PlanForm, status=HTTPStatus.OK) -> HttpResponse:
    context = {
        "form": form,
        "heading": _("Rencanakan kunjungan"),
        "lead": _("Kunjungan ke sekolah dampingan Anda, di bawah naskah kerja sama yang berlaku."),
        "submit": _("Simpan rencana"),
        "back": reverse("mentoring:visits"),
    }
    return render(request, "mentoring/visits/plan.html", context, status=status)


@form_page
@may("mentoring.record_visit", Visit)
def visit_record(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The report of a visit. With the header X-Autosave the answer is JSON for visit-draft.js."""
    shown = with_parts(visit)
    states = section_states(shown, missing_in(shown))
    form = ReportForm(request.POST if request.method == "POST" else None, instance=shown)
    status = HTTPStatus.OK
    if not visit.is_open and request.method != "POST":
        closed = _("Laporan ini %s dan tidak dapat diubah lagi.") % visit.get_state_display()
        messages.info(request, closed)
        return redirect(visit)
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                saved = record_visit(
                    visit,
                    by=request.user,
                    version=form.cleaned_data["version"],
                    report=form.report(),
                )
                return _report_saved(request, saved)
            except Conflict as conflict:
                form.note_conflict(conflict.current)
                status = HTTPStatus.CONFLICT
            except Refused as refusal:
                form.add_error(None, str(refusal))
    if "X-Autosave" in request.headers:
        return _report_not_saved(form, status)
    context = {
        "visit": shown,
        "form": form,
        "sections": form.sections(states),
        "states": states,
        "before": open_follow_ups_before(shown),
        "photos_form": PhotosForm(),
    }
    return render(request, "mentoring/visits/record.html", context, status=status)


def _report_saved(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where to go after saving: the visit's page to check it, or on with the draft."""
    then = request.POST.get("then")
    if then == "check":
        url = visit.get_absolute_url()
        messages.success(request, _("Laporan tersimpan. Periksa, lalu ajukan bila sudah lengkap."))
    else:
        url = reverse("mentoring:visit-record", args=[visit.pk])
        if then:
            messages.success(request, _("Draf tersimpan."))
    if "X-Autosave" not in request.headers:
        return redirect(url)
    stored = with_parts(visit)
    return JsonResponse(
        {
            "version": visit.version,
            "at": time_format(timezone.localtime(), "H.i"),
            "sections": section_states(stored, missing_in(stored)),
            "url": url,
        }
    )


def _report_not_saved(form: ReportForm, status: int) -> JsonResponse:
    """Why the report was not saved, and what somebody else changed."""
    changes = [{"label": c.label, "old": c.old, "new": c.new} for c in form.conflict]
    return JsonResponse({"errors": form.all_errors, "changes": changes}, status=status)


@require_POST
@may("mentoring.submit_visit", Visit)
def visit_submit(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hand the report over; what it lacks is listed on its page."""
    return _step(
        request,
        visit,
        lambda: submit_visit(visit, by=request.user),
        _("Laporan diajukan. Dinas akan memverifikasinya."),
    )


@require_POST
@may("mentoring.verify_visit", Visit)
def visit_verify(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Confirm the report as it was read."""
    form = ReadForm(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0
    return _step(
        request,
        visit,
        lambda: verify_visit(visit, by=request.user, version=version),
        _("Laporan diverifikasi. Sekolah kini dapat membacanya."),
    )


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
        lambda reason: send_back(visit, by=request.user, reason=reason),
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
    if request.method != "POST" and not visit.can_be_cancelled:
        messages.info(request, _("Kunjungan ini %s.") % visit.get_state_display())
        return redirect(visit)
    return _step_with_reason(
        request,
        visit,
        lambda reason: cancel_visit(visit, by=request.user, reason=reason),
        heading=_("Batalkan kunjungan"),
        lead=_("Kunjungan %(number)s ke %(school)s tidak jadi. Isian yang ada tetap tersimpan.")
        % {"number": visit.number, "school": visit.school.name},
        submit=_("Batalkan kunjungan"),
        done=_("Kunjungan dibatalkan."),
    )


def _step(request: HttpRequest, visit: Visit, carry_out: Callable, done: str) -> HttpResponse:
    """Carry out a step of a visit, say what came of it, and go to the visit's page."""
    try:
        carry_out()
    except AlreadyDone as already:
        messages.info(request, str(already))
    except Refused as refusal:
        messages.error(request, str(refusal))
    except Conflict:
        changed = _("Laporan berubah setelah Anda membukanya. Baca kembali, lalu putuskan.")
        messages.error(request, changed)
    else:
        messages.success(request, done)
    return redirect(visit)


def _step_with_reason(
    request: HttpRequest, visit: Visit, carry_out: Callable, *, done: str, **page: str
) -> HttpResponse:
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _step(request, visit, lambda: carry_out(form.cleaned_data["reason"]), done)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    trail = [
        {"label": _("Kunjungan"), "url": reverse("mentoring:visits")},
        {"label": visit.number, "url": visit.get_absolute_url()},
        {"label": page["heading"], "url": ""},
    ]
    context = {"form": form, "visit": visit, "back": visit.get_absolute_url(), "trail": trail}
    return render(request, "pieces/form_page.html", context | page, status=status)
