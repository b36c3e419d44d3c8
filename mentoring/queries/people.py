"""Who works under an agreement: the people of both sides near its area."""

from django.db.models import Q, QuerySet

from mentoring.models import Agreement
from mentoring.models.agreements import SIDES
from portal.models import Role, User, area_path, inside_area


def people_of(agreement: Agreement) -> QuerySet[User]:
    """The active people of both sides whose area is the agreement's, inside it or above it."""
    near = Q(area__in=area_path(agreement.area_id)) | inside_area(agreement.area, "area__code")
    return User.objects.filter(near, role__in=SIDES, is_active=True)


def readers_of(agreement: Agreement) -> QuerySet[User]:
    """The people of both sides who may open the agreement, and the leaders who may."""
    above = area_path(agreement.area_id)
    return User.objects.filter(area__in=above, role__in=[*SIDES, Role.LEADER], is_active=True)
