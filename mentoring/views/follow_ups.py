"""The pages of follow-ups: the list, one follow-up, and the report on it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.filters.follow_ups import FollowUpFilter
from mentoring.forms.follow_ups import FollowUpReportForm
from mentoring.models import FollowUp
from mentoring.operations.follow_ups import REPORTABLE, report_follow_up
from mentoring.queries.follow_ups import for_list, history_for
from mentoring.tables.follow_ups import COLUMNS
from portal.access import may
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused


@require_safe
@may("mentoring.list_follow_ups")
def follow_ups(request: HttpRequest) -> HttpResponse:
    """What was agreed at the visits in the reader's scope."""
    listing = ListPage(
        request, for_list(request.user), columns=COLUMNS, filters=FollowUpFilter, order="status"
    )
    return render_list(
        request,
        "mentoring/follow_ups/list.html",
        listing,
        empty_title=_("Belum ada tindak lanjut"),
        empty_text=_(
            "Tindak lanjut disepakati pada kunjungan dan muncul setelah laporannya diajukan."
        ),
    )


@require_safe
@may("mentoring.view_follow_up", FollowUp)
def follow_up(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """One follow-up with its history."""
    follow_up = FollowUp.objects.select_related("visit__school", "indicator").get(pk=follow_up.pk)
    context = {
        "follow_up": follow_up,
        "reportable": follow_up.visit.state in REPORTABLE,
        "entries": history_for(request.user, follow_up),
    }
    return render(request, "mentoring/follow_ups/follow_up.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.report_follow_up", FollowUp)
def follow_up_report(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """How far a follow-up is, and what came of it."""
    form = FollowUpReportForm(
        request.POST if request.method == "POST" else None, instance=follow_up
    )
    status = HTTPStatus.OK
    if form.is_bound:
        status = _save(form)
        if status == HTTPStatus.OK:
            messages.success(request, _("Kemajuan tindak lanjut tersimpan."))
            return redirect(follow_up)
    context = {
        "form": form,
        "follow_up": follow_up,
        "heading": _("Laporkan kemajuan"),
        "lead": follow_up.description,
        "submit": _("Simpan kemajuan"),
        "back": follow_up.get_absolute_url(),
    }
    return render(request, "mentoring/follow_ups/report.html", context, status=status)


def _save(form: FollowUpReportForm) -> HTTPStatus:
    """Save the report; 422 or 409 when it was not saved, and why stands in the form."""
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        report_follow_up(form.instance, version=form.cleaned_data["version"])
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return HTTPStatus.CONFLICT
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.OK
