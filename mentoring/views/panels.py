"""What pages of schools and indicators show of the cooperation: fragments that they load by address."""

from django.db.models import F
from django.db.models.lookups import Exact
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from indicators.models import Indicator
from mentoring.models import Activity, FollowUp
from mentoring.queries.follow_ups import for_list as follow_ups_for
from mentoring.queries.visits import for_list as visits_for
from portal.access import may
from schools.models import School

NEWEST = 5


@require_safe
@may("schools.view_school", School, by="npsn")
def school_visits(request: HttpRequest, school: School) -> HttpResponse:
    """The newest visits to a school that the reader may see."""
    visits = visits_for(request.user).filter(school=school).order_by("-date", "-pk")
    context = {"school": school, "visits": visits[:NEWEST]}
    return render(request, "mentoring/visits/school_panel.html", context)


@require_safe
@may("schools.view_school", School, by="npsn")
def school_follow_ups(request: HttpRequest, school: School) -> HttpResponse:
    """What a school and its partners still have to do, the most urgent first."""
    follow_ups = follow_ups_for(request.user).filter(visit__school=school)
    undone = follow_ups.exclude(state=FollowUp.State.VERIFIED).order_by("due_on", "pk")
    context = {"school": school, "follow_ups": undone[:NEWEST]}
    return render(request, "mentoring/follow_ups/school_panel.html", context)


@require_safe
@may("indicators.view_indicator", Indicator)
def indicator_work(request: HttpRequest, indicator: Indicator) -> HttpResponse:
    """The way from an indicator back into the cooperation: what aims at it, spoke of it, serves it.

    The newest few of each that the reader may see, open follow-ups first; what is missing is said.
    """
    activities = Activity.objects.visible_to(request.user).standing().filter(indicators=indicator)
    visits = visits_for(request.user).filter(indicators=indicator)
    follow_ups = follow_ups_for(request.user).filter(indicator=indicator)
    is_over = Exact(F("state"), FollowUp.State.VERIFIED)  # false comes before true
    context = {
        "indicator": indicator,
        "activities": activities.select_related("plan__agreement", "clause").order_by(
            "-plan__year", "pk"
        )[:NEWEST],
        "visits": visits.order_by("-date", "-pk")[:NEWEST],
        "follow_ups": follow_ups.order_by(is_over, "due_on", "pk")[:NEWEST],
    }
    return render(request, "mentoring/visits/indicator_panel.html", context)
