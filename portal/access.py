"""Who may see and do what: the one mechanism that every app's rules.py uses.

Two questions, always in this order: does the object lie in the user's scope (`visible_to`; outside
is 404), and may this role do this to it (a predicate registered by name in rules.py; refused is 403).
"""

from collections.abc import Callable
from functools import wraps

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from portal.models import Role, User


def has_role(*roles: Role) -> rules.Predicate:
    """A predicate: the user is active and has one of the roles."""

    @rules.predicate(f"has_role:{','.join(roles)}")
    def predicate(user: User) -> bool:
        return user.is_authenticated and user.is_active and user.role in roles

    return predicate


is_admin = has_role(Role.ADMIN)
is_dinas = has_role(Role.DINAS)
is_facilitator = has_role(Role.FACILITATOR)
is_school = has_role(Role.SCHOOL)
is_office = has_role(Role.ADMIN, Role.DINAS, Role.FACILITATOR, Role.LEADER)
is_signed_in = has_role(*Role)


@rules.predicate
def is_nationwide(user: User) -> bool:
    """The user's scope is all of Indonesia, not a province or a city."""
    return user.is_authenticated and user.area_id is None and user.role != Role.SCHOOL


def may(
    permission: str,
    model=None,
    *,
    by: str = "pk",
    reading: Callable[[QuerySet], QuerySet] | None = None,
) -> Callable:
    """Guard a view by a named permission.

    With `model`, the object named by the URL argument `by` is fetched through
    `model.objects.visible_to(user)` and handed to the view in its place: 404 outside the user's
    scope, 403 where the permission is refused; `reading` adds to the query what the view shows of
    the object besides. Without a model, only the role is asked.
    """

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if model is None:
                if not request.user.has_perm(permission):
                    raise PermissionDenied
                return view(request, *args, **kwargs)
            visible = model.objects.visible_to(request.user)
            visible = reading(visible) if reading else visible
            found = get_object_or_404(visible, **{by: kwargs.pop(by)})
            if not request.user.has_perm(permission, found):
                raise PermissionDenied
            return view(request, found, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return decorate
