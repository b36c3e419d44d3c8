"""A planned visit moves to another day: by its form, or dragged in the calendar."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.forms.moves import MoveForm
from mentoring.models import Visit
from mentoring.operations.planning import move_visit
from mentoring.queries.clashes import clashes_of
from portal.access import may
from portal.operations import Conflict, Refused

BACK, DAY = "kembali", "ke"


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.move_visit", Visit)
def visit_move(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Move a visit; htmx asks here what a chosen day would clash with."""
    if request.method != "POST":
        if visit.state != Visit.State.PLANNED:
            messages.info(request, _("Kunjungan ini %s.") % visit.get_state_display())
            return redirect(visit)
        return _asked(request, visit)
    form = MoveForm(request.POST)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        try:
            moved = move_visit(visit, by=request.user, **form.cleaned_data)
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
    told = _("%(number)s ke %(school)s dipindahkan ke %(day)s.")
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
    form = MoveForm(initial={"version": visit.version, "on": day or visit.date})
    return _page(request, visit, form, day)


def _page(
    request: HttpRequest, visit: Visit, form: MoveForm, day: date | None, status=HTTPStatus.OK
) -> HttpResponse:
    heading = _("Pindahkan kunjungan")
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
