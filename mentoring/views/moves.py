"""A visit moves to another day: by its form, or dragged in the calendar."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.forms.moves import RescheduleForm
from mentoring.models import Visit
from mentoring.operations.visits import reschedule_visit
from mentoring.queries.clashes import clashes_of
from mentoring.steps import RESCHEDULE
from portal.access import may
from portal.operations import Conflict, Refused

BACK, DAY = "kembali", "ke"


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.reschedule_visit", Visit)
def visit_reschedule(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Put a visit on another day; htmx asks here what a chosen day would clash with."""
    if request.method != "POST":
        if not RESCHEDULE.fits(visit.state):
            messages.info(request, _("Kunjungan ini %s.") % visit.get_state_display())
            return redirect(visit)
        return _asked(request, visit)
    form = RescheduleForm(request.POST, visit=visit)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            moved = reschedule_visit(visit, by=request.user, **form.cleaned_data)
        except Conflict as conflict:
            form.note_conflict(conflict.current)
            status = HTTPStatus.CONFLICT
        except Refused as refusal:
            form.add_error("on", str(refusal))
        else:
            return _moved(request, moved)
    return _page(request, visit, form, form.cleaned_data.get("on"), status=status)


def warn_of_clashes(request: HttpRequest, visit: Visit) -> None:
    """Tell the reader what a saved plan clashes with."""
    for sentence in clashes_of(visit, visit.date):
        messages.warning(request, sentence)


def _moved(request: HttpRequest, visit: Visit) -> HttpResponse:
    told = _("%(number)s ke %(school)s dijadwalkan ulang ke %(day)s.")
    values = {
        "number": visit.number,
        "school": visit.school.name,
        "day": date_format(visit.date, "l, j F Y"),
    }
    messages.success(request, told % values)
    warn_of_clashes(request, visit)
    return redirect(_back(request) or visit.get_absolute_url())


def _back(request: HttpRequest) -> str:
    """The calendar that led here, as it was; empty where none did."""
    if BACK not in request.GET:
        return ""
    query = QueryDict(request.GET[BACK][:200]).urlencode()
    return f"{reverse('mentoring:calendar')}?{query}"


def _asked(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The form, with the day of the address (`ke`, or `on` where htmx sends the field)."""
    try:
        day = date.fromisoformat(request.GET.get(DAY) or request.GET.get("on", ""))
    except ValueError:
        day = None
    if request.htmx.target == "clashes":
        context = {"clashes": clashes_of(visit, day) if day else []}
        return render(request, "mentoring/planning/clashes.html", context)
    form = RescheduleForm(initial={"version": visit.version, "on": day or visit.date}, visit=visit)
    return _page(request, visit, form, day)


def _page(
    request: HttpRequest, visit: Visit, form: RescheduleForm, day: date | None, status=HTTPStatus.OK
) -> HttpResponse:
    heading = _("Jadwalkan ulang")
    trail = [
        {"label": _("Kunjungan"), "url": reverse("mentoring:visits")},
        {"label": visit.number, "url": visit.get_absolute_url()},
        {"label": heading, "url": ""},
    ]
    context = {
        "form": form,
        "visit": visit,
        "heading": heading,
        "trail": trail,
        "clashes": clashes_of(visit, day) if day else [],
        "back": _back(request) or visit.get_absolute_url(),
    }
    return render(request, "mentoring/planning/move.html", context, status=status)
