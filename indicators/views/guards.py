"""Who reaches the pages of an area."""

from collections.abc import Callable, Collection
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from indicators.scope import areas_read_by
from portal.models import Area


def of_area(
    permission: str,
    *,
    levels: Collection[str] = tuple(Area.Level),
    about: type[models.Model] | None = None,
) -> Callable:
    """Guard a view of an area's figures: 404 for areas not read by the user, 403 where it is refused.

    Only areas of `levels` have such a page. Where the permission is about a record of the area,
    `about` is its model.
    """

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, code: str, **further) -> HttpResponse:
            areas = areas_read_by(request.user).filter(level__in=levels)
            found = get_object_or_404(areas, pk=code)
            if not request.user.has_perm(permission, about(area=found) if about else None):
                raise PermissionDenied
            return view(request, found, **further)

        guarded.permission = permission
        return guarded

    return decorate
