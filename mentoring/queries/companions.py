"""Who may write the report of a visit with its facilitator."""

from django.db.models import QuerySet

from mentoring.models import Visit
from portal.models import Role, User, area_path


def possible_companions(visit: Visit) -> QuerySet:
    """The facilitators whose area the school lies in, who do not write the report yet."""
    people = User.objects.filter(
        role=Role.FACILITATOR, is_active=True, area__in=area_path(visit.school.district_id)
    )
    writers = visit.co_writers.values("user")
    return people.exclude(pk=visit.facilitator_id).exclude(pk__in=writers).order_by("name", "pk")
