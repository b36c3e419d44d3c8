"""A person's calendar address: the page that makes and revokes it, and the calendar itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.documents.ical import feed_of
from mentoring.models import CalendarFeed
from mentoring.operations.feeds import make_feed, revoke_feed
from mentoring.queries.feeds import own_sessions, own_visits
from portal.access import may

PAGE = "mentoring/planning/feed.html"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.keep_feed")
def feed_settings(request: HttpRequest) -> HttpResponse:
    """Whether one has an address; a new one is shown this once, in answer to the form that made it."""
    address = ""
    if request.method == "POST":
        secret = make_feed(request.user)
        address = request.build_absolute_uri(reverse("mentoring:feed", args=[secret]))
    made = CalendarFeed.objects.visible_to(request.user).first()
    return render(request, PAGE, {"address": address, "feed": made})


@require_POST
@may("mentoring.keep_feed")
def feed_revoke(request: HttpRequest) -> HttpResponse:
    """Take one's address back."""
    if revoke_feed(request.user):
        messages.success(request, _("Alamat kalender dicabut. Langganan lama tidak lagi terbaca."))
    return redirect("mentoring:calendar-feed")


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar behind a secret address, for calendar programmes that sign nobody in."""
    found = CalendarFeed.objects.opened_by(secret).select_related("user__area").first()
    if found is None:
        raise Http404
    user = found.user
    content = feed_of(
        user.name,
        own_visits(user),
        own_sessions(user),
        lambda record: request.build_absolute_uri(record.get_absolute_url()),
    )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="mitra-mutu.ics"'
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response
