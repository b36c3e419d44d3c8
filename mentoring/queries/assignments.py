"""Who accompanies which schools: reading that pages of assignments share."""

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring.models import Assignment, Ceiling, PlanningDefaults, Visit
from mentoring.models.facilitators import facilitators_for
from portal.models import User
from schools.models import Membership, School


def facilitators_with_load(user: User) -> QuerySet:
    """The facilitators of the reader's area, each with `held` schools today and their `most`.

    Every school counts, also those outside the reader's scope: the ceiling counts them too.
    """
    today = Assignment.objects.on().filter(facilitator=OuterRef("pk")).order_by()
    held = today.values("facilitator").annotate(n=Count("school", distinct=True)).values("n")
    own = Ceiling.objects.filter(facilitator=OuterRef("pk")).values("schools")
    usual = PlanningDefaults.current().schools_most
    return facilitators_for(user).annotate(
        held=Coalesce(Subquery(held), 0), most=Coalesce(Subquery(own), usual)
    )


def assignments_of(facilitator: User, user: User) -> QuerySet:
    """A facilitator's assignments in the reader's scope, the newest first, with their schools."""
    return (
        Assignment.objects.visible_to(user)
        .filter(facilitator=facilitator)
        .select_related("school__district")
        .defer("school__search")
        .order_by(F("ends_on").desc(nulls_first=True), "-starts_on", "school__name")
    )


def planned_visits_from(assignment: Assignment, on: date) -> QuerySet:
    """The visits that the facilitator still plans to the assignment's school from a day on."""
    return (
        Visit.objects.filter(
            school=assignment.school_id,
            facilitator=assignment.facilitator_id,
            state=Visit.State.PLANNED,
            date__gte=on,
        )
        .select_related("kind", "school")
        .order_by("date", "pk")
    )


def uncovered_schools(user: User) -> QuerySet:
    """The members of programmes today that no facilitator accompanies today."""
    members = Membership.objects.on().filter(school=OuterRef("pk"))
    held = Assignment.objects.on().filter(school=OuterRef("pk"))
    coming = Assignment.objects.filter(school=OuterRef("pk"), ends_on=None).values("starts_on")
    return (
        School.objects.visible_to(user)
        .existing()
        .filter(Exists(members), ~Exists(held))
        .annotate(covered_from=Subquery(coming.order_by("starts_on")[:1]))
        .select_related("district")
        .defer("search")
    )


def schools_accompanied_in(year: int, user: User) -> QuerySet:
    """The schools in the reader's scope that somebody accompanies on a day of the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    during = Assignment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=first), starts_on__lte=last, school=OuterRef("pk")
    )
    return School.objects.visible_to(user).existing().filter(Exists(during))
