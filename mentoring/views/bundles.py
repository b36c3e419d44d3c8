"""The minutes of many visits as one ZIP: asked for from the list, followed, downloaded."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.filters.visits import VisitFilter
from mentoring.models import Bundle, Visit
from mentoring.operations import bundles as operations
from portal.access import may
from portal.operations import Refused


@require_safe
@may("mentoring.bundle_minutes")
def bundles(request: HttpRequest) -> HttpResponse:
    """The reader's own bundles of the last days."""
    kept = Bundle.objects.visible_to(request.user).exclude(state=Bundle.State.DISCARDED)
    return render(request, "mentoring/bundles/list.html", {"bundles": kept[:50]})


@require_POST
@may("mentoring.bundle_minutes")
def bundle_add(request: HttpRequest) -> HttpResponse:
    """Have the minutes of the visits in the list put into one file, as its filters say."""
    visible = Visit.objects.visible_to(request.user)
    filters = VisitFilter(request.GET, queryset=visible, request=request)
    query = request.GET.urlencode()[:1000]
    try:
        bundle = operations.request_bundle(filters.qs, by=request.user, query=query)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("mentoring:visits")
    return redirect(bundle)


@require_safe
@may("mentoring.bundle_minutes", Bundle)
def bundle(request: HttpRequest, bundle: Bundle) -> HttpResponse:
    """A bundle as it stands: how far it is, or the file."""
    return render(request, "mentoring/bundles/bundle.html", _context(bundle))


@require_safe
@may("mentoring.bundle_minutes", Bundle)
def bundle_progress(request: HttpRequest, bundle: Bundle) -> HttpResponse:
    """How far the work has come; the page is loaded anew when it is done."""
    response = render(request, "mentoring/bundles/progress.html", _context(bundle))
    if not bundle.is_under_way:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@may("mentoring.bundle_minutes", Bundle)
def bundle_resume(request: HttpRequest, bundle: Bundle) -> HttpResponse:
    """Go on with a bundle whose worker died."""
    try:
        operations.resume(bundle)
    except Refused as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, _("Berkas masuk antrean lagi."))
    return redirect(bundle)


@require_safe
@may("mentoring.bundle_minutes", Bundle)
def bundle_file(request: HttpRequest, bundle: Bundle) -> HttpResponse:
    """The ZIP."""
    if not bundle.file:
        raise Http404
    try:
        content = bundle.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"berita-acara-{timezone.localtime(bundle.at):%Y-%m-%d-%H%M}.zip"
    response = FileResponse(
        content, as_attachment=True, filename=name, content_type="application/zip"
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _context(bundle: Bundle) -> dict:
    return {"bundle": bundle, "abandoned": operations.nobody_works_on(bundle)}
