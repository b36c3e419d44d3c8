"""Who is to be visited next, and who was forgotten: schools in order of need, and fairness."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.filters.need import FairnessFilter, NeedFilter
from mentoring.queries.need import needs_for, weights_in_force, with_coming_visits
from mentoring.tables.need import FAIRNESS, need_columns
from portal.access import may
from portal.lists import ListPage, render_list


@require_safe
@may("mentoring.view_need")
def need(request: HttpRequest) -> HttpResponse:
    """Schools in order of need, each with its own sum."""
    weights = weights_in_force()
    can_plan = request.user.has_perm("mentoring.plan_visit")
    listing = ListPage(
        request,
        with_coming_visits(needs_for(request.user), timezone.localdate()),
        columns=need_columns(weights, can_plan=can_plan),
        filters=NeedFilter,
        order="-kebutuhan",
    )
    context = {
        "weights": weights,
        "empty_title": _("Belum ada sekolah untuk diurutkan"),
        "empty_text": _("Sekolah program dan sekolah dampingan dalam cakupan Anda muncul di sini."),
    }
    return render_list(request, "mentoring/planning/need.html", listing, **context)


@require_safe
@may("mentoring.view_need")
def fairness(request: HttpRequest) -> HttpResponse:
    """Schools never visited, and those visited out of proportion to their plan."""
    listing = ListPage(
        request,
        needs_for(request.user),
        columns=FAIRNESS,
        filters=FairnessFilter,
        order="-kebutuhan",
    )
    context = {
        "empty_title": _("Tidak ada sekolah dengan keadaan ini"),
        "empty_text": _("Pilih keadaan lain untuk melihat sebaran kunjungan."),
    }
    return render_list(request, "mentoring/planning/fairness.html", listing, **context)
