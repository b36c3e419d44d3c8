"""Schools in order of need, and how fairly visits are spread.

The sums are not computed when a page is read: `mentoring_schoolneed` holds a row for each school
that exists, which the database keeps by one set-based statement (`mentoring_refresh_need`, see the
migration need_is_kept_by_the_database and operations/need.py). A page reads the first rows of an
index, for a kabupaten as for the nation.
"""

from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet

from mentoring.models import Assignment, NeedWeights, SchoolNeed, Visit
from portal.models import Role, User

RATIO_LOW, RATIO_HIGH = 0.5, 1.5  # of what is expected: below is too few, above out of proportion


def weights_in_force() -> NeedWeights:
    """The weights that the sums were made with: saving them counts every school anew at once."""
    return NeedWeights.objects.first() or NeedWeights(pk=1)


def needs_for(user: User) -> QuerySet:
    """The need of the schools in the reader's scope (of a facilitator, of their own), unordered.

    Each with its school and kecamatan.
    """
    needs = SchoolNeed.objects.visible_to(user)
    if user.role == Role.FACILITATOR:
        own = Assignment.objects.on().filter(facilitator=user, school=OuterRef("pk"))
        needs = needs.filter(Exists(own))
    return needs.select_related("school", "district").defer("school__search")


def with_coming_visits(needs: QuerySet, on: date) -> QuerySet:
    """The rows, each school with `coming`: its planned visits from `on`, the next one first."""
    planned = Visit.objects.filter(state=Visit.State.PLANNED, date__gte=on)
    planned = planned.order_by("date", "pk").only("school_id", "date")
    return needs.prefetch_related(Prefetch("school__visits", planned, to_attr="coming"))


def never_visited(needs: QuerySet) -> QuerySet:
    """Schools of programmes or facilitators that no report speaks of yet."""
    return needs.filter(accompanied=True, last_visit=None)


def visited_too_little(needs: QuerySet) -> QuerySet:
    """Those with less than half of the visits that their plan expects by today."""
    return needs.filter(accompanied=True, expected__gt=0, made__lt=F("expected") * RATIO_LOW)


def visited_too_much(needs: QuerySet) -> QuerySet:
    """Those with more than half as many visits again as their plan expects by today.

    At least two more, so that one early visit is no imbalance; schools without a plan count too.
    """
    visited = needs.filter(made__gt=0, made__gte=F("expected") + 2)
    return visited.filter(made__gt=F("expected") * RATIO_HIGH)
