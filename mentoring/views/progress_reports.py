"""Pages of progress reports: a semester as the records tell it, and the reports that were proposed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.models import Agreement, ProgressReport
from mentoring.models.agreements import SIDES
from mentoring.operations.progress_reports import (
    propose_report,
    send_report_back,
    sign_report,
)
from mentoring.queries.progress import Period, content_to_propose, periods_of, reports_of
from mentoring.views.form_pages import carry_out, form_page, page_under, sent
from portal.access import may
from portal.forms import ReasonForm
from portal.history import history_of
from portal.operations import Refused


@require_safe
@may("mentoring.view_progress_report", Agreement)
def progress_reports(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """A semester of an agreement (`?semester=2026-1`): what the records say, and its reports."""
    periods = periods_of(agreement)
    period = _asked(request.GET.get("semester", ""), periods)
    reports = reports_of(agreement, period) if period else ProgressReport.objects.none()
    standing = reports.newest_standing()
    content = content_to_propose(agreement, period, standing) if period else None
    context = {
        "agreement": agreement,
        "period": period,
        "periods": periods,
        "reports": reports,
        "standing": standing,
        "content": content,
    }
    return render(request, "mentoring/progress_reports/semester.html", context)


def _asked(text: str, periods: list[Period]) -> Period | None:
    """The semester that an address asks for, else the newest one."""
    return _named(periods).get(text) or next(iter(periods), None)


def _named(periods: list[Period]) -> dict[str, Period]:
    """The semesters by what addresses and forms call them: 2026-1."""
    return {f"{one.year}-{one.semester}": one for one in periods}


@require_POST
@may("mentoring.propose_progress_report", Agreement)
def progress_report_propose(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """Freeze the semester's report and hand it to both sides."""
    period = _named(periods_of(agreement)).get(request.POST.get("semester", ""))
    if period is None:
        messages.error(request, _("Pilih semester yang dilaporkan."))
        return redirect("mentoring:progress-reports", pk=agreement.pk)
    try:
        report = propose_report(agreement, period, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("mentoring:progress-reports", pk=agreement.pk)
    messages.success(request, _("Laporan diajukan. Kedua pihak dapat menyetujuinya."))
    return redirect(report)


@require_safe
@may("mentoring.view_progress_report", ProgressReport)
def progress_report(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """A proposed report as it was frozen, with its signatures; made to be printed."""
    signatures = list(report.signatures.select_related("by"))
    side = SIDES.get(request.user.role)
    context = {
        "report": report,
        "agreement": report.agreement,
        "content": report.content,
        "period": Period(report.year, report.semester),
        "signatures": signatures,
        "can_still_sign": report.is_proposed and side and side not in {s.side for s in signatures},
        "entries": history_of(report),
    }
    return render(request, "mentoring/progress_reports/page.html", context)


@require_POST
@may("mentoring.sign_progress_report", ProgressReport)
def progress_report_sign(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """Sign a report off for one's own side."""
    try:
        sign_report(report, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Persetujuan Anda tercatat."))
    return redirect(report)


@form_page
@may("mentoring.sign_progress_report", ProgressReport)
def progress_report_send_back(request: HttpRequest, report: ProgressReport) -> HttpResponse:
    """Send a report back with a reason."""
    if request.method != "POST" and not report.is_proposed:
        messages.info(request, _("Laporan ini %s.") % report.get_state_display())
        return redirect(report)
    form = ReasonForm(**sent(request))
    page = page_under(report.agreement, _("Kembalikan laporan"), _("Kembalikan laporan"), report)

    def step(reason: str) -> None:
        send_report_back(report, by=request.user, reason=reason)

    return carry_out(request, form, page, step, _("Laporan dikembalikan."))
