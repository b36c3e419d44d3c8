"""What a school's page shows of its visits and follow-ups: fragments that it loads by address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mentoring.models import FollowUp
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
