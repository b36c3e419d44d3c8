"""The year plan of visits: what was planned and made for each school, this year and the last."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring import steps
from mentoring.models import Assignment, PlanningDefaults, Visit, YearPlan
from mentoring.queries.assignments import schools_accompanied_in
from portal.models import Role, User


def made_in(year: int, path: str = "pk") -> Coalesce:
    """How many visits of a year to the outer school were carried out and reported."""
    return _visits(year, path, state__in=Visit.HANDED_IN)


def _visits(year: int, path: str, **narrowed) -> Coalesce:
    visits = Visit.objects.filter(school=OuterRef(path), date__year=year, **narrowed)
    counted = visits.order_by().values("school").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def schools_to_plan_in(year: int, user: User) -> QuerySet:
    """The schools of a year's plan: those accompanied in it; of a facilitator, their own.

    Each with `planned` (None without a plan) and its `plan_version` (0), `planned_before` and
    `made_before` of the year before, `made` and `scheduled` (visits in the calendar still to be
    made) of the year, and `facilitators`, the names of today.
    """
    schools = schools_accompanied_in(year, user)
    if user.role == Role.FACILITATOR:
        schools = schools.filter(
            pk__in=Assignment.objects.filter(facilitator=user).values("school")
        )
    plans = YearPlan.objects.filter(school=OuterRef("pk"))
    this, before = plans.filter(year=year), plans.filter(year=year - 1)
    return (
        schools.annotate(
            planned=Subquery(this.values("visits")),
            plan_version=Coalesce(Subquery(this.values("version")), 0),
            planned_before=Subquery(before.values("visits")),
            made_before=made_in(year - 1),
            made=made_in(year),
            scheduled=_visits(year, "pk", state__in=steps.BEFORE_SUBMISSION),
        )
        .select_related("district")
        .defer("search")
    )


def suggestion(school, defaults: PlanningDefaults) -> int:
    """The number to begin with: the plan, else last year's, else the usual number."""
    if school.planned is not None:
        return school.planned
    return school.planned_before if school.planned_before is not None else defaults.visits_least
