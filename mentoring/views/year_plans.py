"""The year plan: how many visits each school is to have, set in one table."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from mentoring.filters.year_plans import YearPlanFilter
from mentoring.forms.year_plans import PlanTable
from mentoring.models import PlanningDefaults
from mentoring.models.year_plans import FIRST_YEAR, LAST_YEAR
from mentoring.operations.planning import PlansChanged, set_year_plans
from mentoring.queries.year_plans import schools_to_plan_in
from mentoring.tables.year_plans import columns_for
from portal.access import may
from portal.lists import ListPage, render_list
from portal.operations import Refused

YEAR = "tahun"


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.list_year_plans")
def year_plans(request: HttpRequest) -> HttpResponse:
    """The plan of a year (this one unless asked) for the schools in the reader's scope."""
    year = _year_asked(request)
    defaults = PlanningDefaults.current()
    if request.method != "POST":
        return _page(request, year, PlanTable(defaults))
    if not request.user.has_perm("mentoring.set_year_plans"):
        raise PermissionDenied
    table = PlanTable.read(request.POST, defaults)
    own = schools_to_plan_in(year, request.user).filter(pk__in=table.typed)
    rows = table.rows(own.values_list("pk", flat=True))
    if table.errors:
        return _page(request, year, table, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        changed = set_year_plans(year, rows)
    except PlansChanged as others:
        table.note_conflict(others.current)
        return _page(request, year, table, status=HTTPStatus.CONFLICT)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(request.get_full_path())
    told = ngettext("%d rencana disimpan.", "%d rencana disimpan.", changed) % changed
    messages.success(request, told if changed else _("Tidak ada yang berubah."))
    return redirect(request.get_full_path())


def _year_asked(request: HttpRequest) -> int:
    """The year of the address, where it is one; else this year."""
    asked = request.GET.get(YEAR, "")
    known = asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked[:6]) <= LAST_YEAR
    return int(asked) if known else timezone.localdate().year


def _page(request: HttpRequest, year: int, table: PlanTable, status=HTTPStatus.OK) -> HttpResponse:
    can_set = request.user.has_perm("mentoring.set_year_plans")
    listing = ListPage(
        request,
        schools_to_plan_in(year, request.user),
        columns=columns_for(year, table, can_set=can_set),
        filters=YearPlanFilter,
        order="nama",
    )
    context = {
        "year": year,
        "can_set": can_set,
        "table": table,
        "empty_title": _("Belum ada sekolah dampingan pada %d") % year,
        "empty_text": _("Rencana disusun untuk sekolah yang ditugaskan kepada fasilitator."),
    }
    response = render_list(request, "mentoring/planning/year_plans.html", listing, **context)
    response.status_code = status
    return response
