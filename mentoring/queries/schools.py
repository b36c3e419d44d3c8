"""What the cooperation knows of a school, beside the rows of a list of schools."""

from django.db.models import Count, IntegerField, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring.models import FollowUp, Visit


def with_visits(schools: QuerySet) -> QuerySet:
    """Each school with `last_visit` (date of the newest report) and `open_follow_ups` (count)."""
    reported = Q(visits__state__in=[Visit.State.SUBMITTED, Visit.State.VERIFIED])
    count = (
        FollowUp.objects.open()
        .filter(visit__school=OuterRef("pk"))
        .order_by()
        .values("visit__school")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return schools.annotate(
        last_visit=Max("visits__date", filter=reported),
        open_follow_ups=Coalesce(Subquery(count, output_field=IntegerField()), 0),
    )
