"""Evidence of a visit: uploaded, shown to those who see the visit, removed while it is open."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.forms.evidence import EvidenceForm
from mentoring.models import Evidence, InstrumentItem, Visit
from mentoring.operations.evidence import add_files, delete_file
from portal.access import may
from portal.operations import Refused

HOUR = 3600
PDF = ("pdf", "application/pdf")


@require_POST
@may("mentoring.add_evidence", Visit)
def evidence_add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Add files. Good ones are kept; each refused one gets its own sentence."""
    form = EvidenceForm(request.POST, request.FILES, visit=visit)
    count = _keep(request, visit, form) if form.is_valid() else 0
    if count:
        saved = ngettext("%d berkas tersimpan.", "%d berkas tersimpan.", count) % count
        messages.success(request, saved)
    item = form.cleaned_data.get("item")
    if not form.errors and not request.htmx:
        return redirect(_place_of(visit, item))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "evidence_page.html"
    if request.htmx:
        template = "item_photos.html" if item else "evidence.html"
    context = {
        "visit": visit,
        "item": item,
        "photos": item and visit.evidence.filter(item=item),
        "evidence_form": form if form.errors else EvidenceForm(),
        "form": form,
        "said": messages.get_messages(request) if request.htmx else [],
    }
    return render(request, f"mentoring/visits/{template}", context, status=status)


def _place_of(visit: Visit, item: InstrumentItem | None) -> str:
    """Where the files of a visit stand: under their item in its report, or on its page."""
    if item is None:
        return f"{visit.get_absolute_url()}#photos"
    return f"{reverse('mentoring:visit-record', args=[visit.pk])}#photos-{item.pk}"


def _keep(request: HttpRequest, visit: Visit, form: EvidenceForm) -> int:
    """Keep the good files and say how many; why others were refused stands in the form."""
    data = form.cleaned_data
    try:
        added, refusals = add_files(
            visit,
            data["files"],
            by=request.user,
            kind=data["kind"],
            caption=data["caption"],
            item=data["item"],
        )
    except Refused as refusal:
        added, refusals = [], [str(refusal)]
    for refusal in refusals:
        form.add_error("files", refusal)
    return len(added)


@require_safe
@may("mentoring.view_evidence", Evidence)
def evidence(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """What is shown of a file: a picture without its metadata, or a PDF to download."""
    return _served(evidence, evidence.file)


@require_safe
@may("mentoring.view_evidence", Evidence)
def evidence_thumbnail(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """The small picture; the file itself where there is none."""
    return _served(evidence, evidence.thumbnail or evidence.file)


def _served(evidence: Evidence, kept: FieldFile) -> FileResponse:
    """A rendition, by what the portal found it to be; kept by the reader's browser only."""
    try:
        content = kept.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    ending, content_type = ("jpg", "image/jpeg") if evidence.is_picture else PDF
    response = FileResponse(
        content,
        as_attachment=not evidence.is_picture,
        content_type=content_type,
        filename=f"{evidence.visit.number}-{evidence.kind}-{evidence.pk}.{ending}",
    )
    response["Cache-Control"] = f"private, max-age={HOUR}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.delete_evidence", Evidence)
def evidence_delete(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """Remove a file, after asking."""
    visit = evidence.visit
    if request.method == "POST":
        try:
            delete_file(evidence, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Bukti dihapus."))
        return redirect(f"{visit.get_absolute_url()}#photos")
    context = {"evidence": evidence, "visit": visit}
    return render(request, "mentoring/visits/evidence_delete.html", context)
