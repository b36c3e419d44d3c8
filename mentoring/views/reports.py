"""Writing the report of a visit, by hand and by itself."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.forms.answers import AnswersForm
from mentoring.forms.evidence import EvidenceForm
from mentoring.forms.reports import ReportForm
from mentoring.models import Visit
from mentoring.operations.reports import Clashing, record_answers, record_visit
from mentoring.operations.visits import end_visit
from mentoring.queries.answers import parts_of
from mentoring.queries.merging import base_from, base_of_answers
from mentoring.queries.questions import questions_of
from mentoring.queries.reports import missing_in, report_of
from mentoring.queries.visits import (
    open_follow_ups_before,
    section_states,
    states_of_parts,
    with_instrument,
    with_parts,
)
from mentoring.steps import END
from portal.access import may
from portal.operations import Conflict, Refused


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.record_visit", Visit)
def visit_record(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The report of a visit. With the header X-Autosave the answer is JSON for visit-draft.js."""
    if request.method != "POST" and not visit.is_open:
        closed = _("Laporan ini %s dan tidak dapat diubah lagi.") % visit.get_state_display()
        messages.info(request, closed)
        return redirect(visit)
    shown = with_parts(visit)
    states = section_states(shown, missing_in(shown))
    form = ReportForm(request.POST if request.method == "POST" else None, instance=shown)
    status = HTTPStatus.OK
    if form.is_bound:
        saved, status = _save(request, visit, form)
        if saved is not None:
            return _saved_answer(request, saved, form)
        if is_autosave(request):
            return _refused_answer(form, status)
    context = {
        "visit": shown,
        "form": form,
        "sections": form.sections(states),
        "before": open_follow_ups_before(shown),
        "evidence_form": EvidenceForm(),
        "can_end": END.fits(shown.state) and request.user.has_perm(END.permission, shown),
    }
    return render(request, "mentoring/visits/record.html", context, status=status)


@require_POST
@may("mentoring.record_visit", Visit, reading=with_instrument)
def visit_answers(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Some answers that visit-draft.js sends alone; what is refused here it sends as a whole report."""
    form = AnswersForm(request.POST, items=questions_of(visit.instrument))
    if not form.is_valid() or not form.items:
        return JsonResponse({}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.answers
    data = {name: form.cleaned_data[name] for name in ("version", "editor")}
    try:
        saved, answers = record_answers(visit, by=request.user, answers=given, **data)
    except Conflict:
        return JsonResponse({}, status=HTTPStatus.CONFLICT)
    except Refused:
        return JsonResponse({}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return JsonResponse(
        {
            "version": saved.version,
            "base": base_of_answers(given),
            "at": time_format(timezone.localtime(), "H.i"),
            "sections": states_of_parts(parts_of(saved, answers)),
        }
    )


def is_autosave(request: HttpRequest) -> bool:
    return "X-Autosave" in request.headers


def _save(request: HttpRequest, visit: Visit, form: ReportForm) -> tuple[Visit | None, HTTPStatus]:
    """Save what was typed; otherwise None, and why not stands in the form."""
    if not form.is_valid():
        return None, HTTPStatus.UNPROCESSABLE_ENTITY
    data = form.cleaned_data
    try:
        saved = record_visit(
            visit,
            by=request.user,
            version=data["version"],
            report=form.report(),
            editor=data["editor"],
            base=base_from(data["base"]),
            asked=form.asked,
        )
    except Clashing as clashing:
        form.note_clashes(clashing.current, clashing.stored, clashing.clashes)
        return None, HTTPStatus.CONFLICT
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None, HTTPStatus.UNPROCESSABLE_ENTITY
    return saved, HTTPStatus.OK


def _saved_answer(request: HttpRequest, visit: Visit, form: ReportForm) -> HttpResponse:
    """Where to go after saving: the visit's page to check it, or on with the draft."""
    then = request.POST.get("then")
    if then == "end":
        url = visit.get_absolute_url()
        _end(request, visit)
    elif then == "check":
        url = visit.get_absolute_url()
        messages.success(request, _("Laporan tersimpan. Periksa, lalu ajukan bila sudah lengkap."))
    else:
        url = reverse("mentoring:visit-record", args=[visit.pk])
        if then:
            messages.success(request, _("Draf tersimpan."))
    stored = with_parts(visit)
    merged = form.merged(report_of(stored))
    if merged and then:
        messages.info(request, _("Digabungkan dengan isian orang lain: %s.") % ", ".join(merged))
    if not is_autosave(request):
        return redirect(url)
    now = ReportForm(instance=stored)
    return JsonResponse(
        {
            "version": visit.version,
            "base": now.initial["base"],
            "merged": merged,
            "values": now.values if merged else None,
            "at": time_format(timezone.localtime(), "H.i"),
            "sections": section_states(stored, missing_in(stored)),
            "url": url,
        }
    )


def _end(request: HttpRequest, visit: Visit) -> None:
    """The visit whose report was saved ends now."""
    try:
        end_visit(visit, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Kunjungan selesai. Lengkapi laporannya, lalu ajukan."))


def _refused_answer(form: ReportForm, status: int) -> JsonResponse:
    """Why the report was not saved, what somebody else changed, and in which fields both did."""
    changes = [{"label": c.label, "old": c.old, "new": c.new} for c in form.conflict]
    answer = {
        "errors": form.all_errors,
        "changes": changes,
        "clashes": [clash.label for clash in form.clashes],
    }
    return JsonResponse(answer, status=status)
