"""Which areas' figures a person may read: the own area, everything inside it, and all areas above.

City and province figures are public knowledge and everyone compares with them; a neighbour's
are not shown. A school's account reads the areas above its school.
"""

from django.db.models import Q

from portal.models import Area, Role, User, area_path, in_scope_of
from schools.models import School


def readable_areas(user: User, field: str = "code") -> Q:
    """Condition "the figures of the area with the code in `field` may be read by this person"."""
    if user.role == Role.SCHOOL:
        districts = School.objects.visible_to(user).values_list("district", flat=True)
        return Q(**{f"{field}__in": [above for code in districts for above in area_path(code)]})
    if user.area_id:
        return in_scope_of(user, field) | Q(**{f"{field}__in": area_path(user.area_id)})
    return Q(**{f"{field}__isnull": False})


def areas_read_by(user: User):
    """The areas whose figures this person may read, as a queryset of Area."""
    return Area.objects.filter(readable_areas(user))
