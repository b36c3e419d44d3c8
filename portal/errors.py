"""The portal's own error pages. None of them needs the database: it may be what broke."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.shortcuts import render
from django.template.loader import render_to_string

from portal.logs import current_request_id
from portal.navigation import Place, places_for


@login_not_required
def csrf_failure(request, reason=""):
    """A form whose protection token is too old: what was typed can be sent again from here.

    Only for the portal's own pages: a form that another site sent is not offered again.
    """
    fields = []
    if request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}":
        fields = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name != "csrfmiddlewaretoken" and "password" not in name
        ]
    return render(request, "403_csrf.html", {"fields": fields}, status=403)


@login_not_required
def bad_request(request, exception=None):
    return render(None, "400.html", status=400)


@login_not_required
def permission_denied(request, exception=None):
    return render(None, "403.html", {"places": _places_of(request)}, status=403)


@login_not_required
def not_found(request, exception=None):
    return render(None, "404.html", {"places": _places_of(request)}, status=404)


def _places_of(request) -> list[Place]:
    """Where the reader may go on to; nowhere where nobody can tell who reads."""
    user = getattr(request, "user", None)
    try:
        return places_for(user) if user is not None and user.is_authenticated else []
    except DatabaseError:
        return []


@login_not_required
def too_many_requests(request, exception=None):
    """allauth's rate limits answer with this (handler429 of the table of addresses)."""
    return render(None, "429.html", status=429)


@login_not_required
def server_error(request):
    """Names the request, so that an admin finds it in the log."""
    return render(None, "500.html", {"request_id": current_request_id()}, status=500)


class UnreadableAddressMiddleware:
    """Refuse (400) an address with a NUL, which people never type and the database cannot hold.

    Fields of a form refuse it themselves; an address is read in many places.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = (text for name, values in request.GET.lists() for text in (name, *values))
        if any("\0" in text for text in (request.path_info, *query)):
            raise BadRequest("NUL in the address")
        return self.get_response(request)


class WrongMethodMiddleware:
    """Give the empty answer to a method that an address does not know (405) a page of its own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            response.content = render_to_string("405.html")
        return response
