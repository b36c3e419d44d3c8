"""Photos of a visit: uploaded, shown to those who see the visit, removed while it is open."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.forms.evidence import PhotosForm
from mentoring.models import Evidence, InstrumentItem, Visit
from mentoring.operations.evidence import add_photos, delete_photo
from portal.access import may
from portal.operations import Refused

HOUR = 3600


@require_POST
@may("mentoring.add_evidence", Visit)
def evidence_add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Add photos. Good ones are kept; each refused one gets its own sentence."""
    form = PhotosForm(request.POST, request.FILES, visit=visit)
    count = _keep(request, visit, form) if form.is_valid() else 0
    if count:
        saved = ngettext("%d foto tersimpan.", "%d foto tersimpan.", count) % count
        messages.success(request, saved)
    item = form.cleaned_data.get("item")
    if not form.errors and not request.htmx:
        return redirect(_place_of(visit, item))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "photos_page.html"
    if request.htmx:
        template = "item_photos.html" if item else "photos.html"
    context = {
        "visit": visit,
        "item": item,
        "photos": item and visit.evidence.filter(item=item),
        "photos_form": form if form.errors else PhotosForm(),
        "form": form,
        "said": messages.get_messages(request) if request.htmx else [],
    }
    return render(request, f"mentoring/visits/{template}", context, status=status)


def _place_of(visit: Visit, item: InstrumentItem | None) -> str:
    """Where the photos of a visit stand: under their item in its report, or on its page."""
    if item is None:
        return f"{visit.get_absolute_url()}#photos"
    return f"{reverse('mentoring:visit-record', args=[visit.pk])}#photos-{item.pk}"


def _keep(request: HttpRequest, visit: Visit, form: PhotosForm) -> int:
    """Keep the good photos and say how many; why others were refused stands in the form."""
    data = form.cleaned_data
    try:
        added, refusals = add_photos(
            visit, data["photos"], by=request.user, caption=data["caption"], item=data["item"]
        )
    except Refused as refusal:
        added, refusals = [], [str(refusal)]
    for refusal in refusals:
        form.add_error("photos", refusal)
    return len(added)


@require_safe
@may("mentoring.view_evidence", Evidence)
def evidence(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """The photo without its metadata."""
    return _picture(evidence, evidence.file)


@require_safe
@may("mentoring.view_evidence", Evidence)
def evidence_thumbnail(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """The small picture; the photo itself where there is none."""
    return _picture(evidence, evidence.thumbnail or evidence.file)


def _picture(evidence: Evidence, kept: FieldFile) -> FileResponse:
    """A rendition, always JPEG because the portal encoded it; kept by the reader's browser only."""
    try:
        content = kept.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"{evidence.visit.number}-foto-{evidence.pk}.jpg"
    response = FileResponse(content, content_type="image/jpeg", filename=name)
    response["Cache-Control"] = f"private, max-age={HOUR}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.delete_evidence", Evidence)
def evidence_delete(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """Remove a photo, after asking."""
    visit = evidence.visit
    if request.method == "POST":
        try:
            delete_photo(evidence, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Foto dihapus."))
        return redirect(f"{visit.get_absolute_url()}#photos")
    context = {"evidence": evidence, "visit": visit}
    return render(request, "mentoring/visits/photo_delete.html", context)
